/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-start-page.h"

static GtkWidget *
row_of (GtkWidget *root, const char *title)
{
  return find_widget (root, ADW_TYPE_ACTION_ROW, "title", title);
}

static void
test_recents (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "recent.md", "---\ntitle: Less & <more>\n---\n\n# One\n");
  g_autoptr (GFile) never = app_fixture_write (fixture, "never.md", "# Never\n");
  ForeRecents *recents = fore_application_get_recents (fixture->application);
  ForeWindow *window, *start;
  GtkWidget *page, *row;
  g_autofree char *subtitle = NULL;

  window = app_fixture_open (fixture, file);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (recents)) > 0);

  start = fore_application_new_window (fixture->application);
  page = find_widget (GTK_WIDGET (start), FORE_TYPE_START_PAGE, NULL, NULL);
  wait_until ((row = row_of (page, "Less & <more>")) != NULL);
  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, fixture->folder);
  g_assert_null (row_of (page, "Never"));

  /* It is open already: its window comes, the start page stays. */
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
  g_assert_null (fore_window_get_document (start));

  fore_window_close_now (window);
  g_signal_emit_by_name (row, "activate");
  wait_until (fore_window_get_document (start) != NULL);

  /* A file that has gone is not offered. */
  g_file_delete (file, NULL, NULL);
  fore_recents_add (recents, never, "Never");
  wait_until (row_of (page, "Never") != NULL);
  g_assert_null (row_of (page, "Less & <more>"));
}

static void
test_buttons (AppFixture *fixture, gconstpointer unused)
{
  const char *const actions[] = { "win.new", "win.open", "win.sample" };
  ForeWindow *window = fore_application_new_window (fixture->application);
  GtkWidget *page = find_widget (GTK_WIDGET (window), FORE_TYPE_START_PAGE, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *button = find_widget (page, GTK_TYPE_BUTTON, "action-name", actions[i]);

    g_assert_nonnull (button);
    g_assert_true (gtk_widget_is_sensitive (button));
  }

  g_signal_emit_by_name (find_widget (page, GTK_TYPE_BUTTON, "action-name", "win.sample"),
                         "clicked");
  g_assert_nonnull (fore_window_get_document (window));
}

static void
add_tests (void)
{
  app_test ("/start-page/buttons", test_buttons);
  app_test ("/start-page/recents", test_recents);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
