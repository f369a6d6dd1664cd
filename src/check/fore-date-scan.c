/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-date-scan.h"

#include <string.h>

#define MONTH                                                                            \
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"       \
  "Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"

/* The group of year, month and day in each. */
static const struct {
  const char *pattern;
  guint year, month, day;
  gboolean for_names;
} forms[] = {
  { "(?<![\\w/.=-])((?:19|20)\\d\\d)([-/.])(\\d\\d?)\\2(\\d\\d?)(?![\\w]|[-/.]\\d)", 1, 3,
    4, FALSE },
  { "(?<![\\w/.=-])(\\d\\d?)\\.\\s?(\\d\\d?)\\.\\s?((?:19|20)\\d\\d)(?!\\w)", 3, 2, 1,
    FALSE },
  { "\\b(\\d\\d?)(?:st|nd|rd|th)?\\.? " MONTH ",? ((?:19|20)\\d\\d)(?!\\w)", 3, 2, 1,
    FALSE },
  { "\\b" MONTH " (\\d\\d?)(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)(?!\\w)", 3, 1, 2, FALSE },
  { "(?<!\\d)((?:19|20)\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)", 1, 2, 3, TRUE },
};

static guint
read_month (const char *word)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *lower = NULL;
  const char *found;

  if (g_ascii_isdigit (*word))
    return (guint) g_ascii_strtoull (word, NULL, 10);
  lower = g_ascii_strdown (word, 3);
  found = strstr (names, lower);

  return found != NULL ? (guint) (found - names) / 3 + 1 : 0;
}

static guint
fetch_number (GMatchInfo *match, guint group)
{
  g_autofree char *word = g_match_info_fetch (match, (int) group);

  return read_month (word);
}

static void
add_dates (GArray *dates, const char *text, guint form)
{
  g_autoptr (GRegex) regex =
    g_regex_new (forms[form].pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert (regex != NULL);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    guint year = fetch_number (match, forms[form].year);
    guint month = fetch_number (match, forms[form].month);
    guint day = fetch_number (match, forms[form].day);
    GDate date;
    int start, end;

    if (month < 1 || month > 12 || day > 31 ||
        !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
      continue;
    g_date_clear (&date, 1);
    g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    g_match_info_fetch_pos (match, 0, &start, &end);
    g_array_append_val (dates, ((ForeDate){ text + start, (gsize) (end - start),
                                            g_date_get_julian (&date) }));
  }
}

static int
compare (const void *a, const void *b)
{
  const ForeDate *x = a;
  const ForeDate *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Nearly all texts name no year, and are not looked at any closer. */
static gboolean
may_have_dates (const char *text)
{
  for (const char *at = text; (at = strpbrk (at, "12")) != NULL; at++) {
    if ((g_str_has_prefix (at, "20") || g_str_has_prefix (at, "19")) &&
        g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]))
      return TRUE;
  }

  return FALSE;
}

GArray *
fore_date_scan (const char *text, gboolean is_name)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (ForeDate));

  if (!may_have_dates (text))
    return dates;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (forms[i].for_names == is_name)
      add_dates (dates, text, i);
  }
  g_array_sort (dates, compare);

  return dates;
}

char *
fore_date_format (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          (guint) g_date_get_month (&date), g_date_get_day (&date));
}
