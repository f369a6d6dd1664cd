/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-block.h"

#include <string.h>

/* Four blanks make indented code, in which nothing opens. */
static gsize
count_indent (const char *line, gsize length)
{
  gsize indent = 0;

  while (indent < length && indent < 4 && line[indent] == ' ')
    indent++;

  return indent;
}

static gsize
count_marks (const char *line, gsize length, char mark)
{
  gsize n = 0;

  while (n < length && line[n] == mark)
    n++;

  return n;
}

gboolean
fore_line_is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (line[i] != ' ' && line[i] != '\t')
      return FALSE;
  }

  return TRUE;
}

ForeBlock
fore_block_open (const char *line, gsize length)
{
  ForeBlock block = { FORE_BLOCK_NONE, 0 };
  gsize indent = count_indent (line, length);

  line += indent;
  length -= indent;
  if (indent > 3 || length < 3)
    return block;

  if (*line == '`' || *line == '~') {
    gsize width = count_marks (line, length, *line);

    /* A backtick further on makes it code in a line. */
    if (width >= 3 &&
        (*line == '~' || memchr (line + width, '`', length - width) == NULL)) {
      block.kind = *line == '~' ? FORE_BLOCK_TILDES : FORE_BLOCK_BACKTICKS;
      block.width = width;
    }
  } else if (length >= 4 && memcmp (line, "<!--", 4) == 0) {
    if (memmem (line + 4, length - 4, "-->", 3) == NULL)
      block.kind = FORE_BLOCK_COMMENT;
  }

  return block;
}

gboolean
fore_block_is_closed_by (ForeBlock block, const char *line, gsize length)
{
  char mark = block.kind == FORE_BLOCK_TILDES ? '~' : '`';
  gsize indent, width;

  if (block.kind == FORE_BLOCK_COMMENT)
    return memmem (line, length, "-->", 3) != NULL;

  indent = count_indent (line, length);
  if (indent > 3)
    return FALSE;

  line += indent;
  length -= indent;
  width = count_marks (line, length, mark);

  return width >= block.width && fore_line_is_blank (line + width, length - width);
}
