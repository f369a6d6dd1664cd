/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One pass over the lines, which knows three states: outside of lists and quotes, in a
 * paragraph of one, and behind something else in one (code, a heading, a table), where
 * such a line does start a block. A blank line leads outside. When in doubt the line is
 * left alone. */

#include "fore-lazy-line.h"

#include "fore-tag.h"

#include <string.h>

typedef enum {
  OUTSIDE,
  IN_PARAGRAPH,
  IN_OTHER,
} State;

/* Tags that start a block wherever they stand, so that cmark is right about them. */
static const char *const block_tags[] = {
  "address", "article",  "aside",    "blockquote", "body",     "caption", "center",
  "col",     "colgroup", "dd",       "details",    "dialog",   "dir",     "div",
  "dl",      "dt",       "fieldset", "figcaption", "figure",   "footer",  "form",
  "frame",   "frameset", "h1",       "h2",         "h3",       "h4",      "h5",
  "h6",      "head",     "header",   "hr",         "html",     "iframe",  "legend",
  "li",      "link",     "main",     "menu",       "menuitem", "nav",     "noframes",
  "ol",      "optgroup", "option",   "p",          "param",    "pre",     "script",
  "section", "source",   "style",    "summary",    "table",    "tbody",   "td",
  "tfoot",   "th",       "thead",    "title",      "tr",       "track",   "ul",
};

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;

  return at;
}

static gboolean
is_block_tag (const ForeTag *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (block_tags); i++) {
    if (tag->name_length == strlen (block_tags[i]) &&
        g_ascii_strncasecmp (tag->name, block_tags[i], tag->name_length) == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_only_tag (const char *line, const char *end)
{
  const char *start = line;
  ForeTag tag;

  while (start < end && *start == ' ')
    start++;

  return start - line < 4 && start < end && *start == '<' &&
         fore_tag_read (start, end, &tag) == FORE_TAG_READ && !is_block_tag (&tag) &&
         skip_blanks (start + tag.length, end) == end;
}

/* Behind the markers of quotes and list items, or @line itself where there are none. */
static const char *
skip_markers (const char *line, const char *end)
{
  const char *content = line;

  while (TRUE) {
    const char *at = skip_blanks (content, end);
    const char *digits = at;

    while (at < end && at - digits < 9 && g_ascii_isdigit (*at))
      at++;
    if (at == end)
      return content;
    if (at > digits ? *at != '.' && *at != ')' : strchr ("-+*>", *at) == NULL)
      return content;
    at++;
    if (at < end && at[-1] != '>' && *at != ' ' && *at != '\t')
      return content;
    content = at;
  }
}

/* Whether a line is all of one of these, as rules and underlines are. */
static gboolean
is_rule (const char *at, const char *end)
{
  char kind = *at;

  if (strchr ("-=*_", kind) == NULL)
    return FALSE;
  while (at < end && (*at == kind || *at == ' ' || *at == '\t'))
    at++;

  return at == end;
}

static State
read_content (const char *content, const char *end)
{
  const char *at = skip_blanks (content, end);

  if (at == end || strchr ("#<|", *at) != NULL || is_rule (at, end) ||
      memchr (at, '|', end - at) != NULL)
    return IN_OTHER;

  return IN_PARAGRAPH;
}

static gboolean
is_fence (const char *content, const char *end)
{
  const char *at = skip_blanks (content, end);

  return end - at >= 3 && (memcmp (at, "```", 3) == 0 || memcmp (at, "~~~", 3) == 0);
}

void
fore_lazy_lines_init (ForeLazyLines *self, const char *text, const char *end)
{
  *self = (ForeLazyLines){ text, end, OUTSIDE, FALSE };
}

const char *
fore_lazy_lines_next (ForeLazyLines *self)
{
  while (self->at < self->end) {
    const char *line = self->at;
    const char *end = memchr (line, '\n', self->end - line);
    const char *content;

    if (end == NULL)
      end = self->end;
    self->at = end + 1;
    content = skip_markers (line, end);
    if (is_fence (content, end)) {
      self->in_fence = !self->in_fence;
      self->state = IN_OTHER;
    } else if (skip_blanks (line, end) == end) {
      self->state = OUTSIDE;
    } else if (self->in_fence) {
      self->state = IN_OTHER;
    } else if (self->state == IN_PARAGRAPH && is_only_tag (line, end)) {
      return line;
    } else if (self->state != OUTSIDE || content > line) {
      self->state = read_content (content, end);
    }
  }

  return NULL;
}
