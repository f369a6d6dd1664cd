/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-history.h"

struct _ForeInkHistory {
  GPtrArray *versions; /* GPtrArray of ForeStroke, shared between versions */
  guint now;
};

ForeInkHistory *
fore_ink_history_new (void)
{
  ForeInkHistory *self = g_new0 (ForeInkHistory, 1);

  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->versions,
                   g_ptr_array_new_with_free_func ((GDestroyNotify) fore_stroke_unref));

  return self;
}

void
fore_ink_history_free (ForeInkHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->versions);
  g_free (self);
}

GPtrArray *
fore_ink_history_get (ForeInkHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->versions, self->now);
}

void
fore_ink_history_push (ForeInkHistory *self, GPtrArray *strokes)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->versions, (gint) self->now + 1);
  g_ptr_array_add (self->versions, strokes);
  if (self->versions->len > FORE_INK_MAX_UNDO + 1)
    g_ptr_array_remove_index (self->versions, 0);
  self->now = self->versions->len - 1;
}

void
fore_ink_history_amend (ForeInkHistory *self, GPtrArray *strokes)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (g_ptr_array_index (self->versions, self->now));
  g_ptr_array_index (self->versions, self->now) = strokes;
}

gboolean
fore_ink_history_can_undo (ForeInkHistory *self)
{
  return self != NULL && self->now > 0;
}

gboolean
fore_ink_history_can_redo (ForeInkHistory *self)
{
  return self != NULL && self->now + 1 < self->versions->len;
}

void
fore_ink_history_undo (ForeInkHistory *self)
{
  g_return_if_fail (fore_ink_history_can_undo (self));

  self->now--;
}

void
fore_ink_history_redo (ForeInkHistory *self)
{
  g_return_if_fail (fore_ink_history_can_redo (self));

  self->now++;
}
