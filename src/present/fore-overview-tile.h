/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeOverviewTile:
 *
 * A slide in the overview: its picture, and below it its number and title; a struck eye
 * if the talk passes over it.
 */
#define FORE_TYPE_OVERVIEW_TILE (fore_overview_tile_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeOverviewTile, fore_overview_tile, FORE, OVERVIEW_TILE, GtkWidget)

GtkWidget *fore_overview_tile_new (void);

/**
 * fore_overview_tile_get_height:
 * @width: of the tile
 * @ratio: height by width of a slide
 *
 * Returns: how high a tile must be
 */
int fore_overview_tile_get_height (ForeOverviewTile *self, int width, double ratio);

void fore_overview_tile_set_slide (ForeOverviewTile *self, ForeDeck *deck, guint index);

/**
 * fore_overview_tile_set_current:
 * @is_current: whether the talk is there
 */
void fore_overview_tile_set_current (ForeOverviewTile *self, gboolean is_current);

/**
 * fore_overview_tile_set_picture:
 * @picture: (nullable): `NULL` shows the title in its place
 */
void fore_overview_tile_set_picture (ForeOverviewTile *self, GdkTexture *picture);

G_END_DECLS
