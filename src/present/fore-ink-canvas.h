/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink-view.h"
#include "fore-ink.h"

G_BEGIN_DECLS

#define FORE_INK_ERASER_RADIUS 0.015

/**
 * ForeInkCanvas:
 *
 * Draws ink and pointer of a slide: strokes, laser with its trace, spotlight, the tips of
 * pen and eraser. Lies over a stage and takes the model as it is; knows no input.
 */
#define FORE_TYPE_INK_CANVAS (fore_ink_canvas_get_type ())

G_DECLARE_FINAL_TYPE (ForeInkCanvas, fore_ink_canvas, FORE, INK_CANVAS, GtkWidget)

GtkWidget *fore_ink_canvas_new (ForeInk *ink);

/**
 * fore_ink_canvas_set_index:
 * @index: the slide; %FORE_INK_ALL_SLIDES for none
 */
void fore_ink_canvas_set_index (ForeInkCanvas *self, guint index);

/**
 * fore_ink_canvas_set_view:
 * @view: where the slide lies in the canvas
 */
void fore_ink_canvas_set_view (ForeInkCanvas *self, const ForeInkView *view);

/**
 * fore_ink_canvas_set_choice:
 * @box: (nullable): what somebody is about to zoom in upon; the rest is dimmed
 */
void fore_ink_canvas_set_choice (ForeInkCanvas *self, const ForeInkBox *box);

G_END_DECLS
