/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeAudience:
 *
 * The window before an audience: the slide and nothing else. Keys, clicks and the wheel
 * step through the deck; the pointer hides itself; the screen does not go to sleep.
 *
 * Properties, all with `notify`:
 * - `deck` (ForeDeck, readwrite): may be replaced while it is shown
 * - `index`, `step` (uint, read only): where the show is
 * - `black` (boolean, readwrite): whether the picture is off
 *
 * Actions: `show.next`, `show.previous` (one step), `show.next-slide`,
 * `show.previous-slide`, `show.up`, `show.down` (in a stack), `show.first`, `show.last`,
 * `show.black`, `show.leave`.
 *
 * Closing the window ends the show.
 */
#define FORE_TYPE_AUDIENCE (fore_audience_get_type ())

G_DECLARE_FINAL_TYPE (ForeAudience, fore_audience, FORE, AUDIENCE, GtkWindow)

/**
 * fore_audience_new:
 * @application: (nullable): whose session is kept awake
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *
fore_audience_new (GtkApplication *application, ForeAssets *assets, ForeStage *related);

void fore_audience_set_deck (ForeAudience *self, ForeDeck *deck);

/**
 * fore_audience_show_slide:
 * @step: fragment steps shown; `G_MAXUINT` for all of them
 */
void fore_audience_show_slide (ForeAudience *self, guint index, guint step);

guint fore_audience_get_index (ForeAudience *self);
guint fore_audience_get_step (ForeAudience *self);

/**
 * fore_audience_get_stage:
 *
 * Returns: (transfer none): what the window shows
 */
ForeStage *fore_audience_get_stage (ForeAudience *self);

G_END_DECLS
