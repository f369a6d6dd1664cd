/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-plan.h"

#include "talk-fixture.h"

#include <string.h>

typedef struct {
  const char *head;
  /* Of each slide: its data-timing, or `.`; `h` hidden, `u` uncounted. */
  const char *slides;
  gint64 asked;
  const char *planned;
  gint64 total;
} Case;

static const Case cases[] = {
  { "title: x", ". . .", 0, "0 0 0", 0 },
  { "title: x", ". . .", 90, "30 30 30", 90 },
  { "title: x", ". . .", 100, "33 34 33", 100 },
  { "duration: 10", ". . . .", 0, "150 150 150 150", 600 },
  { "duration: 10", "300 . . .", 0, "300 100 100 100", 600 },
  { "duration: 10", "300 . h u .", 0, "300 150 0 0 150", 600 },
  /* Stretched from the deck's own time to the time that there is. */
  { "duration: 10", "300 . . .", 300, "150 50 50 50", 300 },
  { "slideOptions:\n  totalTime: 600", "300 . . .", 1200, "600 200 200 200", 1200 },
  /* reveal.js: totalTime wins over defaultTiming. */
  { "slideOptions:\n  totalTime: 600\n  defaultTiming: 10", ". .", 0, "300 300", 600 },
  { "slideOptions:\n  defaultTiming: 60", ". 30 .", 0, "60 30 60", 150 },
  { "slideOptions:\n  defaultTiming: 60", ". 30 .", 300, "120 60 120", 300 },
  { "title: x", "60 30", 0, "60 30", 90 },
  { "title: x", "60 30", 180, "120 60", 180 },
  { "title: x", "60 . 30", 0, "60 45 30", 135 },
  { "title: x", "60 . .", 180, "60 60 60", 180 },
  { "slideOptions:\n  minimumTimePerSlide: 50", "60 . 30", 0, "60 50 30", 140 },
  /* There is room left at the end, for questions. */
  { "duration: 10", "100 100", 0, "100 100", 600 },
  /* More than there is. */
  { "duration: 1", "60 60", 0, "30 30", 60 },
  { "duration: 1", "60 60 .", 0, "20 20 20", 60 },
  { "duration: 2\nslideOptions:\n  minimumTimePerSlide: 40", "80 40 .", 0, "53 27 40",
    120 },
  { "duration: 1\nslideOptions:\n  minimumTimePerSlide: 40", ". .", 0, "30 30", 60 },
  { "duration: 10", "h u", 0, "0 0", 0 },
};

static char *
write_deck (const char *head, const char *slides)
{
  g_auto (GStrv) words = g_strsplit (slides, " ", -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "---\n%s\n---\n", head);
  for (guint i = 0; words[i] != NULL; i++) {
    if (i > 0)
      g_string_append (text, "\n\n---\n\n");
    if (words[i][0] == 'h')
      g_string_append (text, HIDDEN);
    else if (words[i][0] == 'u')
      g_string_append (text, UNCOUNTED);
    else if (words[i][0] != '.')
      g_string_append_printf (text, "<!-- .slide: data-timing=\"%s\" -->\n\n", words[i]);
    g_string_append_printf (text, "# %u", i);
  }

  return g_string_free (text, FALSE);
}

static char *
dup_planned (ForePlan *plan, guint n_slides)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_slides; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            fore_plan_get_planned (plan, i));

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = write_deck (test->head, test->slides);
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (ForePlan) plan = fore_plan_new (deck, test->asked);
  g_autofree char *planned = dup_planned (plan, fore_deck_get_n_slides (deck));

  g_assert_cmpstr (planned, ==, test->planned);
  g_assert_cmpint (fore_plan_get_total (plan), ==, test->total);
}

static void
test_rescale (void)
{
  g_autofree char *text = write_deck ("duration: 10", ". . . . .");
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (ForePlan) plan = fore_plan_new (deck, 0);
  g_autoptr (ForePlan) shorter = fore_plan_rescale (plan, 2, 420);
  g_autoptr (ForePlan) too_short = fore_plan_rescale (plan, 3, 100);
  g_autoptr (ForePlan) longer = fore_plan_rescale (shorter, 2, 600);
  g_autofree char *first = dup_planned (shorter, 5);
  g_autofree char *second = dup_planned (too_short, 5);
  g_autofree char *third = dup_planned (longer, 5);

  g_assert_cmpstr (first, ==, "120 120 60 60 60");
  g_assert_cmpstr (second, ==, "120 120 120 0 0");
  g_assert_cmpstr (third, ==, "120 120 120 120 120");
  g_assert_cmpint (fore_plan_get_total (too_short), ==, 100);
  g_assert_cmpstr (fore_plan_get_section_title (shorter, 4), ==, "4");
  g_assert_cmpuint (fore_plan_get_number (shorter, 4), ==, 5);
}

static void
test_sections (void)
{
  g_autoptr (ForeDeck) deck = parse (
    "---\nduration: 10\n---\n# A\n\n----\n\n# A2\n\n---\n\n" HIDDEN "# B\n\n----\n\n"
    "# B2\n\n----\n\n" UNCOUNTED "# B3\n\n---\n\n" UNCOUNTED "# C\n\n---\n\n" HIDDEN
    "# D\n\n---\n\ntext\n");
  g_autoptr (ForePlan) plan = fore_plan_new (deck, 0);
  static const guint numbers[] = { 1, 2, 0, 3, 0, 0, 0, 4 };
  static const int sections[] = { 0, 0, 1, 1, 1, -1, -1, 2 };

  g_assert_cmpuint (fore_plan_get_n_counted (plan), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    guint section = 99;

    g_assert_cmpuint (fore_plan_get_number (plan, i), ==, numbers[i]);
    g_assert_cmpint (fore_plan_find_section (plan, i, &section), ==, sections[i] >= 0);
    if (sections[i] >= 0)
      g_assert_cmpint ((int) section, ==, sections[i]);
  }
  g_assert_cmpuint (fore_plan_get_n_sections (plan), ==, 3);
  g_assert_cmpstr (fore_plan_get_section_title (plan, 0), ==, "A");
  g_assert_cmpstr (fore_plan_get_section_title (plan, 1), ==, "B2");
  g_assert_cmpstr (fore_plan_get_section_title (plan, 2), ==, "text");
  g_assert_cmpuint (fore_plan_get_section_first (plan, 1), ==, 3);
  g_assert_cmpint (fore_plan_get_section_planned (plan, 0), ==, 300);
  g_assert_cmpint (fore_plan_get_section_planned (plan, 1), ==, 150);
  g_assert_cmpint (fore_plan_get_section_planned (plan, 2), ==, 150);
}

static void
assert_judged (
  ForePlan *plan, guint index, gint64 elapsed, ForePaceKind kind, gint64 behind)
{
  ForePace pace = fore_plan_judge (plan, index, elapsed);

  g_assert_cmpint (pace.kind, ==, kind);
  g_assert_cmpint (pace.behind, ==, behind);
}

static void
test_judge (void)
{
  g_autofree char *text = write_deck ("duration: 5", ". . . . .");
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (ForePlan) plan = fore_plan_new (deck, 0);
  g_autoptr (ForePlan) none = NULL;
  g_autoptr (ForeDeck) timeless = parse ("a");

  none = fore_plan_new (timeless, 0);
  assert_judged (none, 0, 100, FORE_PACE_NONE, 0);
  assert_judged (plan, 1, 60, FORE_PACE_ON_TIME, 0);
  assert_judged (plan, 1, 120, FORE_PACE_ON_TIME, 0);
  assert_judged (plan, 1, 129, FORE_PACE_ON_TIME, 9);
  assert_judged (plan, 1, 130, FORE_PACE_BEHIND, 10);
  assert_judged (plan, 1, 51, FORE_PACE_ON_TIME, -9);
  assert_judged (plan, 1, 50, FORE_PACE_AHEAD, -10);
  assert_judged (plan, 4, 300, FORE_PACE_ON_TIME, 0);
  assert_judged (plan, 4, 301, FORE_PACE_OVERTIME, 1);
}

/* Whatever is asked for, the slides fill the time and none gets less than nothing. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++) {
    g_autoptr (GString) slides = g_string_new (".");
    g_autofree char *text = NULL;
    g_autofree char *head = NULL;
    g_autoptr (ForeDeck) deck = NULL;
    g_autoptr (ForePlan) plan = NULL;
    gint64 asked = g_test_rand_int_range (1, 7200), sum = 0;

    for (int i = g_test_rand_int_range (0, 30); i > 0; i--) {
      static const char *const kinds[] = { " .", " .", " h", " u", NULL };
      const char *kind = kinds[g_test_rand_int_range (0, 5)];

      if (kind != NULL)
        g_string_append (slides, kind);
      else
        g_string_append_printf (slides, " %d", g_test_rand_int_range (1, 600));
    }
    head = g_strdup_printf ("slideOptions:\n  minimumTimePerSlide: %d",
                            g_test_rand_int_range (0, 100));
    text = write_deck (head, slides->str);
    deck = parse (text);
    plan = fore_plan_new (deck, asked);
    for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
      g_assert_cmpint (fore_plan_get_start (plan, i), ==, sum);
      g_assert_cmpint (fore_plan_get_planned (plan, i), >=, 0);
      sum += fore_plan_get_planned (plan, i);
    }
    g_assert_cmpint (sum, ==, asked);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/plan/case/%" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/plan/rescale", test_rescale);
  g_test_add_func ("/plan/sections", test_sections);
  g_test_add_func ("/plan/judge", test_judge);
  g_test_add_func ("/plan/random", test_random);

  return g_test_run ();
}
