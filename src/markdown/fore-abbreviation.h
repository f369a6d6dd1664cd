/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_abbreviation_new:
 * @type: the type that its nodes get
 *
 * Lines like `*[HTML]: HyperText Markup Language` (HedgeDoc 1.x: markdown-it-abbr).
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_abbreviation_new (cmark_node_type type);

/**
 * ForeAbbreviations:
 *
 * What is said in a document about what words are short for.
 */
typedef struct _ForeAbbreviations ForeAbbreviations;

/**
 * fore_abbreviations_take:
 * @document: (inout): the nodes of @type are taken out of it
 *
 * Returns: (transfer full) (nullable): the abbreviations; `NULL` if there are none
 */
ForeAbbreviations *fore_abbreviations_take (cmark_node *document, cmark_node_type type);

void fore_abbreviations_free (ForeAbbreviations *self);

/**
 * fore_abbreviations_mark:
 * @node: a text node; other nodes may come to stand before it, and it may go
 *
 * Marks the abbreviations in a text where they stand between blanks and punctuation.
 */
void fore_abbreviations_mark (const ForeAbbreviations *self, cmark_node *node);

G_END_DECLS
