/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

/* The show runs beside the editor and shares its web process. It follows each edit; when
 * it ends, the editor stands on the slide that the room saw last. */

static void
audience_destroyed_cb (ForeWindow *self)
{
  guint index = fore_audience_get_index (self->audience);

  self->audience = NULL;
  if (self->editor == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  fore_editor_go_to_slide (self->editor, index);
  gtk_window_present (GTK_WINDOW (self));
}

static void
put_on_monitor (ForeWindow *self, GtkWindow *show)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = NULL;

  if (surface != NULL)
    monitor =
      gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (show, monitor);
  else
    gtk_window_fullscreen (show);
}

void
fore_window_start_show (ForeWindow *self, guint index)
{
  GtkWidget *show;

  g_return_if_fail (FORE_IS_WINDOW (self));
  g_return_if_fail (self->editor != NULL);

  if (self->audience != NULL) {
    gtk_window_present (GTK_WINDOW (self->audience));
    return;
  }

  show = fore_audience_new (GTK_APPLICATION (self->application),
                            fore_editor_get_assets (self->editor),
                            fore_editor_get_stage (self->editor));
  self->audience = FORE_AUDIENCE (show);
  g_object_bind_property (self->document, "deck", show, "deck", G_BINDING_SYNC_CREATE);
  fore_audience_show_slide (self->audience, index, 0);
  g_signal_connect_object (show, "destroy", G_CALLBACK (audience_destroyed_cb), self,
                           G_CONNECT_SWAPPED);

  put_on_monitor (self, GTK_WINDOW (show));
  gtk_window_present (GTK_WINDOW (show));
}

GtkWindow *
fore_window_get_show (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), NULL);

  return self->audience ? GTK_WINDOW (self->audience) : NULL;
}
