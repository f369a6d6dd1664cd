/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A few bytes can ask a page for gigabytes: each format says near its start how many
 * pixels there will be. Nothing is decoded here, and what is not understood is left to
 * the page. */

#include "fore-picture.h"

#include "fore-drawing.h"

#include <string.h>

/* Where a size may still come in a picture that is part of the text; photographs have
 * their thumbnail before it. */
#define HEAD_MAX (256 * 1024)

typedef struct {
  const guint8 *data;
  gsize length;
} Bytes;

static guint32
get_big (Bytes bytes, gsize at, guint n)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | (at + i < bytes.length ? bytes.data[at + i] : 0);

  return value;
}

static guint32
get_little (Bytes bytes, gsize at, guint n)
{
  guint32 value = 0;

  for (guint i = n; i > 0; i--)
    value = value << 8 | (at + i - 1 < bytes.length ? bytes.data[at + i - 1] : 0);

  return value;
}

static gboolean
has_at (Bytes bytes, gsize at, const char *text)
{
  gsize length = strlen (text);

  return at + length <= bytes.length && memcmp (bytes.data + at, text, length) == 0;
}

static gboolean
read_png (ForePicture *self, Bytes bytes)
{
  self->width = get_big (bytes, 16, 4);
  self->height = get_big (bytes, 20, 4);

  return TRUE;
}

static gboolean
read_gif (ForePicture *self, Bytes bytes)
{
  self->width = get_little (bytes, 6, 2);
  self->height = get_little (bytes, 8, 2);

  return TRUE;
}

/* Only the frame's head has the size; all that comes before it says how long it is. */
static gboolean
read_jpeg (ForePicture *self, Bytes bytes)
{
  for (gsize at = 2; at + 9 <= bytes.length && bytes.data[at] == 0xff;) {
    guint8 marker = bytes.data[at + 1];
    gboolean is_table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;

    if (marker == 0xff) {
      at++;
    } else if (marker >= 0xc0 && marker <= 0xcf && !is_table) {
      self->height = get_big (bytes, at + 5, 2);
      self->width = get_big (bytes, at + 7, 2);
      return TRUE;
    } else {
      at += 2 + MAX (get_big (bytes, at + 2, 2), 2);
    }
  }

  return FALSE;
}

static gboolean
read_webp (ForePicture *self, Bytes bytes)
{
  if (has_at (bytes, 12, "VP8X")) {
    self->width = 1 + get_little (bytes, 24, 3);
    self->height = 1 + get_little (bytes, 27, 3);
  } else if (has_at (bytes, 12, "VP8L")) {
    guint32 both = get_little (bytes, 21, 4);

    self->width = 1 + (both & 0x3fff);
    self->height = 1 + (both >> 14 & 0x3fff);
  } else if (has_at (bytes, 12, "VP8 ")) {
    self->width = get_little (bytes, 26, 2) & 0x3fff;
    self->height = get_little (bytes, 28, 2) & 0x3fff;
  } else {
    return FALSE;
  }

  return TRUE;
}

/* The box lies in others; it is found without them. */
static gboolean
read_avif (ForePicture *self, Bytes bytes)
{
  const guint8 *box = memmem (bytes.data, MIN (bytes.length, 16 * 1024), "ispe", 4);

  if (box == NULL)
    return FALSE;
  self->width = get_big (bytes, (gsize) (box - bytes.data) + 8, 4);
  self->height = get_big (bytes, (gsize) (box - bytes.data) + 12, 4);

  return TRUE;
}

static gboolean
read_bmp (ForePicture *self, Bytes bytes)
{
  gint32 height = (gint32) get_little (bytes, 22, 4);

  if (bytes.length < 26)
    return FALSE;
  self->width = get_little (bytes, 18, 4);
  self->height = height < 0 ? (guint32) - (gint64) height : (guint32) height;

  return TRUE;
}

gboolean
fore_picture_read (ForePicture *self, gconstpointer data, gsize length)
{
  Bytes bytes = { data, length };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  *self = (ForePicture){ 0, 0 };
  if (has_at (bytes, 0, "\x89PNG\r\n\x1a\n"))
    return read_png (self, bytes);
  if (has_at (bytes, 0, "GIF8"))
    return read_gif (self, bytes);
  if (has_at (bytes, 0, "\xff\xd8"))
    return read_jpeg (self, bytes);
  if (has_at (bytes, 0, "RIFF") && has_at (bytes, 8, "WEBP"))
    return read_webp (self, bytes);
  if (has_at (bytes, 4, "ftyp"))
    return read_avif (self, bytes);
  if (has_at (bytes, 0, "BM"))
    return read_bmp (self, bytes);

  return FALSE;
}

gboolean
fore_picture_is_too_large (const ForePicture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (guint64) self->width * self->height > FORE_PICTURE_MAX_PIXELS;
}

/* A browser reads base64 with blanks in it, and percent signs anywhere. */
static guint8 *
decode (const char *text, gsize max, gboolean is_base64, gsize *length)
{
  g_autofree char *head = g_strndup (text, max);
  g_autoptr (GBytes) bytes =
    g_uri_unescape_bytes (head, (gssize) strlen (head), NULL, NULL);
  g_autofree char *plain = NULL;

  if (bytes == NULL)
    return NULL;
  if (!is_base64)
    return g_bytes_unref_to_data (g_steal_pointer (&bytes), length);
  plain = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_base64_decode (plain, length);
}

gboolean
fore_picture_is_address_too_large (const char *address)
{
  const char *comma;
  g_autofree char *type = NULL;
  g_autofree guint8 *data = NULL;
  gboolean is_drawing;
  ForePicture picture;
  gsize length;

  g_return_val_if_fail (address != NULL, FALSE);

  comma = strchr (address, ',');
  if (comma == NULL)
    return FALSE;
  type = g_ascii_strdown (address, comma - address);
  is_drawing = strstr (type, "svg") != NULL;
  data = decode (comma + 1, is_drawing ? strlen (comma) : HEAD_MAX,
                 strstr (type, "base64") != NULL, &length);
  if (data == NULL)
    return FALSE;
  if (is_drawing)
    return fore_drawing_is_too_large (data, length);

  return fore_picture_read (&picture, data, length) &&
         fore_picture_is_too_large (&picture);
}
