/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-checker.h"
#include "fore-diagnostic.h"
#include "fore-fix.h"

#include <string.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static GPtrArray *
dup_findings (ForeDeck *deck)
{
  g_autoptr (ForeChecker) checker = fore_checker_new ();

  fore_checker_set_deck (checker, deck);

  return fore_checker_dup_findings (checker);
}

/* Returns: the text with the fix, and a mark where the caret goes; or NULL. */
static char *
fix_at (const char *text, guint line, guint column, ForeFixes fix)
{
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (ForeDiagnostic) finding = fore_diagnostic_add_fixes (
    fore_diagnostic_new (FORE_SEVERITY_WARNING, "overflow", line, column, "x"), fix);
  g_autoptr (ForeEdit) edit = fore_fix_plan (deck, finding, fix);

  if (edit == NULL)
    return NULL;
  if (edit->caret != G_MAXUINT) {
    g_autoptr (GString) marked = g_string_new (edit->text);

    g_string_insert (marked, edit->caret, "|");
    g_free (edit->text);
    edit->text = g_strdup (marked->str);
  }

  return fore_edit_apply (edit, text);
}

static const struct {
  const char *text;
  guint line;
  guint column;
  ForeFixes fix;
  const char *fixed;
} cases[] = {
  { "<style>\nh1 { color: \"red\"; }\n</style>", 2, 13, FORE_FIX_UNQUOTE,
    "<style>\nh1 { color: red; }\n</style>" },
  { "Ü ![](./a.png)", 1, 3, FORE_FIX_DESCRIBE, "Ü ![|](./a.png)" },
  { "<img src=\"./a.png\">", 1, 1, FORE_FIX_DESCRIBE, "<img alt=\"|\" src=\"./a.png\">" },

  /* Before an item. */
  { "# A\n\n- one\n- two\n- three\n\n---\n\n# B", 5, 1, FORE_FIX_SPLIT,
    "# A\n\n- one\n- two\n\n----\n\n# A (2/2)\n\n- three\n\n---\n\n# B" },
  /* Before the item that what is beyond the edge belongs to. */
  { "# A\n\n- one\n- two\n  - half\n", 5, 1, FORE_FIX_SPLIT,
    "# A\n\n- one\n\n----\n\n# A (2/2)\n\n- two\n  - half\n" },
  /* Before a paragraph, and the number goes on. */
  { "## A (2/2)\n\none\n\ntwo\n", 5, 1, FORE_FIX_SPLIT,
    "## A (2/2)\n\none\n\n----\n\n## A (3/3)\n\ntwo\n" },
  /* Lines of a paragraph are lines on the slide. */
  { "## A\n\none\ntwo\nthree", 5, 1, FORE_FIX_SPLIT,
    "## A\n\none\ntwo\n\n----\n\n## A (2/2)\n\nthree" },
  /* Notes stay, what is said of the slide goes along. */
  { "<!-- .slide: data-background=\"red\" -->\n# A\n\none\n\ntwo\n\nnote:\nSay it", 6, 1,
    FORE_FIX_SPLIT,
    "<!-- .slide: data-background=\"red\" -->\n# A\n\none\n\nnote:\nSay it\n\n----\n\n"
    "<!-- .slide: data-background=\"red\" -->\n\n# A (2/2)\n\ntwo" },
  /* Not within code, tables and elements. */
  { "# A\n\none\n\n```\na\n\nb\n```", 8, 1, FORE_FIX_SPLIT,
    "# A\n\none\n\n----\n\n# A (2/2)\n\n```\na\n\nb\n```" },
  { "# A\n\none\n\n<div>\n\ntwo\n\n</div>", 7, 1, FORE_FIX_SPLIT,
    "# A\n\none\n\n----\n\n# A (2/2)\n\n<div>\n\ntwo\n\n</div>" },
  { "# A\n\n| a |\n|---|\n| b |", 5, 1, FORE_FIX_SPLIT, NULL },
  /* A heading is not left behind. */
  { "# A\n\none\n\n## B\n\ntwo", 7, 1, FORE_FIX_SPLIT,
    "# A\n\none\n\n----\n\n# A (2/2)\n\n## B\n\ntwo" },
  { "# A\n\none", 3, 1, FORE_FIX_SPLIT, NULL },
  { "one\n\ntwo", 3, 1, FORE_FIX_SPLIT, "one\n\n----\n\ntwo" },

  { "# A\n\n- one\n- two\n\nnote: x", 4, 1, FORE_FIX_COLUMNS,
    "# A\n\n<div style=\"display: flex; gap: 1em\">\n<div style=\"flex: 1\">\n\n- one\n\n"
    "</div>\n<div style=\"flex: 1\">\n\n- two\n\n</div>\n</div>\n\nnote: x" },
  { "# A\n\n<div style=\"display: flex; gap: 1em\">\n\n- one\n- two\n\n</div>", 5, 1,
    FORE_FIX_COLUMNS, NULL },
  { "# A\n\none", 3, 1, FORE_FIX_COLUMNS, NULL },
  { "# A\none", 2, 1, FORE_FIX_SHRINK,
    "# A\n\n<div style=\"font-size: 90%\">\n\none\n\n</div>" },
  { "# A\n\n<div style=\"font-size: 90%\">\n\none\n\n</div>", 5, 1, FORE_FIX_SHRINK,
    "# A\n\n<div style=\"font-size: 80%\">\n\none\n\n</div>" },
  { "# A\n\n```\na\n```", 4, 1, FORE_FIX_SHRINK,
    "# A\n\n<div style=\"font-size: 90%\">\n\n```\na\n```\n\n</div>" },
  { "# A", 1, 1, FORE_FIX_SHRINK, NULL },
};

static void
test_fixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *fixed =
      fix_at (cases[i].text, cases[i].line, cases[i].column, cases[i].fix);

    if (g_strcmp0 (fixed, cases[i].fixed) != 0)
      g_test_message ("In: %s", cases[i].text);
    g_assert_cmpstr (fixed, ==, cases[i].fixed);
  }
}

/* What is split is all there still, in two slides where one was. */
static void
test_split_keeps_all (void)
{
  const char *text = "# A\n\n1. one\n2. two\n\n   more\n3. three\n\nEnd\n\n---\n\n# B\n";

  for (guint line = 4; line <= 9; line++) {
    g_autofree char *fixed = fix_at (text, line, 1, FORE_FIX_SPLIT);
    g_autoptr (ForeDeck) before = parse (text);
    g_autoptr (ForeDeck) after = NULL;

    g_assert_nonnull (fixed);
    after = parse (fixed);
    g_assert_cmpuint (fore_deck_get_n_slides (after), ==, 3);
    g_assert_cmpuint (fore_deck_get_n_columns (after), ==, 2);
    /* The heading once more, with its number. */
    g_assert_cmpuint (fore_deck_get_n_words (after), >, fore_deck_get_n_words (before));
    g_assert_cmpstr (fore_deck_get_slide_title (after, 1), ==, "A (2/2)");
  }
}

/* Each finding of the text alone is gone once it is fixed, and no other has come. */
static void
test_fixed_is_not_found (void)
{
  g_autoptr (GString) text = g_string_new (
    "<style>\nh1 { color: \"red\"; background-color: 'blue' }\n</style>\n\n# A\n\n"
    "<img src=\"./a.png\"> <b style=\"color: 'red'\">x</b>\n\n---\n\n<img "
    "src='./b.png'>\n");

  for (guint round = 0; round < 5; round++) {
    g_autoptr (ForeDeck) deck = parse (text->str);
    g_autoptr (GPtrArray) findings = dup_findings (deck);
    g_autoptr (ForeEdit) edit = NULL;
    g_autofree char *fixed = NULL;

    g_assert_cmpuint (findings->len, ==, 5 - round);
    edit = fore_fix_plan (deck, findings->pdata[0],
                          fore_diagnostic_get_fixes (findings->pdata[0]));
    g_assert_nonnull (edit);
    fixed = fore_edit_apply (edit, text->str);
    g_string_assign (text, fixed);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fix/fixes", test_fixes);
  g_test_add_func ("/fix/split-keeps-all", test_split_keeps_all);
  g_test_add_func ("/fix/fixed-is-not-found", test_fixed_is_not_found);

  return g_test_run ();
}
