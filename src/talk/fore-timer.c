/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Two stretches of time are kept: what has elapsed, which a user may set and reset, and
 * what it has run in all, which only grows. Both stand still but while it runs, and then
 * count from the same moment. */

#include "fore-timer.h"

typedef struct {
  ForeTimerState state;
  gint64 elapsed; /* microseconds, until `since` */
  gint64 running; /* likewise */
  gint64 since;   /* when the clock was looked at last */
} Count;

/* What the properties were when that was told last. */
typedef struct {
  ForeTimerState state;
  gint64 elapsed;
  gint64 remaining;
  gint64 until_start;
  gboolean can_undo_reset;
} Told;

struct _ForeTimer {
  GObject parent_instance;

  ForeClock *clock;
  Count count;
  Count before_reset;
  gint64 reset_at;
  gboolean was_reset;
  gint64 duration;
  GDateTime *start_time;
  GDateTime *end_time;
  ForeTimerDisplay display;
  Told told;
};

enum {
  PROP_STATE = 1,
  PROP_ELAPSED,
  PROP_DURATION,
  PROP_START_TIME,
  PROP_UNTIL_START,
  PROP_END_TIME,
  PROP_REMAINING,
  PROP_DISPLAY,
  PROP_CAN_UNDO_RESET,
  N_PROPERTIES
};

enum { RESET, RESET_UNDONE, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeTimer, fore_timer, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (ForeTimerState,
                    fore_timer_state,
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_PAUSED, "paused"))

G_DEFINE_ENUM_TYPE (ForeTimerDisplay,
                    fore_timer_display,
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_UP, "up"),
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_DOWN, "down"),
                    G_DEFINE_ENUM_VALUE (FORE_TIMER_CLOCK, "clock"))

/* --- time
 * ------------------------------------------------------------------------------- */

static void
count_up (Count *count, gint64 now)
{
  if (count->state == FORE_TIMER_RUNNING) {
    count->elapsed += now - count->since;
    count->running += now - count->since;
  }
  count->since = now;
}

static Count
count_now (ForeTimer *self)
{
  Count count = self->count;

  count_up (&count, fore_clock_get_monotonic (self->clock));

  return count;
}

/* Tells of what became different. */
static void
update (ForeTimer *self)
{
  GObject *object = G_OBJECT (self);
  Told told = { .state = self->count.state,
                .elapsed = fore_timer_get_elapsed (self),
                .remaining = fore_timer_get_remaining (self),
                .until_start = fore_timer_get_until_start (self),
                .can_undo_reset = fore_timer_get_can_undo_reset (self) };
  Told before = self->told;

  self->told = told;
  g_object_freeze_notify (object);
  if (told.state != before.state)
    g_object_notify_by_pspec (object, properties[PROP_STATE]);
  if (told.elapsed != before.elapsed)
    g_object_notify_by_pspec (object, properties[PROP_ELAPSED]);
  if (told.remaining != before.remaining)
    g_object_notify_by_pspec (object, properties[PROP_REMAINING]);
  if (told.until_start != before.until_start)
    g_object_notify_by_pspec (object, properties[PROP_UNTIL_START]);
  if (told.can_undo_reset != before.can_undo_reset)
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO_RESET]);
  g_object_thaw_notify (object);
}

static void
set_state (ForeTimer *self, ForeTimerState state)
{
  count_up (&self->count, fore_clock_get_monotonic (self->clock));
  self->count.state = state;
  update (self);
}

ForeTimerState
fore_timer_get_state (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), FORE_TIMER_WAITING);

  return self->count.state;
}

gint64
fore_timer_get_elapsed (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), 0);

  return count_now (self).elapsed / G_USEC_PER_SEC;
}

gint64
fore_timer_get_running_time (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), 0);

  return count_now (self).running;
}

gboolean
fore_timer_has_target (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), FALSE);

  return self->duration > 0 || self->end_time != NULL;
}

/* A second that has begun counts as left, as one that has begun does not count as gone.
 */
static gint64
count_until (ForeTimer *self, GDateTime *then)
{
  g_autoptr (GDateTime) now = fore_clock_dup_now (self->clock);
  gint64 left = g_date_time_difference (then, now);

  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : left / G_USEC_PER_SEC;
}

gint64
fore_timer_get_remaining (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), 0);

  if (self->end_time != NULL)
    return count_until (self, self->end_time);

  return self->duration > 0 ? self->duration - fore_timer_get_elapsed (self) : 0;
}

gint64
fore_timer_get_until_start (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), 0);

  return self->start_time != NULL && self->count.state == FORE_TIMER_WAITING
           ? count_until (self, self->start_time)
           : 0;
}

void
fore_timer_tick (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  update (self);
}

/* --- start, pause, reset
 * ---------------------------------------------------------------- */

void
fore_timer_start (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (self->count.state != FORE_TIMER_RUNNING)
    set_state (self, FORE_TIMER_RUNNING);
}

void
fore_timer_pause (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (self->count.state == FORE_TIMER_RUNNING)
    set_state (self, FORE_TIMER_PAUSED);
}

void
fore_timer_resume (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (self->count.state == FORE_TIMER_PAUSED)
    set_state (self, FORE_TIMER_RUNNING);
}

void
fore_timer_toggle (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (self->count.state == FORE_TIMER_RUNNING)
    fore_timer_pause (self);
  else
    fore_timer_start (self);
}

void
fore_timer_reset (ForeTimer *self)
{
  Count count;

  g_return_if_fail (FORE_IS_TIMER (self));

  count = count_now (self);
  if (count.state == FORE_TIMER_WAITING && count.elapsed == 0)
    return;

  self->before_reset = count;
  self->reset_at = count.since;
  self->was_reset = TRUE;
  self->count = count;
  self->count.state = FORE_TIMER_WAITING;
  self->count.elapsed = 0;
  g_signal_emit (self, signals[RESET], 0, count.elapsed / G_USEC_PER_SEC);
  update (self);
}

gboolean
fore_timer_get_can_undo_reset (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), FALSE);

  return self->was_reset && fore_clock_get_monotonic (self->clock) - self->reset_at <
                              FORE_TIMER_UNDO_SECONDS * G_USEC_PER_SEC;
}

void
fore_timer_undo_reset (ForeTimer *self)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (!fore_timer_get_can_undo_reset (self))
    return;

  /* What it ran since the reset is in what it would have run without. If it would not
   * have run, that time has to stay, since what has run never becomes less. */
  count_up (&self->count, fore_clock_get_monotonic (self->clock));
  count_up (&self->before_reset, self->count.since);
  self->before_reset.running = MAX (self->before_reset.running, self->count.running);
  self->count = self->before_reset;
  self->was_reset = FALSE;
  g_signal_emit (self, signals[RESET_UNDONE], 0);
  update (self);
}

void
fore_timer_set_elapsed (ForeTimer *self, gint64 seconds)
{
  g_return_if_fail (FORE_IS_TIMER (self));
  g_return_if_fail (seconds >= 0);

  self->count = count_now (self);
  self->count.elapsed = seconds * G_USEC_PER_SEC;
  if (self->count.state == FORE_TIMER_WAITING)
    self->count.state = FORE_TIMER_RUNNING;
  update (self);
}

void
fore_timer_restore (ForeTimer *self, ForeTimerState state, gint64 elapsed)
{
  g_return_if_fail (FORE_IS_TIMER (self));
  g_return_if_fail (elapsed >= 0);

  self->count = count_now (self);
  self->count.elapsed = elapsed * G_USEC_PER_SEC;
  self->count.state = state;
  update (self);
}

/* --- what is planned, and what is shown
 * ------------------------------------------------- */

gint64
fore_timer_get_duration (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), 0);

  return self->duration;
}

void
fore_timer_set_duration (ForeTimer *self, gint64 seconds)
{
  g_return_if_fail (FORE_IS_TIMER (self));
  g_return_if_fail (seconds >= 0);

  if (self->duration == seconds)
    return;
  self->duration = seconds;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DURATION]);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_time (ForeTimer *self, GDateTime **place, GDateTime *time, guint property)
{
  if (*place == time ||
      (*place != NULL && time != NULL && g_date_time_equal (*place, time)))
    return;
  g_clear_pointer (place, g_date_time_unref);
  *place = time != NULL ? g_date_time_ref (time) : NULL;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

GDateTime *
fore_timer_get_start_time (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), NULL);

  return self->start_time;
}

void
fore_timer_set_start_time (ForeTimer *self, GDateTime *start_time)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  set_time (self, &self->start_time, start_time, PROP_START_TIME);
}

GDateTime *
fore_timer_get_end_time (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), NULL);

  return self->end_time;
}

void
fore_timer_set_end_time (ForeTimer *self, GDateTime *end_time)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  set_time (self, &self->end_time, end_time, PROP_END_TIME);
}

ForeTimerDisplay
fore_timer_get_display (ForeTimer *self)
{
  g_return_val_if_fail (FORE_IS_TIMER (self), FORE_TIMER_UP);

  return self->display;
}

void
fore_timer_set_display (ForeTimer *self, ForeTimerDisplay display)
{
  g_return_if_fail (FORE_IS_TIMER (self));

  if (self->display == display)
    return;
  self->display = display;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY]);
}

void
fore_timer_cycle_display (ForeTimer *self)
{
  ForeTimerDisplay next;

  g_return_if_fail (FORE_IS_TIMER (self));

  next = self->display == FORE_TIMER_CLOCK ? FORE_TIMER_UP : self->display + 1;
  if (next == FORE_TIMER_DOWN && !fore_timer_has_target (self))
    next = FORE_TIMER_CLOCK;
  fore_timer_set_display (self, next);
}

/* --- the object
 * ------------------------------------------------------------------------- */

ForeTimer *
fore_timer_new (ForeClock *clock)
{
  ForeTimer *self;

  g_return_val_if_fail (FORE_IS_CLOCK (clock), NULL);

  self = g_object_new (FORE_TYPE_TIMER, NULL);
  self->clock = g_object_ref (clock);

  return self;
}

static void
fore_timer_get_property (GObject *object,
                         guint property_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  ForeTimer *self = FORE_TIMER (object);

  switch (property_id) {
  case PROP_STATE:
    g_value_set_enum (value, fore_timer_get_state (self));
    break;
  case PROP_ELAPSED:
    g_value_set_int64 (value, fore_timer_get_elapsed (self));
    break;
  case PROP_DURATION:
    g_value_set_int64 (value, fore_timer_get_duration (self));
    break;
  case PROP_START_TIME:
    g_value_set_boxed (value, fore_timer_get_start_time (self));
    break;
  case PROP_UNTIL_START:
    g_value_set_int64 (value, fore_timer_get_until_start (self));
    break;
  case PROP_END_TIME:
    g_value_set_boxed (value, fore_timer_get_end_time (self));
    break;
  case PROP_REMAINING:
    g_value_set_int64 (value, fore_timer_get_remaining (self));
    break;
  case PROP_DISPLAY:
    g_value_set_enum (value, fore_timer_get_display (self));
    break;
  case PROP_CAN_UNDO_RESET:
    g_value_set_boolean (value, fore_timer_get_can_undo_reset (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_timer_set_property (GObject *object,
                         guint property_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  ForeTimer *self = FORE_TIMER (object);

  switch (property_id) {
  case PROP_DURATION:
    fore_timer_set_duration (self, g_value_get_int64 (value));
    break;
  case PROP_START_TIME:
    fore_timer_set_start_time (self, g_value_get_boxed (value));
    break;
  case PROP_END_TIME:
    fore_timer_set_end_time (self, g_value_get_boxed (value));
    break;
  case PROP_DISPLAY:
    fore_timer_set_display (self, g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_timer_finalize (GObject *object)
{
  ForeTimer *self = FORE_TIMER (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->start_time, g_date_time_unref);
  g_clear_pointer (&self->end_time, g_date_time_unref);

  G_OBJECT_CLASS (fore_timer_parent_class)->finalize (object);
}

static void
fore_timer_class_init (ForeTimerClass *klass)
{
  const GParamFlags read_only =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_write = read_only | G_PARAM_WRITABLE;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_timer_get_property;
  object_class->set_property = fore_timer_set_property;
  object_class->finalize = fore_timer_finalize;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, FORE_TYPE_TIMER_STATE, 0, read_only);
  properties[PROP_ELAPSED] =
    g_param_spec_int64 ("elapsed", NULL, NULL, 0, G_MAXINT64, 0, read_only);
  properties[PROP_DURATION] =
    g_param_spec_int64 ("duration", NULL, NULL, 0, G_MAXINT64, 0, read_write);
  properties[PROP_START_TIME] =
    g_param_spec_boxed ("start-time", NULL, NULL, G_TYPE_DATE_TIME, read_write);
  properties[PROP_UNTIL_START] =
    g_param_spec_int64 ("until-start", NULL, NULL, G_MININT64, G_MAXINT64, 0, read_only);
  properties[PROP_END_TIME] =
    g_param_spec_boxed ("end-time", NULL, NULL, G_TYPE_DATE_TIME, read_write);
  properties[PROP_REMAINING] =
    g_param_spec_int64 ("remaining", NULL, NULL, G_MININT64, G_MAXINT64, 0, read_only);
  properties[PROP_DISPLAY] =
    g_param_spec_enum ("display", NULL, NULL, FORE_TYPE_TIMER_DISPLAY, 0, read_write);
  properties[PROP_CAN_UNDO_RESET] =
    g_param_spec_boolean ("can-undo-reset", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[RESET] = g_signal_new ("reset", FORE_TYPE_TIMER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RESET_UNDONE] =
    g_signal_new ("reset-undone", FORE_TYPE_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
fore_timer_init (ForeTimer *self)
{
}
