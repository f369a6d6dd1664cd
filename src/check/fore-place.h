/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForePlace:
 * @line: counted from 1
 * @column: the character in it, counted from 1
 *
 * A place in a text.
 */
typedef struct {
  guint line;
  guint column;
} ForePlace;

/**
 * fore_place_of:
 * @text: UTF-8
 * @at: a byte of it
 *
 * Returns: the place of @at
 */
ForePlace fore_place_of (const char *text, const char *at);

/**
 * fore_place_find:
 *
 * Returns: the byte of @text that is at @place, or the last one that comes before it
 */
const char *fore_place_find (const char *text, ForePlace place);

G_END_DECLS
