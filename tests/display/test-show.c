/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-window-private.h"
#include "user.h"

/* A show on one monitor, and a user at the keyboard or with a presenter in the hand. */

#define DECK                                                                             \
  "---\ntitle: Three\nslideOptions:\n  transition: none\n---\n\n# One\n\n---\n\n# "      \
  "Two\n\n"                                                                              \
  "- a <!-- .element: class=\"fragment\" -->\n- b <!-- .element: class=\"fragment\" "    \
  "-->\n\n----\n\n# Below\n\n---\n\n# Four\n"

static ForeWindow *
start (AppFixture *fixture, const char *action)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK);
  ForeWindow *window = app_fixture_open (fixture, file);

  wait_until (fore_stage_get_settled (fore_editor_get_stage (window->editor)));
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  user_focus (GTK_WINDOW (audience_of (window)));
  wait_until (fore_stage_get_settled (fore_audience_get_stage (audience_of (window))));
  return window;
}

static gboolean
is_at (ForeWindow *window, guint index, guint step)
{
  ForeTalk *talk = talk_of (window);
  ForeStage *stage = fore_audience_get_stage (audience_of (window));

  return fore_talk_get_index (talk) == index && fore_talk_get_step (talk) == step &&
         fore_stage_get_settled (stage) && fore_stage_get_index (stage) == index &&
         fore_stage_get_step (stage) == step;
}

static void
press_until_at (ForeWindow *window, const char *key, guint index, guint step)
{
  user_press (key);
  wait_until (is_at (window, index, step));
}

static void
test_moves (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  press_until_at (window, "Page_Down", 1, 0);
  press_until_at (window, "space", 1, 1);
  press_until_at (window, "KP_Next", 1, 2);
  press_until_at (window, "Return", 2, 0);
  press_until_at (window, "Prior", 1, 2);
  press_until_at (window, "shift+Right", 2, 0);
  press_until_at (window, "n", 3, 0);
  press_until_at (window, "Home", 0, 0);
  press_until_at (window, "End", 3, 0);
  press_until_at (window, "BackSpace", 2, 0);
  press_until_at (window, "Up", 1, 2);
  press_until_at (window, "ctrl+Page_Down", 3, 0);
  press_until_at (window, "alt+Left", 1, 2);
  press_until_at (window, "XF86AudioNext", 2, 0);
  press_until_at (window, "XF86Back", 1, 2);
}

static void
test_number (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  user_press ("4");
  press_until_at (window, "Return", 3, 0);
  user_press ("2");
  user_press ("slash");
  user_press ("2");
  press_until_at (window, "KP_Enter", 2, 0);

  /* Escape takes the number back, and nothing else. */
  user_press ("1");
  user_press ("Escape");
  press_until_at (window, "Return", 3, 0);
  g_assert_true (fore_show_get_running (fore_window_get_show (window)));
}

static void
test_pictures (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  ForeTalk *talk = talk_of (window);

  user_press ("b");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_BLACK);
  user_press ("comma");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_WHITE);
  user_press ("Escape");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_SLIDE);
  user_press ("f");
  wait_until (fore_talk_get_frozen (talk));
  user_press ("Next");
  wait_until (fore_talk_get_index (talk) == 1);
  g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, 0);
  press_until_at (window, "f", 1, 0);

  /* One screen and no speaker view: F5 in the editor brings a hidden window back. */
  user_press ("h");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (audience_of (window))));
  user_focus (GTK_WINDOW (window));
  user_press ("F5");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (audience_of (window))));
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 1);
}

/* One button of a presenter sends F5 and Escape in turn, another a full stop. */
static void
test_presenter (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  ForeTalk *talk = talk_of (window);

  press_until_at (window, "Next", 1, 0);
  user_press ("period");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_BLACK);
  user_press ("F5");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_SLIDE);
  user_press ("Escape");
  user_press ("F5");
  user_press ("Escape");
  press_until_at (window, "Next", 1, 1);
  g_assert_true (talk_of (window) == talk);
}

static void
test_held_key (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  /* As a keyboard repeats: pressed again and again, and released once. */
  user_hold ("Next", 6);
  wait_until (is_at (window, 1, 0));
  press_until_at (window, "Next", 1, 1);
}

static void
test_end_and_go_on (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present-here");
  g_autoptr (ForeTalk) talk = g_object_ref (talk_of (window));

  press_until_at (window, "Next", 1, 0);
  press_until_at (window, "Next", 1, 1);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_RUNNING);
  user_press ("Escape");
  user_press ("Escape");
  wait_until (fore_window_get_show (window) == NULL);
  g_assert_cmpuint (fore_editor_get_index (window->editor), ==, 1);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_PAUSED);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.resume-show", NULL);
  g_assert_true (talk_of (window) == talk);
  wait_until (is_at (window, 1, 1));
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_RUNNING);
}

static void
add_tests (void)
{
  app_test ("/show/moves", test_moves);
  app_test ("/show/number", test_number);
  app_test ("/show/pictures", test_pictures);
  app_test ("/show/presenter", test_presenter);
  app_test ("/show/held-key", test_held_key);
  app_test ("/show/end-and-go-on", test_end_and_go_on);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
