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
 * ForeCached:
 * @content_type: its MIME type
 * @size: in bytes
 * @fetched: when it was fetched, or its host said last that it is still the same, in
 *   seconds since 1970
 * @has_newer: whether a newer version has come and waits to be taken over
 *
 * What is known of an asset without reading it.
 */
typedef struct {
  char *content_type;
  gsize size;
  gint64 fetched;
  gboolean has_newer;

  /*< private >*/
  char *etag;
  char *modified;
} ForeCached;

void fore_cached_clear (ForeCached *self);

/**
 * fore_asset_cache_look:
 * @cached: (out caller-allocates): clear it with fore_cached_clear()
 *
 * Finds out what is known of an asset; waits for the disk.
 *
 * Returns: whether it is there
 */
gboolean
fore_asset_cache_look (ForeAssetCache *self, const char *address, ForeCached *cached);

/**
 * fore_asset_cache_forget:
 *
 * Removes an asset and what is newer of it; waits for the disk.
 */
void fore_asset_cache_forget (ForeAssetCache *self, const char *address);

/**
 * fore_asset_cache_take_newer:
 *
 * Has the newer version of an asset, if one has come, take the place of the old one.
 *
 * Returns: whether one has
 */
gboolean fore_asset_cache_take_newer (ForeAssetCache *self, const char *address);

/**
 * fore_asset_cache_refresh_async:
 * @allowed_hosts: as for fore_asset_cache_load_async()
 *
 * Asks the host whether an asset has changed. What is newer is kept beside and given to
 * nobody until it is taken over: a picture must not become another one in front of an
 * audience.
 */
void fore_asset_cache_refresh_async (ForeAssetCache *self,
                                     const char *address,
                                     const char *const *allowed_hosts,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * fore_asset_cache_refresh_finish:
 * @has_newer: (out) (optional): whether a newer version waits
 *
 * Returns: whether the host has answered
 */
gboolean fore_asset_cache_refresh_finish (ForeAssetCache *self,
                                          GAsyncResult *result,
                                          gboolean *has_newer,
                                          GError **error);

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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForeCached, fore_cached_clear)

G_END_DECLS
