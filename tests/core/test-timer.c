/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-timer.h"

#include "talk-fixture.h"

#include <string.h>

static void
advance (ForeTimer *timer, ForeClock *clock, gint64 seconds)
{
  fore_clock_advance (clock, seconds * G_USEC_PER_SEC);
  fore_timer_tick (timer);
}

static void
assert_timer (ForeTimer *timer, ForeTimerState state, gint64 elapsed)
{
  g_assert_cmpint (fore_timer_get_state (timer), ==, state);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, elapsed);
}

static void
log_cb (ForeTimer *timer, GParamSpec *property, GPtrArray *log)
{
  g_ptr_array_add (log, (gpointer) property->name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted, since their order is not promised. */
static void
assert_told (GPtrArray *log, const char *expected)
{
  g_autofree char *told = NULL;

  g_ptr_array_sort (log, compare_names);
  g_ptr_array_add (log, NULL);
  told = g_strjoinv (" ", (char **) log->pdata);
  g_assert_cmpstr (told, ==, expected);
  g_ptr_array_set_size (log, 0);
}

static void
test_states (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);

  advance (timer, clock, 50);
  fore_timer_pause (timer);
  fore_timer_resume (timer);
  assert_timer (timer, FORE_TIMER_WAITING, 0);
  fore_timer_toggle (timer);
  advance (timer, clock, 10);
  assert_timer (timer, FORE_TIMER_RUNNING, 10);
  fore_timer_start (timer);
  fore_timer_toggle (timer);
  advance (timer, clock, 5);
  assert_timer (timer, FORE_TIMER_PAUSED, 10);
  fore_timer_pause (timer);
  fore_timer_resume (timer);
  advance (timer, clock, 1);
  assert_timer (timer, FORE_TIMER_RUNNING, 11);
}

/* Pauses of less than a second do not eat seconds. */
static void
test_fractions (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);

  for (guint i = 0; i < 10; i++) {
    fore_timer_start (timer);
    fore_clock_advance (clock, 999999);
    fore_timer_pause (timer);
    fore_clock_advance (clock, 300);
  }
  assert_timer (timer, FORE_TIMER_PAUSED, 9);
  g_assert_cmpint (fore_timer_get_running_time (timer), ==, 9999990);
}

static void
test_reset (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);

  fore_timer_reset (timer);
  g_assert_false (fore_timer_get_can_undo_reset (timer));
  fore_timer_start (timer);
  advance (timer, clock, 100);
  fore_timer_reset (timer);
  assert_timer (timer, FORE_TIMER_WAITING, 0);
  g_assert_true (fore_timer_get_can_undo_reset (timer));
  advance (timer, clock, 9);
  g_assert_true (fore_timer_get_can_undo_reset (timer));
  fore_timer_undo_reset (timer);
  assert_timer (timer, FORE_TIMER_RUNNING, 109);
  g_assert_false (fore_timer_get_can_undo_reset (timer));

  fore_timer_pause (timer);
  fore_timer_reset (timer);
  fore_timer_start (timer);
  advance (timer, clock, 3);
  fore_timer_undo_reset (timer);
  assert_timer (timer, FORE_TIMER_PAUSED, 109);
  /* What has run has run. */
  g_assert_cmpint (fore_timer_get_running_time (timer), ==, 112 * G_USEC_PER_SEC);

  fore_timer_reset (timer);
  advance (timer, clock, 10);
  g_assert_false (fore_timer_get_can_undo_reset (timer));
  fore_timer_undo_reset (timer);
  assert_timer (timer, FORE_TIMER_WAITING, 0);
}

static void
test_set_elapsed (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);

  fore_timer_set_elapsed (timer, 240);
  assert_timer (timer, FORE_TIMER_RUNNING, 240);
  advance (timer, clock, 1);
  g_assert_cmpint (fore_timer_get_running_time (timer), ==, G_USEC_PER_SEC);
  fore_timer_pause (timer);
  fore_timer_set_elapsed (timer, 10);
  advance (timer, clock, 1);
  assert_timer (timer, FORE_TIMER_PAUSED, 10);
  fore_timer_restore (timer, FORE_TIMER_RUNNING, 77);
  advance (timer, clock, 1);
  assert_timer (timer, FORE_TIMER_RUNNING, 78);
}

static void
test_remaining (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);
  g_autoptr (GDateTime) end = fore_clock_dup_next (clock, 12, 1);

  g_assert_false (fore_timer_has_target (timer));
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 0);
  fore_timer_set_duration (timer, 30);
  g_assert_true (fore_timer_has_target (timer));
  fore_timer_start (timer);
  fore_clock_advance (clock, 500000);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 30);
  fore_clock_advance (clock, 500000);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 29);
  advance (timer, clock, 40);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, -11);

  /* A fixed end comes nearer even while the timer is paused. */
  fore_timer_pause (timer);
  fore_timer_set_end_time (timer, end);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 19);
  fore_clock_advance (clock, 500000);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 19);
  fore_clock_advance (clock, 500000);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 18);
  advance (timer, clock, 20);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, -2);
  fore_timer_set_end_time (timer, NULL);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, -11);
}

static void
test_until_start (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);
  g_autoptr (GDateTime) start = fore_clock_dup_next (clock, 12, 5);
  g_autoptr (GPtrArray) log = g_ptr_array_new ();

  g_assert_cmpint (fore_timer_get_until_start (timer), ==, 0);
  g_signal_connect (timer, "notify", G_CALLBACK (log_cb), log);
  fore_timer_set_start_time (timer, start);
  assert_told (log, "start-time until-start");
  g_assert_cmpint (fore_timer_get_until_start (timer), ==, 300);
  advance (timer, clock, 310);
  assert_told (log, "until-start");
  g_assert_cmpint (fore_timer_get_until_start (timer), ==, -10);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_WAITING);
  fore_timer_start (timer);
  assert_told (log, "state until-start");
  g_assert_cmpint (fore_timer_get_until_start (timer), ==, 0);
}

static void
test_display (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);

  fore_timer_cycle_display (timer);
  g_assert_cmpint (fore_timer_get_display (timer), ==, FORE_TIMER_CLOCK);
  fore_timer_cycle_display (timer);
  g_assert_cmpint (fore_timer_get_display (timer), ==, FORE_TIMER_UP);
  fore_timer_set_duration (timer, 10);
  fore_timer_cycle_display (timer);
  g_assert_cmpint (fore_timer_get_display (timer), ==, FORE_TIMER_DOWN);
  fore_timer_cycle_display (timer);
  fore_timer_cycle_display (timer);
  g_assert_cmpint (fore_timer_get_display (timer), ==, FORE_TIMER_UP);
}

static void
test_notify (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeTimer) timer = fore_timer_new (clock);
  g_autoptr (GPtrArray) log = g_ptr_array_new ();

  g_signal_connect (timer, "notify", G_CALLBACK (log_cb), log);
  advance (timer, clock, 10);
  fore_timer_pause (timer);
  fore_timer_set_duration (timer, 0);
  fore_timer_set_end_time (timer, NULL);
  assert_told (log, "");
  fore_timer_set_duration (timer, 60);
  assert_told (log, "duration remaining");
  fore_timer_start (timer);
  assert_told (log, "state");
  advance (timer, clock, 2);
  fore_timer_tick (timer);
  assert_told (log, "elapsed remaining");
  fore_timer_reset (timer);
  assert_told (log, "can-undo-reset elapsed remaining state");
  advance (timer, clock, 11);
  assert_told (log, "can-undo-reset");
}

static void
test_clock (void)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeClock) ours = fore_clock_new_system ();
  g_autoptr (GDateTime) today = fore_clock_dup_next (clock, 12, 1);
  g_autoptr (GDateTime) tomorrow = fore_clock_dup_next (clock, 12, 0);
  g_autofree char *first = g_date_time_format_iso8601 (today);
  g_autofree char *second = g_date_time_format_iso8601 (tomorrow);
  gint64 before = fore_clock_get_monotonic (ours);
  g_autoptr (GDateTime) now = fore_clock_dup_now (ours);

  g_assert_cmpstr (first, ==, "2026-02-03T12:01:00Z");
  g_assert_cmpstr (second, ==, "2026-02-04T12:00:00Z");
  g_assert_cmpint (fore_clock_get_monotonic (ours), >=, before);
  g_assert_cmpint (ABS (g_get_real_time () / G_USEC_PER_SEC - g_date_time_to_unix (now)),
                   <, 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timer/states", test_states);
  g_test_add_func ("/timer/fractions", test_fractions);
  g_test_add_func ("/timer/reset", test_reset);
  g_test_add_func ("/timer/set-elapsed", test_set_elapsed);
  g_test_add_func ("/timer/remaining", test_remaining);
  g_test_add_func ("/timer/until-start", test_until_start);
  g_test_add_func ("/timer/display", test_display);
  g_test_add_func ("/timer/notify", test_notify);
  g_test_add_func ("/timer/clock", test_clock);

  return g_test_run ();
}
