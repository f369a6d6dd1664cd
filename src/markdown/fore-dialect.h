/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-definition-list.h"

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeDialect:
 * @table: a table
 * @table_row: a row of it, the header row as well
 * @table_cell: a cell of it
 * @container: lines between `:::`
 * @abbreviation: what a word is short for
 * @definitions: a definition list and what is in it
 *
 * The Markdown that decks are written in: CommonMark, tables, and what HedgeDoc 1.x adds
 * to them.
 *
 * cmark gives numbers to the node types of extensions when the program runs; these are
 * they.
 */
typedef struct {
  cmark_node_type table;
  cmark_node_type table_row;
  cmark_node_type table_cell;
  cmark_node_type container;
  cmark_node_type abbreviation;
  ForeDefinitionTypes definitions;
} ForeDialect;

const ForeDialect *fore_dialect_get (void);

/**
 * fore_dialect_parse:
 * @text: Markdown, valid UTF-8 without NUL
 * @length: bytes in @text
 * @definitions: (nullable): link reference definitions to use for what @text does not
 *   define itself
 *
 * Safe to call from any thread.
 *
 * Returns: (transfer full): the document; free it with cmark_node_free()
 */
cmark_node *fore_dialect_parse (const char *text,
                                gsize length,
                                const char *definitions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
