/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-talk-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

char *
fore_talk_words_time (gint64 seconds)
{
  guint all = (guint) MIN (llabs (seconds), G_MAXINT);

  if (all < 3600)
    return g_strdup_printf ("%u:%02u", all / 60, all % 60);
  return g_strdup_printf ("%u:%02u:%02u", all / 3600, all / 60 % 60, all % 60);
}

char *
fore_talk_words_clock (GDateTime *time)
{
  /* Translators: a time of day, for g_date_time_format(): “%H:%M” gives 14:52,
   * “%l:%M %p” gives 2:52 PM */
  return g_strstrip (g_date_time_format (time, _ ("%H:%M")));
}

char *
fore_talk_words_minutes (gint64 seconds)
{
  guint all = (guint) MIN (llabs (seconds), G_MAXINT);

  if (all < 60)
    /* Translators: so many seconds */
    return g_strdup_printf (_ ("%u s"), all);
  /* Translators: so many minutes */
  return g_strdup_printf (_ ("%u min"), (all + 59) / 60);
}

char *
fore_talk_words_pace (ForePaceKind kind, gint64 behind)
{
  g_autofree char *time = fore_talk_words_time (behind);

  switch (kind) {
  case FORE_PACE_ON_TIME:
    return g_strdup (_ ("on time"));
  case FORE_PACE_AHEAD:
    /* Translators: %s is a time such as 1:20 */
    return g_strdup_printf (_ ("%s ahead"), time);
  case FORE_PACE_BEHIND:
    /* Translators: %s is a time such as 1:20 */
    return g_strdup_printf (_ ("%s behind"), time);
  case FORE_PACE_NONE:
  case FORE_PACE_OVERTIME:
  default:
    return NULL;
  }
}

char *
fore_talk_words_place (const ForeDeck *deck, guint index)
{
  guint n_slides = fore_deck_get_n_slides (deck);
  guint column, row;
  g_autofree char *place = NULL;

  /* Translators: the number of a slide, and how many slides there are */
  place = g_strdup_printf (_ ("%u of %u"), index + 1, n_slides);
  if (fore_deck_get_n_columns (deck) == n_slides)
    return g_steal_pointer (&place);
  fore_deck_get_position (deck, index, &column, &row);

  return g_strdup_printf ("%s · %u.%u", place, column + 1, row + 1);
}

/* Numbers of up to four digits with one of @separators between each two. */
static int
read_numbers (const char *text, const char *separators, int *numbers, const char **end)
{
  int n = 0;

  for (; n < 3 && g_ascii_isdigit (*text); n++) {
    int digits = 0;

    for (numbers[n] = 0; g_ascii_isdigit (*text) && digits < 4; digits++)
      numbers[n] = numbers[n] * 10 + (*text++ - '0');
    if (*text == '\0' || strchr (separators, *text) == NULL ||
        !g_ascii_isdigit (text[1])) {
      n++;
      break;
    }
    text++;
  }
  *end = text;

  return n;
}

gboolean
fore_talk_words_read_time (const char *text, gint64 *seconds)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *end;
  int numbers[3];
  int n = read_numbers (trimmed, ":", numbers, &end);

  if (n == 0 || *end != '\0' || (n > 1 && numbers[1] > 59) || (n > 2 && numbers[2] > 59))
    return FALSE;

  if (n == 3)
    *seconds = (gint64) numbers[0] * 3600 + numbers[1] * 60 + numbers[2];
  else
    *seconds = (gint64) numbers[0] * 60 + (n == 2 ? numbers[1] : 0);
  return TRUE;
}

gboolean
fore_talk_words_read_clock (const char *text, int *hour, int *minute)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *end;
  int numbers[3];
  int n = read_numbers (trimmed, ":.", numbers, &end);
  gboolean is_pm, is_am;

  while (*end == ' ')
    end++;
  is_pm = g_ascii_strcasecmp (end, "pm") == 0;
  is_am = g_ascii_strcasecmp (end, "am") == 0;
  if (n == 0 || n > 2 || (*end != '\0' && !is_pm && !is_am) ||
      numbers[0] > (is_pm || is_am ? 12 : 23) || (n == 2 && numbers[1] > 59))
    return FALSE;

  *hour = is_pm || is_am ? numbers[0] % 12 + (is_pm ? 12 : 0) : numbers[0];
  *minute = n == 2 ? numbers[1] : 0;
  return TRUE;
}
