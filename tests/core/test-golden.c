/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Small decks, each beside what becomes of it: NAME.md and NAME.html in tests/golden.
 * With FOREDECK_UPDATE_GOLDEN=1 the second is written anew; look at the difference before
 * it is committed. */

#include "fore-deck.h"
#include "fore-diagnostic.h"

#include <string.h>

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
append_options (GString *golden, ForeDeck *deck)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (ForeDeck) plain = fore_deck_parse (nothing, NULL);
  g_autoptr (GString) defaults = g_string_new (NULL);
  g_autoptr (GString) options = g_string_new (NULL);

  fore_options_append_json (fore_deck_get_options (plain), NULL, NULL, defaults);
  fore_options_append_json (fore_deck_get_options (deck), NULL, NULL, options);
  if (!g_str_equal (defaults->str, options->str))
    g_string_append_printf (golden, "<!-- options: %s -->\n", options->str);
}

/* Only what the deck says itself. */
static void
append_head (GString *golden, ForeDeck *deck)
{
  const char *theme = fore_options_get_theme (fore_deck_get_options (deck));
  const char *title = fore_deck_get_title (deck);
  const char *language = fore_deck_get_language (deck);
  const char *description = fore_deck_get_description (deck);
  const char *const *tags = fore_deck_get_tags (deck);

  if (title != NULL && !g_str_equal (title, fore_deck_get_slide_title (deck, 0)))
    g_string_append_printf (golden, "<!-- title: %s -->\n", title);
  if (language != NULL)
    g_string_append_printf (golden, "<!-- language: %s -->\n", language);
  if (description != NULL)
    g_string_append_printf (golden, "<!-- description: %s -->\n", description);
  for (guint i = 0; tags[i] != NULL; i++)
    g_string_append_printf (golden, "<!-- tag: %s -->\n", tags[i]);
  if (!g_str_equal (theme, "black"))
    g_string_append_printf (golden, "<!-- theme: %s -->\n", theme);
  append_options (golden, deck);
}

static void
append_slides (GString *golden, ForeDeck *deck)
{
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    guint row;

    fore_deck_get_position (deck, i, NULL, &row);
    if (row > 0)
      g_string_append (golden, "<!-- below -->\n");
    fore_slide_append_section (fore_deck_get_slide (deck, i), TRUE, NULL, NULL, golden);
    g_string_append_c (golden, '\n');
  }
}

static void
append_diagnostics (GString *golden, ForeDeck *deck)
{
  static const char *const severities[] = { "info", "warning", "error" };
  g_autoptr (GPtrArray) diagnostics = fore_deck_dup_diagnostics (deck);

  for (guint i = 0; i < diagnostics->len; i++) {
    ForeDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    g_string_append_printf (golden, "<!-- line %u: %s: %s -->\n",
                            fore_diagnostic_get_line (diagnostic),
                            severities[fore_diagnostic_get_severity (diagnostic)],
                            fore_diagnostic_get_rule (diagnostic));
  }
}

static char *
render (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  GString *golden = g_string_new (NULL);

  append_head (golden, deck);
  append_slides (golden, deck);
  append_diagnostics (golden, deck);

  return g_string_free (golden, FALSE);
}

static void
test_golden (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".md"));
  g_autofree char *golden_path = g_strconcat (stem, ".html", NULL);
  g_autofree char *got = render (path);
  g_autoptr (GBytes) expected = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (g_getenv ("FOREDECK_UPDATE_GOLDEN"), "1") == 0) {
    g_autoptr (GError) error = NULL;

    g_file_set_contents (golden_path, got, -1, &error);
    g_assert_no_error (error);
  }
  expected = read_file (golden_path);
  text = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_assert_cmpstr (got, ==, text);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  /* All that changed at once. */
  g_test_set_nonfatal_assertions ();
  folder = g_test_build_filename (G_TEST_DIST, "golden", NULL);
  files = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL) {
    if (g_str_has_suffix (name, ".md") && !g_str_equal (name, "README.md"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++) {
    char *file = g_ptr_array_index (names, i);
    g_autofree char *path =
      g_strdup_printf ("/golden/%.*s", (int) strlen (file) - 3, file);

    g_test_add_data_func_full (path, g_build_filename (folder, file, NULL), test_golden,
                               g_free);
  }

  return g_test_run ();
}
