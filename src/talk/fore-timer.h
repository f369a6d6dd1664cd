/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-clock.h"

G_BEGIN_DECLS

/**
 * ForeTimerState:
 * @FORE_TIMER_WAITING: the talk has not begun
 * @FORE_TIMER_RUNNING: time counts
 * @FORE_TIMER_PAUSED: it does not, until it is resumed
 */
typedef enum {
  FORE_TIMER_WAITING,
  FORE_TIMER_RUNNING,
  FORE_TIMER_PAUSED,
} ForeTimerState;

#define FORE_TYPE_TIMER_STATE (fore_timer_state_get_type ())

GType fore_timer_state_get_type (void) G_GNUC_CONST;

/**
 * ForeTimerDisplay:
 * @FORE_TIMER_UP: the time gone by
 * @FORE_TIMER_DOWN: the time that is left
 * @FORE_TIMER_CLOCK: the time of day
 */
typedef enum {
  FORE_TIMER_UP,
  FORE_TIMER_DOWN,
  FORE_TIMER_CLOCK,
} ForeTimerDisplay;

#define FORE_TYPE_TIMER_DISPLAY (fore_timer_display_get_type ())

GType fore_timer_display_get_type (void) G_GNUC_CONST;

/* How long a reset can be undone, in seconds. */
#define FORE_TIMER_UNDO_SECONDS 10

/**
 * ForeTimer:
 *
 * The stop watch of a talk.
 *
 * Knows no main loop: whoever shows it calls fore_timer_tick() once a second, or
 * fore_talk_tick(). Reading a property always gives the value of this moment; `notify`
 * comes when a function here or a tick finds it changed.
 *
 * Properties, all with `notify`:
 * - `state` (ForeTimerState, read only)
 * - `elapsed` (int64 seconds, read only): how long the talk has gone on, without pauses
 * - `duration` (int64 seconds, readwrite): how long it shall take; 0: not known
 * - `start-time` (GDateTime, nullable, readwrite): when it is to begin. It does not begin
 *   by itself then
 * - `until-start` (int64 seconds, read only): how long until then while it waits;
 * negative if it should have begun; 0 if it has, or `start-time` is not set
 * - `end-time` (GDateTime, nullable, readwrite): when it has to end, come what may
 * - `remaining` (int64 seconds, read only): until `end-time`, else until `duration` is
 *   used up; negative in overtime; 0 if neither is known
 * - `display` (ForeTimerDisplay, readwrite)
 * - `can-undo-reset` (boolean, read only): for 10 seconds after a reset
 *
 * Signals, after it happened: `reset (int64 elapsed)`, with what had elapsed, and
 * `reset-undone ()`.
 */
#define FORE_TYPE_TIMER (fore_timer_get_type ())

G_DECLARE_FINAL_TYPE (ForeTimer, fore_timer, FORE, TIMER, GObject)

ForeTimer *fore_timer_new (ForeClock *clock) G_GNUC_WARN_UNUSED_RESULT;

ForeTimerState fore_timer_get_state (ForeTimer *self);
gint64 fore_timer_get_elapsed (ForeTimer *self);
gint64 fore_timer_get_remaining (ForeTimer *self);

/**
 * fore_timer_has_target:
 *
 * Returns: whether `duration` or `end-time` is set, so that there is a `remaining`
 */
gboolean fore_timer_has_target (ForeTimer *self);

gint64 fore_timer_get_duration (ForeTimer *self);
void fore_timer_set_duration (ForeTimer *self, gint64 seconds);

/**
 * fore_timer_get_start_time:
 *
 * Returns: (transfer none) (nullable)
 */
GDateTime *fore_timer_get_start_time (ForeTimer *self);
void fore_timer_set_start_time (ForeTimer *self, GDateTime *start_time);
gint64 fore_timer_get_until_start (ForeTimer *self);

/**
 * fore_timer_get_end_time:
 *
 * Returns: (transfer none) (nullable)
 */
GDateTime *fore_timer_get_end_time (ForeTimer *self);
void fore_timer_set_end_time (ForeTimer *self, GDateTime *end_time);

ForeTimerDisplay fore_timer_get_display (ForeTimer *self);
void fore_timer_set_display (ForeTimer *self, ForeTimerDisplay display);

/**
 * fore_timer_cycle_display:
 *
 * Shows the next of up, down and clock; down is left out where nothing is left to count.
 */
void fore_timer_cycle_display (ForeTimer *self);

/**
 * fore_timer_start:
 *
 * Begins, if it waits; goes on, if it is paused.
 */
void fore_timer_start (ForeTimer *self);

/* Does nothing unless it runs. */
void fore_timer_pause (ForeTimer *self);

/* Does nothing unless it is paused. */
void fore_timer_resume (ForeTimer *self);

/* Pauses if it runs, else lets it run. */
void fore_timer_toggle (ForeTimer *self);

/**
 * fore_timer_reset:
 *
 * Waits again, with nothing elapsed. Does nothing where that is so already.
 */
void fore_timer_reset (ForeTimer *self);

/**
 * fore_timer_undo_reset:
 *
 * Makes it as if it had never been reset: it has gone on meanwhile, if it ran.
 */
void fore_timer_undo_reset (ForeTimer *self);

gboolean fore_timer_get_can_undo_reset (ForeTimer *self);

/**
 * fore_timer_set_elapsed:
 * @seconds: 0 or more
 *
 * Sets the time by hand: “I started four minutes ago”. A timer that waits begins.
 */
void fore_timer_set_elapsed (ForeTimer *self, gint64 seconds);

/**
 * fore_timer_restore:
 *
 * Takes up where another timer was.
 */
void fore_timer_restore (ForeTimer *self, ForeTimerState state, gint64 elapsed);

/**
 * fore_timer_get_running_time:
 *
 * Returns: microseconds that it has run, however it was reset or set; to tell how long
 *   something took
 */
gint64 fore_timer_get_running_time (ForeTimer *self);

/**
 * fore_timer_tick:
 *
 * Looks at the clock, and tells of what has changed.
 */
void fore_timer_tick (ForeTimer *self);

G_END_DECLS
