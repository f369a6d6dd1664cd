/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-abbreviation.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/**
 * fore_refine:
 * @document: (inout): a document as cmark made it
 * @text: what it was made of
 * @abbreviations: (nullable): the words to mark
 *
 * Does what Markdown leaves to be done to the text itself, once it is known what is code
 * and what is text: addresses become links, names between colons emoji, abbreviations are
 * marked, and dashes, signs and quotes are set as a printer would (HedgeDoc 1.x:
 * markdown-it's core rules, in their order).
 */
void fore_refine (cmark_node *document,
                  const char *text,
                  gsize length,
                  const ForeAbbreviations *abbreviations);

G_END_DECLS
