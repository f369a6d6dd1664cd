/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-overview-tile.h"

G_BEGIN_DECLS

/**
 * ForeOverviewTiles:
 *
 * The tiles of a grid, by the position of what they show. A tile that is put aside is
 * used again for another slide.
 */
typedef struct _ForeOverviewTiles ForeOverviewTiles;

typedef void (*ForeOverviewTileFunc) (guint position,
                                      ForeOverviewTile *tile,
                                      gpointer user_data);

/**
 * fore_overview_tiles_new:
 * @parent: the parent of all tiles; not referenced
 */
ForeOverviewTiles *fore_overview_tiles_new (GtkWidget *parent) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_overview_tiles_free:
 *
 * Takes all tiles away from their parent.
 */
void fore_overview_tiles_free (ForeOverviewTiles *self);

/**
 * fore_overview_tiles_ensure:
 *
 * Returns: (transfer none) (nullable): a tile that is shown at @position from now on;
 *   `NULL` if there was one already
 */
ForeOverviewTile *fore_overview_tiles_ensure (ForeOverviewTiles *self, guint position);

gboolean fore_overview_tiles_contains (ForeOverviewTiles *self, guint position);

/**
 * fore_overview_tiles_keep:
 * @from: the first position to keep
 * @to: the first one behind them
 *
 * Puts all other tiles aside.
 */
void fore_overview_tiles_keep (ForeOverviewTiles *self, guint from, guint to);

/**
 * fore_overview_tiles_foreach:
 * @func: (scope call): called for each tile that is shown
 */
void fore_overview_tiles_foreach (ForeOverviewTiles *self,
                                  ForeOverviewTileFunc func,
                                  gpointer user_data);

/**
 * fore_overview_tiles_get_n_made:
 *
 * Returns: how many tiles there are, shown or put aside
 */
guint fore_overview_tiles_get_n_made (ForeOverviewTiles *self);

G_END_DECLS
