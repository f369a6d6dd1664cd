/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-fence.h"

#include <string.h>

#define FIRST_NUMBER_MAX 999999

/* Reads `=`, `=N` or `=+` from @suffix on. FALSE if it is something else, which then
 * belongs to the name of the language. */
static gboolean
read_numbering (ForeFence *fence, const char *suffix, gsize length)
{
  guint number = 0;

  g_assert (length > 0 && suffix[0] == '=');

  if (length == 2 && suffix[1] == '+') {
    fence->numbered = fence->continued = TRUE;
    return TRUE;
  }

  for (gsize i = 1; i < length; i++) {
    if (!g_ascii_isdigit (suffix[i]))
      return FALSE;
    number = MIN (number * 10 + (guint) (suffix[i] - '0'), FIRST_NUMBER_MAX);
  }

  fence->numbered = TRUE;
  if (length > 1)
    fence->first_number = number;

  return TRUE;
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

  word = MIN (strcspn (info, " \t"), length);
  equals = memchr (info, '=', word);
  if (equals != NULL && read_numbering (&fence, equals, info + word - equals))
    word = equals - info;

  if (word > 0)
    fence.language = info;
  fence.language_length = word;

  return fence;
}
