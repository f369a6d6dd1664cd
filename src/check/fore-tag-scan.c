/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-tag-scan.h"

#include <string.h>

/* An attribute's value may hold a bracket. */
static const char *
find_end (const char *at)
{
  char quote = '\0';

  for (; *at != '\0'; at++) {
    if (quote != '\0') {
      if (*at == quote)
        quote = '\0';
    } else if (*at == '"' || *at == '\'') {
      quote = *at;
    } else if (*at == '>') {
      return at;
    } else if (*at == '<') {
      return NULL;
    }
  }

  return NULL;
}

static gboolean
read_comment (const char *at, ForeScannedTag *tag)
{
  const char *end = strstr (at, "-->");

  if (end == NULL)
    return FALSE;
  *tag = (ForeScannedTag){
    .start = at,
    .end = end + 3,
    .attributes = { at + 4, (gsize) (end - at - 4) },
  };

  return TRUE;
}

static gboolean
read_tag (const char *at, ForeScannedTag *tag)
{
  const char *name = at + 1;
  const char *end;
  gsize length = 0;
  gboolean is_end = *name == '/';

  if (is_end)
    name++;
  while (g_ascii_isalnum (name[length]))
    length++;
  if (!g_ascii_isalpha (*name) || length >= sizeof tag->name ||
      strchr (" \t\n/>", name[length]) == NULL)
    return FALSE;
  end = find_end (name + length);
  if (end == NULL)
    return FALSE;

  *tag = (ForeScannedTag){
    .start = at,
    .end = end + 1,
    .is_end = is_end,
    .is_closed = end[-1] == '/',
    .attributes = { name + length, (gsize) (end - name) - length },
  };
  for (gsize i = 0; i < length; i++)
    tag->name[i] = g_ascii_tolower (name[i]);

  return TRUE;
}

gboolean
fore_tag_scan (const char **at, ForeScannedTag *tag)
{
  const char *start = *at;

  for (const char *c = start; (c = strchr (c, '<')) != NULL; c++) {
    gboolean found;

    if (c > start && c[-1] == '\\')
      continue;
    found = g_str_has_prefix (c, "<!--") ? read_comment (c, tag) : read_tag (c, tag);
    if (!found)
      continue;
    *at = tag->end;
    if (!tag->is_end && g_str_equal (tag->name, "style")) {
      const char *close = strstr (tag->end, "</style");

      *at = close != NULL ? close : tag->end + strlen (tag->end);
    }
    return TRUE;
  }
  *at = start + strlen (start);

  return FALSE;
}

gboolean
fore_tag_find_attribute (const ForeScannedTag *tag, const char *name, ForeTagText *value)
{
  const char *limit = tag->attributes.start + tag->attributes.length;
  gsize length = strlen (name);

  for (const char *at = tag->attributes.start; at < limit;) {
    const char *start;
    gsize n;

    while (at < limit && (g_ascii_isspace (*at) || *at == '/'))
      at++;
    start = at;
    while (at < limit && !g_ascii_isspace (*at) && *at != '=')
      at++;
    n = (gsize) (at - start);
    *value = (ForeTagText){ at, 0 };
    if (at < limit && *at == '=') {
      char quote = at + 1 < limit ? at[1] : '\0';

      at++;
      if (quote == '"' || quote == '\'') {
        value->start = ++at;
        while (at < limit && *at != quote)
          at++;
        value->length = (gsize) (at - value->start);
        at += at < limit;
      } else {
        value->start = at;
        while (at < limit && !g_ascii_isspace (*at))
          at++;
        value->length = (gsize) (at - value->start);
      }
    }
    if (n == length && g_ascii_strncasecmp (start, name, n) == 0)
      return TRUE;
    if (at == start)
      at++;
  }

  return FALSE;
}
