/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fore_divider_halve_on_double_click:
 *
 * A double click on the divider of @paned gives both sides the same room.
 */
void fore_divider_halve_on_double_click (GtkPaned *paned);

G_END_DECLS
