/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What a deck says of the time that its talk takes, and of which slides count. */

#include "fore-deck.h"
#include "fore-diagnostic.h"
#include "fore-duration.h"
#include "fore-timing.h"

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

/* --- writing
 * ---------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  const char *before;
  /* One digit for each slide. */
  const char *seconds;
  const char *after;
} WriteCase;

static const WriteCase write_cases[] = {
  { "new", "# A\n\n---\n\n# B\n", "12",
    "<!-- .slide: data-timing=\"1\" -->\n\n# A\n\n---\n\n"
    "<!-- .slide: data-timing=\"2\" -->\n\n# B\n" },
  { "leave", "# A\n\n---\n\n# B\n", "00", "# A\n\n---\n\n# B\n" },
  { "replace", "# A\n\n<!-- .slide: data-timing=\"90\" id=\"x\" -->\n", "5",
    "# A\n\n<!-- .slide: data-timing=\"5\" id=\"x\" -->\n" },
  { "same", "<!-- .slide: data-timing='5' -->\n", "5",
    "<!-- .slide: data-timing='5' -->\n" },
  { "quotes", "<!-- .slide: a data-timing = '9' -->\nx", "5",
    "<!-- .slide: a data-timing=\"5\" -->\nx" },
  { "add", "# A\n\n<!-- .slide: id=\"x\" -->\n", "5",
    "# A\n\n<!-- .slide: data-timing=\"5\" id=\"x\" -->\n" },
  { "last counts",
    "<!-- .slide: data-timing=\"1\" -->\n\n<!-- .slide: data-timing=\"2\" -->\n", "5",
    "<!-- .slide: data-timing=\"1\" -->\n\n<!-- .slide: data-timing=\"5\" -->\n" },
  { "not code",
    "`<!-- .slide: data-timing=\"1\" -->`\n\n```\n<!-- .slide: id=\"x\" -->\n```\n", "5",
    "<!-- .slide: data-timing=\"5\" -->\n\n`<!-- .slide: data-timing=\"1\" -->`\n\n"
    "```\n<!-- .slide: id=\"x\" -->\n```\n" },
  { "not another name", "<!-- .slide: x-data-timing=\"1\" -->\n", "5",
    "<!-- .slide: data-timing=\"5\" x-data-timing=\"1\" -->\n" },
  { "element", "<!-- .element: class=\"a\" -->\n\n# A\n", "5",
    "<!-- .slide: data-timing=\"5\" -->\n\n<!-- .element: class=\"a\" -->\n\n# A\n" },
  { "indented", "# A\n\n---\n\n    # B\n\n    - x\n        - y\n", "05",
    "# A\n\n---\n\n    <!-- .slide: data-timing=\"5\" -->\n\n    # B\n\n    - x\n"
    "        - y\n" },
  { "front matter", "---\ntitle: x\n---\n# A\n", "5",
    "---\ntitle: x\n---\n<!-- .slide: data-timing=\"5\" -->\n\n# A\n" },
  { "setext", "A\n===\n\n----\n\nB\n---\n", "56",
    "<!-- .slide: data-timing=\"5\" -->\n\nA\n===\n\n----\n\n"
    "<!-- .slide: data-timing=\"6\" -->\n\nB\n---\n" },
  { "notes only", "note: a\n", "5", "<!-- .slide: data-timing=\"5\" -->\n\nnote: a\n" },
  { "empty", "# A\n\n---\n\n---\n\n# B\n", "050",
    "# A\n\n---\n\n<!-- .slide: data-timing=\"5\" -->\n\n---\n\n# B\n" },
};

static void
test_write (gconstpointer data)
{
  const WriteCase *test = data;
  g_autoptr (ForeDeck) deck = parse (test->before);
  guint n_slides = fore_deck_get_n_slides (deck), n_written, n_wanted = 0;
  g_autofree guint *seconds = g_new0 (guint, n_slides);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *written = NULL;

  g_assert_cmpuint (strlen (test->seconds), ==, n_slides);
  for (guint i = 0; i < n_slides; i++) {
    seconds[i] = test->seconds[i] - '0';
    n_wanted += seconds[i] > 0;
  }
  text = fore_timing_write (deck, seconds, &n_written);
  written = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_assert_cmpuint (n_written, ==, n_wanted);
  g_assert_cmpstr (written, ==, test->after);
}

/* Where a comment would make front matter of the first slide, nothing is written. */
static void
test_write_refused (void)
{
  static const char text[] = "---\n\n# A\n\n---\n\n# B\n";
  static const guint seconds[] = { 5, 6 };
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (ForeDeck) after = NULL;
  guint n_written;

  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 2);
  written = fore_timing_write (deck, seconds, &n_written);
  after = fore_deck_parse (written, NULL);
  g_assert_cmpuint (n_written, ==, 1);
  g_assert_cmpuint (fore_deck_get_n_slides (after), ==, 2);
  g_assert_cmpuint (fore_slide_get_timing (fore_deck_get_slide (after, 0)), ==, 0);
  g_assert_cmpuint (fore_slide_get_timing (fore_deck_get_slide (after, 1)), ==, 6);
}

/* Real decks and the golden ones: whatever is written in them, every slide gets its time
 * and shows what it showed. */
static void
write_folder (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_left_out = 0, n_slides = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_autofree char *text = NULL;
    g_autofree guint *seconds = NULL;
    g_autoptr (ForeDeck) before = NULL;
    g_autoptr (ForeDeck) after = NULL;
    g_autoptr (GBytes) bytes = NULL;
    guint n, n_written;

    if (!g_str_has_suffix (name, ".md"))
      continue;
    g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
    before = parse (text);
    n = fore_deck_get_n_slides (before);
    seconds = g_new (guint, n);
    for (guint i = 0; i < n; i++)
      seconds[i] = 7 + i;
    bytes = fore_timing_write (before, seconds, &n_written);
    after = fore_deck_parse (bytes, NULL);
    if (n_written < n)
      g_test_message ("%s: %u of %u", name, n_written, n);
    n_left_out += n - n_written;
    n_slides += n;

    g_assert_cmpuint (fore_deck_get_n_slides (after), ==, n);
    for (guint i = 0; i < n; i++) {
      ForeSlide *slide = fore_deck_get_slide (after, i);

      if (n_written == n)
        g_assert_cmpuint (fore_slide_get_timing (slide), ==, seconds[i]);
      g_assert_cmpstr (fore_slide_get_notes (slide), ==,
                       fore_slide_get_notes (fore_deck_get_slide (before, i)));
      g_assert_cmpuint (fore_slide_get_n_words (slide), ==,
                        fore_slide_get_n_words (fore_deck_get_slide (before, i)));
    }
  }
  g_assert_cmpuint (n_slides, >, 0);
  g_assert_cmpuint (n_left_out * 50, <=, n_slides);
}

static void
test_write_decks (void)
{
  write_folder ("decks");
  write_folder ("golden");
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
  for (gsize i = 0; i < G_N_ELEMENTS (write_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/timing/write/%s", write_cases[i].name);

    g_test_add_data_func (path, &write_cases[i], test_write);
  }
  g_test_add_func ("/timing/write-refused", test_write_refused);
  g_test_add_func ("/timing/write-decks", test_write_decks);

  return g_test_run ();
}
