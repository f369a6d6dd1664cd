/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-thumbnail-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeOverviewGrid:
 *
 * Slides in rows. A column of several slides is a section: it begins a row of its own,
 * under its title; columns of one slide share rows. Where only some of the slides are
 * shown, there are no sections.
 *
 * Positions count the slides that are shown, from 0. One of them is selected.
 *
 * Lies in a scrolled window's viewport, and has widgets for what is in sight only.
 *
 * Signals:
 * - `activated (uint position)`: a slide was clicked
 * - `selected ()`: another slide is selected
 * - `pictures-wanted ()`: other slides may be in sight
 */
#define FORE_TYPE_OVERVIEW_GRID (fore_overview_grid_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeOverviewGrid, fore_overview_grid, FORE, OVERVIEW_GRID, GtkWidget)

GtkWidget *fore_overview_grid_new (void);

/**
 * fore_overview_grid_set_adjustment:
 * @adjustment: that of the scrolled window
 */
void fore_overview_grid_set_adjustment (ForeOverviewGrid *self,
                                        GtkAdjustment *adjustment);

/**
 * fore_overview_grid_set_pictures:
 * @pictures: where to look for them
 */
void fore_overview_grid_set_pictures (ForeOverviewGrid *self,
                                      ForeThumbnailCache *pictures);

/**
 * fore_overview_grid_set_slides:
 * @deck: (nullable): the deck
 * @slides: (nullable) (transfer none) (element-type guint): which of its slides to show;
 *   `NULL` for all
 *
 * Selects the slide that was selected, if it is shown, else the first.
 */
void
fore_overview_grid_set_slides (ForeOverviewGrid *self, ForeDeck *deck, GArray *slides);

guint fore_overview_grid_get_n_slides (ForeOverviewGrid *self);

/**
 * fore_overview_grid_set_current:
 * @index: the slide of the deck where the talk is
 */
void fore_overview_grid_set_current (ForeOverviewGrid *self, guint index);

/**
 * fore_overview_grid_select:
 * @position: the slide to select; past the end, the last
 *
 * Selects a slide and scrolls to it.
 */
void fore_overview_grid_select (ForeOverviewGrid *self, guint position);

/**
 * fore_overview_grid_select_index:
 * @index: a slide of the deck
 *
 * Returns: whether it is shown, and selected now
 */
gboolean fore_overview_grid_select_index (ForeOverviewGrid *self, guint index);

guint fore_overview_grid_get_selected (ForeOverviewGrid *self);

/**
 * fore_overview_grid_get_index:
 *
 * Returns: which slide of the deck @position is
 */
guint fore_overview_grid_get_index (ForeOverviewGrid *self, guint position);

/**
 * fore_overview_grid_move:
 * @direction: where to; the tab directions go through the slides in order
 *
 * Selects a neighbour of the selected slide: above or below it, what is nearest.
 */
void fore_overview_grid_move (ForeOverviewGrid *self, GtkDirectionType direction);

/**
 * fore_overview_grid_move_page:
 * @by: -1 or 1
 */
void fore_overview_grid_move_page (ForeOverviewGrid *self, int by);

/**
 * fore_overview_grid_find_wanted:
 * @index: (out): a slide in sight that has no picture yet, the selected one first
 *
 * Returns: whether there is one
 */
gboolean fore_overview_grid_find_wanted (ForeOverviewGrid *self, guint *index);

/**
 * fore_overview_grid_update_pictures:
 *
 * Shows what has come to the pictures.
 */
void fore_overview_grid_update_pictures (ForeOverviewGrid *self);

/**
 * fore_overview_grid_get_n_tiles:
 *
 * Returns: how many slides have a widget
 */
guint fore_overview_grid_get_n_tiles (ForeOverviewGrid *self);

G_END_DECLS
