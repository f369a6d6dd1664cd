/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-fence.h"

#include <string.h>

#define FIRST_NUMBER_MAX 999999

static guint
read_number (const char *text, gsize length)
{
  guint number = 0;

  for (gsize i = 0; i < length; i++)
    number = MIN (number * 10 + (guint) (text[i] - '0'), FIRST_NUMBER_MAX);

  return number;
}

/* Reads `=`, `=N` or `=+` from @suffix on. FALSE if it is something else, which then
 * belongs to the name of the language. */
static gboolean
read_numbering (ForeFence *fence, const char *suffix, gsize length)
{
  g_assert (length > 0 && suffix[0] == '=');

  if (length == 2 && suffix[1] == '+') {
    fence->numbered = fence->continued = TRUE;
    return TRUE;
  }

  for (gsize i = 1; i < length; i++) {
    if (!g_ascii_isdigit (suffix[i]))
      return FALSE;
  }

  fence->numbered = TRUE;
  if (length > 1)
    fence->first_number = read_number (suffix + 1, length - 1);

  return TRUE;
}

/* Reads what stands between brackets from @start on, if it is about lines. */
static void
read_steps (ForeFence *fence, const char *start, const char *end)
{
  gsize digits;

  start += strspn (start, " ");
  digits = strspn (start, "0123456789");
  if (start[digits] == ':') {
    fence->numbered = TRUE;
    fence->first_number = read_number (start, digits);
    start += digits + 1;
  }
  if (start + strspn (start, "0123456789 ,|-") != end)
    return;

  if (start + strspn (start, " ") == end) {
    fence->numbered = TRUE;
  } else {
    fence->steps = start;
    fence->steps_length = end - start;
  }
}

static void
find_steps (ForeFence *fence, const char *info)
{
  const char *start = strchr (info, '[');
  const char *end = start != NULL ? strchr (start, ']') : NULL;

  if (end != NULL)
    read_steps (fence, start + 1, end);
}

ForeFence
fore_fence_read (const char *info)
{
  ForeFence fence = { .first_number = 1 };
  gsize length, word;
  const char *equals;

  if (info == NULL)
    return fence;

  info += strspn (info, " \t");
  length = strlen (info);
  while (length > 0 && g_ascii_isspace (info[length - 1]))
    length--;

  fence.wrapped = length > 0 && info[length - 1] == '!';
  if (fence.wrapped)
    length--;

  find_steps (&fence, info);
  word = MIN (strcspn (info, " \t["), length);
  equals = memchr (info, '=', word);
  if (equals != NULL && read_numbering (&fence, equals, info + word - equals))
    word = equals - info;

  if (word > 0)
    fence.language = info;
  fence.language_length = word;

  return fence;
}
