/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The real window, timed from inside. Prints milliseconds, one a line.
 *
 * `start DECK`: from the start of the process to the first slide painted.
 * `keys DECK`: from each key to the frame in which the page has painted it. */

#include "fore-application.h"
#include "fore-stage.h"

#include <gtksourceview/gtksource.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_KEYS 40

static const char *mode;
static gint64 pressed;
static guint n_pressed;
static ForeStage *stage;
static GtkWidget *source;

/* When the process was started, on the monotonic clock. */
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

static GtkWidget *
find (GtkWidget *widget, GType type, gboolean (*fits) (GtkWidget *))
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (fits == NULL || fits (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, fits);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static gboolean
is_preview (GtkWidget *widget)
{
  ForeStageMode stage_mode;

  g_object_get (widget, "mode", &stage_mode, NULL);

  return stage_mode == FORE_STAGE_PREVIEW;
}

static gboolean
press_cb (gpointer nothing)
{
  pressed = g_get_monotonic_time ();
  n_pressed++;
  g_signal_emit_by_name (source, "insert-at-cursor", "x");

  return G_SOURCE_REMOVE;
}

static void
settled_cb (void)
{
  gint64 now = g_get_monotonic_time ();

  if (!fore_stage_get_settled (stage))
    return;
  if (strcmp (mode, "start") == 0) {
    g_print ("%.1f\n", (double) (now - get_process_start ()) / 1000);
    exit (0);
  }
  if (n_pressed > 0)
    g_print ("%.1f\n", (double) (now - pressed) / 1000);
  if (n_pressed == N_KEYS)
    exit (0);
  /* At no fixed place in the frame, as people press keys. */
  g_timeout_add (150 + g_random_int_range (0, 17), press_cb, NULL);
}

static gboolean
look_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window == NULL)
    return G_SOURCE_CONTINUE;
  stage = FORE_STAGE (find (GTK_WIDGET (window), FORE_TYPE_STAGE, is_preview));
  source = find (GTK_WIDGET (window), GTK_SOURCE_TYPE_VIEW, NULL);
  if (stage == NULL || source == NULL)
    return G_SOURCE_CONTINUE;
  if (strcmp (mode, "keys") == 0) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (source));
    GtkTextIter iter;

    if (gtk_text_buffer_get_char_count (buffer) < 100)
      return G_SOURCE_CONTINUE;
    gtk_text_buffer_get_iter_at_line (buffer, &iter,
                                      gtk_text_buffer_get_line_count (buffer) / 2);
    while (!g_unichar_isalpha (gtk_text_iter_get_char (&iter)))
      gtk_text_iter_forward_char (&iter);
    gtk_text_buffer_place_cursor (buffer, &iter);
  }
  g_signal_connect (stage, "notify::settled", G_CALLBACK (settled_cb), NULL);
  settled_cb ();

  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (ForeApplication) application = NULL;

  if (argc != 3) {
    g_printerr ("Usage: bench-window start|keys DECK\n");
    return 2;
  }
  mode = argv[1];
  application = fore_application_new (FORE_APP_ID);
  g_timeout_add (1, G_SOURCE_FUNC (look_cb), application);

  return g_application_run (G_APPLICATION (application), 2,
                            (char *[]){ argv[0], argv[2], NULL });
}
