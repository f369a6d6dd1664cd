/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeSlideSearch:
 *
 * Finds slides by what is on them. Remembers what it has read, so that each letter that
 * is typed costs one look through the texts.
 */
typedef struct _ForeSlideSearch ForeSlideSearch;

ForeSlideSearch *fore_slide_search_new (ForeDeck *deck) G_GNUC_WARN_UNUSED_RESULT;
void fore_slide_search_free (ForeSlideSearch *self);

/**
 * fore_slide_search_find:
 * @text: words, in any order, each of which must be found: anywhere in the title or in
 * the text that the audience sees, or as the slide's number, "6" for a column and "6.2"
 * or "6/2" for a slide of it; letter case and accents do not count
 *
 * Returns: (transfer full) (element-type guint): the slides, in the deck's order; all of
 *   them if there is no word in @text
 */
GArray *fore_slide_search_find (ForeSlideSearch *self,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeSlideSearch, fore_slide_search_free)

G_END_DECLS
