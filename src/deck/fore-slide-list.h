/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeSlideList:
 *
 * The slides of the current deck as a [iface@Gio.ListModel] of [class@Slide]. Follows
 * each new deck by one splice, so that views keep their place.
 */
#define FORE_TYPE_SLIDE_LIST (fore_slide_list_get_type ())

G_DECLARE_FINAL_TYPE (ForeSlideList, fore_slide_list, FORE, SLIDE_LIST, GObject)

ForeSlideList *fore_slide_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_slide_list_set_deck:
 * @deck: (nullable): the deck to follow from now on; `NULL` empties the list
 */
void fore_slide_list_set_deck (ForeSlideList *self, ForeDeck *deck);

/**
 * fore_slide_list_get_deck:
 *
 * Returns: (transfer none) (nullable): the deck that the list shows
 */
ForeDeck *fore_slide_list_get_deck (ForeSlideList *self);

G_END_DECLS
