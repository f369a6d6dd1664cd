/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-fix.h"

G_BEGIN_DECLS

/**
 * fore_slide_fix_split:
 * @text: of the deck
 * @line: of the first thing that is beyond the edge
 *
 * Goes on with the rest on a slide below, under the same heading with "(2/2)" behind it.
 * Splits before an item of a list or a paragraph, or else before a line of one; notes
 * stay with the first part.
 */
ForeEdit *fore_slide_fix_split (ForeDeck *deck, const char *text, guint line);

/* Puts what is below the heading into two columns. */
ForeEdit *fore_slide_fix_columns (ForeDeck *deck, const char *text, guint line);

/* Makes what is below the heading smaller: to 90 %, and ten less each time. */
ForeEdit *fore_slide_fix_shrink (ForeDeck *deck, const char *text, guint line);

G_END_DECLS
