/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A real show, timed from inside.
 *
 * `warm DECK`: milliseconds from F5, with the deck open, to the first slide painted.
 * `cold DECK`: the same from the start of the process, as `foredeck present` does it.
 * `keys DECK`: a line for each key: milliseconds to the frame in which the audience's
 * window has painted the next slide, and to that of the speaker view.
 * `hour DECK`: an hour at an advance per second, as fast as it goes: kilobytes that the
 * program and all that it started have to themselves, before and after. */

#include "fore-audience.h"
#include "fore-speaker.h"
#include "fore-window.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_KEYS 60
#define N_WARM 200
#define N_HOUR 3600

/* scripts/bench puts it into the environment. */
#define MARK "FOREDECK_BENCH_SHOW=1"

static const char *mode;
static ForeWindow *window;
static ForeStage *audience, *speaker;
static gint64 pressed, audience_done, speaker_done;
static guint n_pressed;

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

static double
since (gint64 moment, gint64 now)
{
  return (double) (now - moment) / 1000;
}

static ForeStage *
find_stage (GtkWidget *widget)
{
  if (FORE_IS_STAGE (widget))
    return FORE_STAGE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    ForeStage *found = find_stage (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- Memory --- */

static gint64
read_number (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line != NULL ? g_ascii_strtoll (line + strlen (name), NULL, 10) : 0;
}

static gboolean
is_ours (const char *process)
{
  g_autofree char *path = g_build_filename ("/proc", process, "environ", NULL);
  g_autofree char *variables = NULL;
  gsize length;

  return g_ascii_isdigit (*process) &&
         g_file_get_contents (path, &variables, &length, NULL) &&
         memmem (variables, length, MARK, strlen (MARK)) != NULL;
}

/* The program and its web processes, which inherit its environment. */
static gint64
measure_memory (void)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  gint64 sum = 0;
  const char *name;

  while ((name = g_dir_read_name (processes)) != NULL) {
    g_autofree char *path = g_build_filename ("/proc", name, "smaps_rollup", NULL);

    if (is_ours (name))
      sum += read_number (path, "Private_Clean:") + read_number (path, "Private_Dirty:");
  }
  return sum;
}

/* --- Keys --- */

static gboolean press_cb (gpointer nothing);

static void
finish_key (void)
{
  if (strcmp (mode, "keys") == 0) {
    g_print ("%.1f %.1f\n", since (pressed, audience_done),
             since (pressed, speaker_done));
    if (n_pressed == N_KEYS)
      exit (0);
    /* At no fixed place in the frame, as people press keys. */
    g_timeout_add (150 + g_random_int_range (0, 17), press_cb, NULL);
    return;
  }
  if (n_pressed == N_WARM || n_pressed == N_WARM + N_HOUR)
    g_print ("%" G_GINT64_FORMAT "\n", measure_memory ());
  if (n_pressed == N_WARM + N_HOUR)
    exit (0);
  g_idle_add (press_cb, NULL);
}

static void
settled_cb (ForeStage *stage)
{
  gint64 *done = stage == audience ? &audience_done : &speaker_done;

  if (!fore_stage_get_settled (stage) || *done != 0 || n_pressed == 0)
    return;
  *done = g_get_monotonic_time ();
  if (audience_done != 0 && speaker_done != 0)
    finish_key ();
}

static gboolean
press_cb (gpointer nothing)
{
  ForeShow *show = fore_window_get_show (window);
  ForeTalk *talk = fore_show_get_talk (show);

  audience_done = speaker_done = 0;
  n_pressed++;
  pressed = g_get_monotonic_time ();
  fore_show_activate (show, fore_talk_get_at_end (talk) ? "first" : "next");
  fore_talk_tick (talk);
  return G_SOURCE_REMOVE;
}

static gboolean
both_settled_cb (gpointer nothing)
{
  if (!fore_stage_get_settled (audience) || !fore_stage_get_settled (speaker))
    return G_SOURCE_CONTINUE;
  g_signal_connect (audience, "notify::settled", G_CALLBACK (settled_cb), NULL);
  g_signal_connect (speaker, "notify::settled", G_CALLBACK (settled_cb), NULL);
  g_timeout_add (500, press_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
start_keys (void)
{
  ForeShow *show;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.present-windows", NULL);
  show = fore_window_get_show (window);
  audience = fore_audience_get_stage (FORE_AUDIENCE (fore_show_get_audience (show)));
  speaker = find_stage (GTK_WIDGET (
    fore_speaker_get_current_card (FORE_SPEAKER (fore_show_get_speaker (show)))));
  g_timeout_add (20, both_settled_cb, NULL);
}

/* --- Starts --- */

static void
first_painted_cb (void)
{
  gint64 from = strcmp (mode, "cold") == 0 ? get_process_start () : pressed;

  if (!fore_stage_get_settled (audience))
    return;
  g_print ("%.1f\n", since (from, g_get_monotonic_time ()));
  exit (0);
}

static void
watch_first (void)
{
  ForeShow *show = fore_window_get_show (window);

  audience = fore_audience_get_stage (FORE_AUDIENCE (fore_show_get_audience (show)));
  g_signal_connect (audience, "notify::settled", G_CALLBACK (first_painted_cb), NULL);
}

static gboolean
present_cb (gpointer nothing)
{
  pressed = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  watch_first ();
  return G_SOURCE_REMOVE;
}

static gboolean
look_cb (GtkApplication *application)
{
  GList *windows = gtk_application_get_windows (application);

  for (; windows != NULL && window == NULL; windows = windows->next)
    window = FORE_IS_WINDOW (windows->data) ? windows->data : NULL;
  if (window == NULL || fore_window_get_document (window) == NULL)
    return G_SOURCE_CONTINUE;
  if (strcmp (mode, "cold") == 0) {
    if (fore_window_get_show (window) == NULL)
      return G_SOURCE_CONTINUE;
    watch_first ();
    return G_SOURCE_REMOVE;
  }
  if (!fore_stage_get_settled (fore_editor_get_stage (fore_window_get_editor (window))))
    return G_SOURCE_CONTINUE;
  if (strcmp (mode, "warm") == 0)
    g_timeout_add (1000, present_cb, NULL);
  else
    start_keys ();
  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (ForeApplication) application = NULL;
  char *arguments[] = { argv[0], argv[argc - 1], NULL, NULL };

  if (argc != 3) {
    g_printerr ("Usage: bench-show warm|cold|keys|hour DECK\n");
    return 2;
  }
  mode = argv[1];
  if (strcmp (mode, "cold") == 0) {
    arguments[1] = (char *) "present";
    arguments[2] = argv[2];
  }
  application = fore_application_new (FORE_APP_ID);
  g_timeout_add (1, G_SOURCE_FUNC (look_cb), application);
  return g_application_run (G_APPLICATION (application), arguments[2] != NULL ? 3 : 2,
                            arguments);
}
