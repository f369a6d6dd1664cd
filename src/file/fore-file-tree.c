/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A folder cannot be made without a name, as a file can, so a killed program may leave
 * one behind. Its name tells which process made it; whoever writes the same folder next
 * removes those whose process is gone. Two names are swapped by the kernel where the file
 * system can do that; elsewhere the old folder steps aside first and comes back if the
 * new one cannot take its place. */

#include "fore-file-tree.h"

#include "fore-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

ForeTreeFile *
fore_tree_file_new (const char *name, GBytes *bytes)
{
  ForeTreeFile *self = g_new (ForeTreeFile, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

void
fore_tree_file_free (ForeTreeFile *self)
{
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
               /* Translators: the name of a file or folder, then what went wrong */
               _ ("“%s” could not be written: %s."), name, g_strerror (number));
  return FALSE;
}

/* Links are removed and not followed. */
static void
remove_tree (const char *path)
{
  GDir *folder =
    g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_tree (inner);
  }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static char *
get_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf (".%s.foredeck-", name);
}

static void
remove_left_behind (const char *parent, const char *prefix)
{
  g_autoptr (GDir) folder = g_dir_open (parent, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = NULL;
    gint64 process;

    if (!g_str_has_prefix (name, prefix))
      continue;
    process = g_ascii_strtoll (name + strlen (prefix), NULL, 10);
    if (process <= 0 || (kill ((pid_t) process, 0) != 0 && errno == ESRCH)) {
      path = g_build_filename (parent, name, NULL);
      remove_tree (path);
    }
  }
}

static gboolean
write_file (const char *folder, const ForeTreeFile *file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  gsize length;
  const char *data = g_bytes_get_data (file->bytes, &length);
  int descriptor;
  gboolean done = TRUE;

  if (g_mkdir_with_parents (parent, 0777) != 0)
    return fail (parent, errno, error);
  descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0)
    return fail (path, errno, error);
  while (done && length > 0) {
    gssize n = write (descriptor, data, length);

    if (n >= 0) {
      data += n;
      length -= (gsize) n;
    } else if (errno != EINTR) {
      done = fail (path, errno, error);
    }
  }
  if (done && fsync (descriptor) != 0)
    done = fail (path, errno, error);
  return g_close (descriptor, done ? error : NULL) && done;
}

static gboolean
is_empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  return folder != NULL && g_dir_read_name (folder) == NULL;
}

static gboolean
check_place (const char *path, ForeTreeOwner is_ours, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) ||
      (g_file_test (path, G_FILE_TEST_IS_DIR) && (is_empty (path) || is_ours (path))))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” holds files of yours and is left alone. Name a folder that is "
                  "empty or new."),
               path);
  return FALSE;
}

/* Returns whether @made has taken the name @path; what was there is @made then. */
static gboolean
swap (const char *made, const char *path)
{
  g_autofree char *aside = NULL;

  if (renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    return TRUE;
  if (errno == ENOENT)
    return g_rename (made, path) == 0;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  aside = g_strconcat (made, ".old", NULL);
  if (g_rename (path, aside) != 0)
    return FALSE;
  if (g_rename (made, path) == 0)
    return g_rename (aside, made) == 0;
  g_rename (aside, path);
  return FALSE;
}

static void
sync_folder (const char *path)
{
  int descriptor = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  /* The files are there; a file system that cannot sync folders loses nothing else. */
  fsync (descriptor);
  g_close (descriptor, NULL);
}

gboolean
fore_file_tree_write (const char *path,
                      GPtrArray *files,
                      ForeTreeOwner is_ours,
                      GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *made = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  /* Without a slash at the end, and with a parent of which the name is known. */
  whole = g_canonicalize_filename (path, NULL);
  parent = g_path_get_dirname (whole);
  prefix = get_prefix (whole);
  if (!check_place (whole, is_ours, error))
    return FALSE;
  remove_left_behind (parent, prefix);
  made = g_strdup_printf ("%s/%s%d", parent, prefix, (int) getpid ());
  remove_tree (made);
  if (g_mkdir (made, 0777) != 0)
    return fail (whole, errno, error);
  for (guint i = 0; done && i < files->len; i++)
    done = write_file (made, g_ptr_array_index (files, i), error);
  if (done && !swap (made, whole))
    done = fail (whole, errno, error);
  remove_tree (made);
  sync_folder (parent);
  return done;
}
