/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-slide-area.h"
#include "fore-stroke.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeInkView:
 * @x: where the slide's left edge lies in the widget
 * @y: where its top edge lies
 * @scale: how many of the widget's units the slide is wide
 *
 * Where a slide, and with it the ink, lies in a widget.
 */
typedef struct {
  double x, y;
  double scale;
} ForeInkView;

/**
 * fore_ink_view_init:
 * @area: where the slide lies in the stage when all of it is shown
 * @width: of the stage
 * @height: likewise
 * @zoom: how many times larger than that it is shown, at least 1
 * @x: what is to be in the middle, in slide widths
 * @y: likewise
 *
 * The stage is always filled: near its edges, the middle is not in the middle.
 */
void fore_ink_view_init (ForeInkView *self,
                         const ForeSlideArea *area,
                         double width,
                         double height,
                         double zoom,
                         double x,
                         double y);

/**
 * fore_ink_view_get_point:
 * @x: a place in the widget
 * @y: likewise
 *
 * Returns: the place on the slide
 */
ForeInkPoint fore_ink_view_get_point (const ForeInkView *self, double x, double y);

/**
 * fore_ink_view_get_bounds:
 *
 * Returns: what a box on the slide covers in the widget, grown to whole pixels and some
 *   more for soft edges
 */
graphene_rect_t fore_ink_view_get_bounds (const ForeInkView *self, const ForeInkBox *box);

/**
 * fore_ink_view_draw_stroke:
 *
 * Draws a stroke, in the coordinates of the widget.
 */
void fore_ink_view_draw_stroke (const ForeInkView *self, ForeStroke *stroke, cairo_t *cr);

G_END_DECLS
