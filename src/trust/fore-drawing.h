/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most elements that a drawing may have a page draw by naming its parts again and
 * again. One that is written out may have more: its file is as large as that. */
#define FORE_DRAWING_MAX_ELEMENTS 200000

/**
 * fore_drawing_is_too_large:
 * @data: a file of any kind, all of it
 * @length: bytes in @data
 *
 * Estimates what has to be drawn for a drawing (SVG) whose parts name each other.
 *
 * Returns: whether it is a drawing of which a page would make more than it should have to
 *   draw
 */
gboolean fore_drawing_is_too_large (gconstpointer data, gsize length);

G_END_DECLS
