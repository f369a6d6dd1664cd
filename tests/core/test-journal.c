/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-interrupted.h"
#include "fore-journal.h"

#include "talk-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DECK                                                                             \
  "---\ntitle: Talk\nduration: 30\n---\n# A\n\n---\n\n# B\n\n- a" FRAGMENT               \
  "\n- b" FRAGMENT "\n\n---\n\n# C\n"

static char *
make_folder (void)
{
  g_autofree char *parent = g_dir_make_tmp ("fore-journal-XXXXXX", NULL);

  return g_build_filename (parent, "state", "talks", NULL);
}

static void
wait_until_kept (ForeJournal *journal)
{
  while (!fore_journal_get_kept (journal))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_synced (ForeJournal *journal)
{
  while (!fore_journal_get_synced (journal))
    g_main_context_iteration (NULL, TRUE);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **talks = user_data;
  g_autoptr (GError) error = NULL;

  *talks = fore_interrupted_list_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (const char *folder)
{
  GPtrArray *talks = NULL;

  fore_interrupted_list_async (folder, NULL, listed_cb, &talks);
  while (talks == NULL)
    g_main_context_iteration (NULL, TRUE);

  return talks;
}

/* The thread that wrote lets go of the lock when it is done. */
static GPtrArray *
list_one (const char *folder)
{
  GPtrArray *talks = list (folder);

  while (talks->len == 0) {
    g_ptr_array_unref (talks);
    talks = list (folder);
  }
  g_assert_cmpuint (talks->len, ==, 1);

  return talks;
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* The only file in @folder with that suffix, which is not another's. */
static char *
find_file (const char *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, suffix) &&
        g_str_has_suffix (name, FORE_JOURNAL_LATEST_SUFFIX) ==
          (strcmp (suffix, FORE_JOURNAL_LATEST_SUFFIX) == 0))
      return g_build_filename (folder, name, NULL);
  }

  return NULL;
}

/* B with one step; 90 seconds in all, 60 of them on B. */
static ForeTalk *
talk_to_b (void)
{
  ForeTalk *talk = talk_new (DECK);

  fore_timer_start (fore_talk_get_timer (talk));
  pass (talk, 30);
  fore_talk_next (talk);
  fore_talk_next (talk);
  pass (talk, 60);

  return talk;
}

static void
test_in_use (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeTalk) talk = talk_new (DECK);
  g_autoptr (ForeJournal) journal = fore_journal_new (talk, NULL, folder);
  g_autoptr (GPtrArray) talks = NULL;

  wait_until_kept (journal);
  talks = list (folder);
  g_assert_cmpuint (talks->len, ==, 0);
  g_assert_cmpuint (count_files (folder), >, 0);

  fore_journal_end (journal);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_false (fore_journal_get_kept (journal));
  fore_talk_next (talk);
  g_assert_finalize_object (g_steal_pointer (&journal));
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_left_behind (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path ("/decks/a b.md");
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeJournal) journal = fore_journal_new (talk, file, folder);
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GPtrArray) others = NULL;
  ForeInterrupted *left;
  const ForeMoment *moment;

  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  wait_until_kept (journal);
  g_clear_object (&journal);
  talks = list_one (folder);
  left = g_ptr_array_index (talks, 0);
  moment = fore_interrupted_get_moment (left);
  g_assert_true (g_file_equal (fore_interrupted_get_file (left), file));
  g_assert_cmpstr (moment->title, ==, "Talk");
  g_assert_cmpstr (moment->slide_title, ==, "B");
  g_assert_cmpuint (moment->n_slides, ==, 3);
  g_assert_cmpuint (moment->index, ==, 1);
  g_assert_cmpuint (moment->step, ==, 1);
  g_assert_cmpint (moment->picture, ==, FORE_PICTURE_BLACK);
  g_assert_cmpint (moment->timer_state, ==, FORE_TIMER_RUNNING);
  g_assert_cmpint (moment->elapsed, ==, 90);
  g_assert_cmpint (moment->duration, ==, -1);

  /* One offer is enough. */
  others = list (folder);
  g_assert_cmpuint (others->len, ==, 0);

  fore_interrupted_discard (left);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* The case all this is for: the program is killed. */
static void
test_killed (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) talks = NULL;

  if (g_test_subprocess ()) {
    ForeTalk *talk = talk_to_b ();
    ForeJournal *journal = fore_journal_new (talk, NULL, g_getenv ("FORE_TEST_FOLDER"));

    wait_until_kept (journal);
    fore_talk_next (talk);
    wait_until_kept (journal);
    kill (getpid (), SIGKILL);
  }

  g_setenv ("FORE_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("FORE_TEST_FOLDER");
  g_assert_false (g_test_trap_has_passed ());

  talks = list (folder);
  g_assert_cmpuint (talks->len, ==, 1);
  g_assert_null (fore_interrupted_get_file (g_ptr_array_index (talks, 0)));
  g_assert_cmpuint (fore_interrupted_get_moment (g_ptr_array_index (talks, 0))->step, ==,
                    2);
}

/* Every change is with the system at once, but the disk is not asked more often than once
 * a second; what waits for that gets there by itself. */
static void
test_synced (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeTalk) talk = talk_new (DECK);
  g_autoptr (ForeJournal) journal = fore_journal_new (talk, NULL, folder);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *path = NULL;
  ino_t last = 0;
  guint n_synced = 0;

  wait_until_synced (journal);
  path = find_file (folder, FORE_JOURNAL_SYNCED_SUFFIX);
  g_assert_nonnull (path);
  for (guint i = 0; i < 40; i++) {
    struct stat status;

    fore_talk_go_to (talk, (i + 1) % 3, 0);
    g_assert_false (fore_journal_get_kept (journal));
    wait_until_kept (journal);
    g_assert_cmpint (g_stat (path, &status), ==, 0);
    n_synced += status.st_ino != last;
    last = status.st_ino;
  }
  g_assert_cmpuint (n_synced, <=, 2 + (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  wait_until_synced (journal);
  g_assert_true (fore_journal_get_kept (journal));

  /* Time alone is not worth a sync. */
  fore_timer_pause (fore_talk_get_timer (talk));
  wait_until_synced (journal);
  fore_timer_resume (fore_talk_get_timer (talk));
  wait_until_synced (journal);
  pass (talk, 1);
  g_assert_false (fore_journal_get_kept (journal));
  g_assert_true (fore_journal_get_synced (journal));
  wait_until_kept (journal);
}

/* What was written last is only half there: what was synced before it is taken. */
static void
test_half_written (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeJournal) journal = fore_journal_new (talk, NULL, folder);
  g_autoptr (GPtrArray) talks = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *synced = NULL;
  g_autofree char *text = NULL;
  gsize length;

  wait_until_synced (journal);
  pass (talk, 5);
  wait_until_kept (journal);
  g_clear_object (&journal);

  talks = list_one (folder);
  g_assert_cmpint (fore_interrupted_get_moment (g_ptr_array_index (talks, 0))->elapsed,
                   ==, 95);
  g_clear_pointer (&talks, g_ptr_array_unref);

  latest = find_file (folder, FORE_JOURNAL_LATEST_SUFFIX);
  g_assert_true (g_file_get_contents (latest, &text, &length, NULL));
  g_assert_true (g_file_set_contents (latest, text, (gssize) length / 2, NULL));
  talks = list_one (folder);
  g_assert_cmpint (fore_interrupted_get_moment (g_ptr_array_index (talks, 0))->elapsed,
                   ==, 90);
  g_clear_pointer (&talks, g_ptr_array_unref);

  synced = find_file (folder, FORE_JOURNAL_SYNCED_SUFFIX);
  g_assert_true (g_file_set_contents (synced, "", 0, NULL));
  talks = list (folder);
  g_assert_cmpuint (talks->len, ==, 0);
}

/* What was synced may also be the newer. */
static void
test_newer_synced (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeJournal) journal = fore_journal_new (talk, NULL, folder);
  g_autoptr (GPtrArray) talks = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *text = NULL;

  wait_until_synced (journal);
  pass (talk, 5);
  wait_until_kept (journal);
  latest = find_file (folder, FORE_JOURNAL_LATEST_SUFFIX);
  g_assert_true (g_file_get_contents (latest, &text, NULL, NULL));
  fore_talk_next (talk);
  wait_until_synced (journal);
  g_clear_object (&journal);
  g_assert_true (g_file_set_contents (latest, text, -1, NULL));

  talks = list_one (folder);
  g_assert_cmpuint (fore_interrupted_get_moment (g_ptr_array_index (talks, 0))->step, ==,
                    2);
}

/* The talk ends while the thread writes: nothing stays. */
static void
test_end_while_writing (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeTalk) talk = talk_new (DECK);
  g_autoptr (ForeJournal) last = NULL;

  for (guint i = 0; i < 30; i++) {
    g_autoptr (ForeJournal) journal = fore_journal_new (talk, NULL, folder);

    if (i % 2 == 1)
      g_main_context_iteration (NULL, FALSE);
    fore_journal_end (journal);
  }
  while (count_files (folder) > 0)
    g_main_context_iteration (NULL, FALSE);
  last = fore_journal_new (talk, NULL, folder);
  wait_until_kept (last);
  fore_journal_end (last);
  while (count_files (folder) > 0)
    g_main_context_iteration (NULL, FALSE);
}

/* --- moments
 * ---------------------------------------------------------------------------- */

static ForeMoment *
write_and_read (ForeTalk *talk)
{
  g_autoptr (ForeMoment) moment = fore_moment_new (talk, NULL, 1);
  g_autoptr (GBytes) bytes = fore_moment_write (moment);
  ForeMoment *read = fore_moment_read (bytes);

  g_assert_nonnull (read);

  return read;
}

/* A talk with the clock of another, which has gone on for @seconds. */
static ForeTalk *
talk_after (ForeTalk *before, const char *text, gint64 seconds)
{
  g_autoptr (ForeDeck) deck = parse (text);

  fore_clock_advance (fore_talk_get_clock (before), seconds * G_USEC_PER_SEC);

  return fore_talk_new (deck, fore_talk_get_clock (before));
}

static void
assert_restored (ForeTalk *talk, guint index, guint step, gint64 elapsed, gint64 on_slide)
{
  g_assert_cmpuint (fore_talk_get_index (talk), ==, index);
  g_assert_cmpuint (fore_talk_get_step (talk), ==, step);
  g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, index);
  g_assert_cmpuint (fore_talk_get_audience_step (talk), ==, step);
  g_assert_cmpint (fore_timer_get_elapsed (fore_talk_get_timer (talk)), ==, elapsed);
  g_assert_cmpint (fore_talk_get_slide_time (talk, index), ==, on_slide * G_USEC_PER_SEC);
}

static void
test_restore (void)
{
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeMoment) moment = write_and_read (talk);
  g_autoptr (ForeTalk) stopped = talk_after (talk, DECK, 20);
  g_autoptr (ForeTalk) went_on = talk_after (talk, DECK, 0);

  fore_moment_restore (moment, stopped, FALSE);
  assert_restored (stopped, 1, 1, 90, 60);
  g_assert_cmpint (fore_talk_get_slide_time (stopped, 0), ==, 30 * G_USEC_PER_SEC);
  fore_moment_restore (moment, went_on, TRUE);
  assert_restored (went_on, 1, 1, 110, 80);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (went_on)), ==,
                   FORE_TIMER_RUNNING);
  pass (went_on, 5);
  assert_restored (went_on, 1, 1, 115, 85);
}

static void
test_restore_paused (void)
{
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeMoment) moment = NULL;
  g_autoptr (ForeTalk) again = NULL;
  g_autoptr (GDateTime) end = fore_clock_dup_next (fore_talk_get_clock (talk), 15, 0);

  fore_timer_pause (fore_talk_get_timer (talk));
  fore_timer_set_duration (fore_talk_get_timer (talk), 600);
  fore_timer_set_end_time (fore_talk_get_timer (talk), end);
  fore_talk_set_picture (talk, FORE_PICTURE_WHITE);
  moment = write_and_read (talk);
  again = talk_after (talk, DECK, 20);
  fore_moment_restore (moment, again, TRUE);
  assert_restored (again, 1, 1, 90, 60);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (again)), ==,
                   FORE_TIMER_PAUSED);
  g_assert_cmpint (fore_timer_get_duration (fore_talk_get_timer (again)), ==, 600);
  g_assert_cmpint (
    g_date_time_compare (fore_timer_get_end_time (fore_talk_get_timer (again)), end), ==,
    0);
  g_assert_cmpint (fore_talk_get_picture (again), ==, FORE_PICTURE_WHITE);
}

/* The deck was edited since, or the slide is gone. */
static void
test_restore_edited (void)
{
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeMoment) moment = write_and_read (talk);
  g_autoptr (ForeTalk) moved = talk_after (
    talk, "# New\n\n---\n\n# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n- b" FRAGMENT "\n", 0);
  g_autoptr (ForeTalk) gone = talk_after (talk, "# Other\n", 0);

  fore_moment_restore (moment, moved, FALSE);
  assert_restored (moved, 2, 1, 90, 60);
  fore_moment_restore (moment, gone, FALSE);
  assert_restored (gone, 0, 0, 90, 90);
}

/* What a reset threw away is still in the journal. */
static void
test_lost (void)
{
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeMoment) moment = NULL;

  fore_timer_reset (fore_talk_get_timer (talk));
  moment = write_and_read (talk);
  g_assert_cmpint (moment->elapsed, ==, 0);
  g_assert_cmpint (moment->lost, ==, 90);
}

/* However much of it is there, it is all or nothing. */
static void
test_truncated (void)
{
  g_autoptr (ForeTalk) talk = talk_to_b ();
  g_autoptr (ForeMoment) moment = fore_moment_new (talk, NULL, 1);
  g_autoptr (GBytes) bytes = fore_moment_write (moment);
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);

    g_assert_null (fore_moment_read (part));
  }
}

static const char *const bad_moments[] = {
  "[]",
  "null",
  "{}",
  "{\"version\": 1}",
  "{\"version\": \"1\", \"slides\": [{}]}",
  "{\"version\": 2, \"slides\": [{}]}",
  "{\"version\": 1, \"slides\": {}}",
  "{\"version\": 1, \"slides\": [1, null, []]}",
  "\xff",
};

/* Nothing that a file may hold is a danger. */
static void
test_bad (void)
{
  static const char odd[] =
    "{\"version\": 1, \"slides\": [{\"time\": -5}, {\"digest\": []}], \"slide\": 99,"
    " \"step\": -1, \"timer\": \"none\", \"picture\": {}, \"elapsed\": 1e300,"
    " \"duration\": -9, \"end-time\": 9223372036854775807, \"written\": \"x\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (ForeMoment) moment = fore_moment_read (bytes);
  g_autoptr (ForeTalk) talk = talk_new (DECK);

  for (guint i = 0; i < G_N_ELEMENTS (bad_moments); i++) {
    g_autoptr (GBytes) bad = g_bytes_new_static (bad_moments[i], strlen (bad_moments[i]));

    g_assert_null (fore_moment_read (bad));
  }

  g_assert_nonnull (moment);
  g_assert_cmpuint (moment->index, ==, 1);
  g_assert_cmpint (moment->elapsed, ==, 0);
  g_assert_cmpint (moment->duration, ==, -1);
  fore_moment_restore (moment, talk, TRUE);
  assert_restored (talk, 1, 0, 0, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/in-use", test_in_use);
  g_test_add_func ("/journal/left-behind", test_left_behind);
  g_test_add_func ("/journal/killed", test_killed);
  g_test_add_func ("/journal/synced", test_synced);
  g_test_add_func ("/journal/half-written", test_half_written);
  g_test_add_func ("/journal/newer-synced", test_newer_synced);
  g_test_add_func ("/journal/end-while-writing", test_end_while_writing);
  g_test_add_func ("/journal/restore", test_restore);
  g_test_add_func ("/journal/restore/paused", test_restore_paused);
  g_test_add_func ("/journal/restore/edited", test_restore_edited);
  g_test_add_func ("/journal/lost", test_lost);
  g_test_add_func ("/journal/truncated", test_truncated);
  g_test_add_func ("/journal/bad", test_bad);

  return g_test_run ();
}
