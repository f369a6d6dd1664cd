/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-talk-private.h"

/* @with_edits: whether those that are held are shown as well */
void
fore_talk_show_audience (ForeTalk *self, gboolean with_edits)
{
  if (self->frozen) {
    self->moved |= with_edits;
    return;
  }

  if (with_edits || self->audience_deck == self->deck) {
    ForeDeck *deck = fore_deck_ref (self->deck);

    g_clear_pointer (&self->audience_deck, fore_deck_unref);
    self->audience_deck = deck;
    self->audience = self->place;
  } else {
    self->audience.step =
      MIN (self->place.step,
           fore_deck_get_n_steps (self->audience_deck, self->audience.index));
  }
}

ForeDeck *
fore_talk_get_audience_deck (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return self->audience_deck;
}

guint
fore_talk_get_audience_index (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return self->audience.index;
}

guint
fore_talk_get_audience_step (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return self->audience.step;
}

ForePicture
fore_talk_get_picture (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FORE_PICTURE_SLIDE);

  return self->picture;
}

void
fore_talk_set_picture (ForeTalk *self, ForePicture picture)
{
  g_return_if_fail (FORE_IS_TALK (self));

  if (self->picture == picture)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->picture = picture;
  fore_talk_pause_for_blank (self, picture == FORE_PICTURE_BLACK ||
                                     picture == FORE_PICTURE_WHITE);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
fore_talk_get_frozen (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->frozen;
}

void
fore_talk_set_frozen (ForeTalk *self, gboolean frozen)
{
  g_return_if_fail (FORE_IS_TALK (self));

  frozen = !!frozen;
  if (self->frozen == frozen)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->frozen = frozen;
  if (frozen)
    self->moved = FALSE;
  else
    fore_talk_show_audience (self, self->moved || !self->hold_edits);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
fore_talk_get_hold_edits (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->hold_edits;
}

void
fore_talk_set_hold_edits (ForeTalk *self, gboolean hold_edits)
{
  g_return_if_fail (FORE_IS_TALK (self));

  hold_edits = !!hold_edits;
  if (self->hold_edits == hold_edits)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->hold_edits = hold_edits;
  fore_talk_show_audience (self, !hold_edits);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
fore_talk_get_has_held_edits (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->hold_edits && self->audience_deck != self->deck;
}

void
fore_talk_publish (ForeTalk *self)
{
  g_return_if_fail (FORE_IS_TALK (self));

  fore_talk_show_audience (self, TRUE);
  fore_talk_update (self);
}

gboolean
fore_talk_leave_special (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  if (self->picture != FORE_PICTURE_SLIDE)
    fore_talk_set_picture (self, FORE_PICTURE_SLIDE);
  else if (self->frozen)
    fore_talk_set_frozen (self, FALSE);
  else
    return FALSE;

  return TRUE;
}
