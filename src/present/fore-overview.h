/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"
#include "fore-thumbnail-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeOverview:
 *
 * All slides of a talk at a glance, for the speaker: pictures, numbers, sections; typing
 * filters, arrows move, Enter or a click chooses. Nobody else sees anything of it: what
 * is chosen is said, and the talk goes there.
 *
 * Fills what it is put into.
 *
 * Properties, both with `notify`:
 * - `deck` (ForeDeck, readwrite): may change while it is shown
 * - `index` (uint, readwrite): where the talk is
 *
 * Signals:
 * - `chosen (uint index)`: show this slide
 * - `closed ()`: show none, Esc was pressed
 */
#define FORE_TYPE_OVERVIEW (fore_overview_get_type ())

G_DECLARE_FINAL_TYPE (ForeOverview, fore_overview, FORE, OVERVIEW, GtkWidget)

/**
 * fore_overview_new:
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with, and which comes first
 * @pictures: (nullable): pictures of the deck's slides that others draw too
 */
GtkWidget *
fore_overview_new (ForeAssets *assets, ForeStage *related, ForeThumbnailCache *pictures);

void fore_overview_set_deck (ForeOverview *self, ForeDeck *deck);
ForeDeck *fore_overview_get_deck (ForeOverview *self);
void fore_overview_set_index (ForeOverview *self, guint index);
guint fore_overview_get_index (ForeOverview *self);

/**
 * fore_overview_open:
 *
 * Starts anew: no filter, the talk's slide selected and in sight, the focus here. To be
 * called when it is shown.
 */
void fore_overview_open (ForeOverview *self);

/**
 * fore_overview_get_selected:
 * @index: (out): the slide that Enter would choose
 *
 * Returns: whether there is one
 */
gboolean fore_overview_get_selected (ForeOverview *self, guint *index);

/**
 * fore_overview_new_window:
 * @overview: becomes its content
 *
 * Makes a window for an overview that has no other: for a talk with the audience's screen
 * only. Choosing and Esc hide it.
 */
GtkWindow *fore_overview_new_window (GtkApplication *application, ForeOverview *overview);

G_END_DECLS
