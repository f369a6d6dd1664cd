/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * ForeNotesView:
 *
 * A widget that shows the notes of a slide: light text on a dark ground, as large as the
 * reader wants it, and nothing in it can run. It takes no key presses.
 *
 * Properties:
 * - `scale` (double, readwrite, notify): the size of the text; 1.0 is the usual one
 * - `settled` (boolean, read only, notify): whether the page has what is wanted
 * - `assets` (ForeAssets, construct only), `related` (ForeStage, construct only,
 *   nullable)
 *
 * Signal: `link-activated (char *uri)`: a link was clicked.
 */
#define FORE_TYPE_NOTES_VIEW (fore_notes_view_get_type ())

G_DECLARE_FINAL_TYPE (ForeNotesView, fore_notes_view, FORE, NOTES_VIEW, GtkWidget)

/**
 * fore_notes_view_new:
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *fore_notes_view_new (ForeAssets *assets, ForeStage *related);

/**
 * fore_notes_view_show:
 * @deck: (nullable): the deck, or `NULL` to show nothing
 * @index: the slide
 *
 * Shows the notes of a slide from their start; those that are shown already stay as they
 * are.
 */
void fore_notes_view_show (ForeNotesView *self, ForeDeck *deck, guint index);

void fore_notes_view_set_scale (ForeNotesView *self, double scale);
double fore_notes_view_get_scale (ForeNotesView *self);
gboolean fore_notes_view_get_settled (ForeNotesView *self);

/**
 * fore_notes_view_scroll:
 * @pages: how far, in heights of the view; negative: up
 */
void fore_notes_view_scroll (ForeNotesView *self, double pages);

G_END_DECLS
