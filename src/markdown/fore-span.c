/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-span.h"

#include <string.h>

static void
span_free_cb (cmark_mem *memory, void *data)
{
  ForeSpan *self = data;

  g_free (self->text);
  g_free (self);
}

static cmark_node *
new_node (ForeSpanKind kind, gconstpointer data, char *text)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_EMPH);
  ForeSpan *self = g_new0 (ForeSpan, 1);

  self->kind = kind;
  self->data = data;
  self->text = text;
  cmark_node_set_user_data (node, self);
  cmark_node_set_user_data_free_func (node, span_free_cb);

  return node;
}

cmark_node *
fore_span_new (ForeSpanKind kind, gconstpointer data)
{
  return new_node (kind, data, NULL);
}

cmark_node *
fore_span_new_with_text (ForeSpanKind kind, char *text)
{
  return new_node (kind, text, text);
}

const ForeSpan *
fore_span_get (cmark_node *node)
{
  if (cmark_node_get_type (node) != CMARK_NODE_EMPH)
    return NULL;

  return cmark_node_get_user_data (node);
}

void
fore_span_replace (cmark_node *node, const char *old, const char *new)
{
  ForeSpan *self = (ForeSpan *) fore_span_get (node);
  GString *text;

  if (self == NULL || self->text == NULL || strstr (self->text, old) == NULL)
    return;

  text = g_string_new (self->text);
  g_string_replace (text, old, new, 0);
  g_free (self->text);
  self->text = g_string_free (text, FALSE);
  self->data = self->text;
}
