/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The list follows the deck when nobody has typed for a moment. Then the disk is asked in
 * a thread, and what is not there is loaded the way a page would load it, so that both
 * share one transfer. */

#include "fore-offline.h"

#include <string.h>

/* In ms. Whoever types an address is not done with each letter of it. */
#define PAUSE 600

struct _ForeOffline {
  GObject parent_instance;

  ForeAssets *assets;
  ForeDeck *deck;
  GPtrArray *remote;
  GCancellable *cancellable;
  guint pause;
};

typedef struct {
  ForeOffline *offline;
  char *address;
} Request;

static guint changed_signal, replaced_signal;

G_DEFINE_FINAL_TYPE (ForeOffline, fore_offline, G_TYPE_OBJECT)

static void
remote_free (ForeRemoteAsset *self)
{
  g_free (self->address);
  g_free (self->host);
  g_free (self->trouble);
  g_free (self);
}

static Request *
request_new (ForeOffline *offline, const char *address)
{
  Request *request = g_new (Request, 1);

  request->offline = g_object_ref (offline);
  request->address = g_strdup (address);
  return request;
}

static void
request_free (Request *self)
{
  g_object_unref (self->offline);
  g_free (self->address);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static ForeRemoteAsset *
find (ForeOffline *self, const char *address)
{
  for (guint i = 0; i < self->remote->len; i++) {
    ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);

    if (strcmp (remote->address, address) == 0)
      return remote;
  }
  return NULL;
}

static char *
dup_absolute (const char *address)
{
  return g_str_has_prefix (address, "//") ? g_strconcat ("https:", address, NULL)
                                          : g_strdup (address);
}

static void
changed (ForeOffline *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_trouble (ForeRemoteAsset *remote, const char *trouble)
{
  g_free (remote->trouble);
  remote->trouble = g_strdup (trouble);
}

/* --- the disk --- */

typedef struct {
  ForeAssetCache *cache;
  GPtrArray *addresses;
  ForeCached *cached;
  gboolean *are_here;
} Look;

static void
look_free (Look *self)
{
  for (guint i = 0; i < self->addresses->len; i++)
    fore_cached_clear (&self->cached[i]);
  g_object_unref (self->cache);
  g_ptr_array_unref (self->addresses);
  g_free (self->cached);
  g_free (self->are_here);
  g_free (self);
}

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;

  for (guint i = 0; i < look->addresses->len; i++) {
    g_autofree char *absolute = dup_absolute (g_ptr_array_index (look->addresses, i));

    look->are_here[i] = fore_asset_cache_look (look->cache, absolute, &look->cached[i]);
  }
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  ForeOffline *self = request->offline;
  ForeRemoteAsset *remote = find (self, request->address);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    fore_assets_load_finish (FORE_ASSETS (source), result, NULL, &error);

  if (remote == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  remote->is_busy = FALSE;
  remote->is_here = bytes != NULL;
  if (bytes != NULL) {
    remote->size = g_bytes_get_size (bytes);
    remote->fetched = g_get_real_time () / G_USEC_PER_SEC;
  }
  set_trouble (remote, error != NULL ? error->message : NULL);
  changed (self);
}

static void
fetch (ForeOffline *self, ForeRemoteAsset *remote)
{
  remote->is_busy = TRUE;
  set_trouble (remote, NULL);
  fore_assets_load_async (self->assets, remote->address, self->cancellable, loaded_cb,
                          request_new (self, remote->address));
}

static void
fetch_missing (ForeOffline *self)
{
  for (guint i = 0; i < self->remote->len; i++) {
    ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);

    remote->is_allowed = fore_assets_is_host_allowed (self->assets, remote->host);
    if (remote->is_allowed && !remote->is_here && !remote->is_busy &&
        remote->trouble == NULL)
      fetch (self, remote);
  }
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeOffline *self = FORE_OFFLINE (source);
  Look *look = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  for (guint i = 0; i < look->addresses->len; i++) {
    ForeRemoteAsset *remote = find (self, g_ptr_array_index (look->addresses, i));

    if (remote == NULL || remote->is_busy)
      continue;
    remote->is_here = look->are_here[i];
    remote->size = look->cached[i].size;
    remote->fetched = look->cached[i].fetched;
    remote->has_newer = look->cached[i].has_newer;
  }
  fetch_missing (self);
  changed (self);
}

static void
look_at_disk (ForeOffline *self)
{
  ForeAssetCache *cache = fore_assets_get_cache (self->assets);
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (cache == NULL || self->remote->len == 0) {
    changed (self);
    return;
  }
  look = g_new0 (Look, 1);
  look->cache = g_object_ref (cache);
  look->addresses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->remote->len; i++) {
    const ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);

    g_ptr_array_add (look->addresses, g_strdup (remote->address));
  }
  look->cached = g_new0 (ForeCached, look->addresses->len);
  look->are_here = g_new0 (gboolean, look->addresses->len);
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, look_at_disk);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

/* --- the deck --- */

typedef struct {
  ForeOffline *offline;
  GPtrArray *remote;
  GHashTable *known;
} Collection;

static char *
collect (const char *address, ForeAddressUse use, gpointer user_data)
{
  Collection *self = user_data;
  g_autofree char *host = NULL;
  ForeRemoteAsset *remote, *old;

  if (use == FORE_ADDRESS_LINK || use == FORE_ADDRESS_FRAME)
    return NULL;
  host = fore_assets_dup_host (address);
  if (host == NULL || g_hash_table_contains (self->known, address))
    return NULL;
  old = find (self->offline, address);
  remote = g_new0 (ForeRemoteAsset, 1);
  if (old != NULL)
    *remote = *old;
  remote->address = g_strdup (address);
  remote->host = g_steal_pointer (&host);
  remote->trouble = old != NULL ? g_strdup (old->trouble) : NULL;
  g_hash_table_add (self->known, remote->address);
  g_ptr_array_add (self->remote, remote);
  return NULL;
}

static gboolean
paused_cb (gpointer user_data)
{
  ForeOffline *self = user_data;
  Collection collection = { self,
                            g_ptr_array_new_with_free_func ((GDestroyNotify) remote_free),
                            g_hash_table_new (g_str_hash, g_str_equal) };

  self->pause = 0;
  fore_deck_foreach_address (self->deck, collect, &collection);
  g_hash_table_unref (collection.known);
  g_ptr_array_unref (self->remote);
  self->remote = collection.remote;
  look_at_disk (self);
  return G_SOURCE_REMOVE;
}

void
fore_offline_set_deck (ForeOffline *self, ForeDeck *deck)
{
  gboolean is_first;

  g_return_if_fail (FORE_IS_OFFLINE (self));
  g_return_if_fail (deck != NULL);

  is_first = self->deck == NULL;
  fore_deck_ref (deck);
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = deck;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause =
    is_first ? g_idle_add (paused_cb, self) : g_timeout_add (PAUSE, paused_cb, self);
}

/* --- what the user wants --- */

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  ForeOffline *self = request->offline;
  ForeRemoteAsset *remote = find (self, request->address);
  g_autoptr (GError) error = NULL;
  gboolean has_newer = FALSE;

  if (remote == NULL)
    return;
  remote->is_busy = FALSE;
  if (fore_asset_cache_refresh_finish (FORE_ASSET_CACHE (source), result, &has_newer,
                                       &error)) {
    remote->has_newer = has_newer;
    if (!has_newer)
      remote->fetched = g_get_real_time () / G_USEC_PER_SEC;
  }
  set_trouble (remote, error != NULL ? error->message : NULL);
  changed (self);
}

void
fore_offline_refresh (ForeOffline *self)
{
  g_auto (GStrv) hosts = NULL;
  ForeAssetCache *cache;

  g_return_if_fail (FORE_IS_OFFLINE (self));

  cache = fore_assets_get_cache (self->assets);
  hosts = fore_assets_dup_allowed_hosts (self->assets);
  for (guint i = 0; i < self->remote->len; i++) {
    ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);
    g_autofree char *absolute = dup_absolute (remote->address);

    set_trouble (remote, NULL);
    if (!remote->is_here || remote->is_busy || !remote->is_allowed || cache == NULL)
      continue;
    remote->is_busy = TRUE;
    fore_asset_cache_refresh_async (cache, absolute, (const char *const *) hosts,
                                    self->cancellable, refreshed_cb,
                                    request_new (self, remote->address));
  }
  fetch_missing (self);
  changed (self);
}

/* A few names on the disk are changed faster than a thread is started. */
static void
change_all (ForeOffline *self, gboolean forget)
{
  ForeAssetCache *cache = fore_assets_get_cache (self->assets);

  for (guint i = 0; cache != NULL && i < self->remote->len; i++) {
    ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);
    g_autofree char *absolute = dup_absolute (remote->address);

    if (forget) {
      fore_asset_cache_forget (cache, absolute);
      remote->is_here = FALSE;
    } else if (remote->has_newer) {
      fore_asset_cache_take_newer (cache, absolute);
    }
    remote->has_newer = FALSE;
  }
}

void
fore_offline_take_newer (ForeOffline *self)
{
  g_return_if_fail (FORE_IS_OFFLINE (self));

  change_all (self, FALSE);
  g_signal_emit (self, replaced_signal, 0);
  look_at_disk (self);
}

void
fore_offline_forget (ForeOffline *self)
{
  g_return_if_fail (FORE_IS_OFFLINE (self));

  change_all (self, TRUE);
  changed (self);
}

/* --- what there is to know --- */

GPtrArray *
fore_offline_get_assets (ForeOffline *self)
{
  g_return_val_if_fail (FORE_IS_OFFLINE (self), NULL);

  return self->remote;
}

static guint
count (ForeOffline *self, gsize offset)
{
  guint n = 0;

  for (guint i = 0; i < self->remote->len; i++) {
    const ForeRemoteAsset *remote = g_ptr_array_index (self->remote, i);

    n += G_STRUCT_MEMBER (gboolean, remote, offset) ? 1 : 0;
  }
  return n;
}

guint
fore_offline_get_n_here (ForeOffline *self)
{
  g_return_val_if_fail (FORE_IS_OFFLINE (self), 0);

  return count (self, G_STRUCT_OFFSET (ForeRemoteAsset, is_here));
}

guint
fore_offline_get_n_busy (ForeOffline *self)
{
  g_return_val_if_fail (FORE_IS_OFFLINE (self), 0);

  return count (self, G_STRUCT_OFFSET (ForeRemoteAsset, is_busy));
}

guint
fore_offline_get_n_newer (ForeOffline *self)
{
  g_return_val_if_fail (FORE_IS_OFFLINE (self), 0);

  return count (self, G_STRUCT_OFFSET (ForeRemoteAsset, has_newer));
}

/* --- the object --- */

static void
hosts_changed_cb (ForeOffline *self)
{
  fetch_missing (self);
  changed (self);
}

ForeOffline *
fore_offline_new (ForeAssets *assets)
{
  ForeOffline *self;

  g_return_val_if_fail (FORE_IS_ASSETS (assets), NULL);

  self = g_object_new (FORE_TYPE_OFFLINE, NULL);
  self->assets = g_object_ref (assets);
  g_signal_connect_object (assets, "notify::allowed-hosts", G_CALLBACK (hosts_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

static void
fore_offline_dispose (GObject *object)
{
  ForeOffline *self = FORE_OFFLINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_object (&self->assets);

  G_OBJECT_CLASS (fore_offline_parent_class)->dispose (object);
}

static void
fore_offline_finalize (GObject *object)
{
  ForeOffline *self = FORE_OFFLINE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->remote);

  G_OBJECT_CLASS (fore_offline_parent_class)->finalize (object);
}

static void
fore_offline_class_init (ForeOfflineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fore_offline_dispose;
  object_class->finalize = fore_offline_finalize;
  changed_signal = g_signal_new ("changed", FORE_TYPE_OFFLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  replaced_signal = g_signal_new ("replaced", FORE_TYPE_OFFLINE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_offline_init (ForeOffline *self)
{
  self->cancellable = g_cancellable_new ();
  self->remote = g_ptr_array_new_with_free_func ((GDestroyNotify) remote_free);
}
