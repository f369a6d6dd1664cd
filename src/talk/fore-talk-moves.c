/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Every way through the deck ends in move_to (), which alone changes the place. Going on
 * arrives at a slide as it starts, going back at a slide with all its steps: so that next
 * and previous undo each other. */

#include "fore-talk-private.h"

/* --- where a move would lead
 * -------------------------------------------------------------- */

static gboolean
is_hidden (ForeTalk *self, guint index)
{
  return fore_slide_get_visibility (fore_deck_get_slide (self->deck, index)) ==
         FORE_VISIBILITY_HIDDEN;
}

/* The first slide from @from on, in @direction, that is not hidden. G_MAXUINT is what
 * comes before the first. */
gboolean
fore_talk_find_shown (ForeTalk *self, guint from, int direction, guint *index)
{
  for (guint i = from; i < fore_deck_get_n_slides (self->deck); i += direction) {
    if (!is_hidden (self, i)) {
      *index = i;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
peek_next (ForeTalk *self, ForePlace *place)
{
  if (self->place.step < fore_talk_count_steps (self, self->place.index)) {
    *place = (ForePlace){ self->place.index, self->place.step + 1 };
    return TRUE;
  }
  place->step = 0;

  return fore_talk_find_shown (self, self->place.index + 1, 1, &place->index);
}

static gboolean
peek_previous (ForeTalk *self, ForePlace *place)
{
  if (self->place.step > 0) {
    *place = (ForePlace){ self->place.index, self->place.step - 1 };
    return TRUE;
  }
  if (!fore_talk_find_shown (self, self->place.index - 1, -1, &place->index))
    return FALSE;
  place->step = fore_talk_count_steps (self, place->index);

  return TRUE;
}

static gboolean
find_in_column (ForeTalk *self, int direction, guint *index)
{
  guint here, there;

  fore_deck_get_position (self->deck, self->place.index, &here, NULL);
  if (!fore_talk_find_shown (self, self->place.index + direction, direction, index))
    return FALSE;
  fore_deck_get_position (self->deck, *index, &there, NULL);

  return here == there;
}

/* The slide of a column that was shown last, else its first; in a grid, the one nearest
 * to
 * @row. */
static gboolean
enter_column (ForeTalk *self, guint column, guint row, guint *index)
{
  gboolean is_grid = fore_options_get_navigation (fore_deck_get_options (self->deck)) ==
                     FORE_NAVIGATION_GRID;
  guint n_rows = fore_deck_get_n_rows (self->deck, column);
  gboolean found = FALSE;
  guint top, best = 0;

  fore_deck_find_position (self->deck, column, 0, &top);
  for (guint i = 0; i < n_rows; i++) {
    guint visit = g_array_index (self->records, ForeRecord, top + i).visit;
    guint worth = is_grid ? n_rows + row - MAX (i, row) + MIN (i, row) : visit;

    if (is_hidden (self, top + i) || (found && worth <= best))
      continue;
    *index = top + i;
    best = worth;
    found = TRUE;
  }

  return found;
}

static gboolean
find_sideways (ForeTalk *self, int direction, guint *index)
{
  guint n_columns = fore_deck_get_n_columns (self->deck);
  guint column, row;

  fore_deck_get_position (self->deck, self->place.index, &column, &row);
  for (column += direction; column < n_columns; column += direction) {
    if (enter_column (self, column, row, index))
      return TRUE;
  }

  return FALSE;
}

gboolean
fore_talk_peek_next (ForeTalk *self, guint *index, guint *step)
{
  ForePlace place;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (!peek_next (self, &place))
    return FALSE;
  if (index != NULL)
    *index = place.index;
  if (step != NULL)
    *step = place.step;

  return TRUE;
}

gboolean
fore_talk_peek_right (ForeTalk *self, guint *index)
{
  guint found;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return find_sideways (self, 1, index != NULL ? index : &found);
}

gboolean
fore_talk_peek_down (ForeTalk *self, guint *index)
{
  guint found;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (!find_in_column (self, 1, &found))
    return FALSE;
  if (index != NULL)
    *index = found;

  return TRUE;
}

/* --- going there
 * ------------------------------------------------------------------------ */

static gboolean
is_after (ForePlace a, ForePlace b)
{
  return a.index > b.index || (a.index == b.index && a.step > b.step);
}

/* As in reveal.js, whoever goes home starts again, in every stack at its top. */
static void
note_visit (ForeTalk *self, guint index)
{
  guint first;

  if (fore_talk_find_shown (self, 0, 1, &first) && index == first) {
    for (guint i = 0; i < self->records->len; i++)
      g_array_index (self->records, ForeRecord, i).visit = 0;
  }
  g_array_index (self->records, ForeRecord, index).visit = ++self->n_visits;
}

static gboolean
move_to (ForeTalk *self, ForePlace place)
{
  ForePlace before = self->place;

  if (place.index == before.index && place.step == before.step)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  if (is_after (place, before))
    fore_talk_start_time (self);
  if (place.index != before.index) {
    fore_talk_account (self);
    note_visit (self, place.index);
  }
  self->place = place;
  fore_talk_show_audience (self, place.index != before.index);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

/* To the start of a slide that comes after, to the end of one that came before. */
static gboolean
move_to_slide (ForeTalk *self, guint index)
{
  return move_to (self, (ForePlace){ index, index < self->place.index
                                              ? fore_talk_count_steps (self, index)
                                              : 0 });
}

static void
push (GArray *history, ForePlace place)
{
  if (history->len >= FORE_TALK_HISTORY_MAX)
    g_array_remove_index (history, 0);
  g_array_append_val (history, place);
}

static gboolean
jump_to (ForeTalk *self, ForePlace place)
{
  if (place.index != self->place.index) {
    push (self->back, self->place);
    g_array_set_size (self->forward, 0);
  }

  return move_to (self, place);
}

/* Returns whether the slide was away. */
static gboolean
bring_back (ForeTalk *self)
{
  if (self->picture != FORE_PICTURE_BLACK && self->picture != FORE_PICTURE_WHITE)
    return FALSE;
  fore_talk_set_picture (self, FORE_PICTURE_SLIDE);

  return TRUE;
}

gboolean
fore_talk_next (ForeTalk *self)
{
  ForePlace place;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return bring_back (self) || (peek_next (self, &place) && move_to (self, place));
}

gboolean
fore_talk_previous (ForeTalk *self)
{
  ForePlace place;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return bring_back (self) || (peek_previous (self, &place) && move_to (self, place));
}

gboolean
fore_talk_next_slide (ForeTalk *self)
{
  guint index;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return bring_back (self) ||
         (fore_talk_find_shown (self, self->place.index + 1, 1, &index) &&
          move_to_slide (self, index));
}

gboolean
fore_talk_previous_slide (ForeTalk *self)
{
  guint index;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return bring_back (self) ||
         (fore_talk_find_shown (self, self->place.index - 1, -1, &index) &&
          move_to_slide (self, index));
}

/* In one row or one column there is only one way to go. */
static gboolean
is_linear (ForeTalk *self)
{
  guint n_columns = fore_deck_get_n_columns (self->deck);

  return n_columns == 1 || n_columns == fore_deck_get_n_slides (self->deck) ||
         fore_options_get_navigation (fore_deck_get_options (self->deck)) ==
           FORE_NAVIGATION_LINEAR;
}

/* An arrow key takes a step where there is one to take. */
static gboolean
move_by_arrow (ForeTalk *self,
               int direction,
               gboolean (*find) (ForeTalk *self, int direction, guint *index))
{
  ForePlace place;
  guint index;

  if (bring_back (self))
    return TRUE;
  if (is_linear (self))
    return (direction > 0 ? peek_next (self, &place) : peek_previous (self, &place)) &&
           move_to (self, place);

  place = self->place;
  if (direction > 0 ? place.step < fore_talk_count_steps (self, place.index)
                    : place.step > 0) {
    place.step += direction;
    return move_to (self, place);
  }

  return find (self, direction, &index) && move_to_slide (self, index);
}

gboolean
fore_talk_right (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return move_by_arrow (self, fore_deck_is_right_to_left (self->deck) ? -1 : 1,
                        find_sideways);
}

gboolean
fore_talk_left (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return move_by_arrow (self, fore_deck_is_right_to_left (self->deck) ? 1 : -1,
                        find_sideways);
}

gboolean
fore_talk_up (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return move_by_arrow (self, -1, find_in_column);
}

gboolean
fore_talk_down (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return move_by_arrow (self, 1, find_in_column);
}

/* --- jumps
 * ------------------------------------------------------------------------------ */

gboolean
fore_talk_first (ForeTalk *self)
{
  guint index;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return bring_back (self) || (fore_talk_find_shown (self, 0, 1, &index) &&
                               jump_to (self, (ForePlace){ index, 0 }));
}

gboolean
fore_talk_last (ForeTalk *self)
{
  guint index;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (bring_back (self))
    return TRUE;

  return fore_talk_find_shown (self, fore_deck_get_n_slides (self->deck) - 1, -1,
                               &index) &&
         index != self->place.index && jump_to (self, (ForePlace){ index, 0 });
}

gboolean
fore_talk_next_section (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (bring_back (self))
    return TRUE;
  for (guint i = 0; i < fore_plan_get_n_sections (self->plan); i++) {
    guint first = fore_plan_get_section_first (self->plan, i);

    if (first > self->place.index)
      return jump_to (self, (ForePlace){ first, 0 });
  }

  return FALSE;
}

gboolean
fore_talk_previous_section (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (bring_back (self))
    return TRUE;
  for (guint i = fore_plan_get_n_sections (self->plan); i > 0; i--) {
    ForePlace start = { fore_plan_get_section_first (self->plan, i - 1), 0 };

    if (is_after (self->place, start))
      return jump_to (self, start);
  }

  return FALSE;
}

gboolean
fore_talk_go_to (ForeTalk *self, guint index, guint step)
{
  gboolean changed;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);
  g_return_val_if_fail (index < fore_deck_get_n_slides (self->deck), FALSE);

  /* First to where the room should look next, then the light on. */
  g_object_freeze_notify (G_OBJECT (self));
  step = MIN (step, fore_talk_count_steps (self, index));
  changed = jump_to (self, (ForePlace){ index, step });
  changed |= bring_back (self);
  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}

/* Edits can make a place of the history the one where the talk is. */
static gboolean
travel (ForeTalk *self, GArray *from, GArray *to)
{
  gboolean changed = FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  while (from->len > 0 && !changed) {
    ForePlace place = g_array_index (from, ForePlace, from->len - 1);
    ForePlace here = self->place;

    g_array_set_size (from, from->len - 1);
    place.step = MIN (place.step, fore_talk_count_steps (self, place.index));
    if (place.index != here.index)
      push (to, here);
    changed = move_to (self, place);
  }
  fore_talk_update (self);
  changed |= bring_back (self);
  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}

gboolean
fore_talk_go_back (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return travel (self, self->back, self->forward);
}

gboolean
fore_talk_go_forward (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return travel (self, self->forward, self->back);
}
