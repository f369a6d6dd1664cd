/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* How long decks of shapes that are slow to read take, by their size: until the markup of
 * all slides is there. Prints a line for each shape: milliseconds for 1 kB, 10 kB, 100 kB
 * and 1 MB, and the name. The time is the processor's. */

#include "fore-deck.h"
#include "shapes.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define N_SIZES 4
/* The least of some runs, as what disturbs only adds. */
#define N_RUNS 3
#define HOPELESS_TIME 200
#define HOPELESS_GROWTH 30

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
run (GBytes *bytes)
{
  double start = get_milliseconds ();
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++)
    fore_slide_append_section (fore_deck_get_slide (deck, i), TRUE, NULL, NULL, html);

  return get_milliseconds () - start;
}

static double
measure (const Shape *shape, gsize size)
{
  gsize length;
  char *text = shape_make (shape, size, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++) {
    double time = run (bytes);

    least = MIN (least, time);
  }

  return least;
}

static void
measure_all (const Shape *shape)
{
  gsize size = 1000;
  double before = 0, time = 0;

  for (guint i = 0; i < N_SIZES; i++) {
    gboolean is_hopeless = time > HOPELESS_TIME && time > before * HOPELESS_GROWTH;

    /* Nobody wants to wait for the next size of what grows like that. */
    before = time;
    time = is_hopeless ? INFINITY : measure (shape, size);
    g_print ("%.3f ", time);
    size *= 10;
  }
  g_print ("%s\n", shape->name);
}

int
main (int argc, char *argv[])
{
  for (const Shape *shape = shapes; shape->name != NULL; shape++) {
    if (argc < 2 || strstr (shape->name, argv[1]) != NULL)
      measure_all (shape);
  }

  return 0;
}
