/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/* Characters that an author wrote so that they mean nothing: `\"`, `\(c)`, `&quot;`. The
 * rules for signs, quotes and addresses leave them alone (HedgeDoc 1.x: markdown-it's
 * `text_special`). */

/**
 * fore_escapes_mark:
 * @text: (array length=length): the text of a slide
 *
 * Returns: (transfer full) (nullable): @text with a mark behind each such character;
 *   `NULL` if there is none
 */
GString *fore_escapes_mark (const char *text, gsize length);

/**
 * fore_escapes_take:
 * @document: (inout): what was made of a marked text
 *
 * Puts a span of kind %FORE_SPAN_ESCAPED in the place of each such character in text, and
 * takes away all marks.
 */
void fore_escapes_take (cmark_node *document);

G_END_DECLS
