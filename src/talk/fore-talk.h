/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-plan.h"
#include "fore-timer.h"

G_BEGIN_DECLS

/**
 * ForePicture:
 * @FORE_PICTURE_SLIDE: the audience sees the slide
 * @FORE_PICTURE_BLACK: a black picture
 * @FORE_PICTURE_WHITE: a white picture
 * @FORE_PICTURE_HIDDEN: the audience's window is away, so that another program is seen
 *
 * What the audience gets instead of the slide. Whether it is frozen is another matter.
 */
typedef enum {
  FORE_PICTURE_SLIDE,
  FORE_PICTURE_BLACK,
  FORE_PICTURE_WHITE,
  FORE_PICTURE_HIDDEN,
} ForePicture;

#define FORE_TYPE_PICTURE (fore_picture_get_type ())

GType fore_picture_get_type (void) G_GNUC_CONST;

/**
 * ForeTalk:
 *
 * A running talk: where it is, what the audience sees of it, its timer, plan and pace.
 *
 * Knows no window and no main loop: it changes when one of its functions is called, and
 * tells of it by property notifications alone. Windows show it, actions call it.
 *
 * Properties, all with `notify`:
 * - `deck` (ForeDeck, readwrite): the newest deck; a replacement moves the position by
 * the splice between the two
 * - `index`, `step` (uint, read only): where the speaker is; a step is how many fragments
 *   of the slide are shown, 0 to `n-steps`
 * - `n-steps` (uint, read only): how many steps the present slide has
 * - `audience-deck` (ForeDeck), `audience-index`, `audience-step` (uint), read only: what
 *   the audience is shown; differs from the above while frozen or while edits are held
 * - `picture` (ForePicture, readwrite)
 * - `frozen` (boolean, readwrite): the audience's picture stays, the speaker moves on;
 *   becoming `FALSE` shows the speaker's slide
 * - `hold-edits` (boolean, readwrite): whether a new deck reaches the audience only with
 *   the next change of slide or fore_talk_publish()
 * - `has-held-edits` (boolean, read only): whether the audience is shown an older deck
 * for that reason
 * - `can-go-back`, `can-go-forward` (boolean, read only): whether there is history
 * - `at-end` (boolean, read only): nothing follows the present step
 * - `timer` (ForeTimer, read only): see there for elapsed time, duration and end time;
 * its duration is the deck's until another is set
 * - `plan` (ForePlan, read only): made anew when the deck, the duration or the end time
 *   changes, or when time runs out before a fixed end: then the rest of it shrinks
 * - `pace-kind` (ForePaceKind), `behind` (int64 seconds), read only: see
 * fore_plan_judge(); none before the talk has begun
 * - `section-title` (string, nullable), `section-remaining` (int64 seconds), read only:
 * the section of the present slide, and what is left of the time planned for it, less the
 *   time that it has been shown
 * - `next-section-title` (string, nullable, read only)
 * - `pauses-when-blank` (boolean, readwrite): whether a black or white picture pauses the
 *   timer until the slide is back
 * - `resumes-on-advance` (boolean, readwrite): whether going on resumes a paused timer
 */
#define FORE_TYPE_TALK (fore_talk_get_type ())

G_DECLARE_FINAL_TYPE (ForeTalk, fore_talk, FORE, TALK, GObject)

/**
 * fore_talk_new:
 *
 * Returns: (transfer full): a talk at the first slide that is not hidden; its timer waits
 */
ForeTalk *fore_talk_new (ForeDeck *deck, ForeClock *clock) G_GNUC_WARN_UNUSED_RESULT;

ForeDeck *fore_talk_get_deck (ForeTalk *self);
void fore_talk_set_deck (ForeTalk *self, ForeDeck *deck);
guint fore_talk_get_index (ForeTalk *self);
guint fore_talk_get_step (ForeTalk *self);
guint fore_talk_get_n_steps (ForeTalk *self);
ForeDeck *fore_talk_get_audience_deck (ForeTalk *self);
guint fore_talk_get_audience_index (ForeTalk *self);
guint fore_talk_get_audience_step (ForeTalk *self);
ForePicture fore_talk_get_picture (ForeTalk *self);
void fore_talk_set_picture (ForeTalk *self, ForePicture picture);
gboolean fore_talk_get_frozen (ForeTalk *self);
void fore_talk_set_frozen (ForeTalk *self, gboolean frozen);
gboolean fore_talk_get_hold_edits (ForeTalk *self);
void fore_talk_set_hold_edits (ForeTalk *self, gboolean hold_edits);
gboolean fore_talk_get_has_held_edits (ForeTalk *self);
gboolean fore_talk_get_can_go_back (ForeTalk *self);
gboolean fore_talk_get_can_go_forward (ForeTalk *self);
gboolean fore_talk_get_at_end (ForeTalk *self);
ForeClock *fore_talk_get_clock (ForeTalk *self);
ForeTimer *fore_talk_get_timer (ForeTalk *self);
ForePlan *fore_talk_get_plan (ForeTalk *self);
ForePaceKind fore_talk_get_pace_kind (ForeTalk *self);
gint64 fore_talk_get_behind (ForeTalk *self);
const char *fore_talk_get_section_title (ForeTalk *self);
gint64 fore_talk_get_section_remaining (ForeTalk *self);
const char *fore_talk_get_next_section_title (ForeTalk *self);
gboolean fore_talk_get_pauses_when_blank (ForeTalk *self);
void fore_talk_set_pauses_when_blank (ForeTalk *self, gboolean pauses);
gboolean fore_talk_get_resumes_on_advance (ForeTalk *self);
void fore_talk_set_resumes_on_advance (ForeTalk *self, gboolean resumes);

/* Moves. Each returns whether anything changed. Hidden slides are passed over, but can be
 * gone to. Going on, wherever to, starts a timer that waits.
 *
 * While the picture is black or white, a move brings the slide back and does no more,
 * since nobody sees where they would be going. Only fore_talk_go_to(), where a place was
 * chosen, and the history go there as well. */

/**
 * fore_talk_next:
 *
 * Shows the next step, else the next slide in reading order.
 */
gboolean fore_talk_next (ForeTalk *self);

/**
 * fore_talk_previous:
 *
 * Takes a step back, else shows the slide before with all its steps.
 */
gboolean fore_talk_previous (ForeTalk *self);

/* Whole slides, in reading order. */
gboolean fore_talk_next_slide (ForeTalk *self);
gboolean fore_talk_previous_slide (ForeTalk *self);

/* What the arrow keys do in reveal.js. They take a step if there is one in their
 * direction. Else left and right go to another column, and there to the slide that was
 * shown last, since the first slide of all was (`navigationMode: grid`: to the same row);
 * up and down go through a column. In decks that run from right to left, left goes on.
 * With `navigationMode: linear`, and in decks that are one row or one column, they are
 * the same as next and previous. */
gboolean fore_talk_right (ForeTalk *self);
gboolean fore_talk_left (ForeTalk *self);
gboolean fore_talk_up (ForeTalk *self);
gboolean fore_talk_down (ForeTalk *self);

/* Jumps, which the history remembers. They end on a slide as it starts. Going to the
 * section before goes to the start of the present one first. */
gboolean fore_talk_first (ForeTalk *self);
gboolean fore_talk_last (ForeTalk *self);
gboolean fore_talk_next_section (ForeTalk *self);
gboolean fore_talk_previous_section (ForeTalk *self);

/**
 * fore_talk_go_to:
 * @index: less than the number of slides
 * @step: past the end: the last
 */
gboolean fore_talk_go_to (ForeTalk *self, guint index, guint step);

/**
 * fore_talk_go_back:
 *
 * Goes back to where the last jump was made from, as a browser does.
 */
gboolean fore_talk_go_back (ForeTalk *self);
gboolean fore_talk_go_forward (ForeTalk *self);

/* What would come, for the speaker's previews. `FALSE`, and nothing set, if nothing.
 * @step and @index may be `NULL`. Right is the next column, wherever that lies. */
gboolean fore_talk_peek_next (ForeTalk *self, guint *index, guint *step);
gboolean fore_talk_peek_right (ForeTalk *self, guint *index);
gboolean fore_talk_peek_down (ForeTalk *self, guint *index);

/**
 * fore_talk_find:
 * @text: what somebody typed
 * @index: (out) (optional): the slide that is meant
 *
 * Finds `7` (the number of a slide, from 1), `6/2` or `6.2` (column and row, from 1), an
 * id, with or without `#`, or words of a title: the whole title, else its start, else its
 * words or the starts of words, in any order, without regard to case and accents.
 *
 * Returns: whether there is such a slide
 */
gboolean fore_talk_find (ForeTalk *self, const char *text, guint *index);

/**
 * fore_talk_leave_special:
 *
 * Leaves what is special for the audience: black, white or hidden, else frozen.
 *
 * Returns: `FALSE` if nothing was
 */
gboolean fore_talk_leave_special (ForeTalk *self);

/**
 * fore_talk_publish:
 *
 * Shows held edits to the audience.
 */
void fore_talk_publish (ForeTalk *self);

/**
 * fore_talk_correct_n_steps:
 *
 * Tells what the page counted for a slide of `deck`. It counts until the slide changes.
 */
void fore_talk_correct_n_steps (ForeTalk *self, guint index, guint n_steps);

/**
 * fore_talk_get_slide_time:
 *
 * Returns: microseconds that the slide has been shown while the timer ran, all visits
 *   together
 */
gint64 fore_talk_get_slide_time (ForeTalk *self, guint index);

/**
 * fore_talk_tick:
 *
 * Looks at the clock: updates what depends on time. The windows call it once a second.
 */
void fore_talk_tick (ForeTalk *self);

G_END_DECLS
