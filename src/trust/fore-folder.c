/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-folder.h"

#include "fore-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_outside (GError **error, const char *address)
{
  g_set_error (error, FORE_ERROR, FORE_ERROR_OUTSIDE,
               _ ("“%s” is not in the deck’s folder. Put the file there to show it."),
               address);
}

static void
set_system_error (GError **error, const char *address, int code)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("“%s” could not be read: %s"), address, g_strerror (code));
}

/* Percent signs are decoded once, as a browser would; what then is no plain way down into
 * the folder is refused before anything is opened. */
static char *
dup_path (const char *address, GError **error)
{
  g_autofree char *name = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *path = g_uri_unescape_string (name, NULL);
  const char *scheme = strchr (name, ':');

  if (path == NULL || *path == '\0' || *path == '/' || strchr (path, '\\') != NULL ||
      (scheme != NULL && scheme < name + strcspn (name, "/"))) {
    set_outside (error, address);
    return NULL;
  }

  return g_steal_pointer (&path);
}

/* Where an open file really is, whatever links led to it. */
static gboolean
is_inside (int fd, const char *folder)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *opened = g_file_read_link (link, NULL);
  char *real = realpath (folder, NULL);
  gsize length = real != NULL ? strlen (real) : 0;
  gboolean inside;

  inside = opened != NULL && real != NULL &&
           (strcmp (real, "/") == 0 ||
            (strncmp (opened, real, length) == 0 && opened[length] == '/'));
  free (real);

  return inside;
}

static GBytes *
read_all (
  int fd, gsize size, const char *address, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = g_try_malloc (size + 1);
  gsize length = 0;

  if (data == NULL) {
    set_system_error (error, address, ENOMEM);
    return NULL;
  }
  while (length < size) {
    gssize n = read (fd, data + length, MIN (size - length, 1024 * 1024));

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_system_error (error, address, errno);
      return NULL;
    }
    if (n == 0)
      break;
    length += (gsize) n;
  }

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static GBytes *
read_checked (int fd,
              const char *folder,
              const char *address,
              GCancellable *cancellable,
              GError **error)
{
  struct stat status;

  if (!is_inside (fd, folder)) {
    set_outside (error, address);
    return NULL;
  }
  if (fstat (fd, &status) != 0) {
    set_system_error (error, address, errno);
    return NULL;
  }
  if (!S_ISREG (status.st_mode)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” is not a file that can be shown."), address);
    return NULL;
  }
  if (status.st_size > FORE_FOLDER_MAX_BYTES) {
    g_set_error (error, FORE_ERROR, FORE_ERROR_LIMIT,
                 _ ("“%s” is larger than %d MB, which is too large to show."), address,
                 FORE_FOLDER_MAX_BYTES / (1024 * 1024));
    return NULL;
  }

  return read_all (fd, (gsize) status.st_size, address, cancellable, error);
}

char *
fore_folder_guess_type (const char *name, const void *data, gsize length)
{
  /* What browsers insist on, and what a system without a MIME database knows. */
  static const struct {
    const char *ending;
    const char *type;
  } types[] = {
    { ".avif", "image/avif" },   { ".css", "text/css" },    { ".gif", "image/gif" },
    { ".jpeg", "image/jpeg" },   { ".jpg", "image/jpeg" },  { ".m4a", "audio/mp4" },
    { ".mp3", "audio/mpeg" },    { ".mp4", "video/mp4" },   { ".ogg", "audio/ogg" },
    { ".ogv", "video/ogg" },     { ".otf", "font/otf" },    { ".png", "image/png" },
    { ".svg", "image/svg+xml" }, { ".ttf", "font/ttf" },    { ".wav", "audio/wav" },
    { ".webm", "video/webm" },   { ".webp", "image/webp" }, { ".woff", "font/woff" },
    { ".woff2", "font/woff2" },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *guessed = NULL;
  char *type;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_str_has_suffix (lower, types[i].ending))
      return g_strdup (types[i].type);
  }
  guessed = g_content_type_guess (name, data, length, NULL);
  type = g_content_type_get_mime_type (guessed);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

GBytes *
fore_folder_load (GFile *folder,
                  const char *address,
                  char **content_type,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *full = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *root;
  int fd;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  path = dup_path (address, error);
  if (path == NULL)
    return NULL;
  root = g_file_peek_path (folder);
  if (root == NULL) {
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
      _ ("“%s” cannot be shown, since the deck is not on this computer. Save the "
         "deck and its files in a folder here."),
      address);
    return NULL;
  }

  full = g_build_filename (root, path, NULL);
  /* A pipe must not make us wait for somebody to write into it. */
  fd = open (full, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    set_system_error (error, address, errno);
    return NULL;
  }
  bytes = read_checked (fd, root, address, cancellable, error);
  close (fd);
  if (bytes != NULL && content_type != NULL)
    *content_type = fore_folder_guess_type (path, g_bytes_get_data (bytes, NULL),
                                            MIN (g_bytes_get_size (bytes), 4096));

  return g_steal_pointer (&bytes);
}
