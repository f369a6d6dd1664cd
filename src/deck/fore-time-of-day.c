/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-time-of-day.h"

/* Returns: what follows the number, or `NULL` if there is none or it is not below @end */
static const char *
read_number (const char *text, int end, int *number)
{
  int n_digits = 0;

  for (*number = 0; g_ascii_isdigit (*text) && n_digits < 2; text++, n_digits++)
    *number = 10 * *number + g_ascii_digit_value (*text);
  return n_digits > 0 && *number < end ? text : NULL;
}

gboolean
fore_time_of_day_parse (const char *text, int *hour, int *minute)
{
  const char *rest;
  int hours, minutes;

  g_return_val_if_fail (text != NULL, FALSE);

  rest = read_number (text, 24, &hours);
  if (rest == NULL || (*rest != ':' && *rest != '.') || !g_ascii_isdigit (rest[1]) ||
      !g_ascii_isdigit (rest[2]))
    return FALSE;
  rest = read_number (rest + 1, 60, &minutes);
  if (rest == NULL || *rest != '\0')
    return FALSE;
  *hour = hours;
  *minute = minutes;
  return TRUE;
}
