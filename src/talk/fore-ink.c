/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink.h"

#include "fore-ink-history.h"
#include "fore-ink-private.h"
#include "fore-splice.h"

struct _ForeInk {
  GObject parent_instance;

  ForeDeck *deck;
  guint index;
  ForePointer *pointer;
  GPtrArray *histories; /* ForeInkHistory, one for each slide, NULL until it has ink */

  ForeStroke *unfinished;
  guint unfinished_index;
  ForeInkHistory *erased; /* borrowed: where the eraser that is down has made its step */

  gboolean could_undo, could_redo, had_strokes; /* what was said last */
};

enum {
  PROP_DECK = 1,
  PROP_INDEX,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_HAS_STROKES,
  PROP_POINTER,
  N_PROPERTIES,
};
enum { STROKES_CHANGED, STROKE_GROWN, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeInk, fore_ink, G_TYPE_OBJECT)

static ForeInkHistory *
get_history (ForeInk *self, guint index)
{
  return index < self->histories->len ? g_ptr_array_index (self->histories, index) : NULL;
}

static ForeInkHistory *
ensure_history (ForeInk *self, guint index)
{
  if (get_history (self, index) == NULL)
    g_ptr_array_index (self->histories, index) = fore_ink_history_new ();

  return get_history (self, index);
}

/* --- What is said ------------------------------------------------------------------- */

static void
say (ForeInk *self, gboolean *said, gboolean now, guint property)
{
  if (*said == now)
    return;
  *said = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
say_what_can_be_done (ForeInk *self)
{
  say (self, &self->could_undo, fore_ink_get_can_undo (self), PROP_CAN_UNDO);
  say (self, &self->could_redo, fore_ink_get_can_redo (self), PROP_CAN_REDO);
  say (self, &self->had_strokes, fore_ink_get_has_strokes (self), PROP_HAS_STROKES);
}

static void
strokes_changed (ForeInk *self, guint index)
{
  g_signal_emit (self, signals[STROKES_CHANGED], 0, index);
  say_what_can_be_done (self);
}

/* --- Slides ------------------------------------------------------------------------- */

static GPtrArray *
new_histories (guint n_slides)
{
  GPtrArray *histories =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_ink_history_free);

  g_ptr_array_set_size (histories, (gint) n_slides);

  return histories;
}

static void
move_histories (ForeInk *self, const ForeSplice *splice, guint n_slides)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->histories);

  self->histories = new_histories (n_slides);
  for (guint i = 0; i < before->len; i++) {
    guint index = i;

    if (fore_splice_follow (splice, &index))
      g_ptr_array_index (self->histories, index) =
        g_steal_pointer (&g_ptr_array_index (before, i));
  }
}

static void
follow (ForeInk *self, ForeDeck *before)
{
  guint n_slides = fore_deck_get_n_slides (self->deck);
  ForeSplice splice = fore_splice_between (before, self->deck);
  guint index = fore_splice_move_index (&splice, self->index, n_slides);

  self->erased = NULL;
  move_histories (self, &splice, n_slides);
  if (self->unfinished != NULL && !fore_splice_follow (&splice, &self->unfinished_index))
    fore_ink_cancel (self);
  fore_pointer_follow (self->pointer, &splice);
  if (index != self->index) {
    self->index = index;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  }
}

void
fore_ink_set_deck (ForeInk *self, ForeDeck *deck)
{
  g_autoptr (ForeDeck) before = NULL;

  g_return_if_fail (FORE_IS_INK (self));

  if (self->deck == deck)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  before = g_steal_pointer (&self->deck);
  self->deck = deck != NULL ? fore_deck_ref (deck) : NULL;
  if (before != NULL && deck != NULL) {
    follow (self, before);
  } else {
    fore_ink_cancel (self);
    self->erased = NULL;
    g_ptr_array_unref (self->histories);
    self->histories = new_histories (deck != NULL ? fore_deck_get_n_slides (deck) : 0);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECK]);
  strokes_changed (self, FORE_INK_ALL_SLIDES);
  g_object_thaw_notify (G_OBJECT (self));
}

ForeDeck *
fore_ink_get_deck (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), NULL);

  return self->deck;
}

void
fore_ink_set_index (ForeInk *self, guint index)
{
  g_return_if_fail (FORE_IS_INK (self));

  if (self->index == index)
    return;
  fore_ink_lift (self);
  fore_pointer_zoom_out (self->pointer);
  self->index = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  say_what_can_be_done (self);
}

guint
fore_ink_get_index (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), 0);

  return self->index;
}

gboolean
fore_ink_find_index (ForeInk *self, ForeDeck *deck, guint *index)
{
  ForeSplice splice;

  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  if (deck == NULL || self->deck == NULL)
    return FALSE;
  if (deck == self->deck)
    return *index < self->histories->len;
  splice = fore_splice_between (deck, self->deck);

  return fore_splice_follow (&splice, index) && *index < self->histories->len;
}

/* --- Pen and eraser ----------------------------------------------------------------- */

static void
add_stroke (ForeInk *self, guint index, ForeStroke *stroke)
{
  ForeInkHistory *history = ensure_history (self, index);
  GPtrArray *strokes = g_ptr_array_copy (fore_ink_history_get (history),
                                         (GCopyFunc) (GCallback) fore_stroke_ref, NULL);

  g_ptr_array_add (strokes, fore_stroke_ref (stroke));
  fore_ink_history_push (history, strokes);
  strokes_changed (self, index);
}

void
fore_ink_draw (ForeInk *self, guint index, const ForeInkPoint *point)
{
  g_return_if_fail (FORE_IS_INK (self));
  g_return_if_fail (point != NULL);

  if (index >= self->histories->len)
    return;
  if (self->unfinished != NULL && self->unfinished_index != index)
    fore_ink_lift (self);
  if (self->unfinished == NULL) {
    self->unfinished = fore_stroke_new (
      fore_pointer_get_colour (self->pointer),
      fore_pen_width_get_share (fore_pointer_get_pen_width (self->pointer)));
    self->unfinished_index = index;
  }
  if (fore_stroke_add (self->unfinished, point))
    g_signal_emit (self, signals[STROKE_GROWN], 0, index);
}

void
fore_ink_lift (ForeInk *self)
{
  g_autoptr (ForeStroke) stroke = NULL;

  g_return_if_fail (FORE_IS_INK (self));

  self->erased = NULL;
  stroke = g_steal_pointer (&self->unfinished);
  if (stroke == NULL)
    return;
  add_stroke (self, self->unfinished_index, stroke);
  g_signal_emit (self, signals[STROKE_GROWN], 0, self->unfinished_index);
}

void
fore_ink_cancel (ForeInk *self)
{
  g_return_if_fail (FORE_IS_INK (self));

  if (self->unfinished == NULL)
    return;
  g_clear_pointer (&self->unfinished, fore_stroke_unref);
  g_signal_emit (self, signals[STROKE_GROWN], 0, self->unfinished_index);
}

void
fore_ink_erase (ForeInk *self,
                guint index,
                const ForeInkPoint *from,
                const ForeInkPoint *to,
                double radius)
{
  GPtrArray *before = fore_ink_get_strokes (self, index);
  g_autoptr (GPtrArray) kept = NULL;
  ForeInkHistory *history;

  g_return_if_fail (FORE_IS_INK (self));
  g_return_if_fail (from != NULL && to != NULL);

  if (before == NULL)
    return;
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_stroke_unref);
  for (guint i = 0; i < before->len; i++) {
    ForeStroke *stroke = g_ptr_array_index (before, i);

    if (!fore_stroke_is_touched (stroke, from, to, radius))
      g_ptr_array_add (kept, fore_stroke_ref (stroke));
  }
  if (kept->len == before->len)
    return;

  history = get_history (self, index);
  if (self->erased == history)
    fore_ink_history_amend (history, g_steal_pointer (&kept));
  else
    fore_ink_history_push (history, g_steal_pointer (&kept));
  self->erased = history;
  strokes_changed (self, index);
}

/* --- History ------------------------------------------------------------------------ */

gboolean
fore_ink_undo (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  fore_ink_lift (self);
  if (!fore_ink_get_can_undo (self))
    return FALSE;
  fore_ink_history_undo (get_history (self, self->index));
  strokes_changed (self, self->index);

  return TRUE;
}

gboolean
fore_ink_redo (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  fore_ink_lift (self);
  if (!fore_ink_get_can_redo (self))
    return FALSE;
  fore_ink_history_redo (get_history (self, self->index));
  strokes_changed (self, self->index);

  return TRUE;
}

gboolean
fore_ink_clear (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  fore_ink_lift (self);
  if (!fore_ink_get_has_strokes (self))
    return FALSE;
  fore_ink_history_push (
    get_history (self, self->index),
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_stroke_unref));
  strokes_changed (self, self->index);

  return TRUE;
}

GPtrArray *
fore_ink_get_strokes (ForeInk *self, guint index)
{
  ForeInkHistory *history;
  GPtrArray *strokes;

  g_return_val_if_fail (FORE_IS_INK (self), NULL);

  history = get_history (self, index);
  strokes = history != NULL ? fore_ink_history_get (history) : NULL;

  return strokes != NULL && strokes->len > 0 ? strokes : NULL;
}

ForeStroke *
fore_ink_get_unfinished (ForeInk *self, guint index)
{
  g_return_val_if_fail (FORE_IS_INK (self), NULL);

  return self->unfinished_index == index ? self->unfinished : NULL;
}

gboolean
fore_ink_get_can_undo (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  return fore_ink_history_can_undo (get_history (self, self->index));
}

gboolean
fore_ink_get_can_redo (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), FALSE);

  return fore_ink_history_can_redo (get_history (self, self->index));
}

gboolean
fore_ink_get_has_strokes (ForeInk *self)
{
  return fore_ink_get_strokes (self, self->index) != NULL;
}

guint
fore_ink_get_n_slides (ForeInk *self)
{
  return self->histories->len;
}

void
fore_ink_replace (ForeInk *self, GPtrArray *slides)
{
  g_autoptr (GPtrArray) owned = slides;

  fore_ink_cancel (self);
  self->erased = NULL;
  g_ptr_array_unref (self->histories);
  self->histories = new_histories (slides->len);
  for (guint i = 0; i < slides->len; i++) {
    GPtrArray *strokes = g_steal_pointer (&g_ptr_array_index (slides, i));

    if (strokes != NULL)
      fore_ink_history_amend (ensure_history (self, i), strokes);
  }
  strokes_changed (self, FORE_INK_ALL_SLIDES);
}

/* --- The object --------------------------------------------------------------------- */

ForePointer *
fore_ink_get_pointer (ForeInk *self)
{
  g_return_val_if_fail (FORE_IS_INK (self), NULL);

  return self->pointer;
}

ForeInk *
fore_ink_new (void)
{
  return g_object_new (FORE_TYPE_INK, NULL);
}

static void
fore_ink_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeInk *self = FORE_INK (object);

  switch (id) {
  case PROP_DECK:
    g_value_set_boxed (value, self->deck);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, fore_ink_get_can_undo (self));
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, fore_ink_get_can_redo (self));
    break;
  case PROP_HAS_STROKES:
    g_value_set_boolean (value, fore_ink_get_has_strokes (self));
    break;
  case PROP_POINTER:
    g_value_set_object (value, self->pointer);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_ink_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeInk *self = FORE_INK (object);

  switch (id) {
  case PROP_DECK:
    fore_ink_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_INDEX:
    fore_ink_set_index (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_ink_finalize (GObject *object)
{
  ForeInk *self = FORE_INK (object);

  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_pointer (&self->unfinished, fore_stroke_unref);
  g_ptr_array_unref (self->histories);
  g_object_unref (self->pointer);

  G_OBJECT_CLASS (fore_ink_parent_class)->finalize (object);
}

static void
fore_ink_class_init (ForeInkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fore_ink_get_property;
  object_class->set_property = fore_ink_set_property;
  object_class->finalize = fore_ink_finalize;

  properties[PROP_DECK] =
    g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, writable);
  properties[PROP_INDEX] =
    g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_STROKES] =
    g_param_spec_boolean ("has-strokes", NULL, NULL, FALSE, readable);
  properties[PROP_POINTER] =
    g_param_spec_object ("pointer", NULL, NULL, FORE_TYPE_POINTER, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[STROKES_CHANGED] =
    g_signal_new ("strokes-changed", FORE_TYPE_INK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STROKE_GROWN] = g_signal_new ("stroke-grown", FORE_TYPE_INK, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
fore_ink_init (ForeInk *self)
{
  self->pointer = fore_pointer_new ();
  self->histories = new_histories (0);
}
