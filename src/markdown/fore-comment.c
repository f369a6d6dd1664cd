/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* reveal.js finds `.element` or `.slide:` anywhere in a comment and takes the rest of the
 * line; in it, each `name="value"` is an attribute, and all else is passed over. We read
 * more than that: what an HTML tag may look like, and the lines after the first. */

#include "fore-comment.h"

#include <string.h>

typedef struct {
  const char *at;
  const char *end;
  const char *line_end;
  /* Right behind the marker. */
  const char *first;
  ForeComment *comment;
} ForeCommentReader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
skip_blanks (ForeCommentReader *self)
{
  while (self->at < self->end && is_blank (*self->at))
    self->at++;
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* Text processors turn quotes into these. */
static gsize
get_curly_quote_length (const char *at, const char *end)
{
  static const char *const quotes[] = { "“", "”", "„", "‘", "’", "‚" };

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++) {
    gsize length = strlen (quotes[i]);

    if (length <= (gsize) (end - at) && memcmp (at, quotes[i], length) == 0)
      return length;
  }

  return 0;
}

static char *
read_curly_value (ForeCommentReader *self)
{
  const char *start;
  gsize length = 0;

  self->at += get_curly_quote_length (self->at, self->end);
  start = self->at;
  while (self->at < self->end && *self->at != '\n' &&
         (length = get_curly_quote_length (self->at, self->end)) == 0)
    self->at++;
  self->at += length;

  return g_strndup (start, self->at - length - start);
}

/* From behind `=` and blanks. */
static char *
read_value (ForeCommentReader *self)
{
  const char *start = self->at;
  const char *end;

  if (start == self->end)
    return g_strdup ("");
  if (get_curly_quote_length (start, self->end) > 0)
    return read_curly_value (self);

  if (*start == '"' || *start == '\'') {
    end = memchr (start + 1, *start, self->end - start - 1);
    if (end == NULL)
      end = self->end;
    self->at = MIN (end + 1, self->end);
    start++;
  } else {
    while (self->at < self->end && !is_blank (*self->at))
      self->at++;
    end = self->at;
  }

  return g_strndup (start, end - start);
}

static void
set_attribute (ForeCommentReader *self, const char *name, const char *value)
{
  ForeComment *comment = self->comment;
  ForeAddressUse use;

  if (strcmp (name, "data-notes") != 0 &&
      fore_policy_judge_attribute (NULL, name, &use) == FORE_ATTRIBUTE_REFUSED) {
    if (comment->refused == NULL)
      comment->refused = g_strdup (name);
    return;
  }

  fore_attributes_set (&comment->attributes, name, value);
}

/* Whether HedgeDoc sees that a name begins here: it takes a colon for a part of it, but
 * not that of `.slide:`. */
static gboolean
follows_end (const ForeCommentReader *self, const char *name)
{
  return name[-1] == ' ' || name[-1] == '"' ||
         (name == self->first && self->comment->kind == FORE_COMMENT_SLIDE);
}

/* Without a value it is an attribute only if its name says so: words may be a remark. */
static void
read_attribute (ForeCommentReader *self)
{
  const char *start = self->at;
  const char *name_end, *value_start;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  gboolean is_strict;

  while (self->at < self->end && is_name (*self->at))
    self->at++;
  name_end = self->at;
  name = g_ascii_strdown (start, name_end - start);

  skip_blanks (self);
  if (self->at == self->end || *self->at != '=') {
    self->at = name_end;
    if (g_str_has_prefix (name, "data-")) {
      set_attribute (self, name, "");
      self->comment->is_lenient = TRUE;
    }
    return;
  }

  self->at++;
  skip_blanks (self);
  value_start = self->at;
  value = read_value (self);
  is_strict = value_start == name_end + 1 && *value_start == '"' && value[0] != '\0' &&
              strchr (value, '=') == NULL && self->at <= self->line_end &&
              follows_end (self, start);
  set_attribute (self, name, value);
  self->comment->is_lenient |= !is_strict;
}

static void
read_attributes (ForeCommentReader *self)
{
  while (self->at < self->end) {
    if (is_name (*self->at))
      read_attribute (self);
    else
      self->at++;
  }
}

static const char *
find_marker (const char *text, gsize length, const char *marker)
{
  const char *found = g_strstr_len (text, length, marker);
  const char *after = found != NULL ? found + strlen (marker) : NULL;

  /* Nothing but blanks after it is no instruction. */
  while (after != NULL && after < text + length && is_blank (*after))
    after++;

  return after != NULL && after < text + length ? found : NULL;
}

void
fore_comment_read (const char *text, gsize length, ForeComment *comment)
{
  ForeCommentReader reader = { .end = text + length, .comment = comment };
  const char *start;

  *comment = (ForeComment){ .kind = FORE_COMMENT_ELEMENT };

  start = find_marker (text, length, ".element");
  if (start != NULL) {
    reader.at = start + strlen (".element");
  } else {
    start = find_marker (text, length, ".slide:");
    comment->kind = start != NULL ? FORE_COMMENT_SLIDE : FORE_COMMENT_PLAIN;
    if (start == NULL)
      return;
    reader.at = start + strlen (".slide:");
  }

  comment->start = start - text;
  comment->length = length - comment->start;

  reader.first = reader.at;
  skip_blanks (&reader);
  reader.line_end = memchr (reader.at, '\n', reader.end - reader.at);
  if (reader.line_end == NULL)
    reader.line_end = reader.end;
  read_attributes (&reader);
}

void
fore_comment_clear (ForeComment *self)
{
  g_clear_pointer (&self->attributes, g_array_unref);
  g_clear_pointer (&self->refused, g_free);
}
