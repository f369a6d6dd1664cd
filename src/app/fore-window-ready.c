/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ready-window.h"
#include "fore-window-private.h"

static void
go_to_cb (ForeWindow *self, guint line, guint column)
{
  fore_editor_go_to_line (self->editor, line, column);
}

void
fore_window_show_ready (ForeWindow *self)
{
  GtkWidget *window =
    fore_ready_window_new (GTK_WINDOW (self), self->document, self->inspector);

  g_signal_connect_object (window, "go-to", G_CALLBACK (go_to_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
