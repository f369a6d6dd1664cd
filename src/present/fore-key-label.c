/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-label.h"

void
fore_key_label_set_tooltip (GtkWidget *widget,
                            const char *text,
                            const char *command,
                            ForeKeyLabel label,
                            gpointer user_data)
{
  g_autofree char *key = label != NULL ? label (command, user_data) : NULL;
  g_autofree char *both = key != NULL ? g_strdup_printf ("%s (%s)", text, key) : NULL;

  gtk_widget_set_tooltip_text (widget, both != NULL ? both : text);
}
