/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeOverviewSection:
 * @column: of the deck, which gives the title
 * @y: where the title lies
 */
typedef struct {
  guint column;
  int y;
} ForeOverviewSection;

/**
 * ForeOverviewLayout:
 * @tiles: (element-type GdkRectangle): where each slide lies
 * @sections: (element-type ForeOverviewSection): titles above rows
 * @width: what it was made for
 * @height: how high all of it is
 *
 * Where everything lies in the overview.
 */
typedef struct {
  GArray *tiles;
  GArray *sections;
  int width;
  int height;
} ForeOverviewLayout;

/**
 * ForeOverviewMetrics:
 * @ratio: height by width of a slide
 * @line: how much higher a tile is than its picture
 * @title: how high the title of a section is
 */
typedef struct {
  double ratio;
  int line;
  int title;
} ForeOverviewMetrics;

/* Pictures are at least so wide. */
#define FORE_OVERVIEW_TILE_WIDTH 200

void fore_overview_layout_init (ForeOverviewLayout *self);
void fore_overview_layout_clear (ForeOverviewLayout *self);

/**
 * fore_overview_layout_update:
 * @deck: the deck
 * @slides: (element-type guint): the slides shown
 * @has_sections: whether columns of several slides have rows of their own
 * @width: to lay out in
 */
void fore_overview_layout_update (ForeOverviewLayout *self,
                                  const ForeDeck *deck,
                                  const GArray *slides,
                                  gboolean has_sections,
                                  const ForeOverviewMetrics *metrics,
                                  int width);

/**
 * fore_overview_layout_find_neighbour:
 * @position: a slide shown
 * @direction: %GTK_DIR_UP or %GTK_DIR_DOWN
 *
 * Returns: the nearest slide in the row above or below; @position if there is none
 */
guint fore_overview_layout_find_neighbour (const ForeOverviewLayout *self,
                                           guint position,
                                           GtkDirectionType direction);

/**
 * fore_overview_layout_find_page:
 * @page: how high a page is
 *
 * Returns: the slide that is as far above or below @position as can be, within a page
 */
guint fore_overview_layout_find_page (const ForeOverviewLayout *self,
                                      guint position,
                                      GtkDirectionType direction,
                                      double page);

/**
 * fore_overview_layout_find_at:
 * @position: (out): the slide there
 *
 * Returns: whether there is one at that place
 */
gboolean fore_overview_layout_find_at (const ForeOverviewLayout *self,
                                       double x,
                                       double y,
                                       guint *position);

/**
 * fore_overview_layout_find_range:
 * @top: a height
 * @bottom: another one below it
 * @from: (out): the first slide that is seen between them
 * @to: (out): the first one after it that is not
 */
void fore_overview_layout_find_range (
  const ForeOverviewLayout *self, double top, double bottom, guint *from, guint *to);

G_END_DECLS
