/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "user.h"

#include "app-fixture.h"

#include <gdk/x11/gdkx.h>

static void
spawned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, spawned_cb, &done);
  wait_until (done);
}

void
user_focus (GtkWindow *window)
{
  g_autofree char *id = NULL;

  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  id = g_strdup_printf (
    "%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))));
  xdotool ((const char *const[]){ "xdotool", "windowfocus", id, NULL });
  wait_until (gtk_window_is_active (window));
}

void
user_press (const char *keys)
{
  xdotool ((const char *const[]){ "xdotool", "key", keys, NULL });
}

void
user_hold (const char *key)
{
  xdotool ((const char *const[]){ "xdotool", "keydown", key, NULL });
}

void
user_let_go (const char *key)
{
  xdotool ((const char *const[]){ "xdotool", "keyup", key, NULL });
}

void
user_type (const char *text)
{
  xdotool ((const char *const[]){ "xdotool", "type", "--delay=1", text, NULL });
}
