/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-present-command.h"

#include "fore-cli.h"
#include "fore-duration.h"
#include "fore-time-of-day.h"

#include <glib/gi18n.h>

typedef struct {
  char *audience;
  char *speaker;
  char *duration;
  char *end;
  char **names;
  int start;
  gboolean windowed;
  gboolean version;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->audience);
  g_free (self->speaker);
  g_free (self->duration);
  g_free (self->end);
  g_strfreev (self->names);
}

static gboolean
parse (Arguments *self, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "audience", 0, 0, G_OPTION_ARG_STRING, &self->audience,
      N_ ("The monitor that the audience looks at, by socket or make"), N_ ("MONITOR") },
    { "speaker", 0, 0, G_OPTION_ARG_STRING, &self->speaker,
      N_ ("The monitor for the speaker view"), N_ ("MONITOR") },
    { "windowed", 0, 0, G_OPTION_ARG_NONE, &self->windowed,
      N_ ("Two ordinary windows, for video calls"), NULL },
    { "start", 0, 0, G_OPTION_ARG_INT, &self->start,
      N_ ("The slide to start with, counted from 1"), N_ ("N") },
    { "duration", 0, 0, G_OPTION_ARG_STRING, &self->duration,
      N_ ("How long the talk may take, in minutes"), N_ ("MIN") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &self->end, N_ ("When the talk must end"),
      N_ ("HH:MM") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("DECK"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
    context, _ ("Shows a deck to an audience. With two monitors, the speaker view is on "
                "the other one."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (FORE_COMMAND " present");
  self->start = 1;

  return g_option_context_parse (context, argc, argv, error);
}

static int
check_time (const Arguments *self)
{
  gint64 seconds;
  int hour, minute;

  if (self->duration != NULL && self->end != NULL)
    return fore_cli_misuse ("present", _ ("Give a duration or an end, not both."));
  if (self->duration != NULL && !fore_duration_parse (self->duration, &seconds))
    return fore_cli_misuse (
      "present", _ ("“%s” is not a duration. Say minutes, as in “20” or “1h30”."),
      self->duration);
  if (self->end != NULL && !fore_time_of_day_parse (self->end, &hour, &minute))
    return fore_cli_misuse (
      "present", _ ("“%s” is not a time of day. Say hours and minutes, as in “14:30”."),
      self->end);
  return FORE_CLI_DONE;
}

static int
check (const Arguments *self)
{
  if (self->names == NULL)
    return fore_cli_misuse ("present", _ ("Which deck? Name a Markdown file."));
  if (g_strv_length (self->names) > 1)
    return fore_cli_misuse (
      "present", _ ("One deck at a time, please; “%s” is too many."), self->names[1]);
  if (self->start < 1)
    return fore_cli_misuse ("present", _ ("Slides are counted from 1."));
  if (self->windowed && (self->audience != NULL || self->speaker != NULL))
    return fore_cli_misuse ("present",
                            _ ("Ordinary windows are on no monitor of their own."));
  if (!g_file_test (self->names[0], G_FILE_TEST_EXISTS) &&
      g_uri_peek_scheme (self->names[0]) == NULL)
    return fore_cli_fail (_ ("There is no file “%s”."), self->names[0]);
  return check_time (self);
}

int
fore_present_command (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autofree char **copy = g_memdup2 (argv, sizeof (char *) * ((gsize) argc + 1));
  Arguments arguments = { NULL };
  int n_copy = argc;
  int status;

  /* Parsing takes the options away, but the other program reads them again. */
  g_ptr_array_add (whole, (gpointer) FORE_COMMAND);
  for (int i = 0; i <= argc; i++)
    g_ptr_array_add (whole, argv[i]);

  if (!parse (&arguments, &n_copy, &copy, &error)) {
    status = fore_cli_misuse ("present", "%s", error->message);
  } else if (arguments.version) {
    g_print ("Foredeck %s\n", FORE_VERSION);
    status = FORE_CLI_DONE;
  } else {
    status = check (&arguments);
    if (status == FORE_CLI_DONE)
      status = fore_cli_hand_over ((char **) whole->pdata);
  }
  arguments_clear (&arguments);

  return status;
}
