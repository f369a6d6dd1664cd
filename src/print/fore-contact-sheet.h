/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * ForeContactSheet:
 *
 * One picture of many slides, in rows, each with its number.
 */
typedef struct _ForeContactSheet ForeContactSheet;

/**
 * fore_contact_sheet_new:
 * @width: of the whole picture, in pixels
 * @ratio: how high a slide is for its width
 * @n: how many slides there will be
 *
 * Returns: (transfer full) (nullable): an empty sheet, or `NULL` with @error set if there
 *   are too many for a picture
 */
ForeContactSheet *fore_contact_sheet_new (guint width,
                                          double ratio,
                                          guint n,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

void fore_contact_sheet_free (ForeContactSheet *self);

/**
 * fore_contact_sheet_get_tile_width:
 *
 * Returns: how wide each slide should be, in pixels
 */
guint fore_contact_sheet_get_tile_width (const ForeContactSheet *self);

/**
 * fore_contact_sheet_add:
 * @picture: an image surface
 * @number: what stands below it
 *
 * Puts a slide into the next place.
 */
void
fore_contact_sheet_add (ForeContactSheet *self, cairo_surface_t *picture, guint number);

/**
 * fore_contact_sheet_get_picture:
 *
 * Returns: (transfer none): an image surface
 */
cairo_surface_t *fore_contact_sheet_get_picture (ForeContactSheet *self);

G_END_DECLS
