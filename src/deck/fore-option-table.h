/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeOptionKind:
 * @FORE_OPTION_BOOLEAN: `true` or `false`
 * @FORE_OPTION_BOOLEAN_OR_NULL: `true`, `false` or `null`
 * @FORE_OPTION_BOOLEAN_OR_WORD: `true`, `false` or one of the words
 * @FORE_OPTION_WORD: one of the words
 * @FORE_OPTION_NUMBER: a number in the range
 * @FORE_OPTION_NUMBER_OR_OFF: a number in the range, `false` or `null`
 * @FORE_OPTION_SIZE: a number in the range, or a percentage like `"100%"`
 * @FORE_OPTION_TEXT: any text
 * @FORE_OPTION_IMAGE: the address of a picture
 * @FORE_OPTION_THEME: the name of a theme
 * @FORE_OPTION_NONE: accepted, and without effect
 */
typedef enum {
  FORE_OPTION_BOOLEAN,
  FORE_OPTION_BOOLEAN_OR_NULL,
  FORE_OPTION_BOOLEAN_OR_WORD,
  FORE_OPTION_WORD,
  FORE_OPTION_NUMBER,
  FORE_OPTION_NUMBER_OR_OFF,
  FORE_OPTION_SIZE,
  FORE_OPTION_TEXT,
  FORE_OPTION_IMAGE,
  FORE_OPTION_THEME,
  FORE_OPTION_NONE,
} ForeOptionKind;

/**
 * ForeOption:
 * @name: the key in `slideOptions`
 * @kind: what its value may be
 * @json: (nullable): its value where the deck gives none, as JSON; `NULL` to leave it to
 *   reveal.js
 * @least: for numbers: the least value
 * @most: for numbers: the greatest value
 * @words: (nullable) (array zero-terminated=1): for words: those that are possible
 *
 * An option that HedgeDoc 1.x hands to reveal.js.
 */
typedef struct {
  const char *name;
  ForeOptionKind kind;
  const char *json;
  double least;
  double most;
  const char *const *words;
} ForeOption;

#define FORE_N_OPTIONS 49

/* Sorted by name. */
extern const ForeOption fore_option_table[FORE_N_OPTIONS];

/* (array zero-terminated=1) The names alone, to look for one that was meant. */
extern const char *const fore_option_names[FORE_N_OPTIONS + 1];

/* (array zero-terminated=1) Options of reveal.js that HedgeDoc keeps to itself. */
extern const char *const fore_option_ignored[];

/* (array zero-terminated=1) Options that only HackMD or CodiMD know. */
extern const char *const fore_option_foreign[];

/* (array zero-terminated=1) The themes that HedgeDoc has. */
extern const char *const fore_option_themes[];

/* (array zero-terminated=1) The themes that reveal.js has and HedgeDoc has not. */
extern const char *const fore_option_new_themes[];

/**
 * fore_option_find:
 *
 * Returns: the option's place in #fore_option_table, or -1
 */
int fore_option_find (const char *name);

G_END_DECLS
