/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A container goes on from line to line until its last, which has as many colons as the
 * first or more. That line is read to its end here, so that to what stands inside it is a
 * blank line, and the container refuses the line after it. */

#include "fore-container.h"

#include <string.h>

#define COLONS_MIN 3
#define INDENT_MAX 3
#define DEPTH_MAX 16

typedef struct {
  guint n_colons;
  gboolean is_closed;
  char *info;
} ForeContainer;

static const char *const names[] = { "success", "info", "warning", "danger", "spoiler" };

static void
container_free_cb (cmark_mem *memory, void *data)
{
  ForeContainer *self = data;

  g_free (self->info);
  g_free (self);
}

static guint
count_colons (const char *at, const char *end)
{
  const char *start = at;

  while (at < end && *at == ':')
    at++;

  return at - start;
}

static gboolean
has_known_name (const char *info)
{
  gsize length = strcspn (info, " ");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strlen (names[i]) == length && strncmp (info, names[i], length) == 0)
      return TRUE;
  }

  return FALSE;
}

/* Every line is shown to all containers that are open. */
static gboolean
is_too_deep (cmark_node *node, cmark_node_type type)
{
  guint depth = 0;

  for (; node != NULL; node = cmark_node_parent (node)) {
    if (cmark_node_get_type (node) == type && ++depth == DEPTH_MAX)
      return TRUE;
  }

  return FALSE;
}

static cmark_node *
open_cb (cmark_syntax_extension *extension,
         int indented,
         cmark_parser *parser,
         cmark_node *parent,
         unsigned char *input,
         int length)
{
  int first = cmark_parser_get_first_nonspace (parser);
  const char *at = (const char *) input + first;
  const char *end = (const char *) input + length;
  guint n_colons = count_colons (at, end);
  g_autofree char *info = NULL;
  cmark_node_type type;
  ForeContainer *self;
  cmark_node *node;

  if (indented || n_colons < COLONS_MIN)
    return NULL;
  info = g_strstrip (g_strndup (at + n_colons, end - at - n_colons));
  type =
    (cmark_node_type) GPOINTER_TO_INT (cmark_syntax_extension_get_private (extension));
  if (!has_known_name (info) || is_too_deep (parent, type))
    return NULL;

  node = cmark_parser_add_child (parser, parent, type, first + 1);
  cmark_node_set_syntax_extension (node, extension);
  self = g_new0 (ForeContainer, 1);
  self->n_colons = n_colons;
  self->info = g_steal_pointer (&info);
  cmark_node_set_user_data (node, self);
  cmark_node_set_user_data_free_func (node, container_free_cb);
  cmark_parser_advance_offset (parser, (const char *) input,
                               length - 1 - cmark_parser_get_offset (parser), FALSE);

  return node;
}

static gboolean
is_last_line (const ForeContainer *self, const char *at, const char *end)
{
  guint n_colons = count_colons (at, end);

  if (n_colons < self->n_colons)
    return FALSE;
  for (at += n_colons; at < end; at++) {
    if (!g_ascii_isspace (*at))
      return FALSE;
  }

  return TRUE;
}

static int
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          unsigned char *input,
          int length,
          cmark_node *node)
{
  ForeContainer *self = cmark_node_get_user_data (node);
  const char *at = (const char *) input + cmark_parser_get_first_nonspace (parser);
  const char *end = (const char *) input + length;

  if (self->is_closed)
    return FALSE;

  if (cmark_parser_get_indent (parser) <= INDENT_MAX && is_last_line (self, at, end)) {
    self->is_closed = TRUE;
    cmark_parser_advance_offset (parser, (const char *) input,
                                 length - 1 - cmark_parser_get_offset (parser), FALSE);
  }

  return TRUE;
}

static int
can_contain_cb (cmark_syntax_extension *extension,
                cmark_node *node,
                cmark_node_type child)
{
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK &&
         child != CMARK_NODE_ITEM;
}

cmark_syntax_extension *
fore_container_new (cmark_node_type type)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("container");

  cmark_syntax_extension_set_private (self, GINT_TO_POINTER (type), NULL);
  cmark_syntax_extension_set_open_block_func (self, open_cb);
  cmark_syntax_extension_set_match_block_func (self, match_cb);
  cmark_syntax_extension_set_can_contain_func (self, can_contain_cb);

  return self;
}

const char *
fore_container_get_info (cmark_node *node)
{
  const ForeContainer *self = cmark_node_get_user_data (node);

  return self->info;
}

const char *
fore_container_get_spoiler_title (const char *info)
{
  gsize length = strlen ("spoiler");

  if (strncmp (info, "spoiler", length) != 0 ||
      (info[length] != '\0' && info[length] != ' '))
    return NULL;

  return info + length + strspn (info + length, " ");
}
