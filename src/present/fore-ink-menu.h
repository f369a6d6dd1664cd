/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fore_ink_menu_new:
 *
 * Makes a popover, for a menu button, with what there is to choose of pens: colours and
 * widths, the eraser, undo, redo and clear. Its buttons go by the names of the actions of
 * fore_ink_add_actions() in the group `show`.
 *
 * Returns: (transfer floating): a [class@Gtk.Popover]
 */
GtkWidget *fore_ink_menu_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
