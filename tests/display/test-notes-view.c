/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-notes-view.h"
#include "stage-fixture.h"

#include <string.h>

/* A stage in a window, as always, and notes that share its process in another. */
typedef struct {
  StageFixture stage;
  GtkWidget *window;
  ForeNotesView *notes;
  WebKitWebView *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  stage_fixture_set_up (&self->stage, data);
  stage_fixture_show_text (&self->stage, "# A\n");

  self->notes =
    FORE_NOTES_VIEW (fore_notes_view_new (self->stage.assets, self->stage.stage));
  self->page = WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (self->notes)));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->notes));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer notes = self->notes;

  g_object_add_weak_pointer (notes, &notes);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (notes != NULL)
    g_main_context_iteration (NULL, TRUE);
  stage_fixture_tear_down (&self->stage, data);
}

static void
settle (Fixture *self)
{
  while (!fore_notes_view_get_settled (self->notes))
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

  fore_notes_view_show (self->notes, deck, 0);
  settle (self);
}

static void
assert_page (Fixture *self, const char *script, const char *expected)
{
  g_autofree char *value = stage_fixture_evaluate (self->page, script);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_shows (Fixture *self, gconstpointer data)
{
  show (self, "---\nlang: de\n---\n\n# A\n\nNote: Say **this**\n\n- one\n- two\n");
  assert_page (self, "return document.querySelector ('strong').textContent", "this");
  assert_page (self, "return document.querySelectorAll ('li').length", "2");
  assert_page (self, "return document.documentElement.lang", "de");

  show (self, "# A\n");
  assert_page (self, "return document.body.textContent.trim ()", "");
  fore_notes_view_show (self->notes, NULL, 0);
}

static void
test_same_notes_stay (Fixture *self, gconstpointer data)
{
  show (self, "# A\n\nNote: said\n");
  g_free (stage_fixture_evaluate (self->page, "document.body.id = 'old'"));
  show (self, "# Another title\n\nNote: said\n");
  assert_page (self, "return document.body.id", "old");
}

/* The text is the first wall; the page alone would not let anything run either. */
static void
test_nothing_runs (Fixture *self, gconstpointer data)
{
  show (self, "# A\n\nNote: <img src=x onerror=\"document.title='ran'\">"
              "<script>document.title='ran'</script>\n");
  g_free (stage_fixture_evaluate (
    self->page, "document.body.innerHTML = '<img src=\"x\" onerror=\"document.title = "
                "`ran`\">'; const s = document.createElement ('script'); s.textContent = "
                "'document.title = `ran`'; document.body.append (s); "
                "await new Promise ((done) => { const image = new Image (); "
                "image.onerror = done; image.src = 'y'; });"));
  assert_page (self, "return document.title", "Foredeck");
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  show (self, "# A\n\nNote: said\n");
  assert_page (self, "return getComputedStyle (document.documentElement).backgroundColor",
               "rgb(36, 36, 36)");
  assert_page (self, "return getComputedStyle (document.body).color",
               "rgb(246, 245, 244)");
}

static void
test_scale (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  show (self, "# A\n\nNote: said\n");
  before = stage_fixture_evaluate (self->page, "return window.innerWidth");
  fore_notes_view_set_scale (self->notes, 2.0);
  do {
    g_free (after);
    after = stage_fixture_evaluate (
      self->page, "await new Promise (requestAnimationFrame); return window.innerWidth");
  } while (2 * atoi (after) != atoi (before));

  show (self, "# A\n\nNote: other\n");
  assert_page (self, "return window.innerWidth", after);
}

static void
test_scroll (Fixture *self, gconstpointer data)
{
  GString *text = g_string_new ("# A\n\nNote:\n");
  g_autofree char *owned = NULL;
  g_autofree char *scrolled = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (text, "- line\n");
  owned = g_string_free (text, FALSE);
  show (self, owned);
  assert_page (self, "return window.scrollY", "0");
  fore_notes_view_scroll (self->notes, 0.5);
  scrolled = stage_fixture_evaluate (
    self->page, "return Math.round (window.scrollY * 2 / window.innerHeight)");
  g_assert_cmpstr (scrolled, ==, "1");
  fore_notes_view_scroll (self->notes, -1);
  assert_page (self, "return window.scrollY", "0");
}

static void
link_cb (char **link, const char *uri)
{
  g_assert_null (*link);
  *link = g_strdup (uri);
}

static void
test_links (Fixture *self, gconstpointer data)
{
  g_autofree char *link = NULL;

  show (self, "# A\n\nNote: [x](stage.html) [y](https://example.org/a)\n");
  g_signal_connect_swapped (self->notes, "link-activated", G_CALLBACK (link_cb), &link);
  g_free (
    stage_fixture_evaluate (self->page, "document.querySelectorAll ('a')[1].click ()"));
  while (link == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (link, ==, "https://example.org/a");
  assert_page (self, "return document.querySelectorAll ('a').length", "2");
}

static void
test_crash (Fixture *self, gconstpointer data)
{
  show (self, "# A\n\nNote: said\n");
  g_test_expect_message ("Foredeck", G_LOG_LEVEL_WARNING, "*web process*died*");
  webkit_web_view_terminate_web_process (self->page);
  while (fore_notes_view_get_settled (self->notes))
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  stage_fixture_settle (self->stage.stage);
  g_test_assert_expected_messages ();
  assert_page (self, "return document.body.textContent.trim ()", "said");
}

#define test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  stage_fixture_init (&argc, &argv);
  test ("/notes-view/shows", test_shows);
  test ("/notes-view/same-notes-stay", test_same_notes_stay);
  test ("/notes-view/nothing-runs", test_nothing_runs);
  test ("/notes-view/dark", test_dark);
  test ("/notes-view/scale", test_scale);
  test ("/notes-view/scroll", test_scroll);
  test ("/notes-view/links", test_links);
  test ("/notes-view/crash", test_crash);

  return g_test_run ();
}
