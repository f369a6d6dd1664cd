/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-report-row.h"
#include "fore-report-window.h"
#include "fore-run-store.h"
#include "fore-window-private.h"

#include <string.h>

/* A talk whose first slide took @first seconds, and whose second took @second. */
static void
give_talk (ForeWindow *window, gint64 first, gint64 second)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (ForeClock) clock = fore_clock_new_manual (now);
  g_autoptr (ForeTalk) talk =
    fore_talk_new (fore_document_get_deck (window->document), clock);

  fore_timer_start (fore_talk_get_timer (talk));
  fore_clock_advance (clock, first * G_USEC_PER_SEC);
  fore_talk_next (talk);
  fore_clock_advance (clock, second * G_USEC_PER_SEC);
  fore_talk_tick (talk);
  fore_window_keep_report (window, talk);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) runs = fore_run_store_list_finish (result, NULL);

  *(int *) user_data = runs != NULL ? (int) runs->len : 0;
}

static void
wait_until_kept (GFile *file, int n_runs)
{
  g_autofree char *folder = fore_run_store_dup_folder ();
  int found;

  do {
    found = -1;
    fore_run_store_list_async (folder, file, NULL, listed_cb, &found);
    wait_until (found >= 0);
  } while (found < n_runs);
}

static ForeReportWindow *
open_report (ForeWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.last-talk", NULL);
  wait_until (find_window (FORE_TYPE_REPORT_WINDOW) != NULL);
  return FORE_REPORT_WINDOW (find_window (FORE_TYPE_REPORT_WINDOW));
}

static void
assert_row (GListModel *rows,
            guint position,
            const char *number,
            const char *title,
            const char *time,
            const char *before)
{
  g_autoptr (ForeReportRow) row = g_list_model_get_item (rows, position);

  g_assert_cmpstr (fore_report_row_get_number (row), ==, number);
  g_assert_cmpstr (fore_report_row_get_title (row), ==, title);
  g_assert_cmpstr (fore_report_row_get_time (row), ==, time);
  g_assert_cmpstr (fore_report_row_get_before (row), ==, before);
}

static void
test_compare (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeReportWindow *report;
  GtkWidget *view;
  GListModel *rows;

  give_talk (window, 65, 10);
  wait_until_kept (file, 1);
  give_talk (window, 70, 10);
  wait_until_kept (file, 2);
  /* Looking at the projector is no talk. */
  give_talk (window, 4, 5);

  report = open_report (window);
  view = find_widget (GTK_WIDGET (report), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  assert_row (rows, 0, "", "One", "1:10", "");
  assert_row (rows, 1, "1", "One", "1:10", "1:05");
  assert_row (rows, 3, "2", "Two", "0:10", "0:10");
  assert_row (rows, 4, "3", "Below", "", "");
  gtk_window_destroy (GTK_WINDOW (report));
}

static int
place (const char *text, const char *what)
{
  const char *found = strstr (text, what);

  g_assert_nonnull (found);
  return (int) (found - text);
}

static void
test_write (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (window->document));
  g_autofree char *with = NULL;
  g_autofree char *after = NULL;
  ForeReportWindow *report;

  give_talk (window, 65, 10);
  wait_until_kept (file, 1);
  report = open_report (window);
  gtk_widget_activate_action (GTK_WIDGET (report), "report.write-timing", NULL);
  wait_until (fore_document_get_modified (window->document));
  g_object_get (buffer, "text", &with, NULL);
  g_assert_cmpint (place (with, "data-timing=\"65\""), <, place (with, "# One"));
  g_assert_cmpint (place (with, "# One"), <, place (with, "data-timing=\"10\""));
  g_assert_cmpint (place (with, "data-timing=\"10\""), <, place (with, "# Two"));

  /* One step. */
  gtk_text_buffer_undo (buffer);
  g_object_get (buffer, "text", &after, NULL);
  g_assert_cmpstr (after, ==, DECK_OF_THREE);
}

static void
test_none (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "other.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.last-talk", NULL);
  wait_until (find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "label",
                           "There was no talk of this deck yet") != NULL);
  g_assert_null (find_window (FORE_TYPE_REPORT_WINDOW));
}

static void
add_tests (void)
{
  app_test ("/report/compare", test_compare);
  app_test ("/report/write", test_write);
  app_test ("/report/none", test_none);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
