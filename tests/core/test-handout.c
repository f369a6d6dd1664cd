/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-asset-name.h"
#include "fore-deck-part.h"
#include "fore-embedded-source.h"
#include "fore-notes-export.h"
#include "fore-plain-text.h"

#include <string.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static char *
dup_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data != NULL ? data : "", length);
}

/* --- the text in a page --- */

static char *
embed (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GString *html = g_string_new ("<meta name=\"generator\" content=\"Foredeck\">\n");

  fore_embedded_source_append (bytes, html);
  return g_string_free (html, FALSE);
}

static void
test_source_comes_back (void)
{
  static const char *const texts[] = {
    "",
    "# A\n",
    "<!-- x --> </script> <SCRIPT> <script> & &amp; &lt; &amp;lt; < &l",
    "<script type=\"text/markdown\" id=\"foredeck-source\">\nx</script>\n",
    "\n\n  \n",
    "Ünï · 漢字\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *page = embed (texts[i]);
    g_autoptr (GBytes) file = g_bytes_new (page, strlen (page));
    g_autoptr (GBytes) back = fore_embedded_source_read (file);
    g_autofree char *text = NULL;
    const char *inner = strchr (strstr (page, "<script") + 1, '>');

    g_assert_nonnull (back);
    text = dup_text (back);
    g_assert_cmpstr (text, ==, texts[i]);
    /* For a browser the element ends where it should, and opens nothing. */
    g_assert_true (strstr (inner, "</script>") == strrchr (inner, '<'));
    g_assert_null (strstr (inner, "<!--"));
    g_assert_null (strstr (inner, "<script"));
  }
}

static void
test_source_of_others (void)
{
  static const char *const pages[] = {
    "",
    "# A deck\n",
    "<script type=\"text/markdown\" id=\"foredeck-source\">\nx</script>",
    "<meta name=\"generator\" content=\"Foredeck\">",
    "<meta name=\"generator\" content=\"Foredeck\"><script type=\"text/markdown\" "
    "id=\"foredeck-source\">\nno end",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (GBytes) file = g_bytes_new (pages[i], strlen (pages[i]));

    g_assert_null (fore_embedded_source_read (file));
  }
}

/* --- parts of a deck --- */

#define DECK                                                                             \
  "---\ntitle: T\n---\n\n# One\n\nNote: first\n\n----\n\n# Below\n\n---\n\n# Two\n\n"    \
  "----\n\n# Deep\n\nnote:\nlast"

static char *
take (const char *text, const char *slides, gboolean with_notes)
{
  g_autoptr (ForeDeck) deck = parse (text);
  const ForeExportOptions options = { .slides = slides };
  g_autoptr (GArray) chosen = fore_export_options_find_slides (&options, deck, NULL);
  g_autoptr (GBytes) part = fore_deck_part_dup_text (deck, chosen, with_notes);

  return part != NULL ? dup_text (part) : NULL;
}

static void
test_part_is_what_was_chosen (void)
{
  static const struct {
    const char *slides;
    gboolean with_notes;
    const char *text;
  } rows[] = {
    { NULL, TRUE, DECK },
    { "1", TRUE, "---\ntitle: T\n---\n\n# One\n\nNote: first\n\n" },
    { "2,4", TRUE, "---\ntitle: T\n---\n\n# Below\n\n---\n\n# Deep\n\nnote:\nlast" },
    { "1,2", FALSE, "---\ntitle: T\n---\n\n# One\n\n----\n\n# Below\n\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = take (DECK, rows[i].slides, rows[i].with_notes);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_part_has_no_secrets (void)
{
  g_autofree char *quiet = take (DECK, NULL, FALSE);
  g_autofree char *fixed =
    take ("<!-- .slide: data-notes=\"secret\" -->\n\n# A\n", NULL, FALSE);
  g_autoptr (ForeDeck) deck = NULL;

  g_assert_null (strstr (quiet, "first"));
  g_assert_null (strstr (quiet, "last"));
  deck = parse (quiet);
  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 4);
  g_assert_null (fixed);
}

/* --- notes --- */

static char *
write_notes (const char *text, const ForeExportOptions *options, ForeExportFormat format)
{
  g_autoptr (ForeDeck) deck = parse (text);
  g_autoptr (GBytes) bytes = fore_notes_export (deck, options, format, NULL);

  return bytes != NULL ? dup_text (bytes) : NULL;
}

static void
test_notes_by_slide (void)
{
  const ForeExportOptions options = { NULL };
  const char *deck = "# One\n\nNote: say *this*\n\n---\n\n"
                     "<!-- .slide: data-visibility=\"hidden\" -->\n\n# Hidden\n\n"
                     "Note: never\n\n---\n\n![](x.png)\n";
  g_autofree char *markdown = write_notes (deck, &options, FORE_EXPORT_NOTES);
  g_autofree char *plain = write_notes (deck, &options, FORE_EXPORT_NOTES_TEXT);

  g_assert_cmpstr (markdown, ==, "# One\n\n## 1 · One\n\nsay *this*\n\n## 3\n");
  g_assert_cmpstr (plain, ==, "One\n===\n\n1 · One\n-------\n\nsay this\n\n3\n-\n");
}

static void
test_notes_of_chosen_slides (void)
{
  const ForeExportOptions options = { .title = "T", .slides = "2" };
  const ForeExportOptions wrong = { .slides = "3" };
  g_autofree char *markdown =
    write_notes ("# A\n\n---\n\n# B\n", &options, FORE_EXPORT_NOTES);

  g_assert_cmpstr (markdown, ==, "# T\n\n## 2 · B\n");
  g_assert_null (write_notes ("# A\n\n---\n\n# B\n", &wrong, FORE_EXPORT_NOTES));
}

static void
test_pdfpc (void)
{
  const char *deck = "---\nduration: 90s\n---\n\n# A\n\n- x <!-- .element: "
                     "class=\"fragment\" -->\n\nNote: \"q\"\\\n\ttab\n\n---\n\n# B\n\n"
                     "---\n\n<!-- .slide: data-visibility=\"hidden\" -->\n\n# C\n";
  const ForeExportOptions options = { .steps = TRUE, .with_hidden = TRUE };
  const ForeExportOptions whole = { NULL };
  g_autofree char *stepped = write_notes (deck, &options, FORE_EXPORT_PDFPC);
  g_autofree char *plain = write_notes (deck, &whole, FORE_EXPORT_PDFPC);

  g_assert_cmpstr (
    stepped, ==,
    "{\n  \"pdfpcFormat\": 2,\n  \"disableMarkdown\": false,\n  \"duration\": 2,\n"
    "  \"pages\": [\n"
    "    { \"idx\": 0, \"label\": \"1\", \"overlay\": 0, \"note\": "
    "\"\\\"q\\\"\\\\\\n\\u0009tab\" },\n"
    "    { \"idx\": 1, \"label\": \"2\", \"overlay\": 0, \"forcedOverlay\": true, "
    "\"note\": \"\\\"q\\\"\\\\\\n\\u0009tab\" },\n"
    "    { \"idx\": 3, \"label\": \"4\", \"overlay\": 0, \"hidden\": true }\n"
    "  ]\n}\n");
  g_assert_null (strstr (plain, "forcedOverlay"));
  g_assert_null (strstr (plain, "hidden"));
}

static void
test_plain_text (void)
{
  static const struct {
    const char *markdown;
    const char *text;
  } rows[] = {
    { "a *b*\n\nc", "a b\n\nc" },
    { "- a\n- b\n  - c\n\nd", "- a\n- b\n  - c\n\nd" },
    { "2. a\n3. b", "1. a\n2. b" },
    { "a\n\n    x  y\n    z\n", "a\n\nx  y\nz" },
    { "[l](https://x.example) & <b>w</b> &lt;", "l & w <" },
    { "| a | b |\n|---|---|\n| c | d |", "a b\nc d" },
    { "> q\n\n# h\n\nt", "q\n\nh\n\nt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ForeMarkup) markup = fore_markup_render (
      rows[i].markdown, strlen (rows[i].markdown), NULL, FORE_MARKUP_NONE);
    g_autoptr (GString) text = g_string_new (NULL);

    fore_plain_text_append (markup, text);
    g_strchomp (text->str);
    g_assert_cmpstr (text->str, ==, rows[i].text);
  }
}

/* --- names --- */

static void
test_names (void)
{
  static const struct {
    const char *address;
    const char *type;
    const char *name;
  } rows[] = {
    { "https://a.example/img/photo.png", "image/png", "photo.png" },
    { "https://b.example/photo.png?x=1", "image/png", "photo-2.png" },
    { "https://b.example/PHOTO.PNG", "image/png", "PHOTO-3.PNG" },
    { "https://b.example/get.php?id=3", "image/jpeg", "get.jpg" },
    { "https://b.example/a%20b%2Fc.jpeg#x", "image/jpeg", "c.jpeg" },
    { "https://b.example/", "image/gif", "b.gif" },
    { "https://b.example/.hidden", NULL, "-hidden" },
    { "../../x.svg", "image/svg+xml", "x.svg" },
    { "https://b.example/a(b)'\"<c>.webp", "image/webp", "a-b----c-.webp" },
  };
  g_autoptr (GHashTable) taken =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = fore_asset_name_dup (rows[i].address, rows[i].type, taken);

    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/source/comes-back", test_source_comes_back);
  g_test_add_func ("/handout/source/of-others", test_source_of_others);
  g_test_add_func ("/handout/part/chosen", test_part_is_what_was_chosen);
  g_test_add_func ("/handout/part/no-secrets", test_part_has_no_secrets);
  g_test_add_func ("/handout/notes/by-slide", test_notes_by_slide);
  g_test_add_func ("/handout/notes/chosen", test_notes_of_chosen_slides);
  g_test_add_func ("/handout/notes/pdfpc", test_pdfpc);
  g_test_add_func ("/handout/plain-text", test_plain_text);
  g_test_add_func ("/handout/names", test_names);
  return g_test_run ();
}
