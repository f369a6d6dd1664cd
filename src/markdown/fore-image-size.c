/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The size is taken out of the source where something is written as a link with a size
 * would be; a mark at the end of its address or title takes its place. cmark then finds
 * out what are pictures, and what of it is code. */

#include "fore-image-size.h"

#include "fore-inline.h"

#include <string.h>

/* No address or title is longer, and no search goes further. */
#define PART_MAX 4096

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;

  return at;
}

/* Skips `<address>`. */
static const char *
skip_pointy (const char *at, const char *end)
{
  for (at++; at < end && *at != '\n' && *at != '<'; at++) {
    if (*at == '>')
      return at + 1;
    if (*at == '\\')
      at++;
  }

  return NULL;
}

static const char *
skip_address (const char *at, const char *end)
{
  guint depth = 0;

  if (at < end && *at == '<')
    return skip_pointy (at, end);

  for (; at < end && (guchar) *at > ' '; at++) {
    if (*at == '\\' && at + 1 < end && g_ascii_ispunct (at[1]))
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && depth-- == 0)
      return NULL;
  }

  return depth == 0 ? at : NULL;
}

static const char *
skip_title (const char *at, const char *end)
{
  char closing = *at == '(' ? ')' : *at;

  for (at++; at < end && *at != '\n'; at++) {
    if (*at == closing)
      return at + 1;
    if (*at == '\\')
      at++;
  }

  return NULL;
}

static const char *
skip_number (const char *at, const char *end)
{
  while (at < end && (g_ascii_isdigit (*at) || *at == '%'))
    at++;

  return at;
}

/* Skips `=WxH`. */
static const char *
skip_size (const char *at, const char *end)
{
  if (at == end || *at != '=' || at + 1 == end || at[1] == '%')
    return NULL;
  at = skip_number (at + 1, end);

  return at < end && *at == 'x' ? skip_number (at + 1, end) : NULL;
}

const char *
fore_image_size_set_aside (ForeAside *aside,
                           const char *text,
                           const char *at,
                           const char *end)
{
  const char *start = skip_blanks (at + 2, end);
  const char *limit = end - at > PART_MAX ? at + PART_MAX : end;
  const char *part_end = skip_address (start, limit);
  const char *size, *after;
  gsize keep;

  if (part_end == NULL || part_end == start)
    return at + 2;
  keep = *start == '<';

  size = skip_blanks (part_end, limit);
  if (size > part_end && size < limit && strchr ("\"'(", *size) != NULL) {
    part_end = skip_title (size, limit);
    if (part_end == NULL)
      return at + 2;
    keep = 1;
    size = skip_blanks (part_end, limit);
  }

  after = size > part_end && size[-1] == ' ' ? skip_size (size, limit) : NULL;
  after = after != NULL ? skip_blanks (after, limit) : NULL;
  if (after == NULL || after == limit || *after != ')')
    return at + 2;

  part_end -= keep;
  fore_aside_put (aside, text, part_end - text, after - part_end, keep);

  return after;
}

static void
size_free_cb (cmark_mem *memory, void *data)
{
  ForeImageSize *size = data;

  g_free (size->width);
  g_free (size->height);
  g_free (size);
}

/* @piece: ends in `=WxH` and perhaps blanks. */
static void
set_size (cmark_node *image, const char *piece)
{
  const char *width = strrchr (piece, '=') + 1;
  const char *height = strchr (width, 'x') + 1;
  ForeImageSize *size = g_new0 (ForeImageSize, 1);

  size->width = g_strndup (width, height - 1 - width);
  size->height = g_strndup (height, strspn (height, "0123456789%"));
  cmark_node_set_user_data (image, size);
  cmark_node_set_user_data_free_func (image, size_free_cb);
}

static void
replace_by_text (ForeAside *aside, cmark_node *link)
{
  const char *url = cmark_node_get_url (link);
  const char *title = cmark_node_get_title (link);
  gboolean has_title = title != NULL && title[0] != '\0';
  g_autofree char *parts =
    has_title ? g_strconcat (url, " \"", title, NULL) : g_strdup (url);
  g_autofree char *restored = fore_aside_restore (aside, parts);
  g_autofree char *end = g_strconcat ("](", restored, ")", NULL);
  cmark_node *child;

  cmark_node_insert_before (link, fore_text_new ("[", 1));
  while ((child = cmark_node_first_child (link)) != NULL)
    cmark_node_insert_before (link, child);
  cmark_node_insert_before (link, fore_text_new (end, strlen (end)));
  cmark_node_free (link);
}

static void
apply_to_image (ForeAside *aside, cmark_node *image)
{
  const char *url = cmark_node_get_url (image);
  const char *title = cmark_node_get_title (image);
  gboolean in_title = fore_aside_find (aside, title, &(const char *){ NULL },
                                       &(const char *){ NULL }) != NULL;
  const char *text = in_title ? title : url;
  const char *end, *piece;
  const char *mark = fore_aside_find (aside, text, &end, &piece);
  g_autofree char *rest = NULL;

  if (mark == NULL)
    return;

  set_size (image, piece);
  rest = g_strndup (text, mark - text);
  if (in_title)
    cmark_node_set_title (image, rest);
  else
    cmark_node_set_url (image, rest);
}

static gboolean
has_mark (ForeAside *aside, cmark_node *node)
{
  const char *end, *piece;

  return fore_aside_find (aside, cmark_node_get_url (node), &end, &piece) != NULL ||
         fore_aside_find (aside, cmark_node_get_title (node), &end, &piece) != NULL;
}

void
fore_image_size_apply (ForeAside *aside, cmark_node *document)
{
  cmark_node *next;

  for (cmark_node *node = document; node != NULL; node = next) {
    int type = cmark_node_get_type (node);

    next = fore_inline_next (node, document);
    if (type == CMARK_NODE_IMAGE)
      apply_to_image (aside, node);
    else if (type == CMARK_NODE_LINK && has_mark (aside, node))
      replace_by_text (aside, node);
  }
}

const ForeImageSize *
fore_image_size_get (cmark_node *image)
{
  return cmark_node_get_user_data (image);
}
