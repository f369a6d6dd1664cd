/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-options.h"

static ForeDeck *
make_deck (void)
{
  static const char text[] = "# 1\n\n---\n\n# 2\n\n---\n\n"
                             "<!-- .slide: data-visibility=\"hidden\" -->\n# 3\n\n"
                             "---\n\n# 4\n\n---\n\n# 5\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  return fore_deck_parse (bytes, NULL);
}

/* Returns: the numbers of the slides, or what is wrong with the request. */
static char *
find (const char *slides, gboolean with_hidden)
{
  g_autoptr (ForeDeck) deck = make_deck ();
  ForeExportOptions options = { .slides = slides, .with_hidden = with_hidden };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = fore_export_options_find_slides (&options, deck, &error);
  GString *text = g_string_new (NULL);

  if (found == NULL) {
    g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
    g_string_append (text, "error");
  }
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_string_append_printf (text, "%u", g_array_index (found, guint, i) + 1);

  return g_string_free (text, FALSE);
}

static void
test_slides (void)
{
  static const struct {
    const char *slides;
    gboolean with_hidden;
    const char *found;
  } rows[] = {
    { NULL, FALSE, "1245" },
    { NULL, TRUE, "12345" },
    { "3", FALSE, "3" },
    { "2-4", FALSE, "234" },
    { "4-", FALSE, "45" },
    { "-2", FALSE, "12" },
    { "5,1, 1", FALSE, "15" },
    { "2-3,3", FALSE, "23" },
    { "", FALSE, "error" },
    { "0", FALSE, "error" },
    { "6", FALSE, "error" },
    { "4-2", FALSE, "error" },
    { "-", FALSE, "error" },
    { "1,", FALSE, "error" },
    { "1x", FALSE, "error" },
    { "1--2", FALSE, "error" },
    { "99999999999999999999", FALSE, "error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = find (rows[i].slides, rows[i].with_hidden);

    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

static void
test_all_hidden (void)
{
  static const char text[] = "<!-- .slide: data-visibility=\"hidden\" -->\n# 1\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  ForeExportOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (fore_export_options_find_slides (&options, deck, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

static void
test_formats (void)
{
  ForeExportFormat format = FORE_EXPORT_HTML;

  g_assert_true (fore_export_format_from_name ("PDF", &format));
  g_assert_cmpint (format, ==, FORE_EXPORT_PDF);
  g_assert_false (fore_export_format_from_name ("doc", &format));
  g_assert_true (fore_export_format_from_file ("a.b/talk.v2.WebP", &format));
  g_assert_cmpint (format, ==, FORE_EXPORT_WEBP);
  g_assert_true (fore_export_format_from_file ("x.htm", &format));
  g_assert_cmpint (format, ==, FORE_EXPORT_HTML);
  g_assert_false (fore_export_format_from_file ("talk", &format));
  g_assert_true (fore_export_format_from_file ("talk.md", &format));
  g_assert_cmpint (format, ==, FORE_EXPORT_MARKDOWN);
  g_assert_false (fore_export_format_from_file ("talk.doc", &format));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-options/slides", test_slides);
  g_test_add_func ("/export-options/all-hidden", test_all_hidden);
  g_test_add_func ("/export-options/formats", test_formats);

  return g_test_run ();
}
