/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-key-dialog.h"
#include "fore-key-page.h"
#include "fore-preferences.h"
#include "user.h"

static GtkWidget *
forget_button (GtkWidget *preferences)
{
  return find_widget (preferences, GTK_TYPE_BUTTON, "action-name",
                      "preferences.forget-host");
}

static void
test_hosts (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  GtkWidget *preferences = fore_preferences_new (settings);
  const char *const hosts[] = { "a.example.org", "b.example.org", NULL };
  g_auto (GStrv) left = NULL;

  g_assert_null (forget_button (preferences));

  /* A host that is allowed elsewhere appears while the window is open. */
  g_settings_set_strv (settings, "allowed-hosts", hosts);
  g_assert_nonnull (
    find_widget (preferences, ADW_TYPE_ACTION_ROW, "title", "a.example.org"));

  g_signal_emit_by_name (forget_button (preferences), "clicked");
  left = g_settings_get_strv (settings, "allowed-hosts");
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_cmpstr (left[0], ==, "b.example.org");
  g_assert_null (
    find_widget (preferences, ADW_TYPE_ACTION_ROW, "title", "a.example.org"));

  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_style (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  AdwStyleManager *manager =
    adw_application_get_style_manager (ADW_APPLICATION (fixture->application));
  GtkWidget *preferences = fore_preferences_new (settings);
  GtkWidget *row = find_widget (preferences, ADW_TYPE_COMBO_ROW, NULL, NULL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==,
                   ADW_COLOR_SCHEME_FORCE_DARK);
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==,
                   ADW_COLOR_SCHEME_FORCE_LIGHT);

  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_source (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkWidget *source =
    find_widget (GTK_WIDGET (window), g_type_from_name ("ForeSourcePane"), NULL, NULL);
  gboolean wrap;

  g_object_get (source, "wrap", &wrap, NULL);
  g_assert_true (wrap);
  g_settings_set_boolean (settings, "wrap", FALSE);
  g_object_get (source, "wrap", &wrap, NULL);
  g_assert_false (wrap);

  g_object_set (source, "zoom", 2.0, NULL);
  g_assert_cmpfloat (g_settings_get_double (settings, "source-zoom"), ==, 2.0);
}

static const char *
command_of (ForeKeyTable *keys, const char *text)
{
  const ForeShowCommand *command;
  ForeKey key;

  g_assert_true (fore_key_parse (text, &key));
  command = fore_key_table_find (keys, key);
  return command ? command->name : NULL;
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  GtkWidget *label = find_widget (root, GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_keys (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  g_autoptr (ForeKeyTable) keys = fore_key_table_new (settings);
  GtkWidget *preferences = fore_preferences_new (settings);
  GtkWidget *page = find_widget (preferences, FORE_TYPE_KEY_PAGE, NULL, NULL);
  GtkWidget *row =
    find_widget (preferences, ADW_TYPE_ACTION_ROW, "title", "Bring the slide back");
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (preferences));
  g_signal_emit_by_name (row, "activated");
  wait_until (find_window (FORE_TYPE_KEY_DIALOG) != NULL);
  dialog = GTK_WIDGET (find_window (FORE_TYPE_KEY_DIALOG));
  user_focus (GTK_WINDOW (dialog));

  user_press ("ctrl+F5");
  wait_until (g_strcmp0 (command_of (keys, "<Control>F5"), "slide") == 0);
  g_assert_nonnull (find_widget (row, GTK_TYPE_LABEL, "label", "Ctrl+F5"));

  /* What another command has is taken only when that is meant. */
  user_press ("b");
  wait_until (
    has_label (dialog, "B is used for “Black picture”. Press it again to use it here."));
  g_assert_cmpstr (command_of (keys, "b"), ==, "black");
  user_press ("b");
  wait_until (g_strcmp0 (command_of (keys, "b"), "slide") == 0);
  g_assert_cmpstr (command_of (keys, "period"), ==, "black");

  gtk_widget_activate_action (dialog, "key.remove", "s", "F5");
  g_assert_null (command_of (keys, "F5"));
  user_press ("Escape");
  wait_until (find_window (FORE_TYPE_KEY_DIALOG) == NULL);

  gtk_widget_activate_action (page, "keys.reset", "s", "slide");
  g_assert_cmpstr (command_of (keys, "F5"), ==, "slide");
  g_assert_null (command_of (keys, "b"));
  gtk_widget_activate_action (page, "keys.reset-all", NULL);
  g_assert_cmpstr (command_of (keys, "b"), ==, "black");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_finalized (AppFixture *fixture, gconstpointer unused)
{
  GtkWidget *preferences =
    fore_preferences_new (fore_application_get_settings (fixture->application));

  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
  wait_until (preferences == NULL);
}

static void
add_tests (void)
{
  app_test ("/preferences/hosts", test_hosts);
  app_test ("/preferences/style", test_style);
  app_test ("/preferences/source", test_source);
  app_test ("/preferences/keys", test_keys);
  app_test ("/preferences/finalized", test_finalized);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
