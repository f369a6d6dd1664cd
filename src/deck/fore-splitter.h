/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-block.h"

G_BEGIN_DECLS

/**
 * ForeCut:
 * @start: where the separator's line starts, in bytes
 * @content: where the line after it starts
 * @vertical: whether it is `----`, so that its slide goes below the one before
 * @n_lines: lines from the cut before to this one
 *
 * Where one slide ends and the next one starts.
 */
typedef struct {
  gsize start;
  gsize content;
  gboolean vertical;
  guint n_lines;
} ForeCut;

/**
 * ForeSplitter:
 *
 * Finds the separators of a deck, one after the other (HedgeDoc 1.x: a line that is `---`
 * or `----` between two empty lines, or between an empty line and the end of the text).
 *
 * Where HedgeDoc would cut what the author wrote, this does not: inside code fences and
 * HTML comments that are closed further down. Blanks around a separator do not undo it.
 *
 * What comes before a slide never matters for where it ends, so a splitter can start at
 * any slide.
 */
typedef struct {
  const char *text;
  const char *limit;

  /*< private >*/
  const char *at;
  guint n_lines;
  gboolean after_blank;
  gboolean found_open;
  gboolean no_comment_end;
  gsize no_fence_end[2];
} ForeSplitter;

/**
 * fore_splitter_init:
 * @text: the whole text; must outlive the splitter
 * @length: bytes in it
 * @start: where the slide starts in which to begin, its separator included
 * @content: where that slide's own text starts
 */
void fore_splitter_init (
  ForeSplitter *self, const char *text, gsize length, gsize start, gsize content);

/**
 * fore_splitter_next:
 * @cut: (out): the next separator; at the end of the text a cut there
 *
 * Returns: whether there is another separator
 */
gboolean fore_splitter_next (ForeSplitter *self, ForeCut *cut);

/**
 * fore_splitter_found_open:
 *
 * Returns: whether the slide that the last cut ended has a fence or comment that nothing
 *   closes, so that text far below could change where it ends
 */
gboolean fore_splitter_found_open (const ForeSplitter *self);

/**
 * fore_line_is_separator:
 * @vertical: (out) (optional): whether it is `----`
 *
 * Returns: whether a line is `---` or `----`, perhaps with blanks after it
 */
gboolean fore_line_is_separator (const char *line, gsize length, gboolean *vertical);

G_END_DECLS
