/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-print-command.h"

#include "fore-cli.h"
#include "fore-export-arguments.h"
#include "fore-pdf-export.h"
#include "fore-picture-export.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <unistd.h>

typedef struct {
  GMainLoop *loop;
  gboolean tells; /* how far it is, to a person */
  GBytes *document;
  char **messages;
  gboolean complete;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->messages, g_strfreev);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
progress_cb (guint n_done, guint n_all, gpointer user_data)
{
  Outcome *self = user_data;

  if (!self->tells)
    return;
  g_printerr ("\r\033[K");
  /* Translators: how many slides are exported, and how many there are */
  g_printerr (_ ("%u of %u slides"), n_done, n_all);
}

static void
end_progress (const Outcome *self)
{
  if (self->tells)
    g_printerr ("\r\033[K");
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *self = user_data;

  self->document =
    fore_pdf_export_finish (result, &self->messages, &self->complete, &self->error);
  g_main_loop_quit (self->loop);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *self = user_data;

  fore_picture_export_finish (result, &self->messages, &self->complete, &self->error);
  g_main_loop_quit (self->loop);
}

static gboolean
make_folder (const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
               _ ("“%s” could not be made: %s."), folder, g_strerror (errno));
  return FALSE;
}

static void
run (const ForeExportArguments *arguments,
     ForeDeck *deck,
     ForeAssets *assets,
     Outcome *outcome)
{
  g_autoptr (GFile) file = NULL;

  if (arguments->format == FORE_EXPORT_PDF) {
    fore_pdf_export_async (deck, assets, &arguments->options, progress_cb, outcome, NULL,
                           printed_cb, outcome);
  } else {
    if (!make_folder (arguments->output, &outcome->error))
      return;
    file = g_file_new_for_commandline_arg (arguments->output);
    fore_picture_export_async (deck, assets, &arguments->options, arguments->format, file,
                               progress_cb, outcome, NULL, drawn_cb, outcome);
  }
  g_main_loop_run (outcome->loop);
  end_progress (outcome);
}

static int
report (const ForeExportArguments *arguments, const Outcome *outcome)
{
  g_autoptr (GError) error = NULL;
  int status = outcome->complete ? FORE_CLI_DONE : FORE_CLI_FAILED;

  if (outcome->error != NULL)
    return fore_cli_fail ("%s: %s", arguments->name, outcome->error->message);
  if (outcome->document != NULL &&
      !fore_cli_write (arguments->output, outcome->document, &error))
    return fore_cli_fail ("%s: %s", arguments->output, error->message);
  for (char **line = outcome->messages; line != NULL && *line != NULL; line++)
    g_printerr ("%s: %s\n", arguments->name, *line);
  return status;
}

int
fore_print_command (int argc, char **argv)
{
  g_auto (ForeExportArguments) arguments = { NULL };
  g_auto (Outcome) outcome = { NULL };
  g_autoptr (ForeAssets) assets = NULL;
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!fore_export_arguments_parse (&arguments, argc, argv, &status))
    return status;
  /* Nobody is there to have the screen read aloud. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("WEBKIT_A11Y_BUS_ADDRESS", "", TRUE);
  if (!gtk_init_check ())
    return fore_cli_fail (_ ("The display could not be opened."));
  deck = fore_export_arguments_read_deck (&arguments, &assets, &error);
  if (deck == NULL)
    return fore_cli_fail ("%s: %s", arguments.name, error->message);

  outcome.loop = g_main_loop_new (NULL, FALSE);
  outcome.tells = isatty (STDERR_FILENO);
  run (&arguments, deck, assets, &outcome);
  return report (&arguments, &outcome);
}
