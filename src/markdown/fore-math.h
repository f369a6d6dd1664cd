/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_math_prepare:
 * @text: Markdown
 *
 * Gets a text ready for cmark, which would take the backslashes of `\\(`, `\\[` and
 * `\begin{` before anybody else sees them.
 *
 * Returns: (transfer full) (nullable): as many bytes as @text has, to be parsed in its
 *   place and given to fore_math_restore(); `NULL` to parse @text itself
 */
char *fore_math_prepare (const char *text, gsize length);

/**
 * fore_math_attach:
 * @text: what will be parsed
 *
 * Makes a parser find formulas as HedgeDoc 1.x does: between `$` and `$`, `$$` and `$$`,
 * `\\(` and `\\)`, `\\[` and `\\]`, and from `\begin{…}` to the next `\end{…}` of that
 * name. They become inline code, since cmark lets little else into tables; see
 * fore_math_is_formula(). Only one thread may parse at a time.
 */
void fore_math_attach (cmark_parser *parser, const char *text, gsize length);

/**
 * fore_math_restore:
 * @document: what was parsed from a text of fore_math_prepare()
 *
 * Puts backslashes back where they were no formula.
 */
void fore_math_restore (cmark_node *document);

/**
 * fore_math_is_formula:
 * @node: an inline code node
 * @is_display: (out): whether the formula stands on lines of its own
 * @line: (out): the line that it starts on
 *
 * Returns: whether its literal is the TeX of a formula
 */
gboolean fore_math_is_formula (cmark_node *node, gboolean *is_display, guint *line);

G_END_DECLS
