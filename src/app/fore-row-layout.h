/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeRowLayout:
 *
 * Puts the first child at the start and the second at the end of one row; below each
 * other where the row is too short for both. Further children are not placed.
 */
#define FORE_TYPE_ROW_LAYOUT (fore_row_layout_get_type ())

G_DECLARE_FINAL_TYPE (ForeRowLayout, fore_row_layout, FORE, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fore_row_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
