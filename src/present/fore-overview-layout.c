/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-overview-layout.h"

#include <stdlib.h>

/* Between tiles, around them, above a section's title and below it. */
#define GAP 18
#define ROW_GAP 18
#define MARGIN 18
#define SECTION_GAP 12
#define TITLE_GAP 9

/* No wider, however few of them there are: the pictures are not larger. */
#define WIDEST 320

void
fore_overview_layout_init (ForeOverviewLayout *self)
{
  self->tiles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  self->sections = g_array_new (FALSE, FALSE, sizeof (ForeOverviewSection));
  self->width = self->height = 0;
}

void
fore_overview_layout_clear (ForeOverviewLayout *self)
{
  g_clear_pointer (&self->tiles, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
}

typedef struct {
  ForeOverviewLayout *layout;
  int n_across, tile_width, tile_height;
  int across; /* tiles in the row that is being filled */
  int y;      /* its top */
} Filler;

static void
start_row (Filler *filler)
{
  if (filler->across > 0)
    filler->y += filler->tile_height + ROW_GAP;
  filler->across = 0;
}

static void
start_section (Filler *filler, guint column, int title_height)
{
  ForeOverviewSection section = { column, 0 };

  start_row (filler);
  if (filler->y > MARGIN)
    filler->y += SECTION_GAP;
  section.y = filler->y;
  g_array_append_val (filler->layout->sections, section);
  filler->y += title_height + TITLE_GAP;
}

static void
end_section (Filler *filler)
{
  start_row (filler);
  filler->y += SECTION_GAP;
}

static void
add_tile (Filler *filler)
{
  GdkRectangle tile;

  if (filler->across == filler->n_across)
    start_row (filler);
  tile = (GdkRectangle){ MARGIN + filler->across * (filler->tile_width + GAP), filler->y,
                         filler->tile_width, filler->tile_height };
  g_array_append_val (filler->layout->tiles, tile);
  filler->across++;
}

void
fore_overview_layout_update (ForeOverviewLayout *self,
                             const ForeDeck *deck,
                             const GArray *slides,
                             gboolean has_sections,
                             const ForeOverviewMetrics *metrics,
                             int width)
{
  int room = MAX (width - 2 * MARGIN, FORE_OVERVIEW_TILE_WIDTH);
  Filler filler = { .layout = self, .y = MARGIN };
  gboolean was_section = FALSE;
  guint last = G_MAXUINT;

  filler.n_across = (room + GAP) / (FORE_OVERVIEW_TILE_WIDTH + GAP);
  filler.tile_width = MIN ((room + GAP) / filler.n_across - GAP, WIDEST);
  filler.tile_height =
    (int) (filler.tile_width * CLAMP (metrics->ratio, 0.25, 1.5) + 0.5) + metrics->line;
  g_array_set_size (self->tiles, 0);
  g_array_set_size (self->sections, 0);
  self->width = width;

  for (guint i = 0; i < slides->len; i++) {
    guint column;

    fore_deck_get_position (deck, g_array_index (slides, guint, i), &column, NULL);
    if (has_sections && column != last) {
      gboolean is_section = fore_deck_get_n_rows (deck, column) > 1;

      if (is_section)
        start_section (&filler, column, metrics->title);
      else if (was_section)
        end_section (&filler);
      was_section = is_section;
      last = column;
    }
    add_tile (&filler);
  }
  start_row (&filler);
  self->height = filler.y - ROW_GAP + MARGIN;
}

guint
fore_overview_layout_find_neighbour (const ForeOverviewLayout *self,
                                     guint position,
                                     GtkDirectionType direction)
{
  int by = direction == GTK_DIR_DOWN ? 1 : -1;
  const GdkRectangle *from, *row = NULL;
  guint nearest = position;

  if (position >= self->tiles->len)
    return position;
  from = &g_array_index (self->tiles, GdkRectangle, position);
  for (guint i = position; i < self->tiles->len; i += (guint) by) {
    const GdkRectangle *tile = &g_array_index (self->tiles, GdkRectangle, i);

    if (tile->y == from->y)
      continue;
    if (row == NULL)
      row = tile;
    if (tile->y != row->y)
      break;
    if (nearest == position ||
        abs (tile->x - from->x) <
          abs (g_array_index (self->tiles, GdkRectangle, nearest).x - from->x))
      nearest = i;
  }

  return nearest;
}

guint
fore_overview_layout_find_page (const ForeOverviewLayout *self,
                                guint position,
                                GtkDirectionType direction,
                                double page)
{
  int from;

  if (position >= self->tiles->len)
    return position;
  from = g_array_index (self->tiles, GdkRectangle, position).y;
  for (;;) {
    guint next = fore_overview_layout_find_neighbour (self, position, direction);

    if (next == position ||
        abs (g_array_index (self->tiles, GdkRectangle, next).y - from) > page)
      return position;
    position = next;
  }
}

gboolean
fore_overview_layout_find_at (const ForeOverviewLayout *self,
                              double x,
                              double y,
                              guint *position)
{
  for (guint i = 0; i < self->tiles->len; i++) {
    if (gdk_rectangle_contains_point (&g_array_index (self->tiles, GdkRectangle, i),
                                      (int) x, (int) y)) {
      *position = i;
      return TRUE;
    }
  }

  return FALSE;
}

void
fore_overview_layout_find_range (
  const ForeOverviewLayout *self, double top, double bottom, guint *from, guint *to)
{
  const GdkRectangle *tiles = (const GdkRectangle *) (gpointer) self->tiles->data;
  guint n_tiles = self->tiles->len;

  *from = 0;
  while (*from < n_tiles && tiles[*from].y + tiles[*from].height <= top)
    ++*from;
  *to = *from;
  while (*to < n_tiles && tiles[*to].y < bottom)
    ++*to;
}
