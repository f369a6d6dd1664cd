/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeFootnote:
 * @number: of the note, from 1
 * @reference: of a reference: how many there are before it of the same note; of a note:
 *   how many there are
 *
 * What is told of a footnote, and of each reference to it: a node of
 * `CMARK_NODE_FOOTNOTE_DEFINITION` or `CMARK_NODE_FOOTNOTE_REFERENCE`.
 */
typedef struct {
  guint number;
  guint reference;
} ForeFootnote;

/**
 * fore_footnote_new:
 *
 * Notes in the text itself: `^[as this one]` (HedgeDoc 1.x: markdown-it-footnote). It
 * must be there wherever fore_footnote_may_be_in().
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_footnote_new (void);

/**
 * fore_footnote_may_be_in:
 * @definitions: (nullable): what is parsed with @text
 *
 * Returns: whether cmark may look for references to notes
 */
gboolean
fore_footnote_may_be_in (const char *text, gsize length, const char *definitions);

/**
 * ForeFootnoteParse:
 * @text: the text of a note
 *
 * Returns: (transfer full): a document of it
 */
typedef cmark_node *(*ForeFootnoteParse) (const char *text, gsize length);

/**
 * fore_footnotes_number:
 * @document: (inout): a document
 * @parse: what makes nodes of the text of notes
 *
 * Makes notes of those in the text, puts all at the end of @document in the order in
 * which they are referred to, and numbers them.
 */
void fore_footnotes_number (cmark_node *document, ForeFootnoteParse parse);

/**
 * fore_footnote_get:
 *
 * Returns: (nullable): what was told of a node by fore_footnotes_number()
 */
const ForeFootnote *fore_footnote_get (cmark_node *node);

G_END_DECLS
