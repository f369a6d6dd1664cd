/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/* Walking over the content of a block, and cutting its text. */

/**
 * fore_inline_next:
 * @node: a node in @block, or @block itself
 *
 * Returns: (nullable): the node after @node in the order of the text, its content first
 */
cmark_node *fore_inline_next (cmark_node *node, cmark_node *block);

/**
 * fore_inline_skip:
 * @node: a node in @block
 *
 * Returns: (nullable): the node after @node and all that is in it
 */
cmark_node *fore_inline_skip (cmark_node *node, cmark_node *block);

/**
 * ForeTextCut:
 *
 * A text node that is being cut into pieces, from its start to its end.
 */
typedef struct {
  /*< private >*/
  cmark_node *node;
  char *text;
  gsize done;
} ForeTextCut;

/**
 * fore_text_cut_init:
 * @node: a text node; it stays as the last piece
 *
 * Returns: a copy of the text, which lives until fore_text_cut_finish()
 */
const char *fore_text_cut_init (ForeTextCut *self, cmark_node *node);

/**
 * fore_text_cut_put:
 * @start: where in the text the part starts that @node stands for
 * @length: bytes in that part
 * @node: (transfer full): what to put in its place
 */
void fore_text_cut_put (ForeTextCut *self, gsize start, gsize length, cmark_node *node);

/**
 * fore_text_cut_finish:
 *
 * Lets the text node keep what follows the last cut.
 */
void fore_text_cut_finish (ForeTextCut *self);

/**
 * fore_text_new:
 *
 * Returns: (transfer full): a text node
 */
cmark_node *fore_text_new (const char *text, gsize length);

G_END_DECLS
