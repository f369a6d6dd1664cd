/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeAssetSet:
 *
 * All that a deck shows besides text, loaded and ready to be written into a file, and
 * what could not be had.
 */
typedef struct _ForeAssetSet ForeAssetSet;

/**
 * fore_asset_set_load_async:
 *
 * Loads every picture, film, sound and font of a deck, each once, a few at a time. What
 * cannot be had is remembered and is no error.
 */
void fore_asset_set_load_async (ForeDeck *deck,
                                ForeAssets *assets,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

ForeAssetSet *fore_asset_set_load_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

void fore_asset_set_free (ForeAssetSet *self);

/**
 * fore_asset_set_map:
 * @user_data: a #ForeAssetSet
 *
 * A [callback@AddressMap] that puts `data:` addresses in place of what was loaded. Of the
 * rest, remote addresses stay, with a scheme; files and frames lead nowhere.
 */
char *fore_asset_set_map (const char *address, ForeAddressUse use, gpointer user_data);

/**
 * fore_asset_set_get_missing:
 *
 * Returns: (element-type utf8) (transfer none): a sentence for each asset that could not
 * be had, in the order of the deck
 */
GPtrArray *fore_asset_set_get_missing (ForeAssetSet *self);

/**
 * fore_asset_set_get_origins:
 *
 * Returns: (element-type utf8) (transfer none): `https://host:port` of each remote asset
 *   that stays a link, sorted, each once
 */
GPtrArray *fore_asset_set_get_origins (ForeAssetSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeAssetSet, fore_asset_set_free)

G_END_DECLS
