/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_typographer_set:
 * @text: a run of text in one kind of type
 *
 * Sets dashes, ellipses and signs as a printer would: `--` `---` `...` `+-` `(c)` `(r)`
 * `(tm)`, and takes repeated `,` `?` `!` down to one or three (HedgeDoc 1.x:
 * markdown-it's typographer).
 *
 * Returns: (transfer full) (nullable): the new text, or `NULL` if nothing changes
 */
char *fore_typographer_set (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
