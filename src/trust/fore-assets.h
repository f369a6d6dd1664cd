/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-asset-cache.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeAssets:
 *
 * Everything that one deck may load: files in its own folder, and remote assets from
 * hosts that the user allowed, through the cache.
 *
 * Addresses are those that authors write: `./img/a.png`, `img/a%20b.png`,
 * `https://host/a.png`. Anything else (`file:`, an absolute path, a way out of the
 * folder, a symbolic link that leaves it) is refused.
 */
#define FORE_TYPE_ASSETS (fore_assets_get_type ())

G_DECLARE_FINAL_TYPE (ForeAssets, fore_assets, FORE, ASSETS, GObject)

/**
 * fore_assets_new:
 * @cache: (nullable): where remote assets are kept; `NULL` for no remote assets at all
 *
 * Returns: (transfer full): assets of a deck without a folder, with no host allowed
 */
ForeAssets *fore_assets_new (ForeAssetCache *cache) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_assets_get_cache:
 *
 * Returns: (transfer none) (nullable): where remote assets are kept
 */
ForeAssetCache *fore_assets_get_cache (ForeAssets *self);

/**
 * fore_assets_set_folder:
 * @folder: (nullable): the folder that the deck lies in, or `NULL` while it is not saved
 */
void fore_assets_set_folder (ForeAssets *self, GFile *folder);

GFile *fore_assets_get_folder (ForeAssets *self);

/**
 * fore_assets_set_allowed_hosts:
 * @hosts: (array zero-terminated=1): host names, or `host:port` for a port that is not
 * the scheme's own. Naming a loopback or private host here is what permits it.
 *
 * Replaces the hosts allowed for good, as kept in the settings (property
 * `allowed-hosts`).
 */
void fore_assets_set_allowed_hosts (ForeAssets *self, const char *const *hosts);

/**
 * fore_assets_allow_host_once:
 *
 * Allows a host for as long as @self lives. Notifies of `allowed-hosts`, too.
 */
void fore_assets_allow_host_once (ForeAssets *self, const char *host);

/**
 * fore_assets_dup_allowed_hosts:
 *
 * Returns: (transfer full) (array zero-terminated=1): all hosts that may be asked
 */
char **fore_assets_dup_allowed_hosts (ForeAssets *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean fore_assets_is_host_allowed (ForeAssets *self, const char *host);

/**
 * fore_assets_dup_host:
 * @address: an address as an author wrote it
 *
 * Returns: (transfer full) (nullable): the host in the form that settings and questions
 *   use, lower case and with its port if it is not the scheme's own; `NULL` if @address
 * is not `http:`, `https:` or `//host`
 */
char *fore_assets_dup_host (const char *address);

/**
 * fore_assets_dup_name:
 * @address: an address as an author wrote it, or as a page made it of that
 *
 * Returns: (transfer full): one spelling for all that load the same thing, to compare
 *   them by: no `./`, no fragment, nothing escaped
 */
char *fore_assets_dup_name (const char *address) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_assets_load_async:
 * @address: an address as an author wrote it
 *
 * Loads an asset: from the folder, from the cache, or from its host where that is
 * allowed. Never blocks. Equal requests under way share one transfer.
 */
void fore_assets_load_async (ForeAssets *self,
                             const char *address,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * fore_assets_load_finish:
 * @content_type: (out) (optional) (transfer full): its MIME type
 * @error: `FORE_ERROR` or `G_IO_ERROR`; `FORE_ERROR_NOT_ALLOWED` means that the user has
 * to allow the host first
 *
 * Returns: (transfer full) (nullable): the asset
 */
GBytes *fore_assets_load_finish (ForeAssets *self,
                                 GAsyncResult *result,
                                 char **content_type,
                                 GError **error);

G_END_DECLS
