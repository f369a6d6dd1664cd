/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-options.h"

G_BEGIN_DECLS

/**
 * ForeSlideArea:
 * @x: its left edge
 * @y: its top edge
 * @width: how wide it is shown
 * @height: how high
 *
 * Where a slide lies in what it is shown in, in the units of that.
 */
typedef struct {
  double x, y;
  double width, height;
} ForeSlideArea;

/**
 * fore_slide_area_init:
 * @options: of the deck
 * @width: of the page, in CSS pixels
 * @height: likewise
 *
 * Computes what reveal.js does with `width`, `height`, `margin`, `minScale` and
 * `maxScale`. A slide with the smallest scale may be larger than the page.
 */
void fore_slide_area_init (ForeSlideArea *self,
                           const ForeOptions *options,
                           double width,
                           double height);

G_END_DECLS
