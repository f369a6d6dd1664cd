/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A new deck moves all that belongs to slides by the splice between the two: the place,
 * the history, and the records. A splice has two ends only, so if a file is changed in
 * two places, what lies between is in it. There slides are known by what they show; of
 * the others, one that stands where one stood before is taken for that, edited. */

#include "fore-splice.h"
#include "fore-talk-private.h"

#define NONE G_MAXUINT

/* What has become of the slides: `to` says it for those in the splice, counted from its
 * start in both decks, NONE for those that are gone. */
typedef struct {
  ForeSplice splice;
  guint *to;
} Mapping;

static guint64
digest_at (ForeDeck *deck, guint index)
{
  return fore_slide_get_digest (fore_deck_get_slide (deck, index));
}

static void
remember (GHashTable *places, guint64 digest, guint place)
{
  g_hash_table_insert (places, g_memdup2 (&digest, sizeof digest),
                       GUINT_TO_POINTER (place));
}

/* Each digest leads to the first slide with it, and later to where to look for the next.
 */
static void
map_alike (Mapping *self, ForeDeck *before, ForeDeck *after, gboolean *taken)
{
  const ForeSplice *splice = &self->splice;
  g_autoptr (GHashTable) places =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = splice->added; i > 0; i--)
    remember (places, digest_at (after, splice->at + i - 1), i - 1);

  for (guint i = 0; i < splice->removed; i++) {
    guint64 digest = digest_at (before, splice->at + i);
    gpointer place;
    guint to;

    if (!g_hash_table_lookup_extended (places, &digest, NULL, &place))
      continue;
    to = GPOINTER_TO_UINT (place);
    while (to < splice->added && digest_at (after, splice->at + to) != digest)
      to++;
    if (to < splice->added) {
      self->to[i] = to;
      taken[to] = TRUE;
      to++;
    }
    remember (places, digest, to);
  }
}

static void
mapping_init (Mapping *self, ForeDeck *before, ForeDeck *after)
{
  g_autofree gboolean *taken = NULL;

  self->splice = fore_splice_between (before, after);
  self->to = g_new (guint, self->splice.removed);
  taken = g_new0 (gboolean, self->splice.added);
  for (guint i = 0; i < self->splice.removed; i++)
    self->to[i] = NONE;

  map_alike (self, before, after, taken);
  for (guint i = 0; i < MIN (self->splice.removed, self->splice.added); i++) {
    if (self->to[i] == NONE && !taken[i]) {
      self->to[i] = i;
      taken[i] = TRUE;
    }
  }
}

static void
mapping_clear (Mapping *self)
{
  g_clear_pointer (&self->to, g_free);
}

/* Returns whether the slide is still there, and where, or what is in its place. */
static gboolean
mapping_follow (const Mapping *self, guint index, guint n_slides, guint *after)
{
  const ForeSplice *splice = &self->splice;
  gboolean is_inside = index >= splice->at && index < splice->at + splice->removed;

  if (is_inside && self->to[index - splice->at] != NONE) {
    *after = splice->at + self->to[index - splice->at];
    return TRUE;
  }
  *after = fore_splice_move_index (splice, index, n_slides);

  return !is_inside;
}

/* What the page counted is forgotten for slides that changed. */
static void
move_records (ForeTalk *self, const Mapping *mapping, ForeDeck *before)
{
  const ForeSplice *splice = &mapping->splice;
  g_autofree ForeRecord *added = g_new0 (ForeRecord, splice->added);

  for (guint i = 0; i < splice->added; i++)
    added[i].n_steps = -1;
  for (guint i = 0; i < splice->removed; i++) {
    guint to = mapping->to[i];

    if (to == NONE)
      continue;
    added[to] = g_array_index (self->records, ForeRecord, splice->at + i);
    if (digest_at (before, splice->at + i) != digest_at (self->deck, splice->at + to))
      added[to].n_steps = -1;
  }
  if (splice->removed > 0)
    g_array_remove_range (self->records, splice->at, splice->removed);
  g_array_insert_vals (self->records, splice->at, added, splice->added);
}

static void
move_history (GArray *history, const Mapping *mapping, guint n_slides)
{
  for (guint i = 0; i < history->len; i++) {
    ForePlace *place = &g_array_index (history, ForePlace, i);

    mapping_follow (mapping, place->index, n_slides, &place->index);
  }
}

static void
move_place (ForeTalk *self, const Mapping *mapping, guint n_slides)
{
  ForePlace *place = &self->place;

  if (mapping_follow (mapping, place->index, n_slides, &place->index))
    place->step = MIN (place->step, fore_talk_count_steps (self, place->index));
  else
    place->step = 0;
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
  g_autoptr (ForeDeck) before = self->deck;
  guint n_slides = fore_deck_get_n_slides (deck);
  Mapping mapping;

  fore_talk_account (self);
  mapping_init (&mapping, before, deck);
  self->deck = fore_deck_ref (deck);
  move_records (self, &mapping, before);
  move_history (self->back, &mapping, n_slides);
  move_history (self->forward, &mapping, n_slides);
  move_place (self, &mapping, n_slides);
  mapping_clear (&mapping);
  fore_talk_plan_anew (self);
  fore_talk_show_audience (self,
                           !self->hold_edits || looks_alike (self->audience_deck, deck));
}
