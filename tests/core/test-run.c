/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-run-store.h"

#include "talk-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define DECK                                                                             \
  "---\ntitle: Talk\nduration: 10\n---\n# A\n\n---\n\n# "                                \
  "B\n\n----\n\ntext\n\n---\n\n" UNCOUNTED "# Backup\n"

/* 30 s on A, 61.6 s on B in two visits, 5 s on the text. */
static ForeTalk *
talk_through (void)
{
  ForeTalk *talk = talk_new (DECK);

  fore_timer_start (fore_talk_get_timer (talk));
  pass (talk, 30);
  fore_talk_next (talk);
  pass (talk, 40);
  fore_talk_next (talk);
  pass (talk, 5);
  fore_talk_previous (talk);
  fore_clock_advance (fore_talk_get_clock (talk), 21600000);
  fore_talk_tick (talk);

  return talk;
}

static ForeRun *
run_through (GFile *file)
{
  g_autoptr (ForeTalk) talk = talk_through ();

  return fore_run_new (talk, file);
}

static void
assert_slide (ForeRun *run, guint index, const char *title, gint64 planned, gint64 time)
{
  const ForeRunSlide *slide = fore_run_get_slide (run, index);

  g_assert_cmpstr (slide->title, ==, title);
  g_assert_cmpint (slide->planned, ==, planned);
  g_assert_cmpint (slide->time, ==, time);
}

static void
assert_report (ForeRun *run)
{
  g_assert_cmpstr (fore_run_get_uri (run), ==, "file:///decks/a%20b.md");
  g_assert_cmpstr (fore_run_get_title (run), ==, "Talk");
  g_assert_cmpint (fore_run_get_elapsed (run), ==, 96);
  g_assert_cmpint (fore_run_get_planned (run), ==, 600);
  g_assert_cmpuint (fore_run_get_n_slides (run), ==, 4);
  assert_slide (run, 0, "A", 200, 30);
  assert_slide (run, 1, "B", 200, 62);
  assert_slide (run, 2, "text", 200, 5);
  assert_slide (run, 3, "Backup", 0, 0);
  g_assert_cmpuint (fore_run_get_slide (run, 2)->section, ==, 1);
  g_assert_cmpuint (fore_run_get_slide (run, 3)->section, ==, G_MAXUINT);
  g_assert_cmpuint (fore_run_get_n_sections (run), ==, 2);
  g_assert_cmpstr (fore_run_get_section (run, 1)->title, ==, "B");
  g_assert_cmpint (fore_run_get_section (run, 1)->planned, ==, 400);
  g_assert_cmpint (fore_run_get_section (run, 1)->time, ==, 67);
}

static void
test_report (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/decks/a b.md");
  g_autoptr (ForeRun) run = run_through (file);
  g_autoptr (GBytes) bytes = fore_run_write (run);
  g_autoptr (ForeRun) read = fore_run_read (bytes);

  assert_report (run);
  g_assert_nonnull (read);
  assert_report (read);
  g_assert_cmpint (fore_run_get_time (read), ==, fore_run_get_time (run));
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{}",
    "{\"version\": 1}",
    "{\"version\": 1, \"slides\": [7]}",
    "{\"version\": 3, \"slides\": [{}]}",
  };
  static const char odd[] = "{\"version\": 1, \"sections\": [1, \"b\", {}], \"slides\": "
                            "[{\"section\": 9}, {\"title\": 7, \"time\": -1}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (ForeRun) run = fore_run_read (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GBytes) text = g_bytes_new_static (bad[i], strlen (bad[i]));

    g_assert_null (fore_run_read (text));
  }
  g_assert_nonnull (run);
  g_assert_cmpuint (fore_run_get_n_sections (run), ==, 3);
  assert_slide (run, 1, "", 0, 0);
  g_assert_cmpuint (fore_run_get_slide (run, 0)->section, ==, G_MAXUINT);
}

static ForeRun *
run_of (const char *text)
{
  g_autoptr (ForeTalk) talk = talk_new (text);

  return fore_run_new (talk, NULL);
}

static void
assert_same (ForeRun *run, ForeRun *other, guint index, int expected)
{
  guint found = G_MAXUINT;

  g_assert_cmpint (fore_run_find_slide (run, other, index, &found), ==, expected >= 0);
  g_assert_cmpint ((int) found, ==, expected);
}

/* A talk before an edit: a slide went, one moved, one is the same but for its time, one
 * has other words and its title, one is new. */
static void
test_compare (void)
{
  g_autoptr (ForeRun) before =
    run_of ("# Gone\n\n---\n\n![](./a.png)\n\n---\n\n# Moved\n\n---\n\n# Title\n\nold\n");
  g_autoptr (ForeRun) after = run_of ("# Moved\n\n---\n\n<!-- .slide: data-timing=\"9\" "
                                      "-->\n\n![](./a.png)\n\n---\n\n# New\n"
                                      "\n---\n\n# Title\n\nnew\n");

  assert_same (after, before, 0, 2);
  assert_same (after, before, 1, 1);
  assert_same (after, before, 2, -1);
  assert_same (after, before, 3, 3);
}

static void
test_apply (void)
{
  g_autoptr (ForeRun) run = run_through (NULL);
  g_autoptr (ForeDeck) deck = parse (DECK);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (ForeDeck) once = NULL;
  g_autoptr (ForeDeck) twice = NULL;
  static const guint timings[] = { 30, 62, 5, 0 };
  guint n_written;

  first = fore_run_apply_timing (run, deck, &n_written);
  once = fore_deck_parse (first, NULL);
  g_assert_cmpuint (n_written, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (timings); i++)
    g_assert_cmpuint (fore_slide_get_timing (fore_deck_get_slide (once, i)), ==,
                      timings[i]);

  /* With its own times written in it, it is the same deck. */
  second = fore_run_apply_timing (run, once, &n_written);
  g_assert_cmpuint (n_written, ==, 3);
  g_assert_true (g_bytes_equal (first, second));
}

/* --- the store
 * -------------------------------------------------------------------------- */

typedef struct {
  GPtrArray *runs;
  gboolean done;
} Answer;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fore_run_store_save_finish (result, &error));
  g_assert_no_error (error);
  ((Answer *) user_data)->done = TRUE;
}

static void
refused_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fore_run_store_save_finish (result, &error));
  g_assert_nonnull (error);
  ((Answer *) user_data)->done = TRUE;
}

static void
removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fore_run_store_remove_finish (result, &error));
  g_assert_no_error (error);
  ((Answer *) user_data)->done = TRUE;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->runs = fore_run_store_list_finish (result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static void
wait_for (const Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (ForeRun *run, const char *folder)
{
  Answer answer = { NULL };

  fore_run_store_save_async (run, folder, NULL, saved_cb, &answer);
  wait_for (&answer);
}

static void
forget (ForeRun *run, const char *folder)
{
  Answer answer = { NULL };

  fore_run_store_remove_async (run, folder, NULL, removed_cb, &answer);
  wait_for (&answer);
}

static GPtrArray *
list (const char *folder, GFile *file)
{
  Answer answer = { NULL };

  fore_run_store_list_async (folder, file, NULL, listed_cb, &answer);
  wait_for (&answer);

  return answer.runs;
}

static void
assert_listed (const char *folder, GFile *file, guint n_runs)
{
  g_autoptr (GPtrArray) runs = list (folder, file);

  g_assert_cmpuint (runs->len, ==, n_runs);
}

static void
test_store (void)
{
  g_autofree char *parent = g_dir_make_tmp ("fore-run-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (parent, "data", "talks", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.json", NULL);
  g_autoptr (GFile) one = g_file_new_for_path ("/decks/one.md");
  g_autoptr (GFile) two = g_file_new_for_path ("/decks/two.md");
  g_autoptr (ForeTalk) talk = talk_through ();
  g_autoptr (ForeRun) first = fore_run_new (talk, one);
  g_autoptr (ForeRun) other = fore_run_new (talk, two);
  g_autoptr (ForeRun) second = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  assert_listed (folder, one, 0);
  pass (talk, 7);
  second = fore_run_new (talk, one);
  save (first, folder);
  save (second, folder);
  save (other, folder);
  g_assert_true (g_file_set_contents (broken, "{", 1, NULL));

  runs = list (folder, one);
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_cmpint (fore_run_get_elapsed (g_ptr_array_index (runs, 0)), ==, 103);
  g_assert_cmpint (fore_run_get_elapsed (g_ptr_array_index (runs, 1)), ==, 96);
  assert_listed (folder, two, 1);
  assert_listed (folder, NULL, 3);

  forget (g_ptr_array_index (runs, 0), folder);
  forget (g_ptr_array_index (runs, 0), folder);
  assert_listed (folder, one, 1);
}

static void
test_store_fails (void)
{
  g_autofree char *parent = g_dir_make_tmp ("fore-run-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (parent, "file", NULL);
  g_autofree char *folder = g_build_filename (file, "talks", NULL);
  g_autoptr (ForeRun) run = run_through (NULL);
  Answer answer = { NULL };

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  fore_run_store_save_async (run, folder, NULL, refused_cb, &answer);
  wait_for (&answer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/run/report", test_report);
  g_test_add_func ("/run/bad", test_bad);
  g_test_add_func ("/run/compare", test_compare);
  g_test_add_func ("/run/apply", test_apply);
  g_test_add_func ("/run/store", test_store);
  g_test_add_func ("/run/store/fails", test_store_fails);

  return g_test_run ();
}
