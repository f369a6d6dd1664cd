/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "stage-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define STACKS                                                                           \
  "# One\n\n---\n\n# Two\n\n----\n\n# Three\n\n----\n\n# Four\n\n---\n\n# Five\n"
#define STEPS                                                                            \
  "# One\n\n---\n\n- a <!-- .element: class=\"fragment\" -->\n"                          \
  "- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# Three\n"

static const char current_title[] =
  "return Reveal.getCurrentSlide ().textContent.trim ();";
static const char visible_steps[] =
  "return Reveal.getCurrentSlide ().querySelectorAll ('.fragment.visible').length;";

static char *
read_seed (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "decks", "community-meeting.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
assert_place (StageFixture *fixture, guint index, guint step)
{
  g_assert_cmpuint (fore_stage_get_index (fixture->stage), ==, index);
  g_assert_cmpuint (fore_stage_get_step (fixture->stage), ==, step);
}

static void
show (StageFixture *fixture, guint index, guint step)
{
  fore_stage_show (fixture->stage, index, step);
  stage_fixture_settle (fixture->stage);
}

/* --- places
 * ---------------------------------------------------------------------------- */

static void
test_seed (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_seed ();
  ForeDeck *deck;

  stage_fixture_show_text (fixture, text);
  deck = fore_stage_get_deck (fixture->stage);
  g_assert_cmpint (fore_stage_get_state (fixture->stage), ==, FORE_STAGE_LIVE);
  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 12);

  for (guint i = 0; i < 12; i++) {
    guint column, row;
    g_autofree char *expected = NULL;

    fore_deck_get_position (deck, i, &column, &row);
    expected = g_strdup_printf ("%u/%u", column, row);
    show (fixture, i, 0);
    stage_fixture_assert (
      fixture, "const { h, v } = Reveal.getIndices (); return `${h}/${v}`;", expected);
    assert_place (fixture, i, 0);
  }
  stage_fixture_assert (fixture, "return Reveal.getTotalSlides ();", "12");
}

static void
test_style (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_seed ();

  stage_fixture_show_text (fixture, text);
  show (fixture, 1, 0);
  /* The deck's style stands on another slide, and wins over the theme. */
  stage_fixture_assert (
    fixture,
    "return getComputedStyle (Reveal.getCurrentSlide ().querySelector ('h1'))"
    ".fontSize;",
    "32px");
  stage_fixture_assert (fixture,
                        "await document.fonts.load ('32px lato');"
                        "return [...document.fonts].some ((face) => "
                        "face.family.toLowerCase () === 'lato' && "
                        "face.status === 'loaded');",
                        "true");
  stage_fixture_assert (
    fixture,
    "return document.querySelector ('body > .container > .reveal.slide.center')"
    " !== null && "
    "document.querySelectorAll ('.slides section > div > h1').length > 0;",
    "true");
}

static void
test_steps (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);
  g_assert_cmpuint (fore_stage_get_n_steps (fixture->stage), ==, 2);
  stage_fixture_assert (fixture, visible_steps, "1");
  show (fixture, 1, G_MAXUINT);
  assert_place (fixture, 1, 2);
  stage_fixture_assert (fixture, visible_steps, "2");
  show (fixture, 1, 0);
  stage_fixture_assert (fixture, visible_steps, "0");
  show (fixture, G_MAXUINT, 0);
  assert_place (fixture, 2, 0);
}

static void
test_next (StageFixture *fixture, gconstpointer data)
{
  static const guint places[][2] = { { 1, 0 }, { 1, 1 }, { 1, 2 }, { 2, 0 } };

  stage_fixture_show_text (fixture, STEPS);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    fore_stage_next (fixture->stage);
    stage_fixture_wait_for_signal (fixture->stage, "user-moved");
    assert_place (fixture, places[i][0], places[i][1]);
  }
  for (guint i = G_N_ELEMENTS (places) - 1; i > 0; i--) {
    fore_stage_previous (fixture->stage);
    stage_fixture_wait_for_signal (fixture->stage, "user-moved");
    assert_place (fixture, places[i - 1][0], places[i - 1][1]);
  }
}

static GtkEventController *
find_keys (ForeStage *stage)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (stage));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      return controller;
  }
  g_assert_not_reached ();
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Presses a key and waits until it has had its effect. */
static void
press (StageFixture *fixture, guint key, guint index, guint step)
{
  gboolean handled = FALSE;
  guint n_moves = 0;
  gulong handler = g_signal_connect_swapped (fixture->stage, "user-moved",
                                             G_CALLBACK (count_cb), &n_moves);

  g_signal_emit_by_name (find_keys (fixture->stage), "key-pressed", key, 0, 0, &handled);
  g_assert_true (handled);
  while (n_moves == 0)
    g_main_context_iteration (NULL, TRUE);
  stage_fixture_settle (fixture->stage);
  g_signal_handler_disconnect (fixture->stage, handler);
  g_assert_cmpuint (n_moves, ==, 1);
  assert_place (fixture, index, step);
}

static void
test_keys (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STACKS);
  press (fixture, GDK_KEY_Right, 1, 0);
  press (fixture, GDK_KEY_Down, 2, 0);
  press (fixture, GDK_KEY_Down, 3, 0);
  press (fixture, GDK_KEY_Up, 2, 0);
  press (fixture, GDK_KEY_Right, 4, 0);
  press (fixture, GDK_KEY_Left, 1, 0);
  press (fixture, GDK_KEY_space, 2, 0);
  press (fixture, GDK_KEY_Page_Down, 3, 0);
  press (fixture, GDK_KEY_Page_Up, 2, 0);
  press (fixture, GDK_KEY_End, 4, 0);
  press (fixture, GDK_KEY_Home, 0, 0);
  stage_fixture_assert (fixture, current_title, "One");
}

static void
test_key_steps (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  press (fixture, GDK_KEY_Right, 1, 0);
  press (fixture, GDK_KEY_Right, 1, 1);
  press (fixture, GDK_KEY_Left, 1, 0);
  press (fixture, GDK_KEY_Right, 1, 1);
  press (fixture, GDK_KEY_Right, 1, 2);
  press (fixture, GDK_KEY_Right, 2, 0);
  press (fixture, GDK_KEY_Home, 0, 0);
  press (fixture, GDK_KEY_End, 2, 0);
}

/* --- edits
 * ------------------------------------------------------------------------------ */

static void
test_one_patch_in_flight (StageFixture *fixture, gconstpointer data)
{
  guint before;

  stage_fixture_show_text (fixture, "# Start\n");
  before = fore_stage_get_n_updates (fixture->stage);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *text = g_strdup_printf ("# Edit %u\n", i);

    stage_fixture_push_text (fixture, text);
  }
  stage_fixture_settle (fixture->stage);
  g_assert_cmpuint (fore_stage_get_n_updates (fixture->stage) - before, ==, 2);
  stage_fixture_assert (fixture, current_title, "Edit 99");
}

static void
test_equal_deck (StageFixture *fixture, gconstpointer data)
{
  guint before;

  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);
  before = fore_stage_get_n_updates (fixture->stage);
  stage_fixture_push_text (fixture, STEPS "\n\n");
  stage_fixture_settle (fixture->stage);
  g_assert_cmpuint (fore_stage_get_n_updates (fixture->stage) - before, <=, 1);
  assert_place (fixture, 1, 1);
}

static void
test_edit_keeps_place (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);
  stage_fixture_assert (fixture, "window.kept = Reveal.getCurrentSlide (); return true;",
                        "true");

  /* Another slide, two slides above, and the slide itself. */
  stage_fixture_show_text (fixture,
                           "# One!\n\n---\n\n"
                           "- a <!-- .element: class=\"fragment\" -->\n"
                           "- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# 3\n");
  assert_place (fixture, 1, 1);
  stage_fixture_assert (fixture, visible_steps, "1");
  stage_fixture_show_text (fixture,
                           "# New\n\n----\n\n# New\n\n---\n\n# One!\n\n---\n\n"
                           "- a <!-- .element: class=\"fragment\" -->\n"
                           "- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# 3\n");
  assert_place (fixture, 3, 1);
  stage_fixture_assert (fixture, visible_steps, "1");
  stage_fixture_show_text (fixture,
                           "# New\n\n----\n\n# New\n\n---\n\n# One!\n\n---\n\n"
                           "- a! <!-- .element: class=\"fragment\" -->\n"
                           "- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# 3\n");
  assert_place (fixture, 3, 1);
  stage_fixture_assert (fixture, visible_steps, "1");
  stage_fixture_assert (fixture, "return Reveal.getCurrentSlide () === window.kept;",
                        "true");
}

/* What is shown may be taken away, and there are fewer steps than were shown. */
static void
test_place_is_taken_away (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 2);
  stage_fixture_show_text (fixture,
                           "# One\n\n---\n\n"
                           "- a <!-- .element: class=\"fragment\" -->\n\n---\n\n# 3\n");
  assert_place (fixture, 1, 1);
  show (fixture, 2, 0);
  stage_fixture_show_text (fixture, "# One\n");
  assert_place (fixture, 0, 0);
  stage_fixture_assert (fixture, current_title, "One");
}

static void
test_options_change (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, "# One\n\n---\n\n# Two\n");
  show (fixture, 1, 0);
  stage_fixture_show_text (fixture, "---\nlang: de\nslideOptions:\n  theme: white\n"
                                    "  transition: fade\n---\n# One\n\n---\n\n# Two\n");
  assert_place (fixture, 1, 0);
  stage_fixture_assert (fixture,
                        "return getComputedStyle (document.body).backgroundColor;",
                        "rgb(255, 255, 255)");
  stage_fixture_assert (
    fixture, "return document.querySelector ('.reveal').classList.contains ('fade');",
    "true");
  stage_fixture_assert (fixture, "return document.querySelector ('.reveal').lang;", "de");
}

/* --- crash and hang
 * ---------------------------------------------------------------------- */

static gboolean
read_process (int pid, int *parent, char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) &&
         sscanf (text, "%*d (%15[^)]) %*c %d", name, parent) == 2;
}

static gboolean
is_below (int pid, int ancestor)
{
  char name[16];

  while (pid > 1 && pid != ancestor) {
    if (!read_process (pid, &pid, name))
      return FALSE;
  }

  return pid == ancestor;
}

/* The one web process of this test. */
static int
find_web_process (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc", 0, NULL);
  const char *entry;
  int found = 0;

  while ((entry = g_dir_read_name (folder)) != NULL) {
    int pid = atoi (entry), parent;
    char name[16];

    if (pid <= 0 || !read_process (pid, &parent, name) ||
        !g_str_has_prefix (name, "WebKitWebProces"))
      continue;
    if (is_below (pid, getpid ()))
      found = pid;
  }
  g_assert_cmpint (found, >, 0);

  return found;
}

static void
recovered_cb (ForeStage *stage, gboolean hung, int *result)
{
  *result = hung;
}

static void
wait_until_recovered (StageFixture *fixture, gboolean hung)
{
  int result = -1;
  gulong handler =
    g_signal_connect (fixture->stage, "recovered", G_CALLBACK (recovered_cb), &result);

  while (result < 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->stage, handler);
  g_assert_cmpint (result, ==, hung);
}

static void
test_crash (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);

  g_test_expect_message ("Foredeck", G_LOG_LEVEL_WARNING, "*died*");
  kill (find_web_process (), SIGKILL);
  wait_until_recovered (fixture, FALSE);
  g_test_assert_expected_messages ();
  stage_fixture_settle (fixture->stage);
  g_assert_cmpint (fore_stage_get_state (fixture->stage), ==, FORE_STAGE_LIVE);
  assert_place (fixture, 1, 1);
  stage_fixture_assert (fixture, visible_steps, "1");
}

static void
test_hang (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);

  g_test_expect_message ("Foredeck", G_LOG_LEVEL_WARNING, "*hung*");
  kill (find_web_process (), SIGSTOP);
  stage_fixture_push_text (fixture, STEPS "\n\n---\n\n# Four\n");
  wait_until_recovered (fixture, TRUE);
  g_test_assert_expected_messages ();
  stage_fixture_settle (fixture->stage);
  assert_place (fixture, 1, 1);
  stage_fixture_assert (fixture, "return Reveal.getTotalSlides ();", "4");
}

/* A page that nobody looks at does not paint, but is not lost either. */
static void
test_unpainted_is_alive (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  stage_fixture_assert (fixture, "window.requestAnimationFrame = () => 0; return true;",
                        "true");
  stage_fixture_show_text (fixture, STEPS "\n\n---\n\n# Four\n");
  g_assert_cmpint (fore_stage_get_state (fixture->stage), ==, FORE_STAGE_LIVE);
  stage_fixture_assert (fixture, "return Reveal.getTotalSlides ();", "4");
}

static void
test_three_crashes (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STACKS);
  show (fixture, 3, 0);

  for (guint i = 0; i < 2; i++) {
    g_test_expect_message ("Foredeck", G_LOG_LEVEL_WARNING, "*died*");
    kill (find_web_process (), SIGKILL);
    wait_until_recovered (fixture, FALSE);
    g_test_assert_expected_messages ();
  }
  g_test_expect_message ("Foredeck", G_LOG_LEVEL_WARNING, "*died*");
  kill (find_web_process (), SIGKILL);
  while (fore_stage_get_state (fixture->stage) != FORE_STAGE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  g_test_assert_expected_messages ();
  g_assert_false (fore_stage_get_settled (fixture->stage));

  fore_stage_retry (fixture->stage);
  stage_fixture_settle (fixture->stage);
  g_assert_cmpint (fore_stage_get_state (fixture->stage), ==, FORE_STAGE_LIVE);
  stage_fixture_assert (fixture, current_title, "Four");
}

/* --- links and assets
 * -------------------------------------------------------------------- */

static void
link_cb (ForeStage *stage, const char *uri, GPtrArray *uris)
{
  g_ptr_array_add (uris, g_strdup (uri));
}

static void
click (StageFixture *fixture, const char *id)
{
  g_autofree char *body = g_strdup_printf (
    "document.getElementById ('%s').click (); return document.location.href;", id);

  stage_fixture_assert (fixture, body, "fore://stage/web/stage.html");
}

static void
test_links (StageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (fixture->stage, "link-activated", G_CALLBACK (link_cb), uris);
  stage_fixture_show_text (fixture,
                           "<a id=\"out\" href=\"https://example.org/x?a=1&amp;b\">x</a>"
                           " <a id=\"file\" href=\"other.md\">x</a>"
                           " <a id=\"place\" href=\"#/1/1\">x</a>"
                           " <a id=\"name\" href=\"#three\">x</a>\n\n---\n\n# Two\n\n"
                           "----\n\n<b id=\"three\">Three</b>\n");
  click (fixture, "out");
  click (fixture, "file");
  while (uris->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (uris->pdata[0], ==, "https://example.org/x?a=1&b");
  g_assert_cmpstr (uris->pdata[1], ==, "other.md");
  assert_place (fixture, 0, 0);

  click (fixture, "place");
  while (fore_stage_get_index (fixture->stage) != 2)
    g_main_context_iteration (NULL, TRUE);
  show (fixture, 0, 0);
  click (fixture, "name");
  while (fore_stage_get_index (fixture->stage) != 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (uris->len, ==, 2);
}

static void
refused_cb (ForeStage *stage, const char *host, GPtrArray *hosts)
{
  g_ptr_array_add (hosts, g_strdup (host));
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
test_refused_host (StageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (fixture->stage, "asset-refused", G_CALLBACK (refused_cb), hosts);
  stage_fixture_show_text (fixture,
                           "![](https://a.example/1.png) ![](https://a.example/2.png) "
                           "![](http://b.example:81/3.png)\n");
  stage_fixture_assert (
    fixture,
    "for (const image of document.querySelectorAll ('.slides img'))"
    " while (!image.src.startsWith ('data:'))"
    "  await new Promise ((done) => { image.addEventListener ('load', done); "
    "image.addEventListener ('error', done); });"
    "return [...document.querySelectorAll ('.slides img')].every ((image) => "
    "image.dataset.stageSrc);",
    "true");
  g_assert_cmpuint (hosts->len, ==, 2);
  g_ptr_array_sort (hosts, compare_cb);
  g_assert_cmpstr (hosts->pdata[0], ==, "a.example");
  g_assert_cmpstr (hosts->pdata[1], ==, "b.example:81");
}

static const char picture[] =
  "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>";

/* Waits until each picture is there or replaced, and tells how wide they are. */
static const char picture_widths[] =
  "const images = [...document.querySelectorAll ('.slides img')];"
  "for (const image of images) while (!image.complete || image.naturalWidth === 0) "
  "await new Promise ((done) => { image.addEventListener ('load', done); });"
  "return images.map ((image) => image.naturalWidth).join (' ');";

static void
test_files (StageFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->path, "out.svg", NULL);
  g_autofree char *outside = g_strconcat (fixture->path, ".svg", NULL);
  g_autofree char *name = g_path_get_basename (outside);
  g_autofree char *text = NULL;

  stage_fixture_write (fixture, "img/a b.svg", picture);
  g_assert_true (g_file_set_contents (outside, picture, -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);

  text = g_strdup_printf ("![](img/a%%20b.svg) ![](./img/a%%20b.svg) ![](../%s) "
                          "![](out.svg) <img src=\"%s\"> "
                          "<img src=\"img/%%2e%%2e/%%2e%%2e/%s\">\n",
                          name, outside, name);
  stage_fixture_show_text (fixture, text);
  stage_fixture_assert (fixture, picture_widths, "30 30 240 240 240 240");
  g_unlink (outside);
}

/* The deck has no way out, even if something that could run were in it. */
static void
test_policy (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, "# One\n");
  stage_fixture_assert (fixture,
                        "const script = document.createElement ('script');"
                        "script.textContent = 'window.hurt = 1';"
                        "document.body.append (script);"
                        "const text = document.createElement ('div');"
                        "text.innerHTML = '<img src=\"x:\" onerror=\"window.hurt = 2\">';"
                        "document.body.append (text);"
                        "await new Promise ((done) => "
                        "text.firstChild.addEventListener ('error', done));"
                        "return String (window.hurt);",
                        "undefined");
  stage_fixture_assert (fixture,
                        "try { return eval ('1'); } catch (error) { return error.name; }",
                        "EvalError");
  stage_fixture_assert (fixture,
                        "try { await fetch ('fore://stage/deck/a'); return 'there'; }"
                        "catch (error) { return 'blocked'; }",
                        "blocked");
  stage_fixture_assert (fixture,
                        "const open = window.open ('https://example.org/');"
                        "document.location = 'https://example.org/';"
                        "return String (open) + document.location.protocol;",
                        "nullfore:");
}

static void
test_reload_assets (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, "![](late.svg)\n");
  stage_fixture_assert (fixture, picture_widths, "240");
  stage_fixture_write (fixture, "late.svg", picture);
  fore_stage_reload_assets (fixture->stage);
  stage_fixture_assert (fixture, picture_widths, "30");
  /* Its content changes while it is shown. */
  stage_fixture_write (fixture, "late.svg",
                       "<svg xmlns='http://www.w3.org/2000/svg' width='50'/>");
  fore_stage_reload_assets (fixture->stage);
  stage_fixture_assert (fixture,
                        "const image = document.querySelector ('.slides img');"
                        "while (image.naturalWidth !== 50) await new Promise ((done) => "
                        "{ image.addEventListener ('load', done); });"
                        "return image.naturalWidth;",
                        "50");
}

/* --- the widget
 * -------------------------------------------------------------------------- */

static void
test_hidden (StageFixture *fixture, gconstpointer data)
{
  ForeStage *hidden =
    FORE_STAGE (fore_stage_new (fixture->assets, FORE_STAGE_PREVIEW, fixture->stage));
  g_autoptr (GBytes) bytes = g_bytes_new_static (STACKS, strlen (STACKS));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

  g_object_ref_sink (hidden);
  fore_stage_set_deck (hidden, deck);
  fore_stage_show (hidden, 3, 0);
  stage_fixture_settle (hidden);
  g_assert_cmpuint (fore_stage_get_index (hidden), ==, 3);
  g_object_run_dispose (G_OBJECT (hidden));
  g_assert_finalize_object (hidden);
}

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) user_data =
    fore_stage_snapshot_finish (FORE_STAGE (source), result, &error);
  g_assert_no_error (error);
}

static guint
count_colours (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));

  return g_hash_table_size (colours);
}

/* One shows all steps, also of the slide that is shown already with less. */
static void
test_snapshot (StageFixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) first = NULL;
  g_autoptr (GdkTexture) second = NULL;

  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 1);
  fore_stage_snapshot_async (fixture->stage, 1, NULL, snapshot_cb, &first);
  while (first == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_place (fixture, 1, 2);
  g_assert_cmpuint (count_colours (first), >, 8);

  fore_stage_snapshot_async (fixture->stage, 0, NULL, snapshot_cb, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_place (fixture, 0, 0);
  g_assert_cmpuint (count_colours (second), >, 8);
  g_assert_cmpint (gdk_texture_get_width (second), >=, 640);
}

static void
test_thumbnail (StageFixture *fixture, gconstpointer data)
{
  stage_fixture_show_text (fixture, STEPS);
  show (fixture, 1, 0);
  assert_place (fixture, 1, 0);
  stage_fixture_assert (
    fixture,
    "return [...Reveal.getCurrentSlide ().querySelectorAll ('li')].map ("
    "(step) => getComputedStyle (step).opacity).join (' ');",
    "1 1");
  stage_fixture_assert (fixture,
                        "return getComputedStyle (document.querySelector ('.controls'))"
                        ".display;",
                        "none");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (StageFixture *, gconstpointer);
    ForeStageMode mode;
  } cases[] = {
    { "seed", test_seed, FORE_STAGE_PREVIEW },
    { "style", test_style, FORE_STAGE_PREVIEW },
    { "steps", test_steps, FORE_STAGE_PREVIEW },
    { "next", test_next, FORE_STAGE_SHOW },
    { "keys", test_keys, FORE_STAGE_PREVIEW },
    { "key-steps", test_key_steps, FORE_STAGE_PREVIEW },
    { "one-patch-in-flight", test_one_patch_in_flight, FORE_STAGE_PREVIEW },
    { "equal-deck", test_equal_deck, FORE_STAGE_PREVIEW },
    { "edit-keeps-place", test_edit_keeps_place, FORE_STAGE_PREVIEW },
    { "place-is-taken-away", test_place_is_taken_away, FORE_STAGE_PREVIEW },
    { "options-change", test_options_change, FORE_STAGE_SHOW },
    { "crash", test_crash, FORE_STAGE_PREVIEW },
    { "hang", test_hang, FORE_STAGE_PREVIEW },
    { "unpainted-is-alive", test_unpainted_is_alive, FORE_STAGE_PREVIEW },
    { "three-crashes", test_three_crashes, FORE_STAGE_PREVIEW },
    { "links", test_links, FORE_STAGE_PREVIEW },
    { "refused-host", test_refused_host, FORE_STAGE_PREVIEW },
    { "files", test_files, FORE_STAGE_PREVIEW },
    { "policy", test_policy, FORE_STAGE_PREVIEW },
    { "reload-assets", test_reload_assets, FORE_STAGE_PREVIEW },
    { "hidden", test_hidden, FORE_STAGE_PREVIEW },
    { "snapshot", test_snapshot, FORE_STAGE_PREVIEW },
    { "thumbnail", test_thumbnail, FORE_STAGE_THUMBNAIL },
  };

  stage_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/stage/", cases[i].path, NULL);

    g_test_add (path, StageFixture, GINT_TO_POINTER (cases[i].mode), stage_fixture_set_up,
                cases[i].test, stage_fixture_tear_down);
  }

  return g_test_run ();
}
