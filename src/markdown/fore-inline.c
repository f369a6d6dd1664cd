/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-inline.h"

#include <string.h>

cmark_node *
fore_inline_skip (cmark_node *node, cmark_node *block)
{
  while (node != block) {
    cmark_node *next = cmark_node_next (node);

    if (next != NULL)
      return next;
    node = cmark_node_parent (node);
  }

  return NULL;
}

cmark_node *
fore_inline_next (cmark_node *node, cmark_node *block)
{
  cmark_node *child = cmark_node_first_child (node);

  return child != NULL ? child : fore_inline_skip (node, block);
}

cmark_node *
fore_text_new (const char *text, gsize length)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);
  g_autofree char *copy = g_strndup (text, length);

  cmark_node_set_literal (node, copy);

  return node;
}

const char *
fore_text_cut_init (ForeTextCut *self, cmark_node *node)
{
  *self = (ForeTextCut){ .node = node, .text = g_strdup (cmark_node_get_literal (node)) };

  return self->text;
}

void
fore_text_cut_put (ForeTextCut *self, gsize start, gsize length, cmark_node *node)
{
  g_assert (start >= self->done);

  if (start > self->done)
    cmark_node_insert_before (
      self->node, fore_text_new (self->text + self->done, start - self->done));
  cmark_node_insert_before (self->node, node);
  self->done = start + length;
}

void
fore_text_cut_finish (ForeTextCut *self)
{
  if (self->done > 0 && self->text[self->done] == '\0')
    cmark_node_free (self->node);
  else if (self->done > 0)
    cmark_node_set_literal (self->node, self->text + self->done);

  g_free (self->text);
}
