/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What a deck says of the time that its talk takes, and of which slides count. */

#include "fore-deck.h"
#include "fore-diagnostic.h"
#include "fore-duration.h"

#include <string.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

typedef struct {
  const char *text;
  gint64 seconds; /* 0: cannot be read */
} DurationCase;

static const DurationCase duration_cases[] = {
  { "30", 1800 },
  { "7.5", 450 },
  { " 45 min ", 2700 },
  { "30m", 1800 },
  { "90s", 90 },
  { "1h", 3600 },
  { "1h30", 5400 },
  { "1 h 30 min", 5400 },
  { "1h30m15s", 5415 },
  { "2 Hours", 7200 },
  { "1.5h", 5400 },
  { "1:30", 5400 },
  { "0:07:30", 450 },
  { "00:45", 2700 },
  { "5m30", 330 },
  { "240h", 864000 },
  { "", 0 },
  { "0", 0 },
  { "-5", 0 },
  { "x", 0 },
  { "30 x", 0 },
  { "1:60", 0 },
  { "1:2:3:4", 0 },
  { "1:", 0 },
  { "30m1h", 0 },
  { "5m5m", 0 },
  { "1e3", 0 },
  { "1.2.3", 0 },
  { "241h", 0 },
  { "99999999999999999999", 0 },
  { "5 s 5", 0 },
  { ":30", 0 },
  { "m", 0 },
  { "1:30 x", 0 },
  { "0x10", 0 },
};

static void
test_duration (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (duration_cases); i++) {
    const DurationCase *test = &duration_cases[i];
    gint64 seconds = 0;

    g_test_message ("%s", test->text);
    g_assert_cmpint (fore_duration_parse (test->text, &seconds), ==, test->seconds > 0);
    if (test->seconds > 0)
      g_assert_cmpint (seconds, ==, test->seconds);
  }
}

typedef struct {
  const char *head;
  gint64 seconds;
  const char *rule; /* of the first diagnostic, or NULL */
} DeckCase;

static const DeckCase deck_cases[] = {
  { "title: a", 0, NULL },
  { "duration: 30", 1800, NULL },
  { "duration: 1:30", 5400, NULL },
  { "duration: \"45 min\"", 2700, NULL },
  { "allottedMinutes: 20", 1200, NULL },
  { "timeForPresentation: 300", 300, NULL },
  { "timeForPresentation: \"300\"", 300, NULL },
  { "allottedMinutes: 20\nduration: 10", 600, NULL },
  { "slideOptions:\n  totalTime: 900", 900, NULL },
  { "duration: 10\nslideOptions:\n  totalTime: 900", 600, NULL },
  { "duration: soon\nslideOptions:\n  totalTime: 900", 900, "bad-duration" },
  { "duration:\n  - 5", 0, "bad-duration" },
  { "duration:", 0, NULL },
  { "Duration: 5", 0, "unknown-key" },
};

static void
test_deck_duration (gconstpointer data)
{
  const DeckCase *test = data;
  g_autofree char *text = g_strdup_printf ("---\n%s\n---\n\n# A\n", test->head);
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (GPtrArray) diagnostics = fore_deck_dup_diagnostics (deck);

  g_assert_cmpint (fore_deck_get_duration (deck), ==, test->seconds);
  g_assert_cmpuint (diagnostics->len, ==, test->rule != NULL ? 1 : 0);
  if (test->rule != NULL)
    g_assert_cmpstr (fore_diagnostic_get_rule (g_ptr_array_index (diagnostics, 0)), ==,
                     test->rule);
}

static void
test_options (void)
{
  g_autoptr (ForeDeck) deck =
    parse ("---\nslideOptions:\n  totalTime: 600\n  defaultTiming: 90\n"
           "  minimumTimePerSlide: 20\n  fragments: false\n  navigationMode: grid\n---\n"
           "\n- a <!-- .element: class=\"fragment\" -->\n");
  g_autoptr (ForeDeck) plain = parse ("---\nslideOptions:\n  defaultTiming: false\n---\n"
                                      "\n- a <!-- .element: class=\"fragment\" -->\n");
  ForeOptions *options = fore_deck_get_options (deck);

  g_assert_cmpfloat (fore_options_get_total_time (options), ==, 600);
  g_assert_cmpfloat (fore_options_get_default_timing (options), ==, 90);
  g_assert_cmpfloat (fore_options_get_minimum_timing (options), ==, 20);
  g_assert_false (fore_options_get_fragments (options));
  g_assert_cmpint (fore_options_get_navigation (options), ==, FORE_NAVIGATION_GRID);
  g_assert_cmpuint (fore_deck_get_n_steps (deck, 0), ==, 0);

  options = fore_deck_get_options (plain);
  g_assert_cmpfloat (fore_options_get_total_time (options), ==, 0);
  g_assert_cmpfloat (fore_options_get_default_timing (options), ==, 0);
  g_assert_cmpfloat (fore_options_get_minimum_timing (options), ==, 0);
  g_assert_true (fore_options_get_fragments (options));
  g_assert_cmpint (fore_options_get_navigation (options), ==, FORE_NAVIGATION_DEFAULT);
  g_assert_cmpuint (fore_deck_get_n_steps (plain, 0), ==, 1);
}

static void
test_slides (void)
{
  g_autoptr (ForeDeck) deck = parse (
    "a\n\n---\n\n<!-- .slide: data-timing=\"90\" data-visibility=\"hidden\" -->\n\n"
    "---\n\n<!-- .slide: data-visibility=\"uncounted\" data-timing=\"-3\" -->\n\n"
    "---\n\n<!-- .slide: data-timing=\"2m\" data-visibility=\"x\" -->\n");
  static const guint timings[] = { 0, 90, 0, 2 };
  static const ForeVisibility visibilities[] = {
    FORE_VISIBILITY_SHOWN,
    FORE_VISIBILITY_HIDDEN,
    FORE_VISIBILITY_UNCOUNTED,
    FORE_VISIBILITY_SHOWN,
  };

  for (guint i = 0; i < 4; i++) {
    ForeSlide *slide = fore_deck_get_slide (deck, i);

    g_assert_cmpuint (fore_slide_get_timing (slide), ==, timings[i]);
    g_assert_cmpint (fore_slide_get_visibility (slide), ==, visibilities[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timing/duration", test_duration);
  for (gsize i = 0; i < G_N_ELEMENTS (deck_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/timing/deck/%" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &deck_cases[i], test_deck_duration);
  }
  g_test_add_func ("/timing/options", test_options);
  g_test_add_func ("/timing/slides", test_slides);

  return g_test_run ();
}
