/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Two ways lead into a local file. The first, beside(), writes a temporary file and
 * renames it over the old one, which is atomic. The second, in_place(), is for files that
 * cannot be replaced without changing more than their content; it keeps a spare copy
 * while it works. Each step returns 0 or an errno; only fore_file_write() makes sentences
 * of them. */

#include "fore-file-write.h"

#include "fore-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40
#define MAX_NAMES 100

/* No errno: the file is not what we believed. */
#define CHANGED (-1)
/* No errno: beside() cannot keep all that belongs to the file. */
#define NOT_BESIDE (-2)

/* No errno: there is a pipe or a device of that name. */
#define NOT_REGULAR (-3)

typedef struct {
  const char *path; /* after all links */
  const char *folder;
  const char *name;
  const ForeFileKnown *known;
  GBytes *bytes;
  const char *spare_folder;
  char *spare; /* the copy that stays behind, if any */
  char *version;
} Write;

static int
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize written = 0;

  while (written < length) {
    gssize n_written = pwrite (fd, data + written, length - written, written);

    if (n_written < 0 && errno == EINTR)
      continue;
    if (n_written < 0)
      return errno;
    written += n_written;
  }

  return 0;
}

static int
sync_descriptor (int fd)
{
  int result;

  do
    result = fsync (fd) < 0 ? errno : 0;
  while (result == EINTR);

  return result;
}

static int
sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result;

  if (fd < 0)
    return errno;
  result = sync_descriptor (fd);
  close (fd);

  return result;
}

static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = NULL;

  if (bytes == NULL)
    return FALSE;
  /* If it cannot be read, it is not what we knew; why it cannot does not matter. */
  content = fore_file_read (file, g_bytes_get_size (bytes), NULL, NULL, NULL);

  return content != NULL && g_bytes_equal (content, bytes);
}

static int
check_known (const Write *write)
{
  g_autofree char *version = NULL;
  struct stat status;

  if (write->known == NULL)
    return 0;
  if (stat (write->path, &status) < 0)
    return errno == ENOENT ? 0 : errno;

  version = fore_file_version_from_stat (&status);
  if (g_strcmp0 (version, write->known->version) == 0)
    return 0;

  return holds (write->path, write->known->bytes) ? 0 : CHANGED;
}

static int
open_temporary (int folder, gboolean is_private, char **name)
{
  for (guint attempt = 0; attempt < MAX_NAMES; attempt++) {
    g_autofree char *candidate = g_strdup_printf (".foredeck-%08x", g_random_int ());
    int fd = openat (folder, candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                     is_private ? 0600 : 0666);

    if (fd >= 0) {
      *name = g_steal_pointer (&candidate);
      return fd;
    }
    if (errno != EEXIST)
      return -1;
  }

  return -1;
}

/* Gives the temporary file all that the old one had. */
static int
keep_attributes (int fd, const struct stat *old)
{
  struct stat status;

  if (fstat (fd, &status) < 0)
    return errno;
  if ((status.st_uid != old->st_uid || status.st_gid != old->st_gid) &&
      fchown (fd, old->st_uid, old->st_gid) < 0)
    return NOT_BESIDE;
  if (fchmod (fd, old->st_mode & 07777) < 0)
    return NOT_BESIDE;

  return 0;
}

static int
fill_temporary (Write *write, int fd, const struct stat *old)
{
  struct stat status;
  int result = old != NULL ? keep_attributes (fd, old) : 0;

  if (result == 0)
    result = write_all (fd, write->bytes);
  if (result == 0)
    result = sync_descriptor (fd);
  if (result == 0 && fstat (fd, &status) < 0)
    result = errno;
  if (result == 0)
    write->version = fore_file_version_from_stat (&status);
  /* Network file systems report at closing what went wrong in writing. */
  if (close (fd) < 0 && result == 0 && errno != EINTR)
    result = errno;

  return result;
}

static int
beside (Write *write, const struct stat *old)
{
  g_autofree char *temporary = NULL;
  int folder = open (write->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result;
  int fd;

  if (folder < 0)
    return errno == EACCES ? NOT_BESIDE : errno;
  fd = open_temporary (folder, old != NULL, &temporary);
  if (fd < 0) {
    result = errno == EACCES || errno == EPERM ? NOT_BESIDE : errno;
    close (folder);
    return result;
  }

  result = fill_temporary (write, fd, old);
  /* Again, since the disk may have taken long. */
  if (result == 0)
    result = check_known (write);
  if (result == 0 && renameat (folder, temporary, folder, write->name) < 0)
    /* In a sticky folder the file is not ours to rename; a mounted file is busy. */
    result = errno == EACCES || errno == EPERM || errno == EBUSY ? NOT_BESIDE : errno;
  if (result != 0)
    unlinkat (folder, temporary, 0);
  else
    /* The content is safe and has its name. That a file system cannot sync folders, or
     * failed to, does not undo that. */
    (void) sync_descriptor (folder);
  close (folder);

  return result;
}

static int
make_spare (Write *write, GBytes *old)
{
  g_autofree char *name = g_strdup_printf ("spare-%08x.md", g_random_int ());
  g_autofree char *path = g_build_filename (write->spare_folder, name, NULL);
  int result;
  int fd;

  if (g_mkdir_with_parents (write->spare_folder, 0700) < 0)
    return errno;
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;
  result = write_all (fd, old);
  if (result == 0)
    result = sync_descriptor (fd);
  if (close (fd) < 0 && result == 0)
    result = errno;
  if (result == 0)
    result = sync_folder (write->spare_folder);

  if (result == 0)
    write->spare = g_steal_pointer (&path);
  else
    g_unlink (path);

  return result;
}

/* Gets hold of the room first, so that a full disk is met before the old content is
 * touched. Not all file systems can tell. */
static int
reserve (int fd, gsize old_size, gsize size)
{
  int result = size > old_size ? posix_fallocate (fd, old_size, size - old_size) : 0;

  if (result == EOPNOTSUPP || result == EINVAL)
    return 0;
  if (result != 0 && ftruncate (fd, old_size) < 0)
    return errno;

  return result;
}

static int
overwrite (int fd, GBytes *bytes)
{
  int result = write_all (fd, bytes);

  if (result == 0 && ftruncate (fd, g_bytes_get_size (bytes)) < 0)
    result = errno;
  if (result == 0)
    result = sync_descriptor (fd);

  return result;
}

static int
overwrite_safely (Write *write, int fd, GBytes *old)
{
  struct stat status;
  int result = make_spare (write, old);

  if (result != 0)
    return result;

  result = reserve (fd, g_bytes_get_size (old), g_bytes_get_size (write->bytes));
  if (result == 0) {
    result = overwrite (fd, write->bytes);
    if (result != 0 && overwrite (fd, old) != 0)
      return result; /* and the spare copy stays */
  }
  if (result == 0 && fstat (fd, &status) == 0)
    write->version = fore_file_version_from_stat (&status);
  g_unlink (write->spare);
  g_clear_pointer (&write->spare, g_free);

  return result;
}

static int
in_place (Write *write)
{
  g_autoptr (GFile) file = g_file_new_for_path (write->path);
  g_autoptr (GBytes) old = NULL;
  int result = check_known (write);
  int fd;

  if (result != 0)
    return result;
  fd = open (write->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return errno;
  /* Our own message will do: what cannot be read cannot be kept. */
  old = fore_file_read (file, G_MAXINT, NULL, NULL, NULL);
  result = old != NULL ? overwrite_safely (write, fd, old) : EACCES;
  if (close (fd) < 0 && result == 0)
    result = errno;

  return result;
}

/* realpath() will not do, since a link may lead to a file that does not exist yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++) {
    g_autofree char *target = g_file_read_link (current, NULL);
    g_autofree char *folder = NULL;
    g_autofree char *next = NULL;

    if (target == NULL)
      return g_steal_pointer (&current);
    folder = g_path_get_dirname (current);
    next = g_path_is_absolute (target) ? g_strdup (target)
                                       : g_build_filename (folder, target, NULL);
    g_free (current);
    current = g_steal_pointer (&next);
  }

  return NULL;
}

static int
write_local (Write *write)
{
  struct stat status;
  gboolean exists = lstat (write->path, &status) == 0;
  int result;

  if (!exists && errno != ENOENT)
    return errno;
  if (exists && S_ISDIR (status.st_mode))
    return EISDIR;
  if (exists && !S_ISREG (status.st_mode))
    return NOT_REGULAR;
  /* Replacing would get round a write protection that its owner wanted. */
  if (exists && faccessat (AT_FDCWD, write->path, W_OK, AT_EACCESS) < 0)
    return errno;

  result = check_known (write);
  if (result == 0)
    result = exists && status.st_nlink > 1 ? NOT_BESIDE
                                           : beside (write, exists ? &status : NULL);
  if (result == NOT_BESIDE) {
    g_clear_pointer (&write->version, g_free);
    result = exists ? in_place (write) : EACCES;
  }

  return result;
}

static char *
describe (const char *name, const Write *write, int code)
{
  if (write->spare != NULL)
    return g_strdup_printf (_ ("“%s” could not be saved and is damaged now: %s. What was "
                               "in it is kept in “%s”."),
                            name, g_strerror (code), write->spare);

  switch (code) {
  case CHANGED:
    return g_strdup_printf (_ ("“%s” was not saved: somebody else has changed the file."),
                            name);
  case ENOSPC:
  case EDQUOT:
    return g_strdup_printf (_ ("“%s” could not be saved: the disk is full."), name);
  case EROFS:
    return g_strdup_printf (_ ("“%s” could not be saved: the disk is read-only."), name);
  case EACCES:
  case EPERM:
    return g_strdup_printf (
      _ ("“%s” could not be saved: you do not have permission to write there."), name);
  case ENOENT:
  case ENOTDIR:
    return g_strdup_printf (
      _ ("“%s” could not be saved: its folder is not there any more."), name);
  case EISDIR:
    return g_strdup_printf (
      _ ("“%s” could not be saved: there is a folder of that name."), name);
  case NOT_REGULAR:
    return g_strdup_printf (_ ("“%s” could not be saved: it is not an ordinary file."),
                            name);
  case ENAMETOOLONG:
    return g_strdup_printf (_ ("“%s” could not be saved: the name is too long."), name);
  default:
    return g_strdup_printf (_ ("“%s” could not be saved: %s."), name, g_strerror (code));
  }
}

static void
set_write_error (GError **error, GFile *file, const Write *write, int code)
{
  g_autofree char *name = fore_file_dup_name (file);
  g_autofree char *message = describe (name, write, code);

  if (code == CHANGED)
    g_set_error_literal (error, FORE_ERROR, FORE_ERROR_CHANGED, message);
  else if (code == NOT_REGULAR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, message);
  else
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), message);
}

static gboolean
write_remote (GFile *file,
              GBytes *bytes,
              const ForeFileKnown *known,
              char **version,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data, length, known ? known->version : NULL, FALSE,
                               G_FILE_CREATE_NONE, version, cancellable, &local_error))
    return TRUE;

  name = fore_file_dup_name (file);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, FORE_ERROR, FORE_ERROR_CHANGED,
                 _ ("“%s” was not saved: somebody else has changed the file."), name);
  else
    g_set_error (error, local_error->domain, local_error->code,
                 _ ("“%s” could not be saved: %s."), name, local_error->message);

  return FALSE;
}

gboolean
fore_file_write (GFile *file,
                 GBytes *bytes,
                 const ForeFileKnown *known,
                 const char *spare_folder,
                 char **version,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *spare = NULL;
  g_autofree char *written = NULL;
  Write write = { .known = known, .bytes = bytes, .spare_folder = spare_folder };
  int result;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (spare_folder != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!fore_file_is_local (file))
    return write_remote (file, bytes, known, version, cancellable, error);

  path = follow_links (g_file_peek_path (file));
  if (path != NULL) {
    write.path = path;
    write.folder = folder = g_path_get_dirname (path);
    write.name = base = g_path_get_basename (path);
  }
  result = path != NULL ? write_local (&write) : ELOOP;
  spare = write.spare;
  written = write.version;
  if (result != 0) {
    set_write_error (error, file, &write, result);
    return FALSE;
  }
  if (version != NULL)
    *version = g_steal_pointer (&written);

  return TRUE;
}
