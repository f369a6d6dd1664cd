/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-label.h"

G_BEGIN_DECLS

/**
 * ForeToolBar:
 *
 * The foot of the speaker view: a button, large enough for a finger, for what is done
 * most in a talk. Each belongs to an action `show.…` and is there once that is.
 */
#define FORE_TYPE_TOOL_BAR (fore_tool_bar_get_type ())

G_DECLARE_FINAL_TYPE (ForeToolBar, fore_tool_bar, FORE, TOOL_BAR, GtkWidget)

GtkWidget *fore_tool_bar_new (void);

/**
 * fore_tool_bar_fit:
 * @width: the room that there is
 *
 * Shows words beside the pictures if there is room for all of them.
 */
void fore_tool_bar_fit (ForeToolBar *self, int width);

/**
 * fore_tool_bar_set_keys:
 * @label: (scope call): says which key does the same; the tooltips name it
 */
void fore_tool_bar_set_keys (ForeToolBar *self, ForeKeyLabel label, gpointer user_data);

G_END_DECLS
