/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The term is a paragraph until a line with a marker shows what it is. cmark has closed
 * it by then if there is a blank line between, and cannot open a list again that a term
 * has closed, so each term starts a list of its own. Those are joined afterwards. */

#include "fore-definition-list.h"

#include "fore-inline.h"

#include <string.h>

/* How far what belongs to a definition is indented beyond its marker. */
#define INDENT 2

/* What is told of a definition. */
static char tight[] = "tight";

static const ForeDefinitionTypes *
get_types (cmark_syntax_extension *extension)
{
  return cmark_syntax_extension_get_private (extension);
}

/* Whether a marker and something to define stand here. */
static gboolean
is_marker (const char *at, const char *end)
{
  const char *content = at + 1;

  if (at == end || (*at != ':' && *at != '~'))
    return FALSE;
  while (content < end && (*content == ' ' || *content == '\t'))
    content++;

  return content > at + 1 && content < end && *content != '\n';
}

static gboolean
is_one_line (cmark_node *paragraph)
{
  const char *text = cmark_node_get_string_content (paragraph);
  const char *line_end = text != NULL ? strchr (text, '\n') : NULL;

  return text != NULL && (line_end == NULL || line_end[1] == '\0');
}

/* The paragraph that a marker on this line makes a term; NULL if there is none. */
static cmark_node *
find_term (cmark_parser *parser, cmark_node *parent)
{
  cmark_node *last = parent;

  if (cmark_node_get_type (parent) != CMARK_NODE_PARAGRAPH) {
    last = cmark_node_last_child (parent);
    if (last == NULL ||
        cmark_node_get_end_line (last) + 2 != cmark_parser_get_line_number (parser))
      return NULL;
  }

  return cmark_node_get_type (last) == CMARK_NODE_PARAGRAPH && is_one_line (last) ? last
                                                                                  : NULL;
}

static cmark_node *
open_list (cmark_syntax_extension *extension,
           cmark_parser *parser,
           cmark_node *parent,
           int column)
{
  const ForeDefinitionTypes *types = get_types (extension);
  cmark_node *paragraph = find_term (parser, parent);
  cmark_node *list, *term;

  if (paragraph == NULL)
    return NULL;

  list = cmark_parser_add_child (parser, parent, types->list, column);
  cmark_node_set_syntax_extension (list, extension);
  /* Unless it was a reference definition, and is gone. */
  paragraph = cmark_node_previous (list);
  term = cmark_node_new_with_ext (types->term, extension);
  cmark_node_append_child (list, term);
  if (paragraph != NULL && cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH)
    cmark_node_append_child (term, paragraph);

  return list;
}

static cmark_node *
open_cb (cmark_syntax_extension *extension,
         int indented,
         cmark_parser *parser,
         cmark_node *parent,
         unsigned char *input,
         int length)
{
  const ForeDefinitionTypes *types = get_types (extension);
  int first = cmark_parser_get_first_nonspace (parser);
  int indent = cmark_parser_get_indent (parser);
  cmark_node *node;

  if (indented ||
      !is_marker ((const char *) input + first, (const char *) input + length))
    return NULL;
  if (cmark_node_get_type (parent) != types->list)
    parent = open_list (extension, parser, parent, first + 1);
  if (parent == NULL)
    return NULL;

  node = cmark_parser_add_child (parser, parent, types->definition, first + 1);
  cmark_node_set_syntax_extension (node, extension);
  cmark_node_set_user_data (node, GINT_TO_POINTER (indent + INDENT));
  cmark_parser_advance_offset (parser, (const char *) input,
                               first + 1 - cmark_parser_get_offset (parser), FALSE);
  cmark_parser_advance_offset (parser, (const char *) input, 1, TRUE);

  return node;
}

static gboolean
belongs_to (cmark_node *definition, cmark_parser *parser)
{
  return cmark_parser_is_blank (parser) ||
         cmark_parser_get_indent (parser) >=
           GPOINTER_TO_INT (cmark_node_get_user_data (definition));
}

static int
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          unsigned char *input,
          int length,
          cmark_node *node)
{
  const ForeDefinitionTypes *types = get_types (extension);
  const char *at = (const char *) input + cmark_parser_get_first_nonspace (parser);

  if (cmark_node_get_type (node) == types->list)
    return belongs_to (cmark_node_last_child (node), parser) ||
           (cmark_parser_get_indent (parser) < 4 &&
            is_marker (at, (const char *) input + length));

  if (cmark_node_get_type (node) != types->definition || !belongs_to (node, parser))
    return FALSE;
  if (!cmark_parser_is_blank (parser))
    cmark_parser_advance_offset (parser, (const char *) input,
                                 GPOINTER_TO_INT (cmark_node_get_user_data (node)), TRUE);

  return TRUE;
}

static int
can_contain_cb (cmark_syntax_extension *extension,
                cmark_node *node,
                cmark_node_type child)
{
  const ForeDefinitionTypes *types = get_types (extension);

  if (cmark_node_get_type (node) == types->list)
    return child == types->term || child == types->definition;

  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK &&
         child != CMARK_NODE_ITEM && child != types->term && child != types->definition;
}

cmark_syntax_extension *
fore_definition_list_new (const ForeDefinitionTypes *types)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("definition-list");

  cmark_syntax_extension_set_private (self, (gpointer) types, NULL);
  cmark_syntax_extension_set_open_block_func (self, open_cb);
  cmark_syntax_extension_set_match_block_func (self, match_cb);
  cmark_syntax_extension_set_can_contain_func (self, can_contain_cb);

  return self;
}

gboolean
fore_definition_list_may_be_in (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, '\n', end - at)) != NULL;) {
    at++;
    while (at < end && (*at == ' ' || *at == '\t' || *at == '>'))
      at++;
    if (is_marker (at, end))
      return TRUE;
  }

  return FALSE;
}

/* A blank line between a term and what it means keeps the paragraphs of that. */
static void
find_tight (cmark_node *list, const ForeDefinitionTypes *types)
{
  gboolean term_is_tight = FALSE;

  for (cmark_node *node = cmark_node_first_child (list); node != NULL;
       node = cmark_node_next (node)) {
    cmark_node *text = cmark_node_first_child (node);
    cmark_node *next = cmark_node_next (node);

    if (cmark_node_get_type (node) == types->term)
      term_is_tight =
        text != NULL && next != NULL &&
        cmark_node_get_start_line (next) == cmark_node_get_end_line (text) + 1;
    else
      cmark_node_set_user_data (node, term_is_tight ? tight : NULL);
  }
}

static void
join_following (cmark_node *list, const ForeDefinitionTypes *types)
{
  cmark_node *next, *child;

  while ((next = cmark_node_next (list)) != NULL &&
         cmark_node_get_type (next) == types->list) {
    while ((child = cmark_node_first_child (next)) != NULL)
      cmark_node_append_child (list, child);
    cmark_node_free (next);
  }

  find_tight (list, types);
}

void
fore_definition_list_join (cmark_node *document, const ForeDefinitionTypes *types)
{
  for (cmark_node *node = document; node != NULL;
       node = fore_inline_next (node, document)) {
    if (cmark_node_get_type (node) == types->list)
      join_following (node, types);
  }
}

gboolean
fore_definition_list_is_bare (cmark_node *paragraph)
{
  return cmark_node_get_user_data (cmark_node_parent (paragraph)) == tight &&
         cmark_node_previous (paragraph) == NULL && cmark_node_next (paragraph) == NULL;
}
