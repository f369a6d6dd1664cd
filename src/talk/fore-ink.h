/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-pointer.h"

G_BEGIN_DECLS

/* What `strokes-changed` says when any slide may have changed. */
#define FORE_INK_ALL_SLIDES G_MAXUINT

/**
 * ForeInk:
 *
 * What was written on the slides of a talk, and the pointer that writes: one for all
 * windows, which draw it.
 *
 * Ink belongs to a slide and follows it through edits of the deck: that of a changed
 * slide stays, that of a removed slide goes. Each slide has its own history, so that Undo
 * never touches what nobody sees.
 *
 * The eraser takes whole strokes: one touch and the arrow is gone, whoever erased too
 * much undoes one stroke, and strokes stay what a pen has drawn, with their pressure.
 *
 * Properties, all with `notify`:
 * - `deck` (ForeDeck, readwrite): whose slides are written on
 * - `index` (uint, readwrite): the slide that Undo, Redo and Clear are about; another one
 *   ends the stroke and the zoom; follows edits by itself
 * - `can-undo`, `can-redo`, `has-strokes` (boolean, read only): of that slide
 * - `pointer` (ForePointer, read only)
 *
 * Signals:
 * - `strokes-changed (uint index)`: the finished strokes of that slide are others now, or
 *   those of any slide if it is %FORE_INK_ALL_SLIDES
 * - `stroke-grown (uint index)`: the stroke that is being drawn there has grown, begun or
 *   ended
 */
#define FORE_TYPE_INK (fore_ink_get_type ())

G_DECLARE_FINAL_TYPE (ForeInk, fore_ink, FORE, INK, GObject)

ForeInk *fore_ink_new (void) G_GNUC_WARN_UNUSED_RESULT;

ForePointer *fore_ink_get_pointer (ForeInk *self);

void fore_ink_set_deck (ForeInk *self, ForeDeck *deck);
ForeDeck *fore_ink_get_deck (ForeInk *self);

void fore_ink_set_index (ForeInk *self, guint index);
guint fore_ink_get_index (ForeInk *self);

/**
 * fore_ink_find_index:
 * @deck: (nullable): a deck that some window shows, which may be an older one
 * @index: (inout): a slide of it; becomes the same slide's index here
 *
 * Returns: whether the slide is in the deck that is written on
 */
gboolean fore_ink_find_index (ForeInk *self, ForeDeck *deck, guint *index);

/**
 * fore_ink_draw:
 * @index: the slide
 * @point: where the pen is
 *
 * Puts the pen down, with the pointer's colour and width, or leads it on.
 */
void fore_ink_draw (ForeInk *self, guint index, const ForeInkPoint *point);

/**
 * fore_ink_erase:
 * @from: where the eraser was
 * @to: where it is
 * @radius: its radius
 *
 * Takes away the strokes that the eraser touches on its way. All that is erased before
 * fore_ink_lift() is one step of the history.
 */
void fore_ink_erase (ForeInk *self,
                     guint index,
                     const ForeInkPoint *from,
                     const ForeInkPoint *to,
                     double radius);

/**
 * fore_ink_lift:
 *
 * Lifts pen and eraser: what was drawn becomes a stroke.
 */
void fore_ink_lift (ForeInk *self);

/**
 * fore_ink_cancel:
 *
 * Lifts the pen as if it had not been put down.
 */
void fore_ink_cancel (ForeInk *self);

/* Of the slide `index`. Clear can be undone. Each returns whether anything changed. */
gboolean fore_ink_undo (ForeInk *self);
gboolean fore_ink_redo (ForeInk *self);
gboolean fore_ink_clear (ForeInk *self);

/**
 * fore_ink_get_strokes:
 *
 * Returns: (transfer none) (nullable) (element-type ForeStroke): the finished strokes,
 * the oldest first, until they change; `NULL` if there are none. Never changed in place:
 * a reference keeps what it was taken of
 */
GPtrArray *fore_ink_get_strokes (ForeInk *self, guint index);

/**
 * fore_ink_get_unfinished:
 *
 * Returns: (transfer none) (nullable): the stroke that is being drawn on that slide
 */
ForeStroke *fore_ink_get_unfinished (ForeInk *self, guint index);

gboolean fore_ink_get_can_undo (ForeInk *self);
gboolean fore_ink_get_can_redo (ForeInk *self);
gboolean fore_ink_get_has_strokes (ForeInk *self);

/**
 * fore_ink_dup_json:
 *
 * Writes the finished strokes of all slides, without the history, as JSON:
 * `{"version": 1, "slides": [{"index": 0, "strokes": [{"colour": "red", "width": 0.005,
 * "points": [x, y, pressure, …]}]}]}`.
 *
 * Returns: (transfer full): one line
 */
char *fore_ink_dup_json (ForeInk *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_ink_load_json:
 * @json: what fore_ink_dup_json() wrote, of the same deck
 *
 * Replaces all strokes, without a way back. Strokes of slides that the deck does not have
 * are left out. After an error nothing has changed.
 *
 * Returns: whether it could be read; else @error is of #JsonParserError, or
 *   %G_IO_ERROR_INVALID_DATA
 */
gboolean fore_ink_load_json (ForeInk *self, const char *json, GError **error);

G_END_DECLS
