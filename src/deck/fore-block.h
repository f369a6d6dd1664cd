/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeBlockKind:
 * @FORE_BLOCK_NONE: ordinary text
 * @FORE_BLOCK_BACKTICKS: a code fence of backticks
 * @FORE_BLOCK_TILDES: a code fence of tildes
 * @FORE_BLOCK_COMMENT: an HTML comment that starts a line
 *
 * Blocks of Markdown that may hold blank lines, and in which a line does not mean what it
 * means elsewhere.
 */
typedef enum {
  FORE_BLOCK_NONE,
  FORE_BLOCK_BACKTICKS,
  FORE_BLOCK_TILDES,
  FORE_BLOCK_COMMENT,
} ForeBlockKind;

/**
 * ForeBlock:
 * @kind: what it is
 * @width: for fences: how many marks opened it
 *
 * The block that a line stands in.
 */
typedef struct {
  ForeBlockKind kind;
  gsize width;
} ForeBlock;

/**
 * fore_block_open:
 * @line: a line without its end
 * @length: bytes in it
 *
 * Returns: the block that @line opens and does not close, by CommonMark's rules
 */
ForeBlock fore_block_open (const char *line, gsize length);

/**
 * fore_block_is_closed_by:
 *
 * Returns: whether @line, a line inside the block, is its last
 */
gboolean fore_block_is_closed_by (ForeBlock block, const char *line, gsize length);

/**
 * fore_line_is_blank:
 *
 * Returns: whether the line has nothing but blanks and tabs
 */
gboolean fore_line_is_blank (const char *line, gsize length);

/**
 * fore_line_find_end:
 *
 * Returns: the LF that ends the line at @at, or @limit if none does
 */
static inline const char *
fore_line_find_end (const char *at, const char *limit)
{
  const char *end = __builtin_memchr (at, '\n', limit - at);

  return end != NULL ? end : limit;
}

G_END_DECLS
