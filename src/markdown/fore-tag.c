/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The states of the HTML standard's tokenizer that lie between `<` and `>`, written as
 * straight code. A tag must end here where it ends for an HTML parser, or one of the two
 * takes for text what the other takes for a tag. */

#include "fore-tag.h"

#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* From behind `=`. Returns the byte after the value, or NULL if it does not end. */
static const char *
skip_value (const char *at, const char *end)
{
  while (at < end && is_blank (*at))
    at++;
  if (at == end)
    return NULL;

  if (*at == '"' || *at == '\'') {
    at = memchr (at + 1, *at, end - at - 1);
    return at != NULL ? at + 1 : NULL;
  }

  while (at < end && !is_blank (*at) && *at != '>')
    at++;

  return at;
}

static const char *
skip_attribute (const char *at, const char *end)
{
  const char *name_end, *equals;

  /* Even `=`, if it comes first, is part of the name. */
  at++;
  while (at < end && !is_blank (*at) && *at != '/' && *at != '>' && *at != '=')
    at++;

  name_end = equals = at;
  while (equals < end && is_blank (*equals))
    equals++;
  if (equals == end || *equals != '=')
    return name_end;

  return skip_value (equals + 1, end);
}

static void
keep_attribute (ForeTag *tag, const char *start, const char *end)
{
  if (tag->n_attributes == FORE_TAG_MAX_ATTRIBUTES)
    return;

  tag->attributes[tag->n_attributes].start = start;
  tag->attributes[tag->n_attributes].length = end - start;
  tag->n_attributes++;
}

ForeTagResult
fore_tag_read (const char *at, const char *end, ForeTag *tag)
{
  const char *start = at++;

  g_assert (*start == '<');

  tag->is_end = at < end && *at == '/';
  if (tag->is_end)
    at++;
  if (at == end || !g_ascii_isalpha (*at))
    return FORE_TAG_NONE;

  tag->name = at;
  while (at < end && !is_blank (*at) && *at != '/' && *at != '>')
    at++;
  tag->name_length = at - tag->name;
  tag->is_self_closing = FALSE;
  tag->n_attributes = 0;

  while (at < end && *at != '>') {
    tag->is_self_closing = *at == '/';
    if (is_blank (*at) || *at == '/') {
      at++;
    } else {
      const char *attribute = at;

      at = skip_attribute (at, end);
      if (at == NULL)
        return FORE_TAG_UNCLOSED;
      keep_attribute (tag, attribute, at);
    }
  }
  if (at == end)
    return FORE_TAG_UNCLOSED;

  tag->length = at + 1 - start;

  return FORE_TAG_READ;
}

const char *
fore_tag_find_end_tag (const char *at, const char *end, const char *name)
{
  gsize length = strlen (name);

  while ((at = memchr (at, '<', end - at)) != NULL) {
    const char *after = at + 2 + length;

    if (after < end && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, length) == 0 &&
        (is_blank (*after) || *after == '/' || *after == '>'))
      return at;
    at++;
  }

  return NULL;
}
