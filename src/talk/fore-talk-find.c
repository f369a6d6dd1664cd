/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-talk.h"

#include <string.h>

/* A number from 1 up, and nothing else before @end. */
static gboolean
read_number (const char *text, const char *end, guint *number)
{
  guint64 read = 0;

  if (text == end)
    return FALSE;
  for (; text < end; text++) {
    if (!g_ascii_isdigit (*text) || read > G_MAXINT)
      return FALSE;
    read = read * 10 + (guint) (*text - '0');
  }
  *number = (guint) MIN (read, G_MAXUINT);

  return read > 0;
}

static gboolean
find_number (ForeDeck *deck, const char *text, guint *index)
{
  const char *end = text + strlen (text);
  const char *middle = strpbrk (text, "/.");
  guint column, row;

  if (middle != NULL)
    return read_number (text, middle, &column) && read_number (middle + 1, end, &row) &&
           fore_deck_find_position (deck, column - 1, row - 1, index);
  if (!read_number (text, end, index) || *index > fore_deck_get_n_slides (deck))
    return FALSE;
  --*index;

  return TRUE;
}

typedef enum { NOTHING, WORDS, START, ALL } Match;

static Match
match_title (const char *text, const char *folded, const char *title)
{
  g_autofree char *other = g_utf8_casefold (title, -1);

  if (strcmp (folded, other) == 0)
    return ALL;
  if (g_str_has_prefix (other, folded))
    return START;

  return g_str_match_string (text, title, TRUE) ? WORDS : NOTHING;
}

static gboolean
find_title (ForeDeck *deck, const char *text, guint *index)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  Match best = NOTHING;

  for (guint i = 0; i < fore_deck_get_n_slides (deck) && best < ALL; i++) {
    Match match = match_title (text, folded, fore_deck_get_slide_title (deck, i));

    if (match > best) {
      best = match;
      *index = i;
    }
  }

  return best > NOTHING;
}

gboolean
fore_talk_find (ForeTalk *self, const char *text, guint *index)
{
  g_autofree char *wanted = NULL;
  ForeDeck *deck;
  guint found;

  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  deck = fore_talk_get_deck (self);
  wanted = g_strstrip (g_strdup (text));
  if (wanted[0] == '\0')
    return FALSE;

  if (!find_number (deck, wanted, &found) &&
      !fore_deck_find_id (deck, wanted[0] == '#' ? wanted + 1 : wanted, &found) &&
      !find_title (deck, wanted, &found))
    return FALSE;
  if (index != NULL)
    *index = found;

  return TRUE;
}
