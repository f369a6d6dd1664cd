/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-command.h"

#include "fore-cli.h"
#include "fore-export-arguments.h"
#include "fore-headless.h"
#include "fore-html-export.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  GMainLoop *loop;
  GBytes *page;
  char **missing;
  GError *error;
} Outcome;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->page = fore_html_export_finish (result, &outcome->missing, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static int
export_html (const ForeExportArguments *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ForeAssets) assets = NULL;
  g_autoptr (ForeDeck) deck = fore_export_arguments_read_deck (self, &assets, &error);
  g_autoptr (GMainLoop) loop = NULL;
  ForeHtmlOptions options = { self->options.title, !self->no_notes,
                              self->options.strict };
  Outcome outcome = { NULL };
  int status = FORE_CLI_DONE;

  if (deck == NULL)
    return fore_cli_fail ("%s: %s", self->name, error->message);

  loop = outcome.loop = g_main_loop_new (NULL, FALSE);
  fore_html_export_async (deck, assets, &options, NULL, exported_cb, &outcome);
  g_main_loop_run (loop);

  if (outcome.page == NULL) {
    status = fore_cli_fail ("%s: %s", self->name, outcome.error->message);
  } else if (!fore_cli_write (self->output, outcome.page, &error)) {
    status = fore_cli_fail ("%s: %s", self->output, error->message);
  } else {
    for (char **line = outcome.missing; line != NULL && *line != NULL; line++)
      g_printerr (_ ("%s: not in the file: %s\n"), self->name, *line);
  }
  g_clear_pointer (&outcome.page, g_bytes_unref);
  g_clear_error (&outcome.error);
  g_strfreev (outcome.missing);

  return status;
}

int
fore_export_command (int argc, char **argv)
{
  g_auto (ForeExportArguments) arguments = { NULL };
  /* Parsing takes out what it knows. */
  g_autofree char **words = g_memdup2 (argv, sizeof (char *) * ((gsize) argc + 1));
  int status;

  if (!fore_export_arguments_parse (&arguments, argc, words, &status))
    return status;
  if (arguments.format == FORE_EXPORT_HTML)
    return export_html (&arguments);
  /* What draws slides is in the program with windows. */
  return fore_headless_hand_over (argv - 1);
}
