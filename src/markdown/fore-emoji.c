/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-emoji.h"

#include <stdlib.h>
#include <string.h>

#define NAME_MAX_LENGTH 40

static const ForeEmoji emojis[] = {
#include "fore-emojis.inc"
};

static int
compare_name (const void *key, const void *member)
{
  return strcmp (key, ((const ForeEmoji *) member)->name);
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '+';
}

const ForeEmoji *
fore_emoji_find (const char *text, const char *end)
{
  char name[NAME_MAX_LENGTH + 1];
  gsize length = 0;

  g_return_val_if_fail (text < end && *text == ':', NULL);

  for (text++; text < end && is_name (*text); text++) {
    if (length == NAME_MAX_LENGTH)
      return NULL;
    name[length++] = g_ascii_tolower (*text);
  }
  if (length == 0 || text == end || *text != ':')
    return NULL;
  name[length] = '\0';

  return bsearch (name, emojis, G_N_ELEMENTS (emojis), sizeof emojis[0], compare_name);
}
