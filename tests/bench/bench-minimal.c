/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The least that a window with a page can cost: one WebKit view, one static page. Prints
 * the milliseconds from the start of the process until the page is painted. */

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <webkit/webkit.h>

static gint64
get_process_start (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  struct timespec boot, monotonic;

  g_assert_true (g_file_get_contents ("/proc/self/stat", &text, NULL, NULL));
  fields = g_strsplit (strrchr (text, ')') + 2, " ", -1);
  clock_gettime (CLOCK_BOOTTIME, &boot);
  clock_gettime (CLOCK_MONOTONIC, &monotonic);

  return g_ascii_strtoll (fields[19], NULL, 10) * G_USEC_PER_SEC / sysconf (_SC_CLK_TCK) -
         (boot.tv_sec - monotonic.tv_sec) * G_USEC_PER_SEC;
}

static void
message_cb (void)
{
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - get_process_start ()) / 1000);
  exit (0);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);
  WebKitWebView *view = WEBKIT_WEB_VIEW (webkit_web_view_new ());
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (view);

  g_signal_connect (manager, "script-message-received::painted", G_CALLBACK (message_cb),
                    NULL);
  webkit_user_content_manager_register_script_message_handler (manager, "painted", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  webkit_web_view_load_html (
    view,
    "<!DOCTYPE html><h1>A slide</h1><script>requestAnimationFrame (() => "
    "requestAnimationFrame (() => "
    "window.webkit.messageHandlers.painted.postMessage (1)))</script>",
    NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
    gtk_application_new ("io.github.foredeck.Minimal", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
