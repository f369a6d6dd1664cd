/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * ForeFindBar:
 *
 * Finds and replaces in a source view. Slides in when it is opened.
 *
 * Property, with `notify`: `open` (boolean, read only).
 */
#define FORE_TYPE_FIND_BAR (fore_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (ForeFindBar, fore_find_bar, FORE, FIND_BAR, GtkWidget)

GtkWidget *fore_find_bar_new (void);

/**
 * fore_find_bar_set_view:
 * @view: (nullable): where to find; it must outlive the bar or be taken back
 */
void fore_find_bar_set_view (ForeFindBar *self, GtkSourceView *view);

/**
 * fore_find_bar_open:
 * @replace: whether to show the row to replace
 *
 * Opens the bar with the selected text, if that is within one line, and takes the focus.
 */
void fore_find_bar_open (ForeFindBar *self, gboolean replace);

/**
 * fore_find_bar_close:
 *
 * Gives the focus back to the view. What was found stays selected; if nothing was, the
 * caret is where it was when the bar was opened.
 */
void fore_find_bar_close (ForeFindBar *self);

gboolean fore_find_bar_get_open (ForeFindBar *self);

/**
 * fore_find_bar_next:
 *
 * Goes to the next match, from the end to the start if need be. With nothing to look for,
 * opens the bar.
 */
void fore_find_bar_next (ForeFindBar *self);
void fore_find_bar_previous (ForeFindBar *self);

G_END_DECLS
