/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A talk counts steps without a page, so what it counts has to be what reveal.js makes of
 * the same deck: of every slide of all decks here, and of some that are made to be
 * difficult. */

#include "fore-talk.h"
#include "stage-fixture.h"

static const char *const difficult[] = {
  "# Loose\n\n- a <!-- .element: class=\"fragment\" -->\n"
  "- b <!-- .element: class=\"fragment\" -->",
  "# Groups\n\n<b class=\"fragment\" data-fragment-index=\"5\">a</b>"
  "<b class=\"fragment\" data-fragment-index=\"2\">b</b>"
  "<b class=\"fragment\" data-fragment-index=\"5\">c</b><b class=\"fragment\">d</b>",
  "# Odd\n\n<b class=\"fragment\" data-fragment-index=\"1.9\">a</b>"
  "<b class=\"fragment\" data-fragment-index=\"01\">b</b>"
  "<b class=\"fragment\" data-fragment-index=\" 3x\">c</b>",
  "# No place\n\n<b class=\"fragment\" data-fragment-index=\"-1\">a</b>"
  "<b class=\"fragment\" data-fragment-index=\"x\">b</b><b class=\"fragment\">c</b>",
  "# Far out\n\n<b class=\"fragment\" data-fragment-index=\"4000000000\">a</b>",
  "# Code\n\n```js [1|2-3|4]\na\nb\nc\nd\n```\n\n<b class=\"fragment\">e</b>\n\n"
  "```js [1|2]\na\nb\n```",
  "<!-- .element: class=\"fragment\" -->\n\n# All of it",
  "<!-- .slide: data-visibility=\"hidden\" -->\n\n# Hidden\n\n<b "
  "class=\"fragment\">a</b>",
  "<!-- .slide: class=\"fragment\" -->\n\n# Slide\n\n<!-- <b class=\"fragment\"> -->\n\n"
  "`<b class=\"fragment\">`",
  "# Drawn\n\n<svg><g class=\"fragment\"><text>a</text></g></svg>\n\n"
  "<b class=\"fragments\">b</b> <b class=\"a&#32;fragment\">c</b>\n\nnote:\n"
  "<b class=\"fragment\">d</b>",
  NULL,
};

static char *
dup_difficult (const char *head)
{
  g_autofree char *slides = g_strjoinv ("\n\n---\n\n", (char **) difficult);

  return g_strconcat (head, slides, NULL);
}

/* What reveal.js made of all slides: it numbers the steps of each. */
static const char count_all[] =
  "const counts = [];"
  "for (const top of document.querySelectorAll ('.slides > section'))"
  "  for (const slide of top.classList.contains ('stack') ? top.children : [top])"
  "    counts.push (Math.max (-1, ...[...slide.querySelectorAll ('.fragment')]"
  "      .map ((each) => Number (each.getAttribute ('data-fragment-index')))"
  "      .filter (Number.isInteger)) + 1);"
  "return counts.join (' ');";

static char *
dup_counted (ForeDeck *deck)
{
  GString *counted = g_string_new (NULL);

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++)
    g_string_append_printf (counted, "%s%u", i > 0 ? " " : "",
                            fore_deck_get_n_steps (deck, i));

  return g_string_free (counted, FALSE);
}

static guint
compare_folder (StageFixture *fixture, const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_decks = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_autofree char *text = NULL;
    g_autofree char *counted = NULL;

    if (!g_str_has_suffix (name, ".md"))
      continue;
    n_decks++;
    g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
    stage_fixture_show_text (fixture, text);
    counted = dup_counted (fore_stage_get_deck (fixture->stage));
    g_test_message ("%s: %s", name, counted);
    stage_fixture_assert (fixture, count_all, counted);
  }

  return n_decks;
}

static void
test_decks (StageFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (compare_folder (fixture, "decks"), >=, 1);
}

static void
test_golden (StageFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (compare_folder (fixture, "golden"), >=, 100);
}

/* What the stage reports is the same, slide by slide. */
static void
test_reported (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_difficult ("");
  ForeDeck *deck;
  guint sum = 0;

  stage_fixture_show_text (fixture, text);
  deck = fore_stage_get_deck (fixture->stage);
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    fore_stage_show (fixture->stage, i, 0);
    stage_fixture_settle (fixture->stage);
    g_test_message ("%s", fore_deck_get_slide_title (deck, i));
    g_assert_cmpuint (fore_stage_get_n_steps (fixture->stage), ==,
                      fore_deck_get_n_steps (deck, i));
    sum += fore_deck_get_n_steps (deck, i);
  }
  g_assert_cmpuint (sum, >, 10);
}

static void
test_without_fragments (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_difficult ("---\nslideOptions:\n  fragments: false\n---\n");
  ForeDeck *deck;

  stage_fixture_show_text (fixture, text);
  deck = fore_stage_get_deck (fixture->stage);
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    fore_stage_show (fixture->stage, i, 0);
    stage_fixture_settle (fixture->stage);
    g_assert_cmpuint (fore_stage_get_n_steps (fixture->stage), ==, 0);
    g_assert_cmpuint (fore_deck_get_n_steps (deck, i), ==, 0);
  }
}

/* --- arrow keys
 * ------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  gboolean (*move) (ForeTalk *);
} Move;

static const Move moves[] = {
  { "right", fore_talk_right },
  { "left", fore_talk_left },
  { "up", fore_talk_up },
  { "down", fore_talk_down },
};

static const char *const walked[] = {
  "---\ntitle: x\n---\n",
  "---\nslideOptions:\n  navigationMode: grid\n---\n",
  "---\ndir: rtl\n---\n",
};

static char *
dup_walked (const char *head)
{
  g_autoptr (GString) text = g_string_new (head);

  for (guint i = 0; i < 14; i++) {
    if (i > 0)
      g_string_append (text,
                       g_test_rand_int_range (0, 2) == 0 ? "\n---\n\n" : "\n----\n\n");
    g_string_append_printf (text, "# %u\n\n", i);
    if (i % 3 == 1)
      g_string_append (text, "<b class=\"fragment\">a</b> <b class=\"fragment\">b</b>\n");
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The talk and reveal.js, each by itself, are led through a deck by the same keys. Next
 * is not among them: from the end of a column reveal.js goes to the slide of the next one
 * that was shown last, and passes over those above it. */
static void
test_walk (StageFixture *fixture, gconstpointer data)
{
  g_autoptr (ForeClock) clock = fore_clock_new_system ();

  for (guint i = 0; i < G_N_ELEMENTS (walked); i++) {
    g_autofree char *text = dup_walked (walked[i]);
    g_autoptr (ForeTalk) talk = NULL;

    stage_fixture_show_text (fixture, text);
    fore_stage_show (fixture->stage, 0, 0);
    stage_fixture_settle (fixture->stage);
    talk = fore_talk_new (fore_stage_get_deck (fixture->stage), clock);
    for (guint n = 0; n < 60; n++) {
      const Move *move = &moves[g_test_rand_int_range (0, G_N_ELEMENTS (moves))];
      g_autofree char *expected = NULL;
      g_autofree char *body = g_strdup_printf (
        "Reveal.%s (); return Reveal.getCurrentSlide ().querySelector ('h1').textContent"
        " + ' ' + ((Reveal.getIndices ().f ?? -1) + 1);",
        move->name);

      move->move (talk);
      expected =
        g_strdup_printf ("%u %u", fore_talk_get_index (talk), fore_talk_get_step (talk));
      g_test_message ("%s: %s", move->name, expected);
      stage_fixture_assert (fixture, body, expected);
    }
  }
}

static void
add (const char *path, void (*test) (StageFixture *, gconstpointer))
{
  g_test_add (path, StageFixture, GINT_TO_POINTER (FORE_STAGE_SHOW), stage_fixture_set_up,
              test, stage_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  stage_fixture_init (&argc, &argv);

  add ("/web/steps/decks", test_decks);
  add ("/web/steps/golden", test_golden);
  add ("/web/steps/reported", test_reported);
  add ("/web/steps/without-fragments", test_without_fragments);
  add ("/web/steps/walk", test_walk);

  return g_test_run ();
}
