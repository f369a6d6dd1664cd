/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink.h"
#include "fore-stage.h"
#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeAudience:
 *
 * The window before an audience: what a talk shows to it, and nothing else. A click and
 * the wheel step through the deck; links and the like move the talk; the pointer hides
 * itself. When the page is lost, the last picture stays until it is back.
 *
 * Its actions are those of the group `show` that its owner puts in.
 */
#define FORE_TYPE_AUDIENCE (fore_audience_get_type ())

G_DECLARE_FINAL_TYPE (ForeAudience, fore_audience, FORE, AUDIENCE, GtkWindow)

/**
 * fore_audience_new:
 * @application: (nullable): whose window it is
 * @talk: what is shown
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *fore_audience_new (GtkApplication *application,
                              ForeTalk *talk,
                              ForeAssets *assets,
                              ForeStage *related);

/**
 * fore_audience_get_stage:
 *
 * Returns: (transfer none): what the window shows
 */
ForeStage *fore_audience_get_stage (ForeAudience *self);

/**
 * fore_audience_add_layer:
 * @layer: (transfer floating): something that is drawn
 *
 * Lays a widget over the slide, below a black or white picture.
 */
void fore_audience_add_layer (ForeAudience *self, GtkWidget *layer);

/**
 * fore_audience_set_ink:
 * @ink: what is written on the slides
 *
 * Lays ink and pointer over the slide. Once only.
 */
void fore_audience_set_ink (ForeAudience *self, ForeInk *ink);

/**
 * fore_audience_is_covered:
 *
 * Returns: whether the audience sees the last picture of a page that is being brought
 *   back
 */
gboolean fore_audience_is_covered (ForeAudience *self);

G_END_DECLS
