/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"

#include <glib/gstdio.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_folder (child);
    else
      g_remove (child);
  }
  g_rmdir (path);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("foredeck-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* G_TEST_OPTION_ISOLATE_DIRS would hide the system's icons and file types as well. */
int
app_fixture_run (int argc, char *argv[], void (*add_tests) (void))
{
  const char *const variables[] = { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                    "XDG_STATE_HOME" };
  g_autofree char *home = make_folder ();
  int status;

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++) {
    g_autofree char *path = g_build_filename (home, variables[i], NULL);

    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    g_setenv (variables[i], path, TRUE);
  }
  g_test_init (&argc, &argv, NULL);
  add_tests ();
  status = g_test_run ();
  remove_folder (home);
  return status;
}

/* The settings in memory outlive a test. */
static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
}

void
app_fixture_set_up (AppFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = make_folder ();
  self->application = fore_application_new (FORE_APP_ID);
  g_application_set_flags (G_APPLICATION (self->application),
                           g_application_get_flags (G_APPLICATION (self->application)) |
                             G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  reset_settings (fore_application_get_settings (self->application));
}

static ForeWindow *
first_window (AppFixture *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application));
       item != NULL; item = item->next) {
    if (FORE_IS_WINDOW (item->data))
      return item->data;
  }
  return NULL;
}

static int
end_cb (void)
{
  return 0;
}

void
app_fixture_tear_down (AppFixture *self, gconstpointer unused)
{
  char *arguments[] = { (char *) "test", NULL };
  ForeApplication *application = self->application;
  ForeWindow *window;

  while ((window = first_window (self)) != NULL)
    fore_window_close_now (window);

  /* Only g_application_run() ends a program in good order: let what is being written come
   * to its end, and do nothing else. */
  g_signal_connect (application, "handle-local-options", G_CALLBACK (end_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 1, arguments), ==, 0);

  g_object_add_weak_pointer (G_OBJECT (application), (gpointer *) &self->application);
  g_object_unref (application);
  wait_until (self->application == NULL);

  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

GFile *
app_fixture_write (AppFixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

char *
app_fixture_read (AppFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static ForeWindow *
window_of_file (AppFixture *self, GFile *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application));
       item != NULL; item = item->next) {
    GFile *other = FORE_IS_WINDOW (item->data) ? fore_window_get_file (item->data) : NULL;

    if (other != NULL && g_file_equal (file, other))
      return item->data;
  }
  return NULL;
}

ForeWindow *
app_fixture_open (AppFixture *self, GFile *file)
{
  ForeWindow *window;

  fore_application_open_file (self->application, file, NULL, NULL);
  window = window_of_file (self, file);
  g_assert_nonnull (window);
  wait_until (fore_window_get_document (window) != NULL &&
              fore_document_get_file (fore_window_get_document (window)) != NULL &&
              !fore_document_get_busy (fore_window_get_document (window)));
  return window;
}

guint
app_fixture_count_windows (AppFixture *self)
{
  guint n_windows = 0;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application));
       item != NULL; item = item->next)
    n_windows += FORE_IS_WINDOW (item->data) ? 1 : 0;
  return n_windows;
}

GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) &&
        gtk_widget_get_visible (GTK_WIDGET (window)))
      return window;
  }
  return NULL;
}

void
answer (const char *response)
{
  g_autoptr (GtkWindow) dialog = NULL;

  wait_until ((dialog = find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_object_ref (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

GtkWidget *
find_widget (GtkWidget *root, GType type, const char *property, const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)) {
    g_autofree char *value = NULL;

    if (property == NULL)
      return root;
    g_object_get (root, property, &value, NULL);
    if (g_strcmp0 (value, text) == 0)
      return root;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type, property, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

ForeTalk *
talk_of (ForeWindow *window)
{
  return fore_show_get_talk (fore_window_get_show (window));
}

ForeAudience *
audience_of (ForeWindow *window)
{
  return FORE_AUDIENCE (fore_show_get_audience (fore_window_get_show (window)));
}

void
type_text (ForeWindow *window, const char *text)
{
  GtkTextBuffer *buffer =
    GTK_TEXT_BUFFER (fore_document_get_buffer (fore_window_get_document (window)));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}
