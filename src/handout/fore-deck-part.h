/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * fore_deck_part_dup_text:
 * @slides: (element-type guint): the indices of the slides that stay, ascending
 * @with_notes: whether speaker notes stay
 *
 * Writes the text of a part of a deck, which holds nothing of what is not to be handed
 * out. All of a deck is its text as it is.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if notes are to go that cannot
 *   be taken out
 */
GBytes *fore_deck_part_dup_text (ForeDeck *deck,
                                 GArray *slides,
                                 gboolean with_notes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
