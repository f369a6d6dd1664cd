/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FORE_THUMBNAIL_WIDTH 160

/**
 * ForeThumbnail:
 *
 * A small picture of a slide, of a width that does not depend on it; its title for as
 * long as there is no picture.
 */
#define FORE_TYPE_THUMBNAIL (fore_thumbnail_get_type ())

G_DECLARE_FINAL_TYPE (ForeThumbnail, fore_thumbnail, FORE, THUMBNAIL, GtkWidget)

/**
 * fore_thumbnail_set_ratio:
 * @ratio: height by width of a slide
 */
void fore_thumbnail_set_ratio (ForeThumbnail *self, double ratio);

void fore_thumbnail_set_title (ForeThumbnail *self, const char *title);

/**
 * fore_thumbnail_set_picture:
 * @picture: (nullable): the picture, or `NULL` to show the title
 */
void fore_thumbnail_set_picture (ForeThumbnail *self, GdkTexture *picture);

G_END_DECLS
