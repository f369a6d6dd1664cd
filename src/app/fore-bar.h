/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeBar:
 *
 * A bar that tells something which needs a decision: an icon, a text, and buttons. Slides
 * in and out.
 *
 * Properties, all with `notify`:
 * - `text` (string, nullable)
 * - `icon-name` (string): `dialog-information-symbolic` unless set
 * - `revealed` (boolean)
 *
 * Children given in a `.ui` file become its buttons.
 */
#define FORE_TYPE_BAR (fore_bar_get_type ())

G_DECLARE_FINAL_TYPE (ForeBar, fore_bar, FORE, BAR, GtkWidget)

GtkWidget *fore_bar_new (void);

void fore_bar_set_text (ForeBar *self, const char *text);
const char *fore_bar_get_text (ForeBar *self);

void fore_bar_set_revealed (ForeBar *self, gboolean revealed);
gboolean fore_bar_get_revealed (ForeBar *self);

/**
 * fore_bar_add_button:
 * @button: any widget
 *
 * Adds a button after those that are there.
 */
void fore_bar_add_button (ForeBar *self, GtkWidget *button);

/**
 * fore_bar_remove_buttons:
 *
 * Takes all buttons away.
 */
void fore_bar_remove_buttons (ForeBar *self);

G_END_DECLS
