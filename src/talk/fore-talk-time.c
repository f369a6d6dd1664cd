/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The plan is made for a time: the duration, or less where a fixed end comes first.
 * Before the talk begins a plan for less time is a shorter talk; later it is the rest
 * that shrinks, so that what was late before stays late. */

#include "fore-talk-private.h"

/* By the time of day and the time gone by, which are rounded in different ways, the time
 * until a fixed end is not known better. */
#define END_TOLERANCE 2

static gint64
find_time (ForeTalk *self)
{
  gint64 duration = fore_timer_get_duration (self->timer);
  gint64 left;

  if (duration == 0)
    duration = self->deck_duration;
  if (fore_timer_get_end_time (self->timer) == NULL)
    return duration;
  left = fore_timer_get_elapsed (self->timer) + fore_timer_get_remaining (self->timer);

  return MAX (duration > 0 ? MIN (duration, left) : left, 1);
}

static void
take_plan (ForeTalk *self, ForePlan *plan, gint64 planned)
{
  g_clear_pointer (&self->plan, fore_plan_unref);
  self->plan = plan;
  self->planned = planned;
}

/* For a new deck. */
void
fore_talk_plan_anew (ForeTalk *self)
{
  g_autoptr (ForePlan) own = fore_plan_new (self->deck, 0);
  gint64 before = self->deck_duration;
  gint64 planned;

  /* Whoever hears of the duration may ask for the plan. */
  g_object_freeze_notify (G_OBJECT (self->timer));

  /* The timer's duration is the deck's for as long as nobody has set another. */
  self->deck_duration = fore_plan_get_total (own);
  if (fore_timer_get_duration (self->timer) == before)
    fore_timer_set_duration (self->timer, self->deck_duration);
  planned = find_time (self);
  take_plan (self,
             planned == self->deck_duration ? fore_plan_ref (own)
                                            : fore_plan_new (self->deck, planned),
             planned);
  g_object_thaw_notify (G_OBJECT (self->timer));
}

static void
plan_for_time (ForeTalk *self)
{
  gboolean has_end = fore_timer_get_end_time (self->timer) != NULL;
  gint64 planned = find_time (self);
  gint64 least = has_end ? END_TOLERANCE : 1;

  if (ABS (planned - self->planned) < least)
    return;
  if (has_end && fore_timer_get_elapsed (self->timer) > 0)
    take_plan (self, fore_plan_rescale (self->plan, self->place.index, planned), planned);
  else
    take_plan (self, fore_plan_new (self->deck, planned), planned);
}

/* Gives the slide shown the time that passed since this was done last. */
void
fore_talk_account (ForeTalk *self)
{
  gint64 now = fore_timer_get_running_time (self->timer);

  g_array_index (self->records, ForeRecord, self->place.index).time +=
    now - self->accounted;
  self->accounted = now;
}

gint64
fore_talk_get_slide_time (ForeTalk *self, guint index)
{
  gint64 time;

  g_return_val_if_fail (FORE_IS_TALK (self), 0);
  g_return_val_if_fail (index < self->records->len, 0);

  time = g_array_index (self->records, ForeRecord, index).time;
  if (index == self->place.index)
    time += fore_timer_get_running_time (self->timer) - self->accounted;

  return time;
}

/* The talk goes on. */
void
fore_talk_start_time (ForeTalk *self)
{
  ForeTimerState state = fore_timer_get_state (self->timer);

  if (state == FORE_TIMER_WAITING ||
      (state == FORE_TIMER_PAUSED && self->resumes_on_advance))
    fore_timer_start (self->timer);
}

void
fore_talk_pause_for_blank (ForeTalk *self, gboolean is_blank)
{
  if (is_blank && self->pauses_when_blank &&
      fore_timer_get_state (self->timer) == FORE_TIMER_RUNNING) {
    fore_timer_pause (self->timer);
    self->paused_by_blank = TRUE;
  } else if (!is_blank && self->paused_by_blank) {
    self->paused_by_blank = FALSE;
    fore_timer_resume (self->timer);
  }
}

ForePace
fore_talk_get_pace (ForeTalk *self)
{
  if (fore_timer_get_state (self->timer) == FORE_TIMER_WAITING)
    return (ForePace){ FORE_PACE_NONE, 0 };

  return fore_plan_judge (self->plan, self->place.index,
                          fore_timer_get_elapsed (self->timer));
}

ForePaceKind
fore_talk_get_pace_kind (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FORE_PACE_NONE);

  return fore_talk_get_pace (self).kind;
}

gint64
fore_talk_get_behind (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return fore_talk_get_pace (self).behind;
}

const char *
fore_talk_get_section_title (ForeTalk *self)
{
  guint section;

  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return fore_plan_find_section (self->plan, self->place.index, &section)
           ? fore_plan_get_section_title (self->plan, section)
           : NULL;
}

gint64
fore_talk_get_section_remaining (ForeTalk *self)
{
  gint64 shown = 0;
  guint section, other;

  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  if (fore_plan_get_total (self->plan) == 0 ||
      !fore_plan_find_section (self->plan, self->place.index, &section))
    return 0;
  for (guint i = fore_plan_get_section_first (self->plan, section);
       i < self->records->len && fore_plan_find_section (self->plan, i, &other) &&
       other == section;
       i++)
    shown += fore_talk_get_slide_time (self, i);

  return fore_plan_get_section_planned (self->plan, section) - shown / G_USEC_PER_SEC;
}

const char *
fore_talk_get_next_section_title (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  for (guint i = 0; i < fore_plan_get_n_sections (self->plan); i++) {
    if (fore_plan_get_section_first (self->plan, i) > self->place.index)
      return fore_plan_get_section_title (self->plan, i);
  }

  return NULL;
}

ForeClock *
fore_talk_get_clock (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return self->clock;
}

ForeTimer *
fore_talk_get_timer (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return self->timer;
}

ForePlan *
fore_talk_get_plan (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return self->plan;
}

gboolean
fore_talk_get_pauses_when_blank (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->pauses_when_blank;
}

void
fore_talk_set_pauses_when_blank (ForeTalk *self, gboolean pauses)
{
  g_return_if_fail (FORE_IS_TALK (self));

  pauses = !!pauses;
  if (self->pauses_when_blank == pauses)
    return;
  self->pauses_when_blank = pauses;
  fore_talk_update (self);
}

gboolean
fore_talk_get_resumes_on_advance (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->resumes_on_advance;
}

void
fore_talk_set_resumes_on_advance (ForeTalk *self, gboolean resumes)
{
  g_return_if_fail (FORE_IS_TALK (self));

  resumes = !!resumes;
  if (self->resumes_on_advance == resumes)
    return;
  self->resumes_on_advance = resumes;
  fore_talk_update (self);
}

static void
timer_notify_cb (ForeTalk *self)
{
  ForeTimerState state = fore_timer_get_state (self->timer);

  g_object_freeze_notify (G_OBJECT (self));
  if (state != FORE_TIMER_PAUSED)
    self->paused_by_blank = FALSE;
  plan_for_time (self);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* A talk that starts again has shown nothing yet. */
static void
timer_reset_cb (ForeTalk *self, gint64 elapsed)
{
  self->lost = elapsed;
  fore_talk_account (self);
  for (guint i = 0; i < self->records->len; i++) {
    ForeRecord *record = &g_array_index (self->records, ForeRecord, i);

    record->kept_time = record->time;
    record->time = 0;
  }
}

static void
timer_reset_undone_cb (ForeTalk *self)
{
  self->lost = 0;
  for (guint i = 0; i < self->records->len; i++) {
    ForeRecord *record = &g_array_index (self->records, ForeRecord, i);

    record->time += record->kept_time;
    record->kept_time = 0;
  }
}

void
fore_talk_connect_timer (ForeTalk *self)
{
  g_signal_connect_object (self->timer, "notify", G_CALLBACK (timer_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "reset", G_CALLBACK (timer_reset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "reset-undone",
                           G_CALLBACK (timer_reset_undone_cb), self, G_CONNECT_SWAPPED);
}

void
fore_talk_tick (ForeTalk *self)
{
  g_return_if_fail (FORE_IS_TALK (self));

  g_object_freeze_notify (G_OBJECT (self));
  fore_timer_tick (self->timer);
  plan_for_time (self);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}
