/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-check-command.h"

#include "fore-check-options.h"
#include "fore-cli.h"
#include "fore-headless.h"

#include <glib/gi18n.h>

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Nobody cancels it, and what cannot be seen is not there. */
  fore_checker_look_finish (FORE_CHECKER (source), result, NULL);
  g_main_loop_quit (user_data);
}

static int
check_deck (const ForeCheckOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fore_cli_read (options->names[0], &error);
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (GFile) file = fore_check_options_dup_file (options);
  g_autoptr (ForeChecker) checker = fore_checker_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (bytes == NULL) {
    fore_cli_fail ("%s: %s", options->names[0], error->message);
    return FORE_CHECK_FAILED;
  }
  deck = fore_deck_parse (bytes, NULL);
  fore_checker_set_deck (checker, deck);
  fore_checker_set_file (checker, file);
  fore_checker_look_async (checker, FALSE, NULL, looked_cb, loop);
  g_main_loop_run (loop);

  return fore_check_options_report (options, deck, checker, FORE_VERSION, FALSE);
}

static gboolean
is_program_there (void)
{
  return g_file_test (fore_cli_get_program (), G_FILE_TEST_IS_EXECUTABLE);
}

static int
run (const ForeCheckOptions *options, char **whole)
{
  int status;

  if (options->no_measure)
    return check_deck (options);
  if (is_program_there () && fore_headless_try (whole, &status))
    return status == FORE_CHECK_CLEAN || status == FORE_CHECK_FOUND ? status
                                                                    : FORE_CHECK_FAILED;
  g_printerr (
    _ ("%s: the layout was not measured, since there is no display. Install Xvfb "
       "(in Debian the package “xvfb”), or ask for “--no-measure”.\n"),
    FORE_COMMAND);

  return check_deck (options);
}

int
fore_check_command (int argc, char **argv)
{
  g_auto (ForeCheckOptions) options = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autofree char **copy = g_memdup2 (argv, sizeof (char *) * ((gsize) argc + 1));

  /* Parsing takes the options away, but the other program reads them again. */
  g_ptr_array_add (whole, (gpointer) FORE_COMMAND);
  for (int i = 0; i <= argc; i++)
    g_ptr_array_add (whole, argv[i]);

  g_set_prgname (FORE_COMMAND " check");
  if (!fore_check_options_parse (&options, &argc, &copy, &error))
    return fore_cli_misuse ("check", "%s", error->message);
  if (options.show_version) {
    g_print ("Foredeck %s\n", FORE_VERSION);
    return FORE_CHECK_CLEAN;
  }
  if (options.names == NULL)
    return fore_cli_misuse ("check", _ ("Which deck? Name a Markdown file."));
  if (g_strv_length (options.names) > 1)
    return fore_cli_misuse ("check", _ ("One deck at a time, please; “%s” is too many."),
                            options.names[1]);
  if (options.json && options.sarif)
    return fore_cli_misuse ("check", _ ("Ask for JSON or SARIF, not both."));

  return run (&options, (char **) whole->pdata);
}
