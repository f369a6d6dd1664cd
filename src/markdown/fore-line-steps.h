/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More steps than this are left out. */
#define FORE_LINE_STEPS_MAX 100

/**
 * fore_line_steps_count:
 * @spec: which lines are highlighted, as reveal.js 4 and later write it: `1|3-5,8`
 * @length: bytes in @spec
 *
 * Returns: how many steps there are, at least 1
 */
guint fore_line_steps_count (const char *spec, gsize length);

/**
 * fore_line_steps_write:
 * @html: code as HTML whose only tags are `<span …>` and `</span>`, nested rightly
 *
 * Puts each line into a `<span class="code-line">` that says in `data-steps` in which
 * steps it is highlighted, counted from 0, and behind all lines an empty fragment for
 * each step but the first. Lines of the first step are highlighted already.
 *
 * Returns: (transfer full): HTML
 */
GRefString *fore_line_steps_write (const char *spec,
                                   gsize length,
                                   const char *html) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
