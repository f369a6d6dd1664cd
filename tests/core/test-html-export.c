/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-error.h"
#include "fore-html-export.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  GMainLoop *loop;
  GBytes *page;
  char **missing;
  GError *error;
} Outcome;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->page = fore_html_export_finish (result, &outcome->missing, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static Outcome
export_text (const char *text, const ForeHtmlOptions *options, const char *folder)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  g_autoptr (ForeAssets) assets = fore_assets_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = folder != NULL ? g_file_new_for_path (folder) : NULL;
  Outcome outcome = { .loop = loop };

  fore_assets_set_folder (assets, file);
  fore_html_export_async (deck, assets, options, NULL, exported_cb, &outcome);
  g_main_loop_run (loop);

  return outcome;
}

static void
clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->page, g_bytes_unref);
  g_clear_pointer (&outcome->missing, g_strfreev);
  g_clear_error (&outcome->error);
}

static gboolean
has (const Outcome *outcome, const char *text)
{
  return g_strstr_len (g_bytes_get_data (outcome->page, NULL),
                       (gssize) g_bytes_get_size (outcome->page), text) != NULL;
}

static void
test_export_shape (void)
{
  const ForeHtmlOptions options = { NULL, TRUE, FALSE };
  Outcome outcome = export_text (
    "---\ntitle: \"A <b> & c\"\nlang: de\ndescription: \"x\\\"y\"\nslideOptions:\n"
    "  theme: white\n  transition: zoom\n---\n\n# A\n\nNote: said\n\n----\n\n# B\n",
    &options, NULL);

  g_assert_no_error (outcome.error);
  g_assert_true (has (&outcome, "<html lang=\"de\">"));
  g_assert_true (has (&outcome, "<title>A &lt;b&gt; &amp; c</title>"));
  g_assert_true (has (&outcome, "content=\"x&quot;y\""));
  g_assert_true (has (&outcome, "<div class=\"reveal zoom\""));
  g_assert_true (has (&outcome, "<section>\n<section><div><h1"));
  g_assert_true (has (&outcome, "<aside class=\"notes\">"));
  g_assert_true (has (&outcome, "default-src &apos;none&apos;") ||
                 has (&outcome, "default-src 'none'"));
  g_assert_false (has (&outcome, "'unsafe-eval'"));
  g_assert_false (has (&outcome, "fonts.googleapis.com"));
  g_assert_cmpuint (g_strv_length (outcome.missing), ==, 0);
  clear (&outcome);
}

static void
test_export_options (void)
{
  const ForeHtmlOptions options = { "Other", FALSE, FALSE };
  Outcome outcome = export_text ("# A\n\nNote: said\n", &options, NULL);

  g_assert_true (has (&outcome, "<title>Other</title>"));
  g_assert_false (has (&outcome, "class=\"notes\""));
  g_assert_false (has (&outcome, "said"));
  clear (&outcome);
}

static void
test_export_same_bytes (void)
{
  const ForeHtmlOptions options = { NULL, TRUE, FALSE };
  const char *text = "# A\n\n<font face=\"lato\">x</font>\n\n---\n\n# B\n";
  Outcome first = export_text (text, &options, NULL);
  Outcome second = export_text (text, &options, NULL);

  g_assert_true (g_bytes_equal (first.page, second.page));
  clear (&first);
  clear (&second);
}

static void
test_export_fonts (void)
{
  const ForeHtmlOptions options = { NULL, TRUE, FALSE };
  Outcome none = export_text ("# Relation\n", &options, NULL);
  Outcome lato =
    export_text ("<style>h1 { font-family: LATO }</style>\n\n# Ab\n", &options, NULL);
  Outcome wide =
    export_text ("<style>h1 { font-family: Lato }</style>\n\n# Ab ő\n", &options, NULL);

  g_assert_false (has (&none, "@font-face"));
  g_assert_true (has (&lato, "font-family: 'Lato'"));
  g_assert_true (has (&lato, "data:font/woff2;base64,"));
  g_assert_false (has (&lato, "font-style: italic"));
  g_assert_cmpuint (g_bytes_get_size (wide.page), >, g_bytes_get_size (lato.page) + 1000);
  clear (&none);
  clear (&lato);
  clear (&wide);
}

static void
test_export_assets (void)
{
  const ForeHtmlOptions options = { NULL, TRUE, FALSE };
  const ForeHtmlOptions strict = { NULL, TRUE, TRUE };
  g_autofree char *folder = g_dir_make_tmp ("foredeck-XXXXXX", NULL);
  g_autofree char *picture = g_build_filename (folder, "a b.svg", NULL);
  const char *text =
    "![](./a%20b.svg)\n\n![](./gone.png) ![](https://host.example:444/x.png)"
    "\n\n<p style=\"background: url('./a%20b.svg')\">x</p>\n";
  Outcome outcome;

  g_assert_true (g_file_set_contents (
    picture, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", -1, NULL));
  outcome = export_text (text, &options, folder);
  g_assert_no_error (outcome.error);
  g_assert_true (has (&outcome, "src=\"data:image/svg+xml;base64,PHN2Z"));
  g_assert_true (has (&outcome, "url(&quot;data:image/svg+xml;base64,") ||
                 has (&outcome, "url(data:image/svg+xml;base64,") ||
                 has (&outcome, "url('data:image/svg+xml;base64,") ||
                 has (&outcome, "url(&#39;data:image/svg+xml;base64,"));
  g_assert_cmpuint (g_strv_length (outcome.missing), ==, 2);
  g_assert_nonnull (strstr (outcome.missing[0], "gone.png"));
  g_assert_nonnull (strstr (outcome.missing[1], "host.example"));
  g_assert_true (has (&outcome, "src=\"https://host.example:444/x.png\""));
  g_assert_true (has (&outcome, " https://host.example:444;"));
  clear (&outcome);

  outcome = export_text (text, &strict, folder);
  g_assert_error (outcome.error, FORE_ERROR, FORE_ERROR_INCOMPLETE);
  g_assert_nonnull (strstr (outcome.error->message, "gone.png"));
  clear (&outcome);

  g_unlink (picture);
  g_rmdir (folder);
}

static void
test_export_hostile (void)
{
  const ForeHtmlOptions options = { .title = "</title><script>x</script>",
                                    .with_notes = TRUE,
                                    .without_source = TRUE };
  Outcome outcome = export_text (
    "---\nlang: '\"><script>a</script>'\ndescription: '\"><script>b</script>'\n"
    "slideOptions:\n  display: '</script><script>c</script>'\n---\n"
    "# <script>d</script>\n\n<iframe src=\"https://h.example/\"></iframe>\n",
    &options, NULL);

  for (const char *letter = "abcdx"; *letter != '\0'; letter++) {
    char script[] = "<script>?</script>";

    script[strlen ("<script>")] = *letter;
    g_assert_false (has (&outcome, script));
  }
  g_assert_false (has (&outcome, "src=\"https://h.example/\""));
  clear (&outcome);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-export/shape", test_export_shape);
  g_test_add_func ("/html-export/options", test_export_options);
  g_test_add_func ("/html-export/same-bytes", test_export_same_bytes);
  g_test_add_func ("/html-export/fonts", test_export_fonts);
  g_test_add_func ("/html-export/assets", test_export_assets);
  g_test_add_func ("/html-export/hostile", test_export_hostile);

  return g_test_run ();
}
