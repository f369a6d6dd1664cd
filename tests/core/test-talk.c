/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-talk.h"

#include <string.h>

#define FRAGMENT " <!-- .element: class=\"fragment\" -->"
#define HIDDEN "<!-- .slide: data-visibility=\"hidden\" -->\n\n"
#define UNCOUNTED "<!-- .slide: data-visibility=\"uncounted\" -->\n\n"

/* A, a stack of B (two steps) and C, hidden D, E. */
static const char plain[] = "# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n- b" FRAGMENT
                            "\n\n----\n\n# C\n\n---\n\n" HIDDEN "# D\n\n---\n\n# E\n";

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static ForeTalk *
talk_new (const char *text)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 2, 3, 12, 0, 0);
  g_autoptr (ForeClock) clock = fore_clock_new_manual (noon);
  g_autoptr (ForeDeck) deck = parse (text);

  return fore_talk_new (deck, clock);
}

static void
pass (ForeTalk *talk, gint64 seconds)
{
  fore_clock_advance (fore_talk_get_clock (talk), seconds * G_USEC_PER_SEC);
  fore_talk_tick (talk);
}

#define assert_at(talk, i, s)                                                            \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_assert_cmpuint (fore_talk_get_index (talk), ==, i);                                \
    g_assert_cmpuint (fore_talk_get_step (talk), ==, s);                                 \
  }                                                                                      \
  G_STMT_END

#define assert_audience_at(talk, i, s)                                                   \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, i);                       \
    g_assert_cmpuint (fore_talk_get_audience_step (talk), ==, s);                        \
  }                                                                                      \
  G_STMT_END

/* --- moves
 * ------------------------------------------------------------------------------ */

static void
test_linear (void)
{
  static const guint places[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 },
                                     { 1, 2 }, { 2, 0 }, { 4, 0 } };
  g_autoptr (ForeTalk) talk = talk_new (plain);

  for (guint i = 1; i < G_N_ELEMENTS (places); i++) {
    guint index, step;

    g_assert_true (fore_talk_peek_next (talk, &index, &step));
    g_assert_cmpuint (index, ==, places[i][0]);
    g_assert_cmpuint (step, ==, places[i][1]);
    g_assert_false (fore_talk_get_at_end (talk));
    g_assert_true (fore_talk_next (talk));
    assert_at (talk, places[i][0], places[i][1]);
  }
  g_assert_true (fore_talk_get_at_end (talk));
  g_assert_false (fore_talk_next (talk));
  for (guint i = G_N_ELEMENTS (places) - 1; i > 0; i--) {
    g_assert_true (fore_talk_previous (talk));
    assert_at (talk, places[i - 1][0], places[i - 1][1]);
  }
  g_assert_false (fore_talk_previous (talk));
}

static void
test_arrows (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  guint index;

  g_assert_true (fore_talk_right (talk));
  assert_at (talk, 1, 0);
  g_assert_true (fore_talk_peek_down (talk, &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_true (fore_talk_peek_right (talk, &index));
  g_assert_cmpuint (index, ==, 4);
  g_assert_true (fore_talk_down (talk));
  assert_at (talk, 1, 1);
  g_assert_true (fore_talk_right (talk));
  g_assert_true (fore_talk_down (talk));
  assert_at (talk, 2, 0);
  g_assert_false (fore_talk_down (talk));
  g_assert_true (fore_talk_right (talk));
  assert_at (talk, 4, 0);
  g_assert_false (fore_talk_right (talk));
  /* Back to the slide of the stack that was shown last. */
  g_assert_true (fore_talk_left (talk));
  assert_at (talk, 2, 0);
  g_assert_true (fore_talk_up (talk));
  assert_at (talk, 1, 2);
  g_assert_true (fore_talk_left (talk));
  assert_at (talk, 1, 1);
}

/* --- the timer
 * -------------------------------------------------------------------------- */

static void
test_timer_starts (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeTimer *timer = fore_talk_get_timer (talk);

  pass (talk, 600);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_WAITING);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 0);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
  pass (talk, 90);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 90);
  fore_timer_pause (timer);
  fore_talk_next (talk);
  pass (talk, 30);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 90);
  fore_timer_resume (timer);
  pass (talk, 5);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 95);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 0), ==, 0);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 1), ==, 95 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/linear", test_linear);
  g_test_add_func ("/talk/arrows", test_arrows);
  g_test_add_func ("/talk/timer/starts", test_timer_starts);

  return g_test_run ();
}
