/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeQuotable:
 * @text: the text; static text, or that of a node that nobody changes meanwhile
 * @level: inside of how many elements of its block it stands
 * @lowest: the lowest level between the piece before and this one
 * @is_fixed: whether it is code, HTML or the like, in which no quotes are set
 * @is_break: whether it is a line end; it has no text
 * @changed: (out) (nullable): the new text, if it has to change
 *
 * A piece of the text of a block.
 */
typedef struct {
  const char *text;
  guint level;
  guint lowest;
  gboolean is_fixed;
  gboolean is_break;
  char *changed;
} ForeQuotable;

/**
 * fore_quotes_set:
 * @pieces: (element-type ForeQuotable): the text of one block
 *
 * Makes `"` and `'` that belong together curly, and `'` in a word an apostrophe
 * (HedgeDoc 1.x: markdown-it's smart quotes).
 */
void fore_quotes_set (GArray *pieces);

G_END_DECLS
