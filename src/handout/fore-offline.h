/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeRemoteAsset:
 * @address: as the author wrote it
 * @host: whom it comes from
 * @is_allowed: whether the host may be asked
 * @is_here: whether it can be shown without a network
 * @is_busy: whether its host is being asked
 * @has_newer: whether the host has another version by now, which is not shown yet
 * @size: in bytes, if it is here
 * @fetched: when it was fetched or confirmed, in seconds since 1970, if it is here
 * @trouble: (nullable): why it is not here, or could not be refreshed
 *
 * Something that a deck shows from another host.
 */
typedef struct {
  char *address;
  char *host;
  gboolean is_allowed;
  gboolean is_here;
  gboolean is_busy;
  gboolean has_newer;
  gsize size;
  gint64 fetched;
  char *trouble;
} ForeRemoteAsset;

/**
 * ForeOffline:
 *
 * What a deck needs from other hosts, and whether it could be shown without them. Fetches
 * what is missing from hosts that are allowed, in the background.
 *
 * Signals:
 * - `changed`: what there is to know has changed
 * - `replaced`: assets are gone or are others now, so that pages should ask for them
 * again
 */
#define FORE_TYPE_OFFLINE (fore_offline_get_type ())

G_DECLARE_FINAL_TYPE (ForeOffline, fore_offline, FORE, OFFLINE, GObject)

ForeOffline *fore_offline_new (ForeAssets *assets) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_offline_set_deck:
 *
 * Looks at what @deck shows, a little later, when no other deck has followed.
 */
void fore_offline_set_deck (ForeOffline *self, ForeDeck *deck);

/**
 * fore_offline_get_assets:
 *
 * Returns: (transfer none) (element-type ForeRemoteAsset): by first appearance in the
 *   deck; valid until `changed`
 */
GPtrArray *fore_offline_get_assets (ForeOffline *self);

guint fore_offline_get_n_here (ForeOffline *self);
guint fore_offline_get_n_busy (ForeOffline *self);
guint fore_offline_get_n_newer (ForeOffline *self);

/**
 * fore_offline_refresh:
 *
 * Asks the hosts that are allowed for what is missing, and whether the rest has changed.
 * What has changed is only announced.
 */
void fore_offline_refresh (ForeOffline *self);

/**
 * fore_offline_take_newer:
 *
 * Shows the newer versions from now on.
 */
void fore_offline_take_newer (ForeOffline *self);

/**
 * fore_offline_forget:
 *
 * Removes what is here. It is fetched again when it is shown or asked for.
 */
void fore_offline_forget (ForeOffline *self);

G_END_DECLS
