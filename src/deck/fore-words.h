/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_words_find_nearest:
 * @word: what somebody wrote
 * @words: (array zero-terminated=1): what could have been meant
 *
 * Finds the word that the fewest slips of the finger turn into @word: a letter too many,
 * too few, another one, or two swapped. Letter case does not count.
 *
 * Returns: (nullable): one of @words, or `NULL` if none is near
 */
const char *fore_words_find_nearest (const char *word, const char *const *words);

G_END_DECLS
