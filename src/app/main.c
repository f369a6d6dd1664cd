/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

#include "fore-application.h"
#include "fore-measure-command.h"
#include "fore-print-command.h"
#include "fore-script.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

int
main (int argc, char *argv[])
{
  g_autoptr (ForeApplication) application = NULL;
  /* Set when the program runs from its build folder. */
  const char *locale_dir = g_getenv ("FOREDECK_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : FORE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* People start the command, which hands over to this program. */
  g_set_prgname (FORE_COMMAND_NAME);
  g_set_application_name (_ ("Foredeck"));
  gtk_window_set_default_icon_name (FORE_APP_ID);

  /* As long as nothing of WebKit runs. */
  fore_script_prepare ();

  if (argc > 1 && strcmp (argv[1], "export") == 0)
    return fore_print_command (argc - 1, argv + 1);
  if (argc > 1 && strcmp (argv[1], "check") == 0)
    return fore_measure_command (argc - 1, argv + 1);

  application = fore_application_new (FORE_APP_ID);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
