/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeSplice:
 * @at: index of the first slide that differs
 * @removed: how many old slides to take out there
 * @added: how many new slides to put there
 *
 * The difference between two decks.
 *
 * Shaped like [signal@Gio.ListModel::items-changed], so that one computation serves the
 * slide list, the running talk and the page.
 */
typedef struct {
  guint at;
  guint removed;
  guint added;
} ForeSplice;

/**
 * fore_splice_between:
 * @before: (nullable): the deck shown now, or `NULL` for an empty page
 * @after: the deck wanted
 *
 * Finds the smallest run of slides that turns @before into @after. Slides are equal if
 * their digests are and they stand alike in their column: both open one, or both continue
 * one.
 */
ForeSplice fore_splice_between (const ForeDeck *before, const ForeDeck *after);

/**
 * fore_splice_move_index:
 * @index: a slide of the deck before
 * @n_after: slides of the deck after, at least 1
 *
 * Follows a slide through an edit: one before the splice stays, one after it moves along,
 * one inside it stays as near as it can.
 *
 * Returns: its index in the deck after
 */
guint fore_splice_move_index (const ForeSplice *splice, guint index, guint n_after);

/**
 * fore_splice_follow:
 * @index: (inout): a slide of the deck before; becomes its index in the deck after
 *
 * Follows a slide through an edit as fore_splice_move_index() does, but knows when it is
 * gone: of the slides inside the splice, as many stay as were put there, the first ones.
 *
 * Returns: whether the slide is still there; else @index is left as it is
 */
gboolean fore_splice_follow (const ForeSplice *splice, guint *index);

G_END_DECLS
