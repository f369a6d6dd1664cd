/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-thumbnail-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeThumbnailFunc:
 *
 * Asks for a picture of a slide; the answer comes through
 * fore_slide_pane_set_thumbnail(). Asked for visible slides only, one at a time.
 */
typedef void (*ForeThumbnailFunc) (guint index, gpointer user_data);

/**
 * ForeSlidePane:
 *
 * The slides as a list at the side: thumbnails, vertical ones indented, the present one
 * outlined, a mark for problems.
 *
 * Properties, all with `notify`: `document` (ForeDocument, readwrite), `index` (uint,
 * readwrite): the slide outlined.
 *
 * Signals: `slide-activated (uint index)`: the user chose a slide.
 */
#define FORE_TYPE_SLIDE_PANE (fore_slide_pane_get_type ())

G_DECLARE_FINAL_TYPE (ForeSlidePane, fore_slide_pane, FORE, SLIDE_PANE, GtkWidget)

GtkWidget *fore_slide_pane_new (void);

void fore_slide_pane_set_document (ForeSlidePane *self, ForeDocument *document);
void fore_slide_pane_set_index (ForeSlidePane *self, guint index);
guint fore_slide_pane_get_index (ForeSlidePane *self);

/**
 * fore_slide_pane_set_thumbnail_func:
 * @func: (nullable) (scope notified): where pictures come from
 */
void fore_slide_pane_set_thumbnail_func (ForeSlidePane *self,
                                         ForeThumbnailFunc func,
                                         gpointer user_data,
                                         GDestroyNotify destroy);

/**
 * fore_slide_pane_set_thumbnail:
 * @slide: the slide that was drawn, so that a picture that comes late finds its place
 * @picture: (nullable): its picture, or `NULL` if it cannot be drawn now
 */
void fore_slide_pane_set_thumbnail (ForeSlidePane *self,
                                    ForeSlide *slide,
                                    GdkTexture *picture);

/**
 * fore_slide_pane_get_pictures:
 *
 * Returns: (transfer none): the pictures that have been drawn, for others to show
 */
ForeThumbnailCache *fore_slide_pane_get_pictures (ForeSlidePane *self);

/**
 * fore_slide_pane_invalidate:
 *
 * Asks for all pictures again: a host has been allowed, the theme has changed.
 */
void fore_slide_pane_invalidate (ForeSlidePane *self);

G_END_DECLS
