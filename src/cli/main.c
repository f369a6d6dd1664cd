/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The command. What needs no display is done here, by libraries that load none;
 * everything else is handed to the program with windows, with the same arguments. */

#include "fore-check-command.h"
#include "fore-cli.h"
#include "fore-export-command.h"
#include "fore-present-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "check", fore_check_command },
  { "export", fore_export_command },
  { "present", fore_present_command },
};

static void
print_help (void)
{
  g_print (_ ("Usage:\n"
              "  %s [FILE…]               open decks, or the start page\n"
              "  %s export DECK -o FILE   write a deck as HTML, PDF or pictures\n"
              "  %s present DECK          show a deck to an audience\n"
              "  %s check DECK            say what will go wrong\n"
              "\n"
              "Options:\n"
              "  -h, --help     show this help; after a command, its own\n"
              "  --version      show the version\n"
              "\n"
              "Decks are Markdown files as HedgeDoc’s slide mode reads them.\n"),
           FORE_COMMAND, FORE_COMMAND, FORE_COMMAND, FORE_COMMAND);
}

static gboolean
is_any_of (const char *word, const char *first, const char *second)
{
  return g_strcmp0 (word, first) == 0 || g_strcmp0 (word, second) == 0;
}

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("FOREDECK_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : FORE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (FORE_COMMAND);

  if (argc > 1 && is_any_of (argv[1], "--help", "-h")) {
    print_help ();
    return FORE_CLI_DONE;
  }
  if (argc > 1 && strcmp (argv[1], "--version") == 0) {
    g_print ("Foredeck %s\n", FORE_VERSION);
    return FORE_CLI_DONE;
  }
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++) {
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  }

  return fore_cli_hand_over (argv);
}
