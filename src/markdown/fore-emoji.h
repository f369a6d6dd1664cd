/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeEmoji:
 * @name: what stands between colons
 * @character: (nullable): what to draw, or `NULL` if HedgeDoc has a picture that Unicode
 *   does not have
 */
typedef struct {
  const char *name;
  const char *character;
} ForeEmoji;

/**
 * fore_emoji_find:
 * @text: the `:` before a name
 * @end: where the text ends
 *
 * Finds `:name:`, in any case (HedgeDoc 1.x: the names of emojify.js).
 *
 * Returns: (nullable): the emoji
 */
const ForeEmoji *fore_emoji_find (const char *text, const char *end);

G_END_DECLS
