/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer code stays plain. */
#define FORE_HIGHLIGHT_MAX (100 * 1024)

/**
 * fore_highlight:
 * @language: the name of a language or one of its other names, in any case
 * @language_length: bytes in @language
 * @source: code, valid UTF-8
 *
 * Colours code with highlight.js. The result is @source as HTML with tokens in
 * `<span class="hljs-…">`, and nothing else: that has been checked.
 *
 * Returns: (transfer full) (nullable): HTML; `NULL` if the language is not known or the
 *   code has to stay plain
 */
GRefString *fore_highlight (const char *language,
                            gsize language_length,
                            const char *source,
                            gsize length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_highlight_knows:
 *
 * Returns: whether there is such a language, be it one that has no colours
 */
gboolean fore_highlight_knows (const char *language, gsize length);

/**
 * fore_highlight_get_name:
 * @language: the name of a language or one of its other names, in any case
 *
 * Returns: (nullable): its own name
 */
const char *fore_highlight_get_name (const char *language, gsize length);

G_END_DECLS
