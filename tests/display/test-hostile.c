/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Decks of people who mean harm, in the stage: no script of theirs runs, nobody is
 * called, and no file from outside of the deck's folder is shown. One stage shows them
 * all, one after the other, as an author would who edits. */

#include "stage-fixture.h"

#include <string.h>

static StageFixture fixture;
static char *check;
static guint n_visitors;

static gboolean
visited_cb (void)
{
  n_visitors++;

  return TRUE;
}

/* Returns: an address that counts who comes */
static char *
listen_for_visitors (void)
{
  GSocketService *service = g_socket_service_new ();
  g_autoptr (GError) error = NULL;
  guint16 port =
    g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &error);

  g_assert_no_error (error);
  g_signal_connect (service, "incoming", G_CALLBACK (visited_cb), NULL);

  return g_strdup_printf ("http://127.0.0.1:%u", port);
}

static void
write_picture (const char *name)
{
  g_autofree char *path = g_build_filename (fixture.path, name, NULL);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 4, 4);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (picture, 0xff0000ff);
  gdk_pixbuf_save (picture, path, "png", &error, NULL);
  g_assert_no_error (error);
}

/* The deck's folder, with ways out of it, inside of one that has a secret. */
static void
lay_out_folder (void)
{
  g_autofree char *deck = g_build_filename (fixture.path, "deck", NULL);
  g_autofree char *link = g_build_filename (deck, "link.png", NULL);
  g_autofree char *way_out = g_build_filename (deck, "folder", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (deck);

  stage_fixture_write (&fixture, "deck/readme", "");
  write_picture ("secret.png");
  write_picture ("deck/inside.png");
  g_assert_cmpint (symlink ("../secret.png", link), ==, 0);
  g_assert_cmpint (symlink ("..", way_out), ==, 0);
  fore_assets_set_folder (fixture.assets, folder);
}

static void
show (const char *name, const char *text)
{
  g_autoptr (GString) deck_text = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ForeDeck) deck = NULL;

  if (!g_str_has_prefix (text, "---\n")) {
    g_autofree char *heading = g_strdup_printf ("# %s\n\n", name);

    g_string_prepend (deck_text, heading);
  }
  for (char *nul; (nul = strstr (deck_text->str, "NUL")) != NULL;) {
    gssize at = nul - deck_text->str;

    g_string_erase (deck_text, at, 3);
    g_string_insert_c (deck_text, at, '\x01');
  }
  /* Only now, since a string of C ends there. */
  for (gsize i = 0; i < deck_text->len; i++) {
    if (deck_text->str[i] == '\x01')
      deck_text->str[i] = '\0';
  }
  bytes = g_bytes_new (deck_text->str, deck_text->len);
  deck = fore_deck_parse (bytes, fore_stage_get_deck (fixture.stage));
  fore_stage_set_deck (fixture.stage, deck);
  stage_fixture_settle (fixture.stage);
}

/* All pictures that are there; where one is not, the stage shows its own, which is data.
 */
static const char shown_pictures[] =
  "return [...document.images].filter ((image) => image.naturalWidth > 0 &&"
  "  !image.src.startsWith ('data:')).map ((image) => image.src).join ('\\n')";

/* As a person does, with each button; nothing follows but what the stage lets. */
static const char click_links[] =
  "for (const link of document.querySelectorAll ('a, area'))"
  "  for (const button of [0, 1])"
  "    for (const type of ['mousedown', 'mouseup', button ? 'auxclick' : 'click'])"
  "      link.dispatchEvent (new MouseEvent (type,"
  "        { button, bubbles: true, cancelable: true, composed: true }));"
  "return window.hits ?? 0";

static void
test_vector (gconstpointer data)
{
  const char *const *vector = data;

  n_visitors = 0;
  show (vector[0], vector[1]);
  stage_fixture_assert (&fixture, check, "");
  stage_fixture_assert (&fixture, shown_pictures, "");
  stage_fixture_assert (&fixture, click_links, "0");
  g_assert_cmpuint (n_visitors, ==, 0);
}

/* What finds nothing in the others finds this. */
static void
test_trap (void)
{
  g_autofree char *found = NULL;

  show ("trap", "![](inside.png)\n");
  stage_fixture_assert (
    &fixture,
    "document.querySelector ('.slides section').innerHTML += '<iframe></iframe>"
    "<img src=x onerror=hit()><a href=\"java&Tab;script:hit()\">x</a>'; hit (); return 1",
    "1");
  found = stage_fixture_evaluate (fixture.view, check);
  g_assert_nonnull (strstr (found, "onerror"));
  g_assert_nonnull (strstr (found, "sandbox"));
  g_assert_nonnull (strstr (found, "a: href"));
  g_assert_nonnull (strstr (found, "1 scripts ran"));
  stage_fixture_assert (&fixture, "window.hits = 0; return 1", "1");
}

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "hostile", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
add_vectors (const char *text)
{
  g_auto (GStrv) blocks = g_strsplit (text, "\n=== ", -1);

  /* What comes first is said to readers. */
  for (guint i = 1; blocks[i] != NULL; i++) {
    char **vector = g_strsplit (blocks[i], "\n", 2);
    g_autofree char *path = g_strconcat ("/hostile/", vector[0], NULL);

    g_test_add_data_func_full (path, vector, test_vector, (GDestroyNotify) g_strfreev);
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *address = NULL;
  g_autofree char *vectors = NULL;
  g_autofree char *expression = NULL;
  g_autoptr (GString) text = NULL;
  int status;

  stage_fixture_init (&argc, &argv);
  address = listen_for_visitors ();
  vectors = read_file ("vectors.txt");
  expression = read_file ("check.js");
  check = g_strdup_printf ("return (%s).then ((all) => all.join ('\\n'))", expression);
  text = g_string_new (vectors);
  g_string_replace (text, "WEB", address, 0);

  stage_fixture_set_up (&fixture, GINT_TO_POINTER (FORE_STAGE_PREVIEW));
  lay_out_folder ();
  stage_fixture_show_text (&fixture, "# First\n");
  g_free (stage_fixture_evaluate (
    fixture.view,
    "window.hit = () => { window.hits = (window.hits ?? 0) + 1; }; return 1"));

  add_vectors (text->str);
  g_test_add_func ("/hostile/the-trap-works", test_trap);
  status = g_test_run ();
  stage_fixture_tear_down (&fixture, NULL);
  g_free (check);

  return status;
}
