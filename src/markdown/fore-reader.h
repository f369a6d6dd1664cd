/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_reader_read:
 * @text: Markdown, valid UTF-8 without NUL
 * @definitions: (nullable): see fore_dialect_parse()
 *
 * Reads Markdown as HedgeDoc 1.x does, before and after cmark what cmark does not do.
 *
 * Returns: (transfer full): the document; free it with cmark_node_free()
 */
cmark_node *fore_reader_read (const char *text,
                              gsize length,
                              const char *definitions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
