/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-measure-command.h"

#include "fore-check-options.h"
#include "fore-error.h"
#include "fore-stage-measure.h"

#include <glib/gi18n.h>
#include <unistd.h>

#define AT_ONCE 50

typedef struct {
  ForeCheckOptions options;
  GMainLoop *loop;
  ForeDeck *deck;
  ForeChecker *checker;
  ForeStage *stage;
  gboolean asking;
  gboolean failed;
} Job;

static void
job_clear (Job *self)
{
  fore_check_options_clear (&self->options);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_object (&self->checker);
  g_clear_object (&self->stage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static void ask (Job *self);

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer =
    fore_stage_measure_finish (FORE_STAGE (source), result, &error);

  self->asking = FALSE;
  if (answer != NULL) {
    fore_checker_add_answer (self->checker, self->deck, answer);
    ask (self);
  } else if (!g_error_matches (error, FORE_ERROR, FORE_ERROR_PAGE)) {
    g_printerr (_ ("%s: the layout could not be measured: %s\n"), FORE_COMMAND_NAME,
                error->message);
    self->failed = TRUE;
    g_main_loop_quit (self->loop);
  }
}

static void
ask (Job *self)
{
  g_autoptr (ForeQuestions) questions = NULL;

  if (self->asking || !fore_stage_get_settled (self->stage))
    return;
  questions = fore_checker_dup_questions (self->checker, AT_ONCE);
  if (questions == NULL) {
    g_main_loop_quit (self->loop);
    return;
  }
  self->asking = TRUE;
  fore_stage_measure_async (self->stage, questions->slides, questions->styles,
                            questions->fonts, NULL, measured_cb, self);
}

static void
state_cb (Job *self)
{
  if (fore_stage_get_state (self->stage) != FORE_STAGE_FAILED)
    return;
  g_printerr (_ ("%s: the layout could not be measured: the web process died.\n"),
              FORE_COMMAND_NAME);
  self->failed = TRUE;
  g_main_loop_quit (self->loop);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  fore_checker_look_finish (FORE_CHECKER (source), result, NULL);
  g_main_loop_quit (user_data);
}

/* The hosts that the user has allowed; where the program is not installed, none. */
static void
allow_hosts (ForeAssets *assets)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_auto (GStrv) hosts = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, FORE_APP_ID, TRUE);
  if (schema == NULL)
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  hosts = g_settings_get_strv (settings, "allowed-hosts");
  fore_assets_set_allowed_hosts (assets, (const char *const *) hosts);
}

static GBytes *
read_deck (const Job *self, GError **error)
{
  g_autoptr (GFile) file = g_str_equal (self->options.names[0], "-")
                             ? g_file_new_for_path ("/dev/stdin")
                             : g_file_new_for_commandline_arg (self->options.names[0]);
  char *data;
  gsize length;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, error))
    return NULL;

  return g_bytes_new_take (data, length);
}

static void
run (Job *self, GBytes *bytes)
{
  g_autoptr (GFile) file = fore_check_options_dup_file (&self->options);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (ForeAssetCache) cache = fore_asset_cache_new (NULL);
  g_autoptr (ForeAssets) assets = fore_assets_new (cache);

  fore_assets_set_folder (assets, folder);
  allow_hosts (assets);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->deck = fore_deck_parse (bytes, NULL);
  self->checker = fore_checker_new ();
  fore_checker_set_deck (self->checker, self->deck);
  fore_checker_set_file (self->checker, file);
  fore_checker_look_async (self->checker, FALSE, NULL, looked_cb, self->loop);
  g_main_loop_run (self->loop);

  self->stage =
    g_object_ref_sink (FORE_STAGE (fore_stage_new (assets, FORE_STAGE_SPEAKER, NULL)));
  g_signal_connect_swapped (self->stage, "notify::settled", G_CALLBACK (ask), self);
  g_signal_connect_swapped (self->stage, "notify::state", G_CALLBACK (state_cb), self);
  fore_stage_set_deck (self->stage, self->deck);
  g_main_loop_run (self->loop);
  g_signal_handlers_disconnect_by_data (self->stage, self);
}

int
fore_measure_command (int argc, char **argv)
{
  g_auto (Job) job = { { FALSE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!fore_check_options_parse (&job.options, &argc, &argv, &error) ||
      job.options.names == NULL) {
    g_printerr ("%s: %s\n", FORE_COMMAND_NAME,
                error != NULL ? error->message : _ ("Which deck? Name a Markdown file."));
    return FORE_CHECK_FAILED;
  }
  bytes = read_deck (&job, &error);
  if (bytes == NULL) {
    g_printerr ("%s: %s: %s\n", FORE_COMMAND_NAME, job.options.names[0], error->message);
    return FORE_CHECK_FAILED;
  }
  if (!gtk_init_check ()) {
    g_printerr (_ ("%s: the layout could not be measured: there is no display.\n"),
                FORE_COMMAND_NAME);
    return FORE_CHECK_FAILED;
  }
  run (&job, bytes);

  return fore_check_options_report (&job.options, job.deck, job.checker, FORE_VERSION,
                                    !job.failed);
}
