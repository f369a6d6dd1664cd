/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeAside:
 *
 * Pieces of a text that cmark would not read as HedgeDoc does. They are set aside, and a
 * mark stands where each was.
 *
 * A mark is made of characters that no text has, so what is no place for such a piece
 * after all, as code is not, can have its text back.
 */
typedef struct {
  /*< private >*/
  GString *text;
  GPtrArray *pieces;
  gsize done;
} ForeAside;

/**
 * fore_aside_init:
 * @text: the whole text
 *
 * Returns: whether pieces of @text can be set aside; if not, it has such characters
 */
gboolean fore_aside_init (ForeAside *self, const char *text, gsize length);

void fore_aside_clear (ForeAside *self);

/**
 * fore_aside_put:
 * @text: the text given to fore_aside_init()
 * @start: where the piece starts, not before the last one ends
 * @length: bytes in it
 * @keep: how many bytes at its start to leave standing after the mark
 *
 * Sets a piece aside.
 */
void
fore_aside_put (ForeAside *self, const char *text, gsize start, gsize length, gsize keep);

/**
 * fore_aside_finish:
 *
 * Returns: (nullable): the text with marks in it, which lives as long as @self; `NULL` if
 *   nothing was set aside
 */
const GString *fore_aside_finish (ForeAside *self, const char *text, gsize length);

/**
 * fore_aside_find:
 * @text: text with or without marks
 * @end: (out): the first byte after the mark
 * @piece: (out): what was set aside there
 *
 * Returns: (nullable): the first mark in @text
 */
const char *
fore_aside_find (ForeAside *self, const char *text, const char **end, const char **piece);

/**
 * fore_aside_restore:
 *
 * Returns: (transfer full) (nullable): @text with all pieces in their places, or `NULL`
 * if none is missing
 */
char *fore_aside_restore (ForeAside *self, const char *text);

G_END_DECLS
