/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink-view.h"
#include "fore-ink.h"
#include "fore-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeInkLayer:
 *
 * What lies over a stage: its ink, and its picture while that is zoomed. Put it over the
 * stage, as large as that.
 *
 * While a tool is held, mouse, fingers and pens write here instead of reaching the page;
 * every other layer of the same ink shows it with the next frame. Shows the ink of the
 * slide that the page has painted, also where that is of an older deck.
 */
#define FORE_TYPE_INK_LAYER (fore_ink_layer_get_type ())

G_DECLARE_FINAL_TYPE (ForeInkLayer, fore_ink_layer, FORE, INK_LAYER, GtkWidget)

/**
 * fore_ink_layer_new:
 * @stage: what is written on
 * @picture: the widget that is shown larger when it is zoomed: the stage, or what has the
 *   stage in it
 */
GtkWidget *fore_ink_layer_new (ForeStage *stage, GtkWidget *picture, ForeInk *ink);

ForeStage *fore_ink_layer_get_stage (ForeInkLayer *self);
ForeInk *fore_ink_layer_get_ink (ForeInkLayer *self);

/**
 * fore_ink_layer_get_index:
 *
 * Returns: the slide that is seen, in the deck that is written on;
 *   %FORE_INK_ALL_SLIDES if it is not in that
 */
guint fore_ink_layer_get_index (ForeInkLayer *self);

/**
 * fore_ink_layer_get_view:
 * @view: (out): where the slide is seen
 *
 * Returns: whether one is
 */
gboolean fore_ink_layer_get_view (ForeInkLayer *self, ForeInkView *view);

/**
 * fore_ink_layer_get_final_view:
 * @view: (out): where the slide is seen when the zoom has come to an end
 *
 * Returns: whether one is
 */
gboolean fore_ink_layer_get_final_view (ForeInkLayer *self, ForeInkView *view);

/**
 * fore_ink_layer_get_is_moving:
 *
 * Returns: whether the zoom is still on its way
 */
gboolean fore_ink_layer_get_is_moving (ForeInkLayer *self);

G_END_DECLS
