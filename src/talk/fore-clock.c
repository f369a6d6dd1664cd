/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-clock.h"

#include <time.h>

struct _ForeClock {
  GObject parent_instance;

  GDateTime *start; /* NULL for the clock of the computer */
  gint64 passed;
};

G_DEFINE_FINAL_TYPE (ForeClock, fore_clock, G_TYPE_OBJECT)

ForeClock *
fore_clock_new_system (void)
{
  return g_object_new (FORE_TYPE_CLOCK, NULL);
}

ForeClock *
fore_clock_new_manual (GDateTime *now)
{
  ForeClock *self;

  g_return_val_if_fail (now != NULL, NULL);

  self = g_object_new (FORE_TYPE_CLOCK, NULL);
  self->start = g_date_time_ref (now);

  return self;
}

void
fore_clock_advance (ForeClock *self, gint64 microseconds)
{
  g_return_if_fail (FORE_IS_CLOCK (self));
  g_return_if_fail (self->start != NULL);
  g_return_if_fail (microseconds >= 0);

  self->passed += microseconds;
}

gint64
fore_clock_get_monotonic (ForeClock *self)
{
  struct timespec now;

  g_return_val_if_fail (FORE_IS_CLOCK (self), 0);

  if (self->start != NULL)
    return self->passed;

  /* g_get_monotonic_time () stands still while the lid is closed; a talk does not. */
  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

GDateTime *
fore_clock_dup_now (ForeClock *self)
{
  g_return_val_if_fail (FORE_IS_CLOCK (self), NULL);

  return self->start != NULL ? g_date_time_add (self->start, self->passed)
                             : g_date_time_new_now_local ();
}

GDateTime *
fore_clock_dup_next (ForeClock *self, int hour, int minute)
{
  g_autoptr (GDateTime) now = NULL;
  GTimeZone *zone;

  g_return_val_if_fail (FORE_IS_CLOCK (self), NULL);
  g_return_val_if_fail (hour >= 0 && hour < 24, NULL);
  g_return_val_if_fail (minute >= 0 && minute < 60, NULL);

  now = fore_clock_dup_now (self);
  zone = g_date_time_get_timezone (now);
  for (int days = 0;; days++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
    g_autoptr (GDateTime) then =
      g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                       g_date_time_get_day_of_month (day), hour, minute, 0);

    if (g_date_time_compare (then, now) > 0)
      return g_steal_pointer (&then);
  }
}

static void
fore_clock_finalize (GObject *object)
{
  ForeClock *self = FORE_CLOCK (object);

  g_clear_pointer (&self->start, g_date_time_unref);

  G_OBJECT_CLASS (fore_clock_parent_class)->finalize (object);
}

static void
fore_clock_class_init (ForeClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_clock_finalize;
}

static void
fore_clock_init (ForeClock *self)
{
}
