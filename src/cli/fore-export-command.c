/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-command.h"

#include "fore-cli.h"
#include "fore-export-arguments.h"
#include "fore-export-write.h"
#include "fore-headless.h"

#include <glib/gi18n.h>
#include <string.h>

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static int
export_here (const ForeExportArguments *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ForeAssets) assets = NULL;
  g_autoptr (ForeDeck) deck = fore_export_arguments_read_deck (self, &assets, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) missing = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GFile) file = NULL;
  ForeExportChoice choice = { self->format, self->options, !self->no_notes,
                              !self->no_fragments, !self->no_source };

  if (deck == NULL)
    return fore_cli_fail ("%s: %s", self->name, error->message);

  file = strcmp (self->output, "-") != 0 ? g_file_new_for_commandline_arg (self->output)
                                         : NULL;
  fore_export_write_async (deck, assets, &choice, file, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!fore_export_write_finish (result, &content, &missing, &error))
    return fore_cli_fail ("%s: %s", self->name, error->message);
  if (file == NULL && !fore_cli_write ("-", content, &error))
    return fore_cli_fail ("%s: %s", self->output, error->message);
  for (char **line = missing; line != NULL && *line != NULL; line++)
    g_printerr (_ ("%s: not in the file: %s\n"), self->name, *line);
  return FORE_CLI_DONE;
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
  if (fore_export_format_is_drawn (arguments.format))
    /* What draws slides is in the program with windows. */
    return fore_headless_hand_over (argv - 1);
  return export_here (&arguments);
}
