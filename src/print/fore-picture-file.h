/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-export-options.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * fore_picture_from_texture:
 * @width: of the part to keep, from the left
 * @height: of the part to keep, from the top
 *
 * Returns: (transfer full): an opaque picture of exactly that size
 */
cairo_surface_t *fore_picture_from_texture (GdkTexture *texture,
                                            guint width,
                                            guint height) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_picture_encode:
 * @picture: an image surface
 * @format: %FORE_EXPORT_PNG or %FORE_EXPORT_WEBP
 *
 * Writes a picture without a loss. Takes long; may be called in any thread.
 *
 * Returns: (transfer full) (nullable): the content of a file
 */
GBytes *fore_picture_encode (cairo_surface_t *picture,
                             ForeExportFormat format,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
