/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-error.h"
#include "fore-file-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct {
  char *folder;
  char *spare;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fore-file-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  fixture->spare = g_build_filename (fixture->folder, "spare", NULL);
  fixture->path = g_build_filename (fixture->folder, "report.md", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) &&
        !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_assert_cmpint (g_unlink (child), ==, 0);
  }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->spare);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

/* In place, as a shell would do it: the inode stays. */
static void
put (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
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

static gboolean
save (Fixture *fixture, const char *text, const ForeFileKnown *known, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *version = NULL;
  g_autofree char *now = NULL;
  gboolean saved =
    fore_file_write (fixture->file, bytes, known, fixture->spare, &version, NULL, error);

  if (saved) {
    now = fore_file_dup_version (fixture->file, NULL, NULL);
    g_assert_nonnull (version);
    g_assert_cmpstr (version, ==, now);
  } else {
    g_assert_null (version);
  }

  return saved;
}

static void
assert_refused (Fixture *fixture, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;
  mode_t mask = umask (027);

  g_assert_true (save (fixture, "# New", NULL, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_holds (fixture->path, "# New");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_keeps_mode (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat before, after;

  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);

  g_assert_true (save (fixture, "new", NULL, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (after.st_mode, ==, before.st_mode);
  g_assert_cmpuint (after.st_uid, ==, before.st_uid);
  g_assert_cmpuint (after.st_gid, ==, before.st_gid);
  /* It is another file, which has taken the name of the old one. */
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "deep", NULL);
  g_autofree char *target = g_build_filename (folder, "target.md", NULL);
  g_autofree char *middle = g_build_filename (fixture->folder, "middle", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  put (target, "old");
  g_assert_cmpint (symlink ("deep/target.md", middle), ==, 0);
  g_assert_cmpint (symlink (middle, fixture->path), ==, 0);

  g_assert_true (save (fixture, "new", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
  assert_holds (target, "new");
  g_assert_cmpuint (count_files (folder), ==, 1);

  /* A link to nothing yet makes what it names. */
  g_assert_cmpint (g_unlink (target), ==, 0);
  g_assert_true (save (fixture, "again", NULL, &error));
  g_assert_no_error (error);
  assert_holds (target, "again");

  g_assert_cmpint (g_unlink (middle), ==, 0);
  g_assert_cmpint (symlink ("report.md", middle), ==, 0);
  g_assert_false (save (fixture, "loop", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

/* A file with two names is written in place, so that both still name it. */
static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.md", NULL);

  put (fixture->path, "the old text is longer");
  g_assert_cmpint (link (fixture->path, other), ==, 0);

  g_assert_true (save (fixture, "new", NULL, &error));
  g_assert_no_error (error);
  assert_holds (other, "new");
  assert_holds (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->spare), ==, 0);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *version = NULL;
  ForeFileKnown known;

  put (fixture->path, "old");
  content = fore_file_read (fixture->file, 100, &version, NULL, &error);
  g_assert_no_error (error);
  known = (ForeFileKnown){ version, content };

  /* Written anew with the same content: nothing was changed. */
  put (fixture->path, "old");
  g_assert_true (save (fixture, "mine", &known, &error));
  g_assert_no_error (error);

  put (fixture->path, "theirs");
  g_assert_false (save (fixture, "mine again", &known, &error));
  g_assert_error (error, FORE_ERROR, FORE_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "“report.md”"));
  assert_holds (fixture->path, "theirs");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_clear_error (&error);

  /* Of a file that should not be there, nothing is known. */
  known = (ForeFileKnown){ NULL, NULL };
  g_assert_false (save (fixture, "mine again", &known, &error));
  g_assert_error (error, FORE_ERROR, FORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (save (fixture, "mine again", &known, &error));
  g_assert_no_error (error);
}

static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *child = g_build_filename (fixture->path, "report.md", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "report.md", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fixture, G_IO_ERROR_NOT_REGULAR_FILE, "ordinary");
  g_assert_cmpint (g_unlink (fifo), ==, 0);

  g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  assert_refused (fixture, G_IO_ERROR_IS_DIRECTORY, "folder");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  g_set_object (&fixture->file, g_file_new_for_path (child));
  g_object_unref (fixture->file);
  assert_refused (fixture, G_IO_ERROR_NOT_FOUND, "not there any more");
}

/* Does something as an ordinary user, for whom permissions hold. */
static void
as_nobody (void (*function) (Fixture *fixture), Fixture *fixture)
{
  gboolean is_root = geteuid () == 0;

  if (is_root) {
    g_assert_cmpint (setegid (NOBODY), ==, 0);
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  }
  function (fixture);
  if (is_root) {
    g_assert_cmpint (seteuid (0), ==, 0);
    g_assert_cmpint (setegid (0), ==, 0);
  }
}

static void
give_away (const char *path)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
}

static void
save_protected (Fixture *fixture)
{
  assert_refused (fixture, G_IO_ERROR_PERMISSION_DENIED, "permission");
}

static void
test_protected (Fixture *fixture, gconstpointer data)
{
  put (fixture->path, "old");
  give_away (fixture->path);
  give_away (fixture->folder);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  as_nobody (save_protected, fixture);
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
save_in_place (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, "new text, which is longer", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (save (fixture, "short", NULL, &error));
  g_assert_no_error (error);
}

/* The folder belongs to somebody else, the file can be written. */
static void
test_closed_folder (Fixture *fixture, gconstpointer data)
{
  struct stat before, after;
  g_autofree char *spare = g_dir_make_tmp ("fore-spare-XXXXXX", NULL);

  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_free (fixture->spare);
  fixture->spare = g_strdup (spare);
  give_away (spare);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);

  as_nobody (save_in_place, fixture);
  assert_holds (fixture->path, "short");
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  g_assert_cmpuint (count_files (spare), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_rmdir (spare), ==, 0);
}

static void
save_without_spare (Fixture *fixture)
{
  assert_refused (fixture, G_IO_ERROR_PERMISSION_DENIED, "permission");
}

/* No spare copy can be made, so the file is not touched. */
static void
test_no_spare (Fixture *fixture, gconstpointer data)
{
  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  as_nobody (save_without_spare, fixture);
  assert_holds (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static gboolean
mount_small_disk (const char *path)
{
  if (mount ("tmpfs", path, "tmpfs", 0, "size=64k,mode=0755") == 0)
    return TRUE;
  g_test_skip_printf ("A small file system cannot be mounted here: %s",
                      g_strerror (errno));

  return FALSE;
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (100 * 1024, 'x');
  g_autofree char *other = g_build_filename (fixture->folder, "other.md", NULL);
  g_autofree char *spare = g_dir_make_tmp ("fore-spare-XXXXXX", NULL);

  if (!mount_small_disk (fixture->folder))
    return;

  put (fixture->path, "old");
  g_assert_false (save (fixture, large, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==,
                   "“report.md” could not be saved: the disk is full.");
  g_clear_error (&error);
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  /* In place, too. */
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_free (fixture->spare);
  fixture->spare = g_strdup (spare);
  g_assert_false (save (fixture, large, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_holds (other, "old");
  g_assert_cmpuint (count_files (spare), ==, 0);

  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==,
                   0);
  assert_refused (fixture, G_IO_ERROR_READ_ONLY, "read-only");
  g_assert_cmpint (umount (fixture->folder), ==, 0);
  g_assert_cmpint (g_rmdir (spare), ==, 0);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GBytes) content = NULL;

  g_assert_null (fore_file_read (fixture->file, 100, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (fore_file_read (folder, 100, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  /* Nobody writes to this pipe: reading would wait for ever. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (fore_file_read (fixture->file, 100, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  put (fixture->path, "1234567890");
  g_assert_null (fore_file_read (fixture->file, 9, NULL, NULL, &error));
  g_assert_error (error, FORE_ERROR, FORE_ERROR_LIMIT);
  g_clear_error (&error);
  content = fore_file_read (fixture->file, 10, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                   "1234567890", 10);
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000, .tv_nsec = 7 } };

  put (fixture->path, "one");
  first = fore_file_dup_version (fixture->file, NULL, NULL);
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  second = fore_file_dup_version (fixture->file, NULL, NULL);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  third = fore_file_dup_version (fixture->file, NULL, NULL);
  g_assert_cmpstr (second, ==, third);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/file/new", test_new);
  ADD ("/file/keeps-mode", test_keeps_mode);
  ADD ("/file/link", test_link);
  ADD ("/file/hard-link", test_hard_link);
  ADD ("/file/changed", test_changed);
  ADD ("/file/no-place", test_no_place);
  ADD ("/file/protected", test_protected);
  ADD ("/file/closed-folder", test_closed_folder);
  ADD ("/file/no-spare", test_no_spare);
  ADD ("/file/full-disk", test_full_disk);
  ADD ("/file/read", test_read);
  ADD ("/file/version", test_version);

  return g_test_run ();
}
