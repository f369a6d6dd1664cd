/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_pairs_new:
 *
 * `~~strikethrough~~`, `==mark==`, `++insertion++`, `~subscript~` and `^superscript^`
 * (HedgeDoc 1.x: markdown-it and its plugins mark, ins, sub and sup).
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_pairs_new (void);

/**
 * fore_pairs_may_be_in:
 *
 * Returns: whether there can be such a thing in @text
 */
gboolean fore_pairs_may_be_in (const char *text, gsize length);

G_END_DECLS
