/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-notes-edit.h"

#include <string.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static char *
apply (const char *text, const ForeNotesEdit *edit)
{
  g_assert_cmpuint (edit->at + edit->removed, <=, strlen (text));

  return g_strdup_printf ("%.*s%s%s", (int) edit->at, text, edit->text,
                          text + edit->at + edit->removed);
}

/* What becomes of @text; NULL if nothing is to change. */
static char *
replace (const char *text, guint index, const char *notes)
{
  g_autoptr (ForeDeck) deck = parse (text);
  g_auto (ForeNotesEdit) edit = { 0 };

  return fore_deck_replace_notes (deck, index, notes, &edit) ? apply (text, &edit) : NULL;
}

typedef struct {
  const char *name;
  const char *before;
  guint index;
  const char *notes;
  const char *after;
} Case;

static const Case cases[] = {
  { "changed", "# A\n\nNote:\nold\n\n---\n\n# B\n", 0, "new",
    "# A\n\nNote:\nnew\n\n---\n\n# B\n" },
  { "beside-mark", "# A\n\nnote: old\nmore\n", 0, "new\n\nlast",
    "# A\n\nnote: new\n\nlast\n" },
  { "fence-not-beside-mark", "# A\n\nnote: old\n", 0, "```\nx\n```",
    "# A\n\nnote:\n```\nx\n```\n" },
  { "appended", "# A\n\n----\n\n# B\n", 0, "new", "# A\n\nNote:\nnew\n\n----\n\n# B\n" },
  { "appended-last", "# A\n\n---\n\n# B", 1, "new", "# A\n\n---\n\n# B\n\nNote:\nnew\n" },
  { "appended-blanks", "# A\n \t\n\n---\n\n# B\n", 0, "new",
    "# A\n\nNote:\nnew\n \t\n\n---\n\n# B\n" },
  { "empty-deck", "", 0, "new", "Note:\nnew\n" },
  { "empty-slide", "# A\n\n---\n\n---\n\n# C\n", 1, "new",
    "# A\n\n---\n\nNote:\nnew\n\n---\n\n# C\n" },
  { "front-matter", "---\ntitle: T\n---\n", 0, "new",
    "---\ntitle: T\n---\n\nNote:\nnew\n" },
  { "removed", "# A\n\nNote:\nold\n\n---\n\n# B\n", 0, " \n", "# A\n\n---\n\n# B\n" },
  { "removed-alone", "Note:\nold\n\n---\n\n# B\n", 0, "", "\n\n---\n\n# B\n" },
  { "several", "# A\n\nNote: one\n\nNotes: two\n", 0, "one\n\nthree",
    "# A\n\nNote: one\n\nthree\n" },
  { "empty-mark", "# A\n\nNote:\n\n---\n\n# B\n", 0, "new",
    "# A\n\nNote:\nnew\n\n---\n\n# B\n" },
  { "indented", "    # A\n\n    Note:\n    old\n", 0, "- new\n  - below",
    "    # A\n\n    Note:\n    - new\n      - below\n" },
  { "indented-open", "  # A\n", 0, "```\nnew",
    "  # A\n\n  Note:\n  ```\n  new\n  ```\n" },
  { "tab", "\t# A\n", 0, "new", "\t# A\n\n\tNote:\n\tnew\n" },
  { "separator", "# A\n", 0, "one\n\n---\n\ntwo\n\n----\n\nthree",
    "# A\n\nNote:\none\n\n***\n\ntwo\n\n****\n\nthree\n" },
  { "separator-first", "# A\n\n---\n\n# B\n", 0, "---\n\none",
    "# A\n\nNote:\n---\n\none\n\n---\n\n# B\n" },
  { "separator-in-fence", "# A\n", 0, "```\n\n---\n\n```",
    "# A\n\nNote:\n```\n\n---\n\n```\n" },
  { "heading", "# A\n", 0, "one\n---\n\ntwo", "# A\n\nNote:\none\n---\n\ntwo\n" },
  { "open-fence", "# A\n\n---\n\n```\nb\n```\n", 0, "~~~~ c\nx",
    "# A\n\nNote:\n~~~~ c\nx\n~~~~\n\n---\n\n```\nb\n```\n" },
  { "open-comment", "# A\n", 0, "<!-- x", "# A\n\nNote:\n<!-- x\n-->\n" },
  { "open-fence-in-body", "# A\n\n```\nx\n", 0, "new",
    "# A\n\n```\nx\n```\n\nNote:\nnew\n" },
  { "mark-in-fence", "# A\n\n```\nNote: x\n```\n", 0, "new",
    "# A\n\n```\nNote: x\n```\n\nNote:\nnew\n" },
  { "same", "# A\n\nNote:\nold\n", 0, " old \n", NULL },
  { "none-again", "# A\n", 0, "  ", NULL },
  { "attribute", "<!-- .slide: data-notes=\"old\" -->\n\n# A\n", 0, "new", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *after = replace (one->before, one->index, one->notes);

  g_assert_cmpstr (after, ==, one->after);
}

static void
test_fixed (void)
{
  g_autoptr (ForeDeck) deck =
    parse ("<!-- .slide: data-notes=\"old\" -->\n\n---\n\n# B\n\nNote: x\n");

  g_assert_true (fore_deck_has_fixed_notes (deck, 0));
  g_assert_false (fore_deck_has_fixed_notes (deck, 1));
}

/* A deck that starts with a separator may become one with front matter. */
static const char *const starts[] = { "# First\n", "---\ntitle: T\n---\n" };

/* --- random decks
 * ------------------------------------------------------------------------- */

static const char *const deck_pieces[] = {
  "\n\n---\n\n",
  "\n\n----\n\n",
  "\n\n---\n\n    # Indented\n",
  "# Heading\n",
  "text\n",
  "- item\n",
  "\n",
  "    \n",
  "```\n\n---\n\nnote: x\n```\n",
  "<!--\n\n---\n\n-->\n",
  "Note: said\n",
  "notes:\n",
  "Note:\n- more\n  - below\n",
};

static const char *const notes_pieces[] = {
  "\n",    "\n\n",  "---\n",    "----\n", "---",         "\n\n---\n\n",
  "said ", "    ",  "- item\n", "```\n",  "~~~~\n",      "``` sh\n",
  "<!-- ", "-->\n", "****",     "word\n", "# Heading\n",
};

static char *
make_text (const char *start, const char *const *pieces, gsize n_pieces, int most)
{
  GString *text = g_string_new (start);

  for (int n = g_test_rand_int_range (0, most); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, (int) n_pieces)]);

  return g_string_free (text, FALSE);
}

static const char *
get_body (ForeDeck *deck, guint index)
{
  return fore_markup_get_html (fore_slide_get_markup (fore_deck_get_slide (deck, index)));
}

static const char *
get_notes (ForeDeck *deck, guint index)
{
  const char *notes = fore_slide_get_notes (fore_deck_get_slide (deck, index));

  return notes != NULL ? notes : "";
}

static void
check_others (ForeDeck *before, ForeDeck *after, guint index)
{
  g_assert_cmpuint (fore_deck_get_n_slides (before), ==, fore_deck_get_n_slides (after));
  for (guint i = 0; i < fore_deck_get_n_slides (before); i++) {
    guint column, row, new_column, new_row;

    fore_deck_get_position (before, i, &column, &row);
    fore_deck_get_position (after, i, &new_column, &new_row);
    g_assert_cmpuint (column, ==, new_column);
    g_assert_cmpuint (row, ==, new_row);
    g_assert_cmpstr (get_body (before, i), ==, get_body (after, i));
    if (i != index)
      g_assert_cmpstr (get_notes (before, i), ==, get_notes (after, i));
  }
}

static void
test_random (void)
{
  for (int i = 0; i < 800; i++) {
    g_autofree char *text =
      make_text (starts[i % 2], deck_pieces, G_N_ELEMENTS (deck_pieces), 20);
    g_autofree char *notes =
      make_text ("", notes_pieces, G_N_ELEMENTS (notes_pieces), 10);
    g_autoptr (ForeDeck) before = parse (text);
    g_autoptr (ForeDeck) after = NULL;
    g_auto (ForeNotesEdit) edit = { 0 };
    g_autofree char *changed = NULL;
    g_autofree char *read = NULL;
    guint index =
      (guint) g_test_rand_int_range (0, (int) fore_deck_get_n_slides (before));

    g_strstrip (notes);
    if (!fore_deck_replace_notes (before, index, notes, &edit)) {
      g_assert_cmpstr (notes, ==, get_notes (before, index));
      continue;
    }
    changed = apply (text, &edit);
    g_test_message ("%u “%s” “%s” “%s”", index, text, notes, changed);
    after = parse (changed);
    check_others (before, after, index);

    /* A separator may have become stars, and what was left open is closed. */
    read = g_strdelimit (g_strdup (get_notes (after, index)), "-", '*');
    g_strdelimit (notes, "-", '*');
    g_assert_true (g_str_has_prefix (read, notes));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/notes-edit/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/notes-edit/fixed", test_fixed);
  g_test_add_func ("/notes-edit/random", test_random);

  return g_test_run ();
}
