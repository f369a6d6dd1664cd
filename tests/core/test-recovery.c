/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-recovered.h"
#include "fore-recovery.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void
keep (ForeRecovery *recovery, const char *text, GFile *file, const char *version)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  fore_recovery_keep (recovery, bytes, file, version);
}

static void
wait_until_kept (ForeRecovery *recovery)
{
  while (!fore_recovery_get_kept (recovery))
    g_main_context_iteration (NULL, TRUE);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **copies = user_data;
  g_autoptr (GError) error = NULL;

  *copies = fore_recovered_list_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (const char *folder)
{
  GPtrArray *copies = NULL;

  fore_recovered_list_async (folder, NULL, listed_cb, &copies);
  while (copies == NULL)
    g_main_context_iteration (NULL, TRUE);

  return copies;
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

static char *
make_folder (void)
{
  g_autofree char *parent = g_dir_make_tmp ("fore-recovery-XXXXXX", NULL);

  return g_build_filename (parent, "state", "recovery", NULL);
}

static void
test_in_use (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeRecovery) recovery = fore_recovery_new (folder);
  g_autoptr (GPtrArray) copies = NULL;

  copies = list (folder);
  g_assert_cmpuint (copies->len, ==, 0);
  g_clear_pointer (&copies, g_ptr_array_unref);

  keep (recovery, "# Mine", NULL, NULL);
  wait_until_kept (recovery);
  g_assert_cmpuint (count_files (folder), ==, 2);
  copies = list (folder);
  g_assert_cmpuint (copies->len, ==, 0);

  fore_recovery_drop (recovery);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_false (fore_recovery_get_kept (recovery));
}

static void
test_left_behind (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeRecovery) recovery = fore_recovery_new (folder);
  g_autoptr (GFile) file = g_file_new_for_path ("/decks/a b.md");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) others = NULL;
  ForeRecovered *copy;

  keep (recovery, "first", file, "v1");
  keep (recovery, "# Grüße\n", file, "v2");
  wait_until_kept (recovery);
  g_clear_object (&recovery);

  /* The thread that wrote it lets go of the lock when it is done. */
  do {
    g_clear_pointer (&copies, g_ptr_array_unref);
    copies = list (folder);
  } while (copies->len == 0);
  g_assert_cmpuint (copies->len, ==, 1);
  copy = g_ptr_array_index (copies, 0);
  g_assert_true (g_file_equal (fore_recovered_get_file (copy), file));
  g_assert_cmpstr (fore_recovered_get_version (copy), ==, "v2");
  g_assert_cmpmem (g_bytes_get_data (fore_recovered_get_text (copy), NULL),
                   g_bytes_get_size (fore_recovered_get_text (copy)), "# Grüße\n",
                   strlen ("# Grüße\n"));
  g_assert_cmpint (
    ABS (fore_recovered_get_time (copy) - g_get_real_time () / G_USEC_PER_SEC), <, 3600);

  /* One offer is enough. */
  others = list (folder);
  g_assert_cmpuint (others->len, ==, 0);

  fore_recovered_discard (copy);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* The case all this is for: the program is killed. */
static void
test_killed (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) copies = NULL;

  if (g_test_subprocess ()) {
    ForeRecovery *recovery = fore_recovery_new (g_getenv ("FORE_TEST_FOLDER"));

    keep (recovery, "unsaved", NULL, NULL);
    wait_until_kept (recovery);
    kill (getpid (), SIGKILL);
  }

  g_setenv ("FORE_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("FORE_TEST_FOLDER");
  g_assert_false (g_test_trap_has_passed ());

  copies = list (folder);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_null (fore_recovered_get_file (g_ptr_array_index (copies, 0)));
}

/* A text without its note, and a note without its text. */
static void
test_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *text = g_build_filename (folder, "a.md", NULL);
  g_autofree char *note = g_build_filename (folder, "b.ini", NULL);
  g_autofree char *binary = g_build_filename (folder, "c.md", NULL);
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (text, "text", -1, NULL));
  g_assert_true (g_file_set_contents (note, "[Deck", -1, NULL));
  g_assert_true (g_file_set_contents (binary, "\xff\xfe", -1, NULL));

  copies = list (folder);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_null (fore_recovered_get_file (g_ptr_array_index (copies, 0)));
}

/* Dropping while the thread writes leaves nothing behind. */
static void
test_drop_while_writing (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (ForeRecovery) recovery = fore_recovery_new (folder);

  for (guint i = 0; i < 50; i++) {
    keep (recovery, "text", NULL, NULL);
    keep (recovery, "more text", NULL, NULL);
    if (i % 2 == 1)
      g_main_context_iteration (NULL, FALSE);
    fore_recovery_drop (recovery);
  }

  /* Writes come one after the other. */
  keep (recovery, "last text", NULL, NULL);
  wait_until_kept (recovery);
  g_assert_cmpuint (count_files (folder), ==, 2);
  fore_recovery_drop (recovery);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/recovery/in-use", test_in_use);
  g_test_add_func ("/recovery/left-behind", test_left_behind);
  g_test_add_func ("/recovery/killed", test_killed);
  g_test_add_func ("/recovery/damaged", test_damaged);
  g_test_add_func ("/recovery/drop-while-writing", test_drop_while_writing);

  return g_test_run ();
}
