/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-words.h"

#include <string.h>

/* The words that are looked up here are keys and names of a few dozen letters. */
#define MAX_LENGTH 48

/* Distance of Damerau and Levenshtein (optimal string alignment), three rows at a time.
 */
static guint
measure_distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  for (gsize j = 0; j <= n_b; j++)
    above[j] = (guint) j;

  for (gsize i = 1; i <= n_a; i++) {
    guint *free_row = before;

    row[0] = (guint) i;
    for (gsize j = 1; j <= n_b; j++) {
      char x = g_ascii_tolower (a[i - 1]), y = g_ascii_tolower (b[j - 1]);

      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
      if (i > 1 && j > 1 && x == g_ascii_tolower (b[j - 2]) &&
          y == g_ascii_tolower (a[i - 2]))
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
    row = free_row;
  }

  return above[n_b];
}

const char *
fore_words_find_nearest (const char *word, const char *const *words)
{
  const char *nearest = NULL;
  gsize length;
  guint least;

  g_return_val_if_fail (word != NULL, NULL);

  length = strlen (word);
  if (length == 0 || length > MAX_LENGTH)
    return NULL;

  least = 1 + (guint) MAX (length / 3, 1);
  for (; *words != NULL; words++) {
    gsize n = strlen (*words);
    guint distance;

    if (n > MAX_LENGTH)
      continue;
    distance = measure_distance (word, length, *words, n);
    if (distance < least) {
      least = distance;
      nearest = *words;
    }
  }

  return nearest;
}
