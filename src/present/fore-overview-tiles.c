/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-overview-tiles.h"

struct _ForeOverviewTiles {
  GtkWidget *parent;
  GHashTable *shown; /* position → ForeOverviewTile */
  GPtrArray *aside;
};

ForeOverviewTiles *
fore_overview_tiles_new (GtkWidget *parent)
{
  ForeOverviewTiles *self = g_new0 (ForeOverviewTiles, 1);

  self->parent = parent;
  self->shown = g_hash_table_new (NULL, NULL);
  self->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  return self;
}

void
fore_overview_tiles_free (ForeOverviewTiles *self)
{
  if (self == NULL)
    return;
  fore_overview_tiles_keep (self, 0, 0);
  g_hash_table_unref (self->shown);
  g_ptr_array_unref (self->aside);
  g_free (self);
}

gboolean
fore_overview_tiles_contains (ForeOverviewTiles *self, guint position)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->shown, GUINT_TO_POINTER (position));
}

ForeOverviewTile *
fore_overview_tiles_ensure (ForeOverviewTiles *self, guint position)
{
  GtkWidget *tile;

  g_return_val_if_fail (self != NULL, NULL);

  if (fore_overview_tiles_contains (self, position))
    return NULL;
  if (self->aside->len > 0) {
    tile = g_ptr_array_steal_index_fast (self->aside, self->aside->len - 1);
  } else {
    tile = fore_overview_tile_new ();
    gtk_widget_set_parent (tile, self->parent);
  }
  gtk_widget_set_child_visible (tile, TRUE);
  g_hash_table_insert (self->shown, GUINT_TO_POINTER (position), tile);

  return FORE_OVERVIEW_TILE (tile);
}

void
fore_overview_tiles_keep (ForeOverviewTiles *self, guint from, guint to)
{
  GHashTableIter iter;
  gpointer position, tile;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &position, &tile)) {
    if (GPOINTER_TO_UINT (position) >= from && GPOINTER_TO_UINT (position) < to)
      continue;
    gtk_widget_set_child_visible (tile, FALSE);
    g_ptr_array_add (self->aside, tile);
    g_hash_table_iter_remove (&iter);
  }
}

void
fore_overview_tiles_foreach (ForeOverviewTiles *self,
                             ForeOverviewTileFunc func,
                             gpointer user_data)
{
  GHashTableIter iter;
  gpointer position, tile;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &position, &tile))
    func (GPOINTER_TO_UINT (position), tile, user_data);
}

guint
fore_overview_tiles_get_n_made (ForeOverviewTiles *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->shown) + self->aside->len;
}
