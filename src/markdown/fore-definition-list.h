/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeDefinitionTypes:
 * @list: all that follows one on the other
 * @term: a line of text
 * @definition: what stands behind `:` or `~`, and further indented below that
 *
 * The types of the nodes of a definition list.
 */
typedef struct {
  cmark_node_type list;
  cmark_node_type term;
  cmark_node_type definition;
} ForeDefinitionTypes;

/**
 * fore_definition_list_new:
 * @types: static
 *
 * A line of text, and below it lines that start with `:` or `~` (HedgeDoc 1.x:
 * markdown-it-deflist).
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_definition_list_new (const ForeDefinitionTypes *types);

/**
 * fore_definition_list_may_be_in:
 *
 * Returns: whether there can be such a list in @text
 */
gboolean fore_definition_list_may_be_in (const char *text, gsize length);

/**
 * fore_definition_list_join:
 * @document: (inout): a document
 *
 * Makes one list of those that follow one on the other.
 */
void fore_definition_list_join (cmark_node *document, const ForeDefinitionTypes *types);

/**
 * fore_definition_list_is_bare:
 * @paragraph: a paragraph in a definition, after fore_definition_list_join()
 *
 * Returns: whether it is only text: all that stands in the definition, with no blank line
 *   between that and its term
 */
gboolean fore_definition_list_is_bare (cmark_node *paragraph);

G_END_DECLS
