/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-duration.h"

#include <string.h>

typedef struct {
  const char *word;
  double seconds;
} Unit;

static const Unit units[] = {
  { "h", 3600 }, { "hr", 3600 }, { "hrs", 3600 }, { "hour", 3600 }, { "hours", 3600 },
  { "m", 60 },   { "min", 60 },  { "mins", 60 },  { "minute", 60 }, { "minutes", 60 },
  { "s", 1 },    { "sec", 1 },   { "secs", 1 },   { "second", 1 },  { "seconds", 1 },
};

static const char *
skip_blanks (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;

  return at;
}

/* A number without sign or exponent. */
static gboolean
read_number (const char **at, double *number)
{
  const char *start = *at;
  gsize length = strspn (start, "0123456789.");
  char copy[16];
  char *end;

  if (!g_ascii_isdigit (*start) || length >= sizeof copy)
    return FALSE;
  memcpy (copy, start, length);
  copy[length] = '\0';
  *number = g_ascii_strtod (copy, &end);
  *at = start + length;

  return *end == '\0';
}

/* Hours, minutes and perhaps seconds, with colons between them. */
static gboolean
read_clock (const char *at, double *seconds)
{
  double part, weight = 3600;

  *seconds = 0;
  for (guint i = 0; i < 3; i++, weight /= 60) {
    if (strchr (at, '.') != NULL || !read_number (&at, &part) || (i > 0 && part >= 60))
      return FALSE;
    *seconds += part * weight;
    if (*at != ':')
      return i > 0 && *skip_blanks (at) == '\0';
    at++;
  }

  return FALSE;
}

/* The unit at @at; @next, one smaller than the unit before, where there is none. */
static gboolean
read_unit (const char **at, double next, double *unit)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*at)[length]))
    length++;
  if (length == 0) {
    *unit = next;
    return next >= 1;
  }

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (strlen (units[i].word) == length &&
        g_ascii_strncasecmp (*at, units[i].word, length) == 0) {
      *unit = units[i].seconds;
      *at += length;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
read_units (const char *at, double *seconds)
{
  double number, unit, last = 3600 * 60;

  *seconds = 0;
  do {
    if (!read_number (&at, &number))
      return FALSE;
    at = skip_blanks (at);
    if (!read_unit (&at, last > 3600 ? 60 : last / 60, &unit) || unit >= last)
      return FALSE;
    *seconds += number * unit;
    last = unit;
    at = skip_blanks (at);
  } while (*at != '\0');

  return TRUE;
}

gboolean
fore_duration_parse (const char *text, gint64 *seconds)
{
  const char *at;
  double read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  at = skip_blanks (text);
  if (!read_clock (at, &read) && !read_units (at, &read))
    return FALSE;
  if (read < 1 || read > FORE_DURATION_MAX)
    return FALSE;
  *seconds = (gint64) (read + 0.5);

  return TRUE;
}
