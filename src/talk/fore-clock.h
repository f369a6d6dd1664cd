/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeClock:
 *
 * What time it is: by the computer, or, in a test, by the test.
 */
#define FORE_TYPE_CLOCK (fore_clock_get_type ())

G_DECLARE_FINAL_TYPE (ForeClock, fore_clock, FORE, CLOCK, GObject)

ForeClock *fore_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_clock_new_manual:
 * @now: the time of day that it starts from
 *
 * Returns: (transfer full): a clock that stands still until it is advanced
 */
ForeClock *fore_clock_new_manual (GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_clock_advance:
 * @microseconds: 0 or more
 *
 * Lets time pass on a manual clock.
 */
void fore_clock_advance (ForeClock *self, gint64 microseconds);

/**
 * fore_clock_get_monotonic:
 *
 * Returns: microseconds since some moment; never fewer than before, whatever becomes of
 *   the time of day, and counted while the computer sleeps as well
 */
gint64 fore_clock_get_monotonic (ForeClock *self);

/**
 * fore_clock_dup_now:
 *
 * Returns: (transfer full): the date and the time of day here
 */
GDateTime *fore_clock_dup_now (ForeClock *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_clock_dup_next:
 * @hour: 0 to 23
 * @minute: 0 to 59
 *
 * Returns: (transfer full): when it will be that time of day: today, or tomorrow if that
 *   is gone by
 */
GDateTime *
fore_clock_dup_next (ForeClock *self, int hour, int minute) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
