/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-splice.h"

/* Most slides of two decks are the very same objects, which settles it. */
static gboolean
shows_alike (ForeSlide *a, ForeSlide *b)
{
  if (a == b)
    return TRUE;

  return fore_slide_get_digest (a) == fore_slide_get_digest (b) &&
         fore_slide_get_is_vertical (a) == fore_slide_get_is_vertical (b);
}

ForeSplice
fore_splice_between (const ForeDeck *before, const ForeDeck *after)
{
  ForeSplice splice = { 0, 0, 0 };
  guint n_before, n_after, shorter, tail = 0;

  g_return_val_if_fail (after != NULL, splice);

  n_before = before != NULL ? fore_deck_get_n_slides (before) : 0;
  n_after = fore_deck_get_n_slides (after);
  shorter = MIN (n_before, n_after);

  while (splice.at < shorter && shows_alike (fore_deck_get_slide (before, splice.at),
                                             fore_deck_get_slide (after, splice.at)))
    splice.at++;
  while (tail < shorter - splice.at &&
         shows_alike (fore_deck_get_slide (before, n_before - 1 - tail),
                      fore_deck_get_slide (after, n_after - 1 - tail)))
    tail++;

  splice.removed = n_before - splice.at - tail;
  splice.added = n_after - splice.at - tail;

  return splice;
}

guint
fore_splice_move_index (const ForeSplice *splice, guint index, guint n_after)
{
  g_return_val_if_fail (splice != NULL, 0);
  g_return_val_if_fail (n_after > 0, 0);

  if (index >= splice->at + splice->removed)
    index = index - splice->removed + splice->added;
  else if (index >= splice->at)
    index = splice->at + MIN (index - splice->at, MAX (splice->added, 1) - 1);

  return MIN (index, n_after - 1);
}

gboolean
fore_splice_follow (const ForeSplice *splice, guint *index)
{
  g_return_val_if_fail (splice != NULL, FALSE);

  if (*index >= splice->at + splice->removed)
    *index += splice->added - splice->removed;
  else if (*index >= splice->at + splice->added)
    return FALSE;

  return TRUE;
}
