/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink-view.h"

G_BEGIN_DECLS

/**
 * ForeInkPicture:
 *
 * The finished strokes of a slide as one picture, which a frame costs nothing to show.
 */
typedef struct _ForeInkPicture ForeInkPicture;

ForeInkPicture *fore_ink_picture_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_ink_picture_free (ForeInkPicture *self);

/**
 * fore_ink_picture_snapshot:
 * @strokes: (nullable) (element-type ForeStroke): what to show
 * @view: where the slide lies
 * @width: of the widget
 * @height: likewise
 * @scale: how many pixels the widget has for each unit
 *
 * Shows the strokes. Draws only what has come to those shown before, if that is all that
 * has changed.
 */
void fore_ink_picture_snapshot (ForeInkPicture *self,
                                GPtrArray *strokes,
                                const ForeInkView *view,
                                int width,
                                int height,
                                int scale,
                                GtkSnapshot *snapshot);

/**
 * fore_ink_picture_get_n_drawn:
 *
 * Returns: how many strokes have been drawn so far
 */
guint fore_ink_picture_get_n_drawn (ForeInkPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeInkPicture, fore_ink_picture_free)

G_END_DECLS
