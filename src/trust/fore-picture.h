/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most pixels that a picture may have: a page needs four bytes for each, however
 * small the file is. */
#define FORE_PICTURE_MAX_PIXELS (100 * 1000 * 1000)

/**
 * ForePicture:
 * @width: in pixels
 * @height: in pixels
 *
 * What a picture says of itself.
 */
typedef struct {
  guint32 width;
  guint32 height;
} ForePicture;

/**
 * fore_picture_read:
 * @data: the start of a file of any kind
 * @length: bytes in @data; all that there are, or as many as you have
 *
 * Reads the size of a PNG, JPEG, GIF, WebP, AVIF or BMP picture from its head. Drawings
 * (SVG) have none.
 *
 * Returns: whether it is a picture that says how large it is
 */
gboolean fore_picture_read (ForePicture *self, gconstpointer data, gsize length);

/**
 * fore_picture_is_too_large:
 *
 * Returns: whether it has more pixels than a page should have to draw
 */
gboolean fore_picture_is_too_large (const ForePicture *self);

/**
 * fore_picture_is_address_too_large:
 * @address: a `data:` address
 *
 * Returns: whether @address is a picture of more pixels, or a drawing of more elements,
 *   than a page should have to draw
 */
gboolean fore_picture_is_address_too_large (const char *address);

G_END_DECLS
