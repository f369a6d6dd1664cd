/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-ink-layer.h"
#include "fore-overview.h"
#include "fore-window-private.h"
#include "user.h"

/* Tools in a running show, by the keys that a speaker would press. */

#define DECK "# One\n\n---\n\n# Two\n\n---\n\n# Three\n\nWith fish\n"

static ForeWindow *
start (AppFixture *fixture)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK);
  ForeWindow *window = app_fixture_open (fixture, file);

  wait_until (fore_stage_get_settled (fore_editor_get_stage (window->editor)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  user_focus (GTK_WINDOW (audience_of (window)));
  wait_until (fore_stage_get_settled (fore_audience_get_stage (audience_of (window))));

  return window;
}

static ForeInk *
ink_of (ForeWindow *window)
{
  return fore_show_get_ink (fore_window_get_show (window));
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* One line with the mouse, drawn in the middle of the audience's window. */
static void
drag (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "mousemove", "300", "300", "mousedown",
    "1", "mousemove", "400", "320", "mousemove", "500", "300", "mouseup", "1", NULL);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, moved_cb, &done);
  wait_until (done);
}

static void
test_pen (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture);
  ForeInk *ink = ink_of (window);
  ForePointer *pointer = fore_ink_get_pointer (ink);

  user_press ("d");
  wait_until (fore_pointer_get_tool (pointer) == FORE_TOOL_PEN);
  drag ();
  wait_until (fore_ink_get_strokes (ink, 0) != NULL);
  /* Writing does not step. */
  g_assert_cmpuint (fore_talk_get_index (talk_of (window)), ==, 0);

  user_press ("Next");
  wait_until (fore_ink_get_index (ink) == 1);
  g_assert_false (fore_ink_get_can_undo (ink));
  user_press ("Prior");
  wait_until (fore_ink_get_index (ink) == 0);
  user_press ("ctrl+z");
  wait_until (fore_ink_get_strokes (ink, 0) == NULL);
  user_press ("ctrl+shift+z");
  wait_until (fore_ink_get_strokes (ink, 0) != NULL);
  user_press ("c");
  wait_until (fore_ink_get_strokes (ink, 0) == NULL);

  /* Escape lays the pen away, and nothing else. */
  user_press ("Escape");
  wait_until (fore_pointer_get_tool (pointer) == FORE_TOOL_NONE);
  user_press ("l");
  wait_until (fore_pointer_get_tool (pointer) == FORE_TOOL_LASER);
  g_assert_true (fore_show_get_running (fore_window_get_show (window)));
}

static void
test_overview (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture);
  ForeTalk *talk = talk_of (window);
  GtkWidget *overview;

  user_press ("Tab");
  wait_until (find_window (ADW_TYPE_WINDOW) != NULL);
  user_focus (find_window (ADW_TYPE_WINDOW));
  overview = find_widget (GTK_WIDGET (find_window (ADW_TYPE_WINDOW)), FORE_TYPE_OVERVIEW,
                          NULL, NULL);
  g_assert_nonnull (overview);
  user_type ("fish");
  {
    guint index = 0;

    wait_until (fore_overview_get_selected (FORE_OVERVIEW (overview), &index) &&
                index == 2);
  }
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 0);
  user_press ("Return");
  wait_until (fore_talk_get_index (talk) == 2);
  wait_until (find_window (ADW_TYPE_WINDOW) == NULL);

  user_focus (GTK_WINDOW (audience_of (window)));
  user_press ("o");
  wait_until (find_window (ADW_TYPE_WINDOW) != NULL);
  user_focus (find_window (ADW_TYPE_WINDOW));
  user_press ("Left");
  user_press ("Escape");
  wait_until (find_window (ADW_TYPE_WINDOW) == NULL);
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 2);
  g_assert_true (fore_show_get_running (fore_window_get_show (window)));
}

/* With a speaker view: both windows have the ink, and the overview lies over the slides.
 */
static void
test_speaker (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture);
  ForeShow *show = fore_window_get_show (window);
  GtkWidget *speaker;

  fore_show_activate (show, "speaker");
  wait_until (fore_show_get_speaker (show) != NULL);
  speaker = GTK_WIDGET (fore_show_get_speaker (show));
  g_assert_nonnull (
    find_widget (GTK_WIDGET (audience_of (window)), FORE_TYPE_INK_LAYER, NULL, NULL));
  g_assert_nonnull (find_widget (speaker, FORE_TYPE_INK_LAYER, NULL, NULL));

  fore_show_activate (show, "overview");
  wait_until (find_widget (speaker, FORE_TYPE_OVERVIEW, NULL, NULL) != NULL);
  g_signal_emit_by_name (find_widget (speaker, FORE_TYPE_OVERVIEW, NULL, NULL), "chosen",
                         1);
  wait_until (fore_talk_get_index (talk_of (window)) == 1);
  g_assert_null (find_widget (speaker, FORE_TYPE_OVERVIEW, NULL, NULL));

  /* It goes with the window that it was in. */
  fore_show_activate (show, "overview");
  g_assert_nonnull (find_widget (speaker, FORE_TYPE_OVERVIEW, NULL, NULL));
  fore_show_activate (show, "speaker");
  wait_until (fore_show_get_speaker (show) == NULL);
  fore_show_activate (show, "overview");
  wait_until (find_window (ADW_TYPE_WINDOW) != NULL);
  fore_show_activate (show, "leave");
  wait_until (find_window (ADW_TYPE_WINDOW) == NULL);
  g_assert_true (fore_show_get_running (show));
}

static void
add_tests (void)
{
  app_test ("/show-tools/pen", test_pen);
  app_test ("/show-tools/overview", test_overview);
  app_test ("/show-tools/speaker", test_speaker);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
