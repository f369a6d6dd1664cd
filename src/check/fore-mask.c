/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Rules look at the source and not at the HTML, since what they say must have a line and
 * a column. All of them look past code and comments, so these are blanked out once. */

#include "fore-mask.h"

#include "fore-block.h"
#include "fore-slide-text.h"

#include <string.h>

static void
blank (char *from, const char *to)
{
  for (; from < to; from++) {
    if (*from != '\n')
      *from = ' ';
  }
}

static gboolean
says_something (const char *comment)
{
  const char *word = comment + strlen ("<!--");

  while (g_ascii_isspace (*word))
    word++;

  return g_str_has_prefix (word, ".slide") || g_str_has_prefix (word, ".element");
}

static void
blank_comments (char *text)
{
  for (char *at = text; (at = strstr (at, "<!--")) != NULL;) {
    const char *end = strstr (at + 4, "-->");

    if (end == NULL)
      return;
    if (!says_something (at))
      blank (at, end + 3);
    at = text + (end + 3 - text);
  }
}

/* The blocks first: what stands in a fence is neither a comment nor a span of code. */
static void
blank_fences (char *text)
{
  ForeBlock block = { FORE_BLOCK_NONE, 0 };
  char *limit = text + strlen (text);

  for (char *line = text; line < limit;) {
    const char *end = fore_line_find_end (line, limit);
    gsize length = (gsize) (end - line);

    if (block.kind == FORE_BLOCK_NONE) {
      block = fore_block_open (line, length);
      if (block.kind == FORE_BLOCK_COMMENT)
        block.kind = FORE_BLOCK_NONE;
      else if (block.kind != FORE_BLOCK_NONE)
        blank (line, end);
    } else {
      if (fore_block_is_closed_by (block, line, length))
        block.kind = FORE_BLOCK_NONE;
      blank (line, end);
    }
    line = text + (end - text) + (end < limit ? 1 : 0);
    if (end == limit)
      break;
  }
}

/* Wider runs of backticks close nothing here. */
#define MAX_WIDTH 32

static char *
find_run (char *at, const char *limit, gsize width)
{
  while (at < limit && (at = memchr (at, '`', (gsize) (limit - at))) != NULL) {
    gsize run = strspn (at, "`");

    if (run == width)
      return at;
    at += run;
  }

  return NULL;
}

/* A width that nothing closes is not looked for again, so that no text is slow. */
static void
blank_spans_of_paragraph (char *start, const char *limit)
{
  char *at = start;
  gboolean is_open[MAX_WIDTH] = { FALSE };

  while (at < limit && (at = memchr (at, '`', (gsize) (limit - at))) != NULL) {
    gsize width = strspn (at, "`");
    char *end = NULL;

    if (width < MAX_WIDTH && !is_open[width] && (at == start || at[-1] != '\\'))
      end = find_run (at + width, limit, width);
    if (width < MAX_WIDTH && end == NULL)
      is_open[width] = TRUE;
    if (end != NULL)
      blank (at, end + width);
    at = (end != NULL ? end : at) + width;
  }
}

static void
blank_spans (char *text)
{
  for (char *at = text; *at != '\0';) {
    char *gap = strstr (at, "\n\n");
    char *end = gap != NULL ? gap + 2 : at + strlen (at);

    blank_spans_of_paragraph (at, end);
    at = end;
  }
}

static void
blank_notes (char *mask, const char *text)
{
  ForeSlideText parts = { NULL };
  gsize length = strlen (text);

  fore_slide_text_read (&parts, text, length, FALSE);
  if (parts.notes_line > 0) {
    char *at = mask;

    for (guint i = 1; i < parts.notes_line && at != NULL; i++)
      at = strchr (at, '\n') != NULL ? strchr (at, '\n') + 1 : NULL;
    if (at != NULL)
      blank (at, mask + length);
  }
  fore_slide_text_clear (&parts);
}

char *
fore_mask_new (const char *text, gboolean with_notes)
{
  char *mask = g_strdup (text);

  blank_fences (mask);
  blank_comments (mask);
  blank_spans (mask);
  if (!with_notes)
    blank_notes (mask, text);

  return mask;
}
