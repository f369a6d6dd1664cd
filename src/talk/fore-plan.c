/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A plan is the moments when the slides start. They are kept as fractions of seconds, so
 * that stretching a plan twice is as good as stretching it once, and rounded when asked
 * for: the times planned for slides then add up to the whole. */

#include "fore-plan.h"

#include <math.h>

#define NO_SECTION G_MAXUINT

struct _ForePlan {
  gatomicrefcount references;
  ForeDeck *deck;
  guint n_slides;
  double *starts;    /* one more than slides: the end of the last */
  guint *numbers;    /* how many count, up to and with each slide */
  guint *section_of; /* NO_SECTION where there is none */
  gboolean *counts;
  GArray *sections; /* of guint: the first slide that is not hidden */
  double total;
};

G_DEFINE_BOXED_TYPE (ForePlan, fore_plan, fore_plan_ref, fore_plan_unref)

G_DEFINE_ENUM_TYPE (ForePaceKind,
                    fore_pace_kind,
                    G_DEFINE_ENUM_VALUE (FORE_PACE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FORE_PACE_ON_TIME, "on-time"),
                    G_DEFINE_ENUM_VALUE (FORE_PACE_AHEAD, "ahead"),
                    G_DEFINE_ENUM_VALUE (FORE_PACE_BEHIND, "behind"),
                    G_DEFINE_ENUM_VALUE (FORE_PACE_OVERTIME, "overtime"))

/* --- sharing out the time
 * --------------------------------------------------------------- */

/* What a deck says of its slides: seconds for each, 0 for those that get a share. */
typedef struct {
  double *seconds;
  guint n_counted;
  guint n_untimed;
  double timed;
} Wishes;

static void
read_wishes (const ForePlan *self, double timing, Wishes *wishes)
{
  for (guint i = 0; i < self->n_slides; i++) {
    double seconds = 0;

    if (self->counts[i]) {
      seconds = fore_slide_get_timing (fore_deck_get_slide (self->deck, i));
      if (seconds <= 0)
        seconds = timing;
      wishes->n_counted++;
      wishes->n_untimed += seconds <= 0;
      wishes->timed += seconds;
    }
    wishes->seconds[i] = seconds;
  }
}

/* The time of the whole talk in which the wishes are meant: the deck's own, else the sum
 * if each slide has a wish, else what was asked for, else what it comes to if the others
 * are like those that have one. */
static double
find_total (const Wishes *wishes, double own, double asked, double least)
{
  guint n_timed = wishes->n_counted - wishes->n_untimed;

  if (own > 0)
    return own;
  if (wishes->n_untimed == 0)
    return wishes->timed;
  if (asked > 0 || n_timed == 0)
    return asked;

  return wishes->timed + wishes->n_untimed * MAX (least, wishes->timed / n_timed);
}

/* Makes the wishes into times that fit into @total. */
static void
share_out (const ForePlan *self, Wishes *wishes, double total, double least)
{
  guint n_timed = wishes->n_counted - wishes->n_untimed;
  double share = 0, timed_scale = 1, scale = 1, needed;

  if (wishes->n_untimed > 0)
    share = MAX ((total - wishes->timed) / wishes->n_untimed, least);
  if (share <= 0 && n_timed > 0)
    share = wishes->timed / n_timed;

  needed = share * wishes->n_untimed;
  if (least > 0 && wishes->timed > 0 && wishes->timed + needed > total && needed < total)
    timed_scale = (total - needed) / wishes->timed;
  needed += wishes->timed * timed_scale;
  if (needed > total)
    scale = total / needed;

  for (guint i = 0; i < self->n_slides; i++) {
    if (self->counts[i])
      wishes->seconds[i] =
        scale * (wishes->seconds[i] > 0 ? wishes->seconds[i] * timed_scale : share);
  }
}

static void
plan_slides (ForePlan *self, double asked)
{
  ForeOptions *options = fore_deck_get_options (self->deck);
  double own = fore_deck_get_duration (self->deck);
  double timing = own > 0 ? 0 : fore_options_get_default_timing (options);
  double least = fore_options_get_minimum_timing (options);
  g_autofree double *seconds = g_new0 (double, self->n_slides);
  Wishes wishes = { .seconds = seconds };
  double total;

  read_wishes (self, timing, &wishes);
  if (wishes.n_counted == 0)
    return;
  total = find_total (&wishes, own, asked, least);
  if (total <= 0)
    return;

  share_out (self, &wishes, total, least);
  for (guint i = 0; i < self->n_slides; i++)
    self->starts[i + 1] = self->starts[i] + seconds[i];
  self->total = total;
}

/* --- slides and sections
 * ---------------------------------------------------------------- */

static ForeVisibility
get_visibility (const ForePlan *self, guint index)
{
  return fore_slide_get_visibility (fore_deck_get_slide (self->deck, index));
}

static void
count_slides (ForePlan *self)
{
  guint number = 0;

  for (guint i = 0; i < self->n_slides; i++) {
    self->counts[i] = get_visibility (self, i) == FORE_VISIBILITY_SHOWN;
    number += self->counts[i];
    self->numbers[i] = number;
  }
}

static void
add_section (ForePlan *self, guint top, guint n_rows)
{
  guint first = G_MAXUINT;
  gboolean counts = FALSE;

  for (guint i = top; i < top + n_rows; i++) {
    counts |= self->counts[i];
    if (first == G_MAXUINT && get_visibility (self, i) != FORE_VISIBILITY_HIDDEN)
      first = i;
  }
  for (guint i = top; i < top + n_rows; i++)
    self->section_of[i] = counts ? self->sections->len : NO_SECTION;
  if (counts)
    g_array_append_val (self->sections, first);
}

static void
find_sections (ForePlan *self)
{
  guint top = 0;

  for (guint i = 1; i <= self->n_slides; i++) {
    if (i < self->n_slides &&
        fore_slide_get_is_vertical (fore_deck_get_slide (self->deck, i)))
      continue;
    add_section (self, top, i - top);
    top = i;
  }
}

/* --- making a plan
 * ---------------------------------------------------------------------- */

static ForePlan *
plan_new (ForeDeck *deck)
{
  ForePlan *self = g_new0 (ForePlan, 1);
  guint n_slides = fore_deck_get_n_slides (deck);

  g_atomic_ref_count_init (&self->references);
  self->deck = fore_deck_ref (deck);
  self->n_slides = n_slides;
  self->starts = g_new0 (double, n_slides + 1);
  self->numbers = g_new0 (guint, n_slides);
  self->section_of = g_new0 (guint, n_slides);
  self->counts = g_new0 (gboolean, n_slides);
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

static void
stretch (ForePlan *self, guint from, double total)
{
  double start = self->starts[from];
  double room = self->total - start;
  double factor = room > 0 ? MAX (total - start, 0) / room : 0;

  for (guint i = from + 1; i <= self->n_slides; i++)
    self->starts[i] = start + (self->starts[i] - start) * factor;
  self->total = total;
}

ForePlan *
fore_plan_new (ForeDeck *deck, gint64 total)
{
  ForePlan *self;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (total >= 0, NULL);

  self = plan_new (deck);
  count_slides (self);
  find_sections (self);
  plan_slides (self, total);
  if (total > 0 && self->total > 0)
    stretch (self, 0, total);

  return self;
}

ForePlan *
fore_plan_rescale (ForePlan *self, guint from, gint64 total)
{
  ForePlan *plan;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from < self->n_slides, NULL);
  g_return_val_if_fail (total >= 0, NULL);

  if (self->total <= 0)
    return fore_plan_ref (self);

  plan = plan_new (self->deck);
  for (guint i = 0; i < self->n_slides; i++) {
    plan->starts[i + 1] = self->starts[i + 1];
    plan->numbers[i] = self->numbers[i];
    plan->section_of[i] = self->section_of[i];
    plan->counts[i] = self->counts[i];
  }
  g_array_append_vals (plan->sections, self->sections->data, self->sections->len);
  plan->total = self->total;
  stretch (plan, from, total);

  return plan;
}

ForePlan *
fore_plan_ref (ForePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_plan_unref (ForePlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  fore_deck_unref (self->deck);
  g_free (self->starts);
  g_free (self->numbers);
  g_free (self->section_of);
  g_free (self->counts);
  g_array_unref (self->sections);
  g_free (self);
}

/* --- what it says
 * ----------------------------------------------------------------------- */

static gint64
round_seconds (double seconds)
{
  return (gint64) floor (seconds + 0.5);
}

gint64
fore_plan_get_total (const ForePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return round_seconds (self->total);
}

gint64
fore_plan_get_start (const ForePlan *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_slides, 0);

  return round_seconds (self->starts[index]);
}

gint64
fore_plan_get_planned (const ForePlan *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_slides, 0);

  return round_seconds (self->starts[index + 1]) - round_seconds (self->starts[index]);
}

guint
fore_plan_get_n_counted (const ForePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->numbers[self->n_slides - 1];
}

guint
fore_plan_get_number (const ForePlan *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_slides, 0);

  return self->counts[index] ? self->numbers[index] : 0;
}

ForePace
fore_plan_judge (const ForePlan *self, guint index, gint64 elapsed)
{
  ForePace pace = { FORE_PACE_NONE, 0 };
  gint64 total, start, end, tolerance;

  g_return_val_if_fail (self != NULL, pace);
  g_return_val_if_fail (index < self->n_slides, pace);

  total = fore_plan_get_total (self);
  if (self->total <= 0)
    return pace;

  if (self->counts[index]) {
    start = fore_plan_get_start (self, index);
    end = start + fore_plan_get_planned (self, index);
    tolerance = CLAMP (total / 30, 10, 60);
    pace.behind = elapsed > end ? elapsed - end : MIN (elapsed - start, 0);
    pace.kind = pace.behind >= tolerance    ? FORE_PACE_BEHIND
                : pace.behind <= -tolerance ? FORE_PACE_AHEAD
                                            : FORE_PACE_ON_TIME;
  }
  if (elapsed > total)
    pace.kind = FORE_PACE_OVERTIME;

  return pace;
}

guint
fore_plan_get_n_sections (const ForePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

gboolean
fore_plan_find_section (const ForePlan *self, guint index, guint *section)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index < self->n_slides, FALSE);

  if (self->section_of[index] == NO_SECTION)
    return FALSE;
  if (section != NULL)
    *section = self->section_of[index];

  return TRUE;
}

guint
fore_plan_get_section_first (const ForePlan *self, guint section)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (section < self->sections->len, 0);

  return g_array_index (self->sections, guint, section);
}

const char *
fore_plan_get_section_title (const ForePlan *self, guint section)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);

  return fore_deck_get_slide_title (self->deck,
                                    g_array_index (self->sections, guint, section));
}

gint64
fore_plan_get_section_planned (const ForePlan *self, guint section)
{
  gint64 planned = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (section < self->sections->len, 0);

  for (guint i = fore_plan_get_section_first (self, section);
       i < self->n_slides && self->section_of[i] == section; i++)
    planned += fore_plan_get_planned (self, i);

  return planned;
}
