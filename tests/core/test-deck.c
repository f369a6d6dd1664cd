/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-deck.h"
#include "fore-diagnostic.h"

#include <string.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static char *
dup_diagnostics (ForeDeck *deck)
{
  g_autoptr (GPtrArray) diagnostics = fore_deck_dup_diagnostics (deck);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    g_string_append_printf (
      text, "%s%u:%s", i > 0 ? " " : "",
      fore_diagnostic_get_line (g_ptr_array_index (diagnostics, i)),
      fore_diagnostic_get_rule (g_ptr_array_index (diagnostics, i)));

  return g_string_free (text, FALSE);
}

/* "A|B/C" for a slide A and a stack of B and C, each by its title. */
static char *
dup_shape (ForeDeck *deck)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    const char *title = fore_slide_get_own_title (fore_deck_get_slide (deck, i));
    guint row;

    fore_deck_get_position (deck, i, NULL, &row);
    if (i > 0)
      g_string_append_c (shape, row > 0 ? '/' : '|');
    g_string_append (shape, title != NULL ? title : "");
  }

  return g_string_free (shape, FALSE);
}

static void
test_deck_seed (void)
{
  static const char *const titles[] = {
    "Sovereign Cloud Stack", "Visibility & Adoption & Events", "SCS at Events",
    "SCS Summit 2025",       "New University is adopting SCS", "GovStack",
  };
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "decks", "community-meeting.md", NULL);
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;
  guint first, n_lines, index;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  deck = fore_deck_parse (bytes, NULL);

  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 12);
  g_assert_cmpuint (fore_deck_get_n_columns (deck), ==, 6);
  g_assert_cmpstr (fore_deck_get_title (deck), ==, "SCS Community Meeting");
  g_assert_cmpstr (fore_deck_get_tags (deck)[0], ==, "presentation");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (fore_deck_get_slide_title (deck, i), ==, titles[i]);

  g_assert_cmpstr (fore_options_get_theme (fore_deck_get_options (deck)), ==, "white");
  g_assert_cmpstr (fore_options_get_transition (fore_deck_get_options (deck)), ==,
                   "slide");
  g_assert_true (fore_deck_find_position (deck, 4, 2, &index));
  g_assert_cmpuint (index, ==, 7);
  g_assert_cmpstr (fore_slide_get_own_title (fore_deck_get_slide (deck, 7)), ==, NULL);
  g_assert_cmpstr (fore_deck_get_slide_title (deck, 7), ==, "GovStack");
  g_assert_cmpuint (fore_deck_get_n_rows (deck, 4), ==, 3);
  g_assert_false (fore_deck_find_position (deck, 4, 3, NULL));
  g_assert_cmpstr (
    fore_markup_get_slide_attribute (
      fore_slide_get_markup (fore_deck_get_slide (deck, 0)), "data-background"),
    ==, "https://input.scs.community/uploads/6f1bcc2c-9218-4fdc-86ca-0514d954b10c.png");

  fore_deck_get_lines (deck, 1, &first, &n_lines);
  g_assert_cmpuint (first, ==, 51);
  g_assert_cmpuint (fore_deck_get_content_line (deck, 1), ==, 53);
  g_assert_cmpuint (fore_deck_find_line (deck, 50), ==, 0);
  g_assert_cmpuint (fore_deck_find_line (deck, 51), ==, 1);
  g_assert_cmpuint (fore_deck_find_line (deck, 99999), ==, 11);

  g_assert_cmpuint (fore_deck_get_n_diagnostics (deck, FORE_SEVERITY_WARNING), ==, 0);
}

typedef struct {
  const char *name;
  const char *text;
  const char *shape;
  const char *diagnostics;
} Case;

static const Case cases[] = {
  { "empty", "", "", "" },
  { "one", "# A", "A", "" },
  { "columns", "# A\n\n---\n\n# B", "A|B", "" },
  { "stack", "# A\n\n----\n\n# A2\n\n---\n\n# B", "A/A2|B", "" },
  { "empty-middle", "# A\n\n---\n\n---\n\n# B", "A||B", "" },
  { "no-blank-before", "# A\n---\n\n# B", "A", "" },
  { "setext", "A\n---\nc", "A", "" },
  { "five-dashes", "# A\n\n-----\n\n# B", "A", "" },
  { "no-line-end", "# A\n\n---", "A", "" },
  { "line-end", "# A\n\n---\n", "A|", "" },
  { "blank-after", "# A\n\n--- \n\n# B", "A|B", "3:separator-blanks" },
  { "blank-above", "# A\n \n---\n\n# B", "A|B", "2:separator-blanks" },
  { "blank-below", "# A\n\n---\n \n# B", "A|B", "3:separator-blanks" },
  { "fence", "# A\n\n```\nx\n\n---\n\ny\n```\n", "A", "6:separator-in-block" },
  { "tilde-fence", "# A\n\n~~~~\n\n---\n\n~~~\n~~~~\n", "A", "5:separator-in-block" },
  { "open-fence", "# A\n\n```\nx\n\n---\n\n# B\n", "A|B", "" },
  { "comment", "# A\n\n<!-- x\n\n---\n\ny -->\n", "A", "5:separator-in-block" },
  { "open-comment", "# A\n\n<!-- x\n\n---\n\n# B\n", "A|B", "3:unclosed-comment" },
  { "code-span", "# A\n\n`<!--` and\n\n---\n\n# B -->\n", "A|B -->", "" },
  { "front-matter", "---\ntitle: x\n---\n\n# B", "B", "" },
  { "front-matter-dots", "---\ntitle: x\n...\n\n# B", "B", "" },
  { "front-matter-late", "\n---\ntitle: x\n---\n\n# B", "B", "2:front-matter-late" },
  { "front-matter-wide", "----\ntitle: x\n----\n\n# B", "B", "1:front-matter-fence" },
  { "front-matter-empty", "---\n---\n\n# B", "B", "" },
  { "front-matter-split", "---\na: 1\n---\n---\n\n# B", "|B", "" },
  { "leading-separator", "---\n\n# A\n\n---\n\n# B", "A|B", "1:leading-separator" },
  { "text-between", "---\n\nHello\n\n---\n\n# B", "Hello|B", "1:leading-separator" },
  { "duplicate-key", "---\ntitle: x\ntitle: y\n---\n# B", "B", "3:duplicate-key" },
  { "bad-yaml", "---\ntitle: x\nlang: a: b\n---\n# B", "B", "3:bad-yaml" },
  { "unknown-option", "---\nslideOptions:\n  themes: white\n---\n# B", "B",
    "3:unknown-option" },
  { "misplaced", "---\ntheme: white\n---\n# B", "B", "2:misplaced-option" },
  { "bom", "\xef\xbb\xbf---\ntitle: x\n---\n\n# B", "B", "1:byte-order-mark" },
  { "crlf", "# A\r\n\r\n---\r\n\r\n# B\r\n", "A|B", "" },
  { "cr", "# A\r\r---\r\r# B", "A|B", "" },
  { "invalid", "# A\n\n---\n\n# B\xff", "A|B\xef\xbf\xbd", "5:invalid-utf-8" },
  { "definition", "[x]\n\n---\n\n# B\n\n[x]: http://a.b/", "x|B",
    "1:definition-elsewhere" },
  { "footnote", "# A[^1]\n\n---\n\n# B\n\n[^1]: c\n\n    d\ne", "A|B",
    "1:definition-elsewhere 1:footnotes" },
  { "own-footnote", "# A[^1]\n\n[^1]: c\n\n---\n\n# B[^1]\n\n[^1]: d", "A|B",
    "1:footnotes 7:footnotes" },
  { "abbreviation", "a HTML\n\n---\n\n# B\n\n*[HTML]: c\n\n---\n\nhtml", "a HTML|B|html",
    "1:definition-elsewhere" },
};

static void
test_deck_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (ForeDeck) deck = parse (test->text);
  g_autofree char *shape = dup_shape (deck);
  g_autofree char *diagnostics = dup_diagnostics (deck);

  g_assert_cmpstr (shape, ==, test->shape);
  g_assert_cmpstr (diagnostics, ==, test->diagnostics);
}

static void
test_deck_comments (void)
{
  static const char text[] = "<!-- .element: class=\"a\" -->\n\nb\n\n---\n\n"
                             "c <!-- .slide: id=\"d\" data-notes=\"e\" -->\n\nnote: f\n";
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (GString) html = g_string_new (NULL);

  fore_slide_append_section (fore_deck_get_slide (deck, 0), TRUE, NULL, NULL, html);
  fore_slide_append_section (fore_deck_get_slide (deck, 1), TRUE, NULL, NULL, html);
  g_assert_cmpstr (html->str, ==,
                   "<section><div class=\"a\"><!-- -->\n<p>b</p>\n</div></section>"
                   "<section id=\"d\"><div><p>c <!-- --></p>\n</div>"
                   "<aside class=\"notes\"><p>e</p>\n</aside></section>");
  g_assert_cmpstr (fore_slide_get_notes (fore_deck_get_slide (deck, 1)), ==, "e");
}

static void
test_deck_notes (void)
{
  g_autoptr (ForeDeck) deck =
    parse ("# A\n\nNote:\n- n1\n\n---\n\n# B\n\nNotes: x\n\n---\n\n- a\n  Note: no\n\n"
           "---\n\n# D\n\nnote: one\nnote: two\n");
  g_autofree char *diagnostics = dup_diagnostics (deck);

  g_assert_cmpstr (fore_slide_get_notes (fore_deck_get_slide (deck, 0)), ==, "- n1");
  g_assert_cmpstr (fore_slide_get_notes (fore_deck_get_slide (deck, 1)), ==, "x");
  g_assert_null (fore_slide_get_notes (fore_deck_get_slide (deck, 2)));
  g_assert_cmpstr (fore_slide_get_notes (fore_deck_get_slide (deck, 3)), ==,
                   "one\n\n two");
  g_assert_cmpstr (diagnostics, ==, "10:notes-plural 21:notes-several");
}

static void
test_deck_dedent (void)
{
  g_autoptr (ForeDeck) deck = parse ("# A\n\n---\n\n    ### B\n\n    - x\n        - y\n");
  g_autofree char *diagnostics = dup_diagnostics (deck);
  const char *html =
    fore_markup_get_html (fore_slide_get_markup (fore_deck_get_slide (deck, 1)));

  g_assert_nonnull (strstr (html, "<h3"));
  /* The nesting that HedgeDoc loses is kept. */
  g_assert_nonnull (strstr (strstr (html, "<ul") + 1, "<ul"));
  g_assert_cmpstr (diagnostics, ==, "8:blanks-kept");
}

static void
test_deck_sharing (void)
{
  static const char before[] = "# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n";
  static const char after[] = "# A\n\n---\n\n# Bx\nline\n\n---\n\n# C\n\n---\n\n# D\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (after, strlen (after));
  g_autoptr (ForeDeck) first = parse (before);
  g_autoptr (ForeDeck) second = fore_deck_parse (bytes, first);
  guint line;

  g_assert_cmpuint (fore_deck_get_n_slides (second), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true ((fore_deck_get_slide (first, i) == fore_deck_get_slide (second, i)) ==
                   (i != 1));
  fore_deck_get_lines (second, 3, &line, NULL);
  g_assert_cmpuint (line, ==, 12);
}

static void
test_deck_moved_slides (void)
{
  static const char before[] = "# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n";
  static const char after[] = "# A\n\n---\n\n# C\n\n---\n\n# B\n\n---\n\n# D\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (after, strlen (after));
  g_autoptr (ForeDeck) first = parse (before);
  g_autoptr (ForeDeck) second = fore_deck_parse (bytes, first);

  g_assert_true (fore_deck_get_slide (first, 1) == fore_deck_get_slide (second, 2));
  g_assert_true (fore_deck_get_slide (first, 2) == fore_deck_get_slide (second, 1));
}

static void
test_deck_ids (void)
{
  g_autoptr (ForeDeck) deck = parse ("# A\n\n---\n\n<!-- .slide: id=\"here\" -->\n# B\n");
  guint index = 0;

  g_assert_true (fore_deck_find_id (deck, "here", &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (fore_deck_find_id (deck, "there", NULL));
}

/* --- limits
 * --------------------------------------------------------------------------------- */

static ForeDeck *
parse_string (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return fore_deck_parse (bytes, NULL);
}

static void
test_deck_too_many_slides (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (ForeDeck) deck = NULL;
  g_autofree char *diagnostics = NULL;
  guint first, n_lines;

  for (guint i = 0; i < FORE_DECK_MAX_SLIDES + 10; i++)
    g_string_append (text, "a\n\n---\n\n");
  deck = parse_string (text);
  diagnostics = dup_diagnostics (deck);

  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, FORE_DECK_MAX_SLIDES);
  g_assert_cmpstr (diagnostics, ==, "79999:too-large");
  fore_deck_get_lines (deck, FORE_DECK_MAX_SLIDES - 1, &first, &n_lines);
  g_assert_cmpuint (first + n_lines - 1, ==, 4 * (FORE_DECK_MAX_SLIDES + 10));
}

static void
test_deck_too_many_bytes (void)
{
  GString *text = g_string_sized_new (FORE_DECK_MAX_BYTES + 4096);
  g_autoptr (ForeDeck) deck = NULL;
  g_autofree char *diagnostics = NULL;
  guint n_slides;

  while (text->len < FORE_DECK_MAX_BYTES + 100) {
    for (guint i = 0; i < 100; i++)
      g_string_append (text, "some words on a line of a long slide that nobody reads\n");
    g_string_append (text, "\n---\n\n");
  }
  deck = parse_string (text);
  diagnostics = dup_diagnostics (deck);
  n_slides = fore_deck_get_n_slides (deck);

  g_assert_cmpuint (n_slides, >, 9000);
  g_assert_nonnull (strstr (diagnostics, ":too-large"));
}

typedef struct {
  const char *name;
  const char *open;
  const char *middle;
  const char *close;
  guint n;
} Nesting;

static const Nesting nestings[] = {
  { "lists", "- ", "x", "", 10000 },
  { "quotes", "> ", "x", "", 10000 },
  { "brackets", "[", "x", "]", 10000 },
  { "emphasis", "*a ", "x", "", 10000 },
  { "html-blocks", "<div>", "x", "</div>", 10000 },
  { "html-inline", "<b>", "x", "</b>", 10000 },
  { "fonts", "<font color=red>", "x", "", 10000 },
  { "tables", "<table><tr><td>", "x", "", 10000 },
};

static void
test_deck_nesting (gconstpointer data)
{
  const Nesting *nesting = data;
  GString *text = g_string_new ("# Title\n\n");
  g_autoptr (ForeDeck) deck = NULL;

  for (guint i = 0; i < nesting->n; i++)
    g_string_append (text, nesting->open);
  g_string_append (text, nesting->middle);
  for (guint i = 0; i < nesting->n; i++)
    g_string_append (text, nesting->close);
  g_string_append (text, "\n\n---\n\n# After\n");
  deck = parse_string (text);

  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 2);
  g_assert_cmpstr (fore_deck_get_slide_title (deck, 1), ==, "After");
}

static void
test_deck_yaml_nesting (void)
{
  GString *text = g_string_new ("---\ntitle: T\ndeep: ");
  g_autoptr (ForeDeck) deck = NULL;
  g_autofree char *diagnostics = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "\n---\n\n# A\n");
  deck = parse_string (text);
  diagnostics = dup_diagnostics (deck);

  g_assert_cmpstr (fore_deck_get_title (deck), ==, "T");
  g_assert_cmpstr (diagnostics, ==, "3:bad-yaml");
}

/* So many slides are made by several threads, and stand in their order. */
static void
test_deck_many_slides (void)
{
  g_autoptr (GString) text = g_string_new ("# 0");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ForeDeck) deck = NULL;

  for (guint i = 1; i < 600; i++)
    g_string_append_printf (text, "\n\n---\n\n# %u\n\n```c\nint a%u;\n```\n", i, i);
  bytes = g_bytes_new (text->str, text->len);
  deck = fore_deck_parse (bytes, NULL);

  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 600);
  for (guint i = 1; i < 600; i++) {
    g_autofree char *html = g_strdup_printf (
      "<h1>%u</h1>\n<pre><code class=\"c hljs\"><span class=\"hljs-type\">int</span> "
      "a%u;\n</code></pre>\n",
      i, i);

    g_assert_cmpstr (
      fore_markup_get_html (fore_slide_get_markup (fore_deck_get_slide (deck, i))), ==,
      html);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck/comments", test_deck_comments);
  g_test_add_func ("/deck/seed", test_deck_seed);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/deck/case/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_deck_case);
  }
  g_test_add_func ("/deck/notes", test_deck_notes);
  g_test_add_func ("/deck/dedent", test_deck_dedent);
  g_test_add_func ("/deck/sharing", test_deck_sharing);
  g_test_add_func ("/deck/moved-slides", test_deck_moved_slides);
  g_test_add_func ("/deck/ids", test_deck_ids);
  g_test_add_func ("/deck/limit/slides", test_deck_too_many_slides);
  g_test_add_func ("/deck/limit/bytes", test_deck_too_many_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++) {
    g_autofree char *path = g_strdup_printf ("/deck/nesting/%s", nestings[i].name);

    g_test_add_data_func (path, &nestings[i], test_deck_nesting);
  }
  g_test_add_func ("/deck/nesting/yaml", test_deck_yaml_nesting);
  g_test_add_func ("/deck/many-slides", test_deck_many_slides);

  return g_test_run ();
}
