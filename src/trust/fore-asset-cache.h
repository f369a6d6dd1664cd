/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-fetch.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeAssetCache:
 *
 * Remote assets on disk, by address, shared by all decks; and the fetcher that fills it.
 *
 * What was fetched once is given from disk afterwards, also without a network.
 */
#define FORE_TYPE_ASSET_CACHE (fore_asset_cache_get_type ())

G_DECLARE_FINAL_TYPE (ForeAssetCache, fore_asset_cache, FORE, ASSET_CACHE, GObject)

/**
 * fore_asset_cache_new:
 * @folder: (nullable): where to keep them; `NULL` for the user's cache folder
 */
ForeAssetCache *fore_asset_cache_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* What the cache may hold at most; the assets unused for longest go first. */
#define FORE_CACHE_MAX_BYTES (512 * 1024 * 1024)

/**
 * fore_asset_cache_lookup:
 * @content_type: (out) (optional) (transfer full): its MIME type
 *
 * Reads an asset from disk; blocks for as long as that takes.
 *
 * Returns: (transfer full) (nullable): the asset, or `NULL` if it is not there
 */
GBytes *
fore_asset_cache_lookup (ForeAssetCache *self, const char *address, char **content_type);

/**
 * fore_asset_cache_load_async:
 * @address: an absolute `http:` or `https:` address
 * @allowed_hosts: (array zero-terminated=1): the hosts that may be asked, redirects
 *   included; a loopback or private address is only asked if it is named here
 *
 * Gives an asset from disk, else fetches and keeps it. Never blocks.
 */
void fore_asset_cache_load_async (ForeAssetCache *self,
                                  const char *address,
                                  const char *const *allowed_hosts,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

GBytes *fore_asset_cache_load_finish (ForeAssetCache *self,
                                      GAsyncResult *result,
                                      char **content_type,
                                      GError **error);

G_END_DECLS
