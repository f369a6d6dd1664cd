/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

#include <gio/gio.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForePreview:
 *
 * The deck beside its source: the slide at the deck's own proportions on a quiet surface,
 * the bar for pictures that may not be loaded, and the row to step with.
 *
 * Properties, all with `notify`:
 * - `stage` (ForeStage, construct only): what shows the deck
 * - `settings` (GSettings, construct only): where hosts are allowed for good
 * - `deck` (ForeDeck, readwrite)
 *
 * Signals:
 * - `user-moved ()`: the user stepped to another slide or step here
 * - `link-activated (char *uri)`: a link that leads out of the deck was clicked
 * - `recovered ()`: the preview had stopped and is back
 * - `hosts-allowed ()`: other hosts may be asked for pictures than before
 *
 * Actions: `preview.next`, `preview.previous` (one step), `preview.retry`,
 * `preview.allow-once (string host)`, `preview.allow-always (string host)`.
 */
#define FORE_TYPE_PREVIEW (fore_preview_get_type ())

G_DECLARE_FINAL_TYPE (ForePreview, fore_preview, FORE, PREVIEW, GtkWidget)

GtkWidget *fore_preview_new (ForeStage *stage, GSettings *settings);

void fore_preview_set_deck (ForePreview *self, ForeDeck *deck);

/**
 * fore_preview_get_stage:
 *
 * Returns: (transfer none): the stage, for others to share its web process
 */
ForeStage *fore_preview_get_stage (ForePreview *self);

guint fore_preview_get_index (ForePreview *self);

/**
 * fore_preview_show_slide:
 * @index: the slide
 *
 * Shows a slide with all its steps, as it is while it is being written. Does nothing if
 * it is shown already, so that its steps stay as they are.
 */
void fore_preview_show_slide (ForePreview *self, guint index);

/**
 * fore_preview_describe_position:
 *
 * Returns: (transfer full): where the slide stands, for people: "3.1", or "3" in a column
 *   of one slide
 */
char *fore_preview_describe_position (const ForeDeck *deck, guint index);

G_END_DECLS
