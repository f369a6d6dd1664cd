/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Within a `script` element, HTML knows no entities, and what ends the element or looks
 * like the start of another one or of a comment may not stand there. So these few places,
 * and what would be taken for them when reading, are written as entities; all else can be
 * read in the page as the author wrote it. */

#include "fore-embedded-source.h"

#include <string.h>

static const char opening[] = "<script type=\"text/markdown\" id=\"foredeck-source\">\n";
static const char closing[] = "</script>";
static const char generator[] = "<meta name=\"generator\" content=\"Foredeck";

static gboolean
starts_with (const char *at, gsize length, const char *word)
{
  gsize n = strlen (word);

  return length >= n && memcmp (at, word, n) == 0;
}

static gboolean
is_entity (const char *at, gsize length)
{
  return starts_with (at, length, "&lt;") || starts_with (at, length, "&amp;");
}

void
fore_embedded_source_append (GBytes *text, GString *html)
{
  gsize length;
  const char *data;

  g_return_if_fail (text != NULL);
  g_return_if_fail (html != NULL);

  data = g_bytes_get_data (text, &length);
  g_string_append (html, opening);
  for (gsize i = 0; i < length; i++) {
    const char *at = data + i;
    gsize left = length - i;

    if (*at == '<' && left > 1 && strchr ("!/sS", at[1]) != NULL)
      g_string_append (html, "&lt;");
    else if (is_entity (at, left))
      g_string_append (html, "&amp;");
    else
      g_string_append_c (html, *at);
  }
  g_string_append (html, closing);
  g_string_append_c (html, '\n');
}

static GBytes *
decode (const char *data, gsize length)
{
  GByteArray *text = g_byte_array_sized_new ((guint) length);

  for (gsize i = 0; i < length;) {
    if (starts_with (data + i, length - i, "&lt;")) {
      g_byte_array_append (text, (const guint8 *) "<", 1);
      i += 4;
    } else if (starts_with (data + i, length - i, "&amp;")) {
      g_byte_array_append (text, (const guint8 *) "&", 1);
      i += 5;
    } else {
      g_byte_array_append (text, (const guint8 *) data + i, 1);
      i++;
    }
  }
  return g_byte_array_free_to_bytes (text);
}

GBytes *
fore_embedded_source_read (GBytes *file)
{
  gsize length;
  const char *data, *start, *end;

  g_return_val_if_fail (file != NULL, NULL);

  data = g_bytes_get_data (file, &length);
  if (data == NULL || memmem (data, length, generator, strlen (generator)) == NULL)
    return NULL;
  start = memmem (data, length, opening, strlen (opening));
  if (start == NULL)
    return NULL;
  start += strlen (opening);
  end = memmem (start, length - (gsize) (start - data), closing, strlen (closing));

  return end != NULL ? decode (start, (gsize) (end - start)) : NULL;
}
