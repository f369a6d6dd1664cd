/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_mask_new:
 * @text: a slide's own text
 * @with_notes: whether its notes stay
 *
 * Blanks out what is not Markdown or HTML: code, comments that say nothing to reveal.js,
 * and the notes. What is left stands where it stood, byte for byte.
 *
 * Returns: (transfer full): the text with blanks in it
 */
char *fore_mask_new (const char *text, gboolean with_notes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
