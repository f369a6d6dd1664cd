/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_character_get:
 * @at: a place in valid UTF-8
 * @end: where the text ends
 *
 * Returns: the character at @at, or a line end if there is none
 */
static inline gunichar
fore_character_get (const char *at, const char *end)
{
  if (at >= end)
    return '\n';

  return (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at);
}

/**
 * fore_character_get_before:
 * @start: where the text starts
 *
 * Returns: the character that ends at @at, or a line end if there is none
 */
static inline gunichar
fore_character_get_before (const char *start, const char *at)
{
  if (at <= start)
    return '\n';

  return (guchar) at[-1] < 0x80 ? (guchar) at[-1]
                                : g_utf8_get_char (g_utf8_prev_char (at));
}

/**
 * fore_character_is_punctuation:
 *
 * Returns: whether Unicode calls it punctuation, which `$+<=>^`|~` are not
 */
gboolean fore_character_is_punctuation (gunichar c);

/**
 * fore_character_is_symbol:
 *
 * Returns: whether Unicode calls it a symbol
 */
gboolean fore_character_is_symbol (gunichar c);

/**
 * fore_character_is_blank:
 *
 * Returns: whether it is a blank or line end, also one of those beyond ASCII
 */
gboolean fore_character_is_blank (gunichar c);

G_END_DECLS
