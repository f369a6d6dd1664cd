/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-renderer-private.h"
#include "fore-tag.h"

#include <string.h>

/* The content of a `style` element in a paragraph, and the node of its end tag; NULL if
 * there is none. cmark has taken it for Markdown, but most of it is still text. */
static cmark_node *
find_inline_style_end (cmark_node *start, GString *css)
{
  for (cmark_node *node = cmark_node_next (start); node != NULL;
       node = cmark_node_next (node)) {
    const char *literal = cmark_node_get_literal (node);

    if (cmark_node_get_type (node) == CMARK_NODE_HTML_INLINE &&
        g_ascii_strncasecmp (literal, "</style", strlen ("</style")) == 0)
      return node;

    g_string_append (css, literal != NULL ? literal : "\n");
  }

  return NULL;
}

static gboolean
write_inline_style (ForeRenderer *self, cmark_node *start)
{
  g_autoptr (GString) css = g_string_new (NULL);
  cmark_node *end = find_inline_style_end (start, css);

  if (end == NULL || fore_tag_find_end_tag (css->str, css->str + css->len, "style"))
    return FALSE;

  fore_raw_html_add_style (&self->raw, css->str, css->len, self->line);
  cmark_iter_reset (self->iter, end, CMARK_EVENT_ENTER);

  return TRUE;
}

void
fore_renderer_write_html (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *html = cmark_node_get_literal (node);
  gboolean is_style = g_ascii_strncasecmp (html, "<style", strlen ("<style")) == 0;

  if (self->image_depth > 0)
    return;
  if (cmark_node_get_type (node) == CMARK_NODE_HTML_INLINE && is_style &&
      write_inline_style (self, node))
    return;

  fore_raw_html_add (&self->raw, html, strlen (html), self->line);
}

void
fore_renderer_write_html_block (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  fore_renderer_mark_block (self, FALSE);
  fore_html_add_line_end (self->html);
  fore_renderer_write_html (self, node, TRUE);
  fore_raw_html_end_piece (&self->raw);
  fore_html_add_line_end (self->html);
  fore_renderer_mark_block (self, FALSE);
}

/* Whether a drawing can go on with this node. */
static gboolean
is_part_of_drawing (cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_HTML_INLINE:
    return TRUE;
  default:
    return FALSE;
  }
}

void
fore_renderer_end_drawing (ForeRenderer *self, cmark_node *node)
{
  if (fore_raw_html_is_in_svg (&self->raw) && !is_part_of_drawing (node))
    fore_raw_html_end_piece (&self->raw);
}
