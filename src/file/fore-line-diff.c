/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The greedy algorithm of Eugene W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986, on lines, after the common head and tail have been cut off. For each
 * number of differences d it finds the furthest point that can be reached on each
 * diagonal k = x - y; the points of all d are kept, which is d² numbers, so d is bounded.
 */

#include "fore-line-diff.h"

#include <string.h>

#define MAX_DIFFERENCES 1000

typedef struct {
  const char *start;
  gsize length;
} Line;

static GArray *
split_lines (GBytes *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gsize length;
  const char *start = g_bytes_get_data (text, &length);
  const char *end = start + length;

  for (;;) {
    const char *newline = length > 0 ? memchr (start, '\n', end - start) : NULL;
    const char *next = newline != NULL ? newline + 1 : end;
    Line line = { start, next - start };

    g_array_append_val (lines, line);
    if (newline == NULL)
      return lines;
    start = next;
  }
}

static gboolean
lines_equal (const Line *a, const Line *b)
{
  return a->length == b->length &&
         (a->length == 0 || memcmp (a->start, b->start, a->length) == 0);
}

/* The state for d differences is a row of 2d + 1 furthest x, for k from -d to d. */
static int *
row_at (GPtrArray *rows, int d)
{
  return (int *) g_ptr_array_index (rows, d) + d;
}

static gboolean
goes_down (GPtrArray *rows, int d, int k)
{
  const int *before = row_at (rows, d - 1);

  return k == -d || (k != d && before[k - 1] < before[k + 1]);
}

/* Returns the number of differences, or -1 if they are too many. */
static int
search (const Line *before, int n_before, const Line *after, int n_after, GPtrArray *rows)
{
  for (int d = 0; d <= MAX_DIFFERENCES; d++) {
    g_ptr_array_add (rows, g_new0 (int, 2 * d + 1));

    for (int k = -d; k <= d; k += 2) {
      int x = 0;

      if (d > 0)
        x = goes_down (rows, d, k) ? row_at (rows, d - 1)[k + 1]
                                   : row_at (rows, d - 1)[k - 1] + 1;
      while (x < n_before && x - k < n_after && lines_equal (&before[x], &after[x - k]))
        x++;
      row_at (rows, d)[k] = x;
      if (x >= n_before && x - k >= n_after)
        return d;
    }
  }

  return -1;
}

/* Walks the path back from the end and notes each line taken out or put in. */
static void
trace (GPtrArray *rows, int d, int n_before, int n_after, guint8 *out, guint8 *in)
{
  for (int k = n_before - n_after; d > 0; d--) {
    if (goes_down (rows, d, k)) {
      k++;
      in[row_at (rows, d - 1)[k] - k] = TRUE;
    } else {
      k--;
      out[row_at (rows, d - 1)[k]] = TRUE;
    }
  }
}

static void
append_hunks (GArray *hunks,
              guint head,
              const guint8 *out,
              guint n_before,
              const guint8 *in,
              guint n_after)
{
  for (guint x = 0, y = 0; x < n_before || y < n_after; x++, y++) {
    ForeLineHunk hunk = { .old_line = head + x, .new_line = head + y };

    while (x < n_before && out[x])
      x++;
    while (y < n_after && in[y])
      y++;
    hunk.n_old = head + x - hunk.old_line;
    hunk.n_new = head + y - hunk.new_line;
    if (hunk.n_old > 0 || hunk.n_new > 0)
      g_array_append_val (hunks, hunk);
  }
}

static void
compare (GArray *hunks, guint head, GArray *before, GArray *after, guint tail)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  guint n_before = before->len - head - tail;
  guint n_after = after->len - head - tail;
  g_autofree guint8 *out = g_new0 (guint8, n_before + 1);
  g_autofree guint8 *in = g_new0 (guint8, n_after + 1);
  int d = search (&g_array_index (before, Line, head), n_before,
                  &g_array_index (after, Line, head), n_after, rows);

  if (d >= 0) {
    trace (rows, d, n_before, n_after, out, in);
  } else {
    memset (out, TRUE, n_before);
    memset (in, TRUE, n_after);
  }
  append_hunks (hunks, head, out, n_before, in, n_after);
}

GArray *
fore_line_diff (GBytes *before, GBytes *after)
{
  g_autoptr (GArray) old_lines = NULL;
  g_autoptr (GArray) new_lines = NULL;
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ForeLineHunk));
  guint head = 0;
  guint tail = 0;
  guint shorter;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  old_lines = split_lines (before);
  new_lines = split_lines (after);
  shorter = MIN (old_lines->len, new_lines->len);

  while (head < shorter && lines_equal (&g_array_index (old_lines, Line, head),
                                        &g_array_index (new_lines, Line, head)))
    head++;
  while (tail < shorter - head &&
         lines_equal (&g_array_index (old_lines, Line, old_lines->len - 1 - tail),
                      &g_array_index (new_lines, Line, new_lines->len - 1 - tail)))
    tail++;
  if (head < old_lines->len || head < new_lines->len)
    compare (hunks, head, old_lines, new_lines, tail);

  return g_steal_pointer (&hunks);
}

gsize
fore_line_diff_find_line (GBytes *text, guint line)
{
  gsize length;
  const char *data;
  gsize offset = 0;

  g_return_val_if_fail (text != NULL, 0);

  data = g_bytes_get_data (text, &length);
  for (; line > 0; line--) {
    const char *newline =
      offset < length ? memchr (data + offset, '\n', length - offset) : NULL;

    if (newline == NULL)
      return length;
    offset = newline + 1 - data;
  }

  return offset;
}
