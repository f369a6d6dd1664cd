/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One pass over the lines. A fence or comment only counts when something closes it, which
 * takes a look ahead; what was not found once is not looked for again, so that the whole
 * stays linear. */

#include "fore-splitter.h"

#include <string.h>

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  while (from < to && (from = memchr (from, '\n', to - from)) != NULL) {
    from++;
    n++;
  }

  return n;
}

void
fore_splitter_init (
  ForeSplitter *self, const char *text, gsize length, gsize start, gsize content)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->limit = text + length;
  self->n_lines = count_lines (text + start, text + content);
  /* A last line counts whether or not it has an end. */
  if (content == length && length > 0 && text[length - 1] != '\n')
    self->n_lines++;
  self->at = text + content;
  self->no_fence_end[0] = self->no_fence_end[1] = G_MAXSIZE;
  /* HedgeDoc 1.x: the rest of the line that ends the front matter counts as empty. */
  self->after_blank = start == 0 && content > 0;
}

gboolean
fore_line_is_separator (const char *line, gsize length, gboolean *vertical)
{
  gsize width = 0;

  while (width < length && line[width] == '-')
    width++;
  if (width < 3 || width > 4 || !fore_line_is_blank (line + width, length - width))
    return FALSE;
  if (vertical != NULL)
    *vertical = width == 4;

  return TRUE;
}

static gboolean
is_closed_further_down (ForeSplitter *self, ForeBlock block, const char *at)
{
  gsize *no_fence_end = &self->no_fence_end[block.kind == FORE_BLOCK_TILDES];

  if (block.kind == FORE_BLOCK_COMMENT) {
    if (!self->no_comment_end && memmem (at, self->limit - at, "-->", 3) != NULL)
      return TRUE;
    self->no_comment_end = TRUE;
    return FALSE;
  }

  if (block.width >= *no_fence_end)
    return FALSE;
  while (at < self->limit) {
    const char *end = fore_line_find_end (at, self->limit);

    if (fore_block_is_closed_by (block, at, end - at))
      return TRUE;
    at = end + 1;
  }
  *no_fence_end = block.width;

  return FALSE;
}

static gboolean
is_before_blank (const ForeSplitter *self, const char *end)
{
  const char *next = end + 1;

  /* A last line without an end is not a separator: it may still be written. */
  if (end == self->limit)
    return FALSE;
  if (next == self->limit)
    return TRUE;

  return fore_line_is_blank (next, fore_line_find_end (next, self->limit) - next);
}

static void
finish_cut (ForeSplitter *self, ForeCut *cut, const char *start, const char *content)
{
  cut->start = start - self->text;
  cut->content = content - self->text;
  cut->n_lines = self->n_lines;
  self->at = content;
  self->n_lines = 1;
  self->after_blank = FALSE;
}

gboolean
fore_splitter_next (ForeSplitter *self, ForeCut *cut)
{
  ForeBlock block = { FORE_BLOCK_NONE, 0 };
  const char *at = self->at;

  self->found_open = FALSE;
  while (at < self->limit) {
    const char *end = fore_line_find_end (at, self->limit);
    const char *next = MIN (end + 1, self->limit);

    if (block.kind != FORE_BLOCK_NONE) {
      if (fore_block_is_closed_by (block, at, end - at))
        block.kind = FORE_BLOCK_NONE;
      self->after_blank = FALSE;
    } else if (self->after_blank &&
               fore_line_is_separator (at, end - at, &cut->vertical) &&
               is_before_blank (self, end)) {
      finish_cut (self, cut, at, next);
      return TRUE;
    } else {
      self->after_blank = fore_line_is_blank (at, end - at);
      block = fore_block_open (at, end - at);
      if (block.kind != FORE_BLOCK_NONE && !is_closed_further_down (self, block, next)) {
        block.kind = FORE_BLOCK_NONE;
        self->found_open = TRUE;
      }
    }
    self->n_lines++;
    at = next;
  }

  cut->vertical = FALSE;
  finish_cut (self, cut, self->limit, self->limit);
  return FALSE;
}

gboolean
fore_splitter_found_open (const ForeSplitter *self)
{
  return self->found_open;
}
