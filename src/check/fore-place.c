/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-place.h"

#include <string.h>

ForePlace
fore_place_of (const char *text, const char *at)
{
  ForePlace place = { 1, 1 };

  for (const char *end; (end = memchr (text, '\n', (gsize) (at - text))) != NULL;) {
    place.line++;
    text = end + 1;
  }
  place.column += (guint) g_utf8_pointer_to_offset (text, at);

  return place;
}

const char *
fore_place_find (const char *text, ForePlace place)
{
  for (guint line = 1; line < place.line; line++) {
    const char *end = strchr (text, '\n');

    if (end == NULL)
      return text + strlen (text);
    text = end + 1;
  }
  for (guint column = 1; column < place.column && *text != '\n' && *text != '\0';
       column++)
    text = g_utf8_next_char (text);

  return text;
}
