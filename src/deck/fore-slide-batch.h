/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-slide.h"

G_BEGIN_DECLS

/**
 * fore_slide_batch_make:
 * @sources: (array length=n_slides): what to make them from
 * @slides: (array length=n_slides) (out caller-allocates): where to put them
 *
 * Makes slides as [ctor@Slide.new] does, without definitions from elsewhere, by as many
 * processors as are worth it. Returns when all are made.
 */
void fore_slide_batch_make (const ForeSlideSource *sources,
                            guint n_slides,
                            ForeSlide **slides);

G_END_DECLS
