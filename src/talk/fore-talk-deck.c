/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A new deck moves all that belongs to slides by the splice between the two: the place,
 * the history, and the records. What was in the middle of the splice is replaced one by
 * one, as far as that goes, so that an edit of a slide leaves it its time. */

#include "fore-splice.h"
#include "fore-talk-private.h"

static gboolean
is_inside (const ForeSplice *splice, guint index)
{
  return index >= splice->at && index < splice->at + splice->removed;
}

static void
move_records (ForeTalk *self, const ForeSplice *splice)
{
  const ForeRecord fresh = { .n_steps = -1 };
  guint n_kept = MIN (splice->removed, splice->added);

  for (guint i = splice->at; i < splice->at + n_kept; i++)
    g_array_index (self->records, ForeRecord, i).n_steps = -1;

  if (splice->removed > n_kept)
    g_array_remove_range (self->records, splice->at + n_kept, splice->removed - n_kept);
  for (guint i = n_kept; i < splice->added; i++)
    g_array_insert_val (self->records, splice->at + i, fresh);
}

static void
move_history (GArray *history, const ForeSplice *splice, guint n_slides)
{
  for (guint i = 0; i < history->len; i++) {
    ForePlace *place = &g_array_index (history, ForePlace, i);

    place->index = fore_splice_move_index (splice, place->index, n_slides);
  }
}

static void
move_place (ForeTalk *self, const ForeSplice *splice, guint n_slides)
{
  ForePlace *place = &self->place;
  gboolean is_gone =
    is_inside (splice, place->index) && place->index - splice->at >= splice->added;

  place->index = fore_splice_move_index (splice, place->index, n_slides);
  place->step =
    is_gone ? 0 : MIN (place->step, fore_talk_count_steps (self, place->index));
}

/* Whether the audience sees no difference. */
static gboolean
looks_alike (ForeDeck *a, ForeDeck *b)
{
  ForeSplice splice = fore_splice_between (a, b);

  return splice.removed == 0 && splice.added == 0 &&
         fore_options_equal (fore_deck_get_options (a), fore_deck_get_options (b));
}

void
fore_talk_take_deck (ForeTalk *self, ForeDeck *deck)
{
  ForeSplice splice = fore_splice_between (self->deck, deck);
  guint n_slides = fore_deck_get_n_slides (deck);

  fore_talk_account (self);
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = fore_deck_ref (deck);
  move_records (self, &splice);
  move_history (self->back, &splice, n_slides);
  move_history (self->forward, &splice, n_slides);
  move_place (self, &splice, n_slides);
  fore_talk_plan_anew (self);
  fore_talk_show_audience (self,
                           !self->hold_edits || looks_alike (self->audience_deck, deck));
}
