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
 * @slides: (nullable) (element-type guint): the slides that count; `NULL` for all
 * @with_notes: whether what speaker notes show counts
 *
 * Loads every picture, film, sound and font of a deck, each once, a few at a time. What
 * cannot be had is remembered and is no error.
 */
void fore_asset_set_load_async (ForeDeck *deck,
                                GArray *slides,
                                gboolean with_notes,
                                ForeAssets *assets,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

ForeAssetSet *fore_asset_set_load_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

void fore_asset_set_free (ForeAssetSet *self);

/**
 * fore_asset_set_put_into_folder:
 * @folder: the name of a folder beside the file that is written
 *
 * Has what was loaded written as files in a folder, each with a name that can be read and
 * that no other has.
 */
void fore_asset_set_put_into_folder (ForeAssetSet *self, const char *folder);

/**
 * fore_asset_set_append_files:
 * @files: (element-type ForeTreeFile): the files are added here, named from where
 *   the folder lies
 */
void fore_asset_set_append_files (ForeAssetSet *self, GPtrArray *files);

/**
 * fore_asset_set_map:
 * @user_data: a #ForeAssetSet
 *
 * A [callback@AddressMap] that puts `data:` addresses, or those of files, in place of
 * what was loaded. Of the rest, remote addresses stay, with a scheme; files and frames
 * lead nowhere. May be called in any thread, by one at a time.
 */
char *fore_asset_set_map (const char *address, ForeAddressUse use, gpointer user_data);

/**
 * fore_asset_set_get_file:
 *
 * Returns: (nullable): the relative address of the file that stands for @address, or
 *   `NULL` if it was not loaded
 */
const char *fore_asset_set_get_file (ForeAssetSet *self, const char *address);

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
