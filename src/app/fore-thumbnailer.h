/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-slide-pane.h"
#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * ForeThumbnailer:
 *
 * Draws the pictures for a slide pane, with a small stage of its own.
 *
 * Waits until the preview shows what it should, so that thumbnails never slow down what
 * the author is looking at.
 */
#define FORE_TYPE_THUMBNAILER (fore_thumbnailer_get_type ())

G_DECLARE_FINAL_TYPE (ForeThumbnailer, fore_thumbnailer, FORE, THUMBNAILER, GObject)

/**
 * fore_thumbnailer_new:
 * @bin: where the small stage lives: below something else, since a page is only drawn in
 *   a widget that is drawn itself
 * @preview: whose web process is shared, and who comes first
 */
ForeThumbnailer *fore_thumbnailer_new (ForeSlidePane *pane,
                                       GtkScrolledWindow *bin,
                                       ForeAssets *assets,
                                       ForeStage *preview) G_GNUC_WARN_UNUSED_RESULT;

void fore_thumbnailer_set_deck (ForeThumbnailer *self, ForeDeck *deck);

/**
 * fore_thumbnailer_reload:
 *
 * Draws all again, with pictures that may be loaded only now.
 */
void fore_thumbnailer_reload (ForeThumbnailer *self);

G_END_DECLS
