/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Random decks and random edits. A failure names its seed; run the program with `--seed`
 * and that number to see it again. */

#include "fore-deck.h"
#include "fore-diagnostic.h"
#include "fore-slide-list.h"
#include "fore-source.h"
#include "fore-splice.h"

#include <string.h>

/* Pieces that decks are made of, and that break them. */
static const char *const pieces[] = {
  "\n\n---\n\n",
  "\n\n----\n\n",
  "\n---\n",
  "---\n",
  "--- \n",
  "\n",
  "\n\n",
  " ",
  "    ",
  "\t",
  "# Heading\n",
  "text ",
  "**bold** and _more_\n",
  "```\n",
  "```python\n",
  "~~~\n",
  "<!-- ",
  " -->",
  "<!-- .slide: data-background=\"#fff\" -->\n",
  "<b>",
  "</div>",
  "<style>p { color: red }</style>\n",
  "Note: said\n",
  "notes:\n",
  "[x]: http://a.b/c\n",
  "[x] [y]\n",
  "[y]: /d\n",
  ":::info\n",
  ":::\n",
  "*[text]: said\n",
  "[^x]: said\n",
  "[^x] ^[in text] ",
  ": said\n",
  "==mark== ~a~ ^b^ ",
  "- [ ] \"task\" -- a.de :zap:\n",
  "> [name=a] [color=red]\n",
  "![a](b =1x2) {%vimeo 1 %} ",
  "[TOC]\n",
  "title: T\n",
  "breaks: false\n",
  "slideOptions:\n  theme: white\n",
  "\r\n",
  "\r",
  "\xef\xbb\xbf",
  "\xff\xc3",
  "\xc3\xa4\xf0\x9f\x90\xb1",
};

static GBytes *
make_text (GRand *random, guint n_pieces)
{
  GString *text = g_string_new (NULL);

  if (g_rand_boolean (random))
    g_string_append (text, "---\ntitle: A\n---\n\n");
  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free_to_bytes (text);
}

static GBytes *
edit_text (GRand *random, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize at = (gsize) g_rand_int_range (random, 0, (int) length + 1);
  gsize removed = (gsize) g_rand_int_range (random, 0, 12);
  GString *text = g_string_new (NULL);

  removed = g_rand_boolean (random) ? 0 : MIN (removed, length - at);
  g_string_append_len (text, data, at);
  if (g_rand_boolean (random))
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_len (text, data + at + removed, length - at - removed);

  return g_string_free_to_bytes (text);
}

static void
assert_diagnostics_equal (ForeDeck *a, ForeDeck *b)
{
  g_autoptr (GPtrArray) first = fore_deck_dup_diagnostics (a);
  g_autoptr (GPtrArray) second = fore_deck_dup_diagnostics (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++) {
    ForeDiagnostic *x = g_ptr_array_index (first, i), *y = g_ptr_array_index (second, i);

    g_assert_cmpstr (fore_diagnostic_get_rule (x), ==, fore_diagnostic_get_rule (y));
    g_assert_cmpuint (fore_diagnostic_get_line (x), ==, fore_diagnostic_get_line (y));
    g_assert_cmpstr (fore_diagnostic_get_message (x), ==,
                     fore_diagnostic_get_message (y));
  }
}

static void
assert_slides_equal (ForeDeck *a, ForeDeck *b, guint i)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) y = g_string_new (NULL);
  ForeSlide *slide = fore_deck_get_slide (a, i), *other = fore_deck_get_slide (b, i);
  guint column, row, line, n_lines, column_b, row_b, line_b, n_lines_b;

  fore_slide_append_section (slide, TRUE, NULL, NULL, x);
  fore_slide_append_section (other, TRUE, NULL, NULL, y);
  g_assert_cmpstr (x->str, ==, y->str);
  g_assert_true (fore_slide_get_digest (slide) == fore_slide_get_digest (other));
  g_assert_cmpstr (fore_slide_get_notes (slide), ==, fore_slide_get_notes (other));
  g_assert_cmpuint (fore_slide_get_n_words (slide), ==, fore_slide_get_n_words (other));
  g_assert_cmpstr (fore_deck_get_slide_title (a, i), ==,
                   fore_deck_get_slide_title (b, i));

  fore_deck_get_position (a, i, &column, &row);
  fore_deck_get_position (b, i, &column_b, &row_b);
  fore_deck_get_lines (a, i, &line, &n_lines);
  fore_deck_get_lines (b, i, &line_b, &n_lines_b);
  g_assert_cmpuint (column, ==, column_b);
  g_assert_cmpuint (row, ==, row_b);
  g_assert_cmpuint (line, ==, line_b);
  g_assert_cmpuint (n_lines, ==, n_lines_b);
  g_assert_cmpuint (fore_deck_get_content_line (a, i), ==,
                    fore_deck_get_content_line (b, i));
}

static void
assert_decks_equal (ForeDeck *a, ForeDeck *b)
{
  g_assert_cmpuint (fore_deck_get_n_slides (a), ==, fore_deck_get_n_slides (b));
  for (guint i = 0; i < fore_deck_get_n_slides (a); i++)
    assert_slides_equal (a, b, i);
  g_assert_cmpstr (fore_deck_get_title (a), ==, fore_deck_get_title (b));
  g_assert_true (
    fore_options_equal (fore_deck_get_options (a), fore_deck_get_options (b)));
  assert_diagnostics_equal (a, b);
}

static guint
count_lines (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  if (length == 0 || data[length - 1] != '\n')
    n++;

  return n;
}

static void
assert_lines_cover (ForeDeck *deck)
{
  guint next = 1;

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    guint first, n_lines;

    fore_deck_get_lines (deck, i, &first, &n_lines);
    g_assert_cmpuint (first, ==, next);
    g_assert_cmpuint (n_lines, >, 0);
    g_assert_cmpuint (fore_deck_find_line (deck, first), ==, i);
    g_assert_cmpuint (fore_deck_find_line (deck, first + n_lines - 1), ==, i);
    next = first + n_lines;
  }
  g_assert_cmpuint (next - 1, ==, count_lines (fore_deck_get_text (deck)));
}

static void
assert_splice_applies (ForeDeck *a, ForeDeck *b)
{
  ForeSplice splice = fore_splice_between (a, b);
  guint n_a = fore_deck_get_n_slides (a), n_b = fore_deck_get_n_slides (b);

  g_assert_cmpuint (n_a - splice.removed + splice.added, ==, n_b);
  for (guint i = 0; i < n_b; i++) {
    gboolean is_added = i >= splice.at && i < splice.at + splice.added;
    guint from = i < splice.at ? i : i - splice.added + splice.removed;

    if (!is_added)
      g_assert_true (fore_slide_get_digest (fore_deck_get_slide (a, from)) ==
                     fore_slide_get_digest (fore_deck_get_slide (b, i)));
  }
  for (guint i = 0; i < n_a; i++)
    g_assert_cmpuint (fore_splice_move_index (&splice, i, n_b), <, n_b);
}

static guint n_removed, n_added;

static void
items_changed_cb (
  GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  n_removed += removed;
  n_added += added;
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (mirror, position);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
test_edits (void)
{
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ForeSlideList) list = fore_slide_list_new ();

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), mirror);

  for (guint round = 0; round < 400; round++) {
    guint32 seed = (guint32) g_test_rand_int ();
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (GBytes) bytes = make_text (random, g_rand_int_range (random, 0, 60));
    g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

    for (guint i = 0; i < 12; i++) {
      g_autoptr (GBytes) edited = edit_text (random, bytes);
      g_autoptr (ForeDeck) quick = fore_deck_parse (edited, deck);
      g_autoptr (ForeDeck) full = fore_deck_parse (edited, NULL);

      g_test_message ("round %u, edit %u", round, i);
      assert_decks_equal (quick, full);
      assert_lines_cover (quick);
      assert_splice_applies (deck, quick);
      fore_slide_list_set_deck (list, quick);
      g_assert_cmpuint (mirror->len, ==, fore_deck_get_n_slides (quick));
      for (guint j = 0; j < mirror->len; j++)
        g_assert_true (mirror->pdata[j] == (gpointer) fore_deck_get_slide (quick, j));

      g_clear_pointer (&deck, fore_deck_unref);
      deck = g_steal_pointer (&quick);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_steal_pointer (&edited);
    }
  }
  fore_slide_list_set_deck (list, NULL);
  g_assert_cmpuint (n_removed, ==, n_added);
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 500; round++) {
    gsize length = (gsize) g_rand_int_range (random, 0, 400);
    char *data = g_malloc (length + 1);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (ForeDeck) deck = NULL;
    g_autoptr (ForeSource) source = NULL;
    g_autoptr (GBytes) back = NULL;

    for (gsize i = 0; i < length; i++)
      data[i] = (char) (g_rand_boolean (random)
                          ? g_rand_int_range (random, 0, 256)
                          : "\n-<>`:#\r &"[g_rand_int_range (random, 0, 10)]);
    bytes = g_bytes_new_take (data, length);
    deck = fore_deck_parse (bytes, NULL);
    assert_lines_cover (deck);

    source = fore_source_new (bytes);
    back = fore_source_encode (source, fore_source_get_text (source));
    g_assert_true (g_bytes_equal (bytes, back));
  }
}

/* Every line that an edit leaves alone keeps its bytes. */
static void
test_encode_edits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 500; round++) {
    g_autoptr (GBytes) bytes = make_text (random, g_rand_int_range (random, 0, 40));
    g_autoptr (ForeSource) source = fore_source_new (bytes);
    g_autoptr (GBytes) edited = edit_text (random, fore_source_get_text (source));
    g_autoptr (ForeSource) clean = fore_source_new (edited);
    g_autoptr (GBytes) encoded =
      fore_source_encode (source, fore_source_get_text (clean));
    g_autoptr (ForeSource) again = fore_source_new (encoded);

    g_assert_true (
      g_bytes_equal (fore_source_get_text (again), fore_source_get_text (clean)));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck-properties/edits", test_edits);
  g_test_add_func ("/deck-properties/any-bytes", test_any_bytes);
  g_test_add_func ("/deck-properties/encode-edits", test_encode_edits);

  return g_test_run ();
}
