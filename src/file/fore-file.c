/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-file.h"

#include "fore-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that somebody writes to while we read it is read again, so often. */
#define MAX_ATTEMPTS 3

/* No errno: more bytes than asked for. */
#define TOO_LARGE (-1)

/* No errno: a pipe, a device or the like. */
#define NOT_REGULAR (-2)

gboolean
fore_file_is_local (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_is_native (file) && g_file_peek_path (file) != NULL;
}

char *
fore_file_dup_name (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}

char *
fore_file_version_from_stat (const struct stat *status)
{
  /* The time of the last change of the inode is left out: renaming changes it. */
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
                          ":%" G_GINT64_FORMAT ".%09ld",
                          (guint64) status->st_dev, (guint64) status->st_ino,
                          (gint64) status->st_size, (gint64) status->st_mtim.tv_sec,
                          (long) status->st_mtim.tv_nsec);
}

static void
set_read_error (GError **error, GFile *file, int code)
{
  g_autofree char *name = fore_file_dup_name (file);
  int io_code = g_io_error_from_errno (code);

  switch (code) {
  case ENOENT:
  case ENOTDIR:
    g_set_error (error, G_IO_ERROR, io_code,
                 _ ("“%s” could not be opened: there is no such file."), name);
    break;
  case EACCES:
  case EPERM:
    g_set_error (error, G_IO_ERROR, io_code,
                 _ ("“%s” could not be opened: you do not have permission to read it."),
                 name);
    break;
  case EISDIR:
    g_set_error (error, G_IO_ERROR, io_code,
                 _ ("“%s” could not be opened: it is a folder."), name);
    break;
  case NOT_REGULAR:
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” could not be opened: it is not an ordinary file."), name);
    break;
  default:
    g_set_error (error, G_IO_ERROR, io_code, _ ("“%s” could not be opened: %s"), name,
                 g_strerror (code));
    break;
  }
}

static void
set_limit_error (GError **error, GFile *file, gsize max_bytes)
{
  g_autofree char *name = fore_file_dup_name (file);
  g_autofree char *limit = g_format_size (max_bytes);

  g_set_error (error, FORE_ERROR, FORE_ERROR_LIMIT,
               /* Translators: a file's name, and a size such as “256 MB” */
               _ ("“%s” could not be opened: it is larger than %s."), name, limit);
}

static int
read_descriptor (int fd, gsize max_bytes, GByteArray *content)
{
  struct stat status;

  if (fstat (fd, &status) < 0)
    return errno;
  if (S_ISDIR (status.st_mode))
    return EISDIR;
  if (!S_ISREG (status.st_mode))
    return NOT_REGULAR;
  if (status.st_size > 0 && (guint64) status.st_size > max_bytes)
    return TOO_LARGE;

  /* One byte more than it should hold, so that its end is met without growing. */
  g_byte_array_set_size (content, status.st_size + 1);

  for (gsize length = 0;;) {
    gssize n_read;

    if (length == content->len)
      g_byte_array_set_size (content, MIN (content->len * 2, max_bytes + 1));
    n_read = read (fd, content->data + length, content->len - length);
    if (n_read < 0 && errno == EINTR)
      continue;
    if (n_read < 0)
      return errno;
    length += n_read;
    if (n_read == 0) {
      g_byte_array_set_size (content, length);
      return 0;
    }
    if (length > max_bytes)
      return TOO_LARGE;
  }
}

/* Reads what is there from one moment to the next: if the file changed meanwhile, it is
 * read again. */
static int
read_local (const char *path, gsize max_bytes, GByteArray *content, char **version)
{
  for (guint attempt = 1;; attempt++) {
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    struct stat status;
    int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    int result;

    if (fd < 0)
      return errno;
    result = fstat (fd, &status) < 0 ? errno : 0;
    if (result == 0) {
      before = fore_file_version_from_stat (&status);
      result = read_descriptor (fd, max_bytes, content);
    }
    if (result == 0)
      result = fstat (fd, &status) < 0 ? errno : 0;
    close (fd);
    if (result != 0)
      return result;

    after = fore_file_version_from_stat (&status);
    if (g_str_equal (before, after) || attempt == MAX_ATTEMPTS) {
      *version = g_steal_pointer (&before);
      return 0;
    }
  }
}

static GBytes *
read_remote (
  GFile *file, gsize max_bytes, char **version, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  char *content;
  gsize length;

  if (g_file_load_contents (file, cancellable, &content, &length, version,
                            &local_error)) {
    g_autoptr (GBytes) bytes = g_bytes_new_take (content, length);

    if (length <= max_bytes)
      return g_steal_pointer (&bytes);
    set_limit_error (error, file, max_bytes);
    return NULL;
  }

  name = fore_file_dup_name (file);
  g_set_error (error, local_error->domain, local_error->code,
               _ ("“%s” could not be opened: %s"), name, local_error->message);

  return NULL;
}

GBytes *
fore_file_read (
  GFile *file, gsize max_bytes, char **version, GCancellable *cancellable, GError **error)
{
  g_autofree char *read_version = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (fore_file_is_local (file)) {
    g_autoptr (GByteArray) content = g_byte_array_new ();
    int result = read_local (g_file_peek_path (file), max_bytes, content, &read_version);

    if (result == 0)
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
    else if (result == TOO_LARGE)
      set_limit_error (error, file, max_bytes);
    else
      set_read_error (error, file, result);
  } else {
    bytes = read_remote (file, max_bytes, &read_version, cancellable, error);
  }

  if (bytes != NULL && version != NULL)
    *version = g_steal_pointer (&read_version);

  return bytes;
}

char *
fore_file_dup_version (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  struct stat status;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (fore_file_is_local (file)) {
    if (g_stat (g_file_peek_path (file), &status) == 0)
      return fore_file_version_from_stat (&status);
    /* A name whose folder has become a file is as gone as any. */
    set_read_error (error, file, errno == ENOTDIR ? ENOENT : errno);
    return NULL;
  }

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                            cancellable, error);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}
