/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeMessageLine:
 *
 * One line that tells the speaker something, with a button where there is something to be
 * done about it. It lies over the slides, so that nothing moves when it comes.
 */
#define FORE_TYPE_MESSAGE_LINE (fore_message_line_get_type ())

G_DECLARE_FINAL_TYPE (ForeMessageLine, fore_message_line, FORE, MESSAGE_LINE, GtkWidget)

GtkWidget *fore_message_line_new (void);

/**
 * fore_message_line_show:
 * @text: (nullable): what to say, until something else is; `NULL` to say nothing
 * @label: (nullable): what is written on the button
 * @action: (nullable): what it does: a detailed action name
 */
void fore_message_line_show (ForeMessageLine *self,
                             const char *text,
                             const char *label,
                             const char *action);

/**
 * fore_message_line_get_text:
 *
 * Returns: (nullable): what is said
 */
const char *fore_message_line_get_text (ForeMessageLine *self);

G_END_DECLS
