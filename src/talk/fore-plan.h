/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForePaceKind:
 * @FORE_PACE_NONE: there is no plan, or the slide is not part of it
 * @FORE_PACE_ON_TIME: the slide is shown about when it was planned
 * @FORE_PACE_AHEAD: it is shown too early
 * @FORE_PACE_BEHIND: it should be over
 * @FORE_PACE_OVERTIME: the talk should be over
 */
typedef enum {
  FORE_PACE_NONE,
  FORE_PACE_ON_TIME,
  FORE_PACE_AHEAD,
  FORE_PACE_BEHIND,
  FORE_PACE_OVERTIME,
} ForePaceKind;

#define FORE_TYPE_PACE_KIND (fore_pace_kind_get_type ())

GType fore_pace_kind_get_type (void) G_GNUC_CONST;

/**
 * ForePace:
 * @kind: in a word
 * @behind: seconds behind the plan; negative: ahead of it
 */
typedef struct {
  ForePaceKind kind;
  gint64 behind;
} ForePace;

/**
 * ForePlan:
 *
 * When each slide of a talk is due. Immutable, shared by reference.
 *
 * A slide gets what its `data-timing` says; the others share what is left of the whole
 * time evenly, as in reveal.js, but have at least `minimumTimePerSlide`. Where that is
 * more than there is, the timed slides get less of it, in proportion. Slides that are
 * hidden or not counted take no time.
 *
 * A *section* is a column with at least one slide that counts.
 */
typedef struct _ForePlan ForePlan;

#define FORE_TYPE_PLAN (fore_plan_get_type ())

GType fore_plan_get_type (void) G_GNUC_CONST;

/**
 * fore_plan_new:
 * @total: seconds for the whole talk; 0: what the deck says
 *
 * Makes a plan. If the deck has a duration of its own, or each of its slides has, it is
 * stretched to @total. If the deck says nothing and @total is 0, all times are 0.
 */
ForePlan *fore_plan_new (ForeDeck *deck, gint64 total) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_plan_rescale:
 * @from: the first slide whose end may move
 * @total: when the talk has to end, in seconds from its start
 *
 * Returns: (transfer full): a plan that is the same up to the start of @from, and
 *   stretched after it so that all ends at @total
 */
ForePlan *
fore_plan_rescale (ForePlan *self, guint from, gint64 total) G_GNUC_WARN_UNUSED_RESULT;

ForePlan *fore_plan_ref (ForePlan *self);
void fore_plan_unref (ForePlan *self);

/**
 * fore_plan_get_total:
 *
 * Returns: seconds for the whole talk; 0 if there is no plan
 */
gint64 fore_plan_get_total (const ForePlan *self);

/* When the slide is due, in seconds from the start of the talk. */
gint64 fore_plan_get_start (const ForePlan *self, guint index);

/* How many seconds are planned for the slide. */
gint64 fore_plan_get_planned (const ForePlan *self, guint index);

guint fore_plan_get_n_counted (const ForePlan *self);

/**
 * fore_plan_get_number:
 *
 * Returns: which of the slides that count it is, from 1; 0 if it does not count
 */
guint fore_plan_get_number (const ForePlan *self, guint index);

/**
 * fore_plan_judge:
 * @index: the slide that is shown
 * @elapsed: seconds since the talk began
 *
 * A slide shown at any moment between its planned start and end is on time; so are, in
 * word though not in number, those off by a thirtieth of the talk, but at least 10
 * seconds and at most a minute.
 */
ForePace fore_plan_judge (const ForePlan *self, guint index, gint64 elapsed);

guint fore_plan_get_n_sections (const ForePlan *self);

/**
 * fore_plan_find_section:
 *
 * Returns: whether the slide is in a section
 */
gboolean fore_plan_find_section (const ForePlan *self, guint index, guint *section);

/**
 * fore_plan_get_section_first:
 *
 * Returns: the index of the section's first slide that is not hidden
 */
guint fore_plan_get_section_first (const ForePlan *self, guint section);

/* The title of its first slide; "" if that has none. */
const char *fore_plan_get_section_title (const ForePlan *self, guint section);

gint64 fore_plan_get_section_planned (const ForePlan *self, guint section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForePlan, fore_plan_unref)

G_END_DECLS
