/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeKeyLabel:
 * @command: the name of an action, without `show.`
 *
 * Returns: (transfer full) (nullable): the key for it, in words for people
 */
typedef char *(*ForeKeyLabel) (const char *command, gpointer user_data);

/**
 * fore_key_label_set_tooltip:
 * @text: what the widget does
 * @command: the action that does the same
 * @label: (nullable): says which key that has
 *
 * Gives a widget a tooltip that names the key as well.
 */
void fore_key_label_set_tooltip (GtkWidget *widget,
                                 const char *text,
                                 const char *command,
                                 ForeKeyLabel label,
                                 gpointer user_data);

G_END_DECLS
