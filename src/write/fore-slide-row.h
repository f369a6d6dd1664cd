/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-diagnostic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeSlideRow:
 *
 * A slide in the list at the side: number, thumbnail, marks.
 */
#define FORE_TYPE_SLIDE_ROW (fore_slide_row_get_type ())

G_DECLARE_FINAL_TYPE (ForeSlideRow, fore_slide_row, FORE, SLIDE_ROW, GtkWidget)

GtkWidget *fore_slide_row_new (void);

/**
 * fore_slide_row_set_slide:
 * @deck: (nullable): the deck, or `NULL` for none
 * @index: the slide of it to show
 */
void fore_slide_row_set_slide (ForeSlideRow *self, ForeDeck *deck, guint index);

/**
 * fore_slide_row_get_slide:
 *
 * Returns: (transfer none) (nullable): the slide shown
 */
ForeSlide *fore_slide_row_get_slide (ForeSlideRow *self);

/**
 * fore_slide_row_set_problems:
 * @n_problems: how many warnings and errors the slide has; 0 for no mark
 * @worst: the worst of them
 */
void
fore_slide_row_set_problems (ForeSlideRow *self, guint n_problems, ForeSeverity worst);

void fore_slide_row_set_picture (ForeSlideRow *self, GdkTexture *picture);

G_END_DECLS
