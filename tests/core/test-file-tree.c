/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-file-tree.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *target;
} Fixture;

static gboolean
is_ours (const char *path)
{
  g_autofree char *mark = g_build_filename (path, "ours", NULL);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("foredeck-tree-XXXXXX", NULL);
  self->target = g_build_filename (self->folder, "site", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *remove[] = { "rm", "-rf", self->folder, NULL };

  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                NULL, NULL);
  g_free (self->folder);
  g_free (self->target);
}

static gboolean
write_tree (const Fixture *self, const char *name, const char *text, GError **error)
{
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_tree_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (files, fore_tree_file_new ("ours", bytes));
  g_ptr_array_add (files, fore_tree_file_new (name, bytes));
  return fore_file_tree_write (self->target, files, is_ours, error);
}

static void
assert_file (const Fixture *self, const char *name, const char *wanted)
{
  g_autofree char *path = g_build_filename (self->target, name, NULL);
  g_autofree char *text = NULL;

  if (wanted == NULL) {
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    return;
  }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
}

static guint
count (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_replaces_all (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_tree (self, "a/b/old", "1", &error));
  g_assert_no_error (error);
  assert_file (self, "a/b/old", "1");
  g_assert_true (write_tree (self, "new", "2", &error));
  g_assert_no_error (error);
  assert_file (self, "new", "2");
  assert_file (self, "a/b/old", NULL);
  g_assert_cmpuint (count (self->folder), ==, 1);
}

static void
test_leaves_others_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *mine = g_build_filename (self->target, "mine", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (self->target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  g_assert_false (write_tree (self, "new", "2", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_file (self, "mine", "mine");
  assert_file (self, "new", NULL);
  g_assert_cmpuint (count (self->folder), ==, 1);
}

/* A file where a folder should be makes the new tree fail midway. */
static void
test_old_stays_when_it_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_tree (self, "old", "1", &error));
  g_assert_false (write_tree (self, "ours/inner", "2", &error));
  g_assert_nonnull (error);
  assert_file (self, "old", "1");
  g_assert_cmpuint (count (self->folder), ==, 1);
}

static void
test_clears_what_was_left (Fixture *self, gconstpointer data)
{
  g_autofree char *left =
    g_build_filename (self->folder, ".site.foredeck-999999999", NULL);
  g_autofree char *other =
    g_build_filename (self->folder, ".else.foredeck-999999999", NULL);
  g_autofree char *alive =
    g_strdup_printf ("%s/.site.foredeck-%d", self->folder, (int) getppid ());
  g_autofree char *inner = g_build_filename (left, "x", NULL);

  g_assert_cmpint (g_mkdir (left, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (alive, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inner, "x", -1, NULL));
  g_assert_true (write_tree (self, "new", "2", NULL));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (alive, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-tree/replaces-all", Fixture, NULL, set_up, test_replaces_all,
              tear_down);
  g_test_add ("/file-tree/leaves-others-alone", Fixture, NULL, set_up,
              test_leaves_others_alone, tear_down);
  g_test_add ("/file-tree/old-stays", Fixture, NULL, set_up, test_old_stays_when_it_fails,
              tear_down);
  g_test_add ("/file-tree/clears-what-was-left", Fixture, NULL, set_up,
              test_clears_what_was_left, tear_down);
  return g_test_run ();
}
