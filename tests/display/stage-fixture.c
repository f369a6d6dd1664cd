/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "stage-fixture.h"

#include <glib/gstdio.h>

void
stage_fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_init ();
}

void
stage_fixture_set_up (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *cache_path = NULL;
  g_autoptr (ForeAssetCache) cache = NULL;
  g_autoptr (GFile) folder = NULL;

  fixture->path = g_dir_make_tmp ("fore-stage-XXXXXX", NULL);
  cache_path = g_build_filename (fixture->path, ".cache", NULL);
  cache = fore_asset_cache_new (cache_path);
  folder = g_file_new_for_path (fixture->path);
  fixture->assets = fore_assets_new (cache);
  fore_assets_set_folder (fixture->assets, folder);

  fixture->stage =
    FORE_STAGE (fore_stage_new (fixture->assets, GPOINTER_TO_INT (data), NULL));
  fixture->view =
    WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (fixture->stage)));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->stage));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) &&
        !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
stage_fixture_tear_down (StageFixture *fixture, gconstpointer data)
{
  gpointer stage = fixture->stage, view = fixture->view;

  g_object_add_weak_pointer (stage, &stage);
  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (stage != NULL || view != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->assets);
  remove_folder (fixture->path);
  g_free (fixture->path);
}

void
stage_fixture_write (StageFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
stage_fixture_push_text (StageFixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ForeDeck) deck =
    fore_deck_parse (bytes, fore_stage_get_deck (fixture->stage));

  fore_stage_set_deck (fixture->stage, deck);
}

void
stage_fixture_settle (ForeStage *stage)
{
  while (!fore_stage_get_settled (stage))
    g_main_context_iteration (NULL, TRUE);
}

void
stage_fixture_show_text (StageFixture *fixture, const char *text)
{
  stage_fixture_push_text (fixture, text);
  stage_fixture_settle (fixture->stage);
}

static void
emitted_cb (gboolean *emitted)
{
  *emitted = TRUE;
}

void
stage_fixture_wait_for_signal (gpointer object, const char *name)
{
  gboolean emitted = FALSE;
  gulong handler =
    g_signal_connect_swapped (object, name, G_CALLBACK (emitted_cb), &emitted);

  while (!emitted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (object, handler);
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
    WEBKIT_WEB_VIEW (source), result, &error);

  g_assert_no_error (error);
  *(char **) user_data = jsc_value_to_string (value);
}

char *
stage_fixture_evaluate (WebKitWebView *view, const char *body)
{
  char *text = NULL;

  webkit_web_view_call_async_javascript_function (
    view, body, -1, NULL, NULL, "stage-fixture", NULL, evaluated_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}
