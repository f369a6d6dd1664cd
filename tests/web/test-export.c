/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Exported files in WebKit, opened from the disk as a viewer opens them. */

#include "fore-html-export.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <webkit/webkit.h>

/* Notes all that goes wrong on the page, from its first moment on. */
static const char watch[] =
  "window.troubles = [];"
  "const note = (text) => window.troubles.push (text);"
  "addEventListener ('error', (event) => note (event.message ?? event.target.outerHTML),"
  "                  true);"
  "addEventListener ('unhandledrejection', (event) => note (`${event.reason}`));"
  "document.addEventListener ('securitypolicyviolation', (event) =>"
  "  note (`${event.effectiveDirective} ${event.blockedURI}`));";

typedef struct {
  char *path;
  GtkWidget *window;
  WebKitWebView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  WebKitUserContentManager *content = webkit_user_content_manager_new ();
  WebKitUserScript *script =
    webkit_user_script_new (watch, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                            WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, NULL, NULL);
  int file = g_file_open_tmp ("fore-export-XXXXXX.html", &fixture->path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  webkit_user_content_manager_add_script (content, script);
  webkit_user_script_unref (script);
  fixture->view =
    g_object_new (WEBKIT_TYPE_WEB_VIEW, "user-content-manager", content, NULL);
  g_object_unref (content);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 960, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GBytes **) user_data = fore_html_export_finish (result, NULL, &error);
  g_assert_no_error (error);
}

static void
loaded_cb (WebKitWebView *view, WebKitLoadEvent event, gboolean *loaded)
{
  *loaded = event == WEBKIT_LOAD_FINISHED;
}

/* Exports a deck and opens the file. */
static void
open_export (Fixture *fixture, const char *text, gsize length)
{
  g_autoptr (GBytes) source = g_bytes_new (text, length);
  g_autoptr (ForeDeck) deck = fore_deck_parse (source, NULL);
  g_autoptr (ForeAssets) assets = fore_assets_new (NULL);
  const ForeHtmlOptions options = { .with_notes = TRUE };
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  gboolean loaded = FALSE;
  gsize size;
  const char *content;

  fore_html_export_async (deck, assets, &options, NULL, exported_cb, &page);
  while (page == NULL)
    g_main_context_iteration (NULL, TRUE);
  content = g_bytes_get_data (page, &size);
  g_file_set_contents (fixture->path, content, (gssize) size, &error);
  g_assert_no_error (error);

  g_signal_connect (fixture->view, "load-changed", G_CALLBACK (loaded_cb), &loaded);
  webkit_web_view_load_uri (fixture->view, uri);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (fixture->view, &loaded);
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
    WEBKIT_WEB_VIEW (source), result, &error);

  g_assert_no_error (error);
  *(char **) user_data = jsc_value_to_string (value);
}

static void
assert_page (Fixture *fixture, const char *body, const char *expected)
{
  g_autofree char *text = NULL;

  webkit_web_view_call_async_javascript_function (
    fixture->view, body, -1, NULL, NULL, "test-export", NULL, evaluated_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_seed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "decks", "community-meeting.md", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  open_export (fixture, text, length);
  assert_page (fixture,
               "let n = 1;"
               "while (!Reveal.isLastSlide ()) { Reveal.next (); n++; }"
               "return `${n} of ${Reveal.getTotalSlides ()}`;",
               "12 of 12");
  /* Pictures of hosts that were not allowed stay links, and there is no network. */
  assert_page (fixture,
               "return troubles.filter ((text) => !/<img|https:/.test (text)).join ();",
               "");
}

static void
test_stretch (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "# A\n\n---\n\n# B\n\n"
                             "<div class=\"r-stretch\"></div>\n\nwords\n";

  open_export (fixture, text, strlen (text));
  assert_page (fixture,
               "Reveal.next ();"
               "const section = Reveal.getCurrentSlide ();"
               "return `${section.scrollHeight} "
               "${section.querySelector ('.r-stretch').clientHeight > 200}`;",
               "700 true");
  assert_page (fixture, "return troubles.join ();", "");
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
    "[there](#/there) [down](#/1/1)\n\n---\n\nb\n\n----\n\n# Low\n\n---\n\n"
    "<!-- .slide: id=\"there\" -->\n\n# Named\n";

  open_export (fixture, text, strlen (text));
  assert_page (fixture,
               "const links = document.querySelectorAll ('.slides a');"
               "const follow = (link) => new Promise ((resolve) => {"
               "  Reveal.on ('slidechanged', ({ currentSlide }) =>"
               "    resolve (currentSlide.textContent.trim ()));"
               "  link.click ();"
               "});"
               "return `${await follow (links[1])} ${await follow (links[0])}`;",
               "Low Named");
  assert_page (fixture, "return troubles.join ();", "");
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "- a <!-- .element: class=\"fragment\" -->\n"
                             "- b <!-- .element: class=\"fragment\" -->\n";

  open_export (fixture, text, strlen (text));
  assert_page (fixture,
               "const shown = () => document.querySelectorAll ('.visible').length;"
               "const counts = [shown ()];"
               "while (Reveal.nextFragment ()) counts.push (shown ());"
               "return counts.join (' ');",
               "0 1 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add ("/web/export/seed", Fixture, NULL, set_up, test_seed, tear_down);
  g_test_add ("/web/export/stretch", Fixture, NULL, set_up, test_stretch, tear_down);
  g_test_add ("/web/export/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/web/export/steps", Fixture, NULL, set_up, test_steps, tear_down);

  return g_test_run ();
}
