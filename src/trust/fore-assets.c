/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-assets.h"

#include "fore-drawing.h"
#include "fore-error.h"
#include "fore-folder.h"
#include "fore-network.h"
#include "fore-picture.h"

#include <glib/gi18n.h>
#include <string.h>

/* A host that does not answer is left alone for this long, so that forty pictures of a
 * dead host do not wait one after the other. */
#define SILENCE_SECONDS 20

struct _ForeAssets {
  GObject parent_instance;

  ForeAssetCache *cache;
  GFile *folder;
  char **allowed;
  GHashTable *allowed_once;
  /* Address to the list of tasks that wait for it. */
  GHashTable *waiting;
  /* Host to the time until which it is not asked. */
  GHashTable *silent;
};

typedef struct {
  GBytes *bytes;
  char *content_type;
} Asset;

enum {
  PROP_0,
  PROP_ALLOWED_HOSTS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeAssets, fore_assets, G_TYPE_OBJECT)

static Asset *
asset_new (GBytes *bytes, const char *content_type)
{
  Asset *self = g_new0 (Asset, 1);

  self->bytes = g_bytes_ref (bytes);
  self->content_type = g_strdup (content_type);

  return self;
}

static void
asset_free (Asset *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->content_type);
  g_free (self);
}

/* --- hosts
 * ------------------------------------------------------------------------------------ */

char *
fore_assets_dup_host (const char *address)
{
  g_autofree char *absolute = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  if (g_str_has_prefix (address, "//"))
    absolute = g_strconcat ("https:", address, NULL);
  else if (g_ascii_strncasecmp (address, "http://", 7) == 0 ||
           g_ascii_strncasecmp (address, "https://", 8) == 0)
    absolute = g_strdup (address);
  else
    return NULL;
  /* Not an error: an address that cannot be read has no host. */
  uri = g_uri_parse (absolute, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL ? fore_network_dup_host (uri) : NULL;
}

char *
fore_assets_dup_name (const char *address)
{
  g_autofree char *plain = NULL;
  gboolean has_scheme;
  char *decoded;

  g_return_val_if_fail (address != NULL, NULL);

  while (g_str_has_prefix (address, "./"))
    address += 2;
  plain = g_strndup (address, strcspn (address, "#"));
  decoded = g_uri_unescape_string (plain, NULL);
  if (decoded == NULL)
    decoded = g_steal_pointer (&plain);
  if (g_str_has_prefix (decoded, "//")) {
    g_autofree char *rest = decoded;

    decoded = g_strconcat ("https:", rest, NULL);
  }
  has_scheme = strstr (decoded, "://") != NULL;
  for (char *at = decoded; g_ascii_isalpha (*at) && has_scheme; at++)
    *at = g_ascii_tolower (*at);

  return decoded;
}

void
fore_assets_set_allowed_hosts (ForeAssets *self, const char *const *hosts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (FORE_IS_ASSETS (self));

  for (; hosts != NULL && *hosts != NULL; hosts++) {
    g_autofree char *lower = g_ascii_strdown (*hosts, -1);

    g_strv_builder_add (builder, g_strstrip (lower));
  }
  g_strfreev (self->allowed);
  self->allowed = g_strv_builder_end (builder);
  g_hash_table_remove_all (self->silent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALLOWED_HOSTS]);
}

void
fore_assets_allow_host_once (ForeAssets *self, const char *host)
{
  g_return_if_fail (FORE_IS_ASSETS (self));
  g_return_if_fail (host != NULL);

  g_hash_table_add (self->allowed_once, g_ascii_strdown (host, -1));
  g_hash_table_remove_all (self->silent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALLOWED_HOSTS]);
}

gboolean
fore_assets_is_host_allowed (ForeAssets *self, const char *host)
{
  g_return_val_if_fail (FORE_IS_ASSETS (self), FALSE);
  g_return_val_if_fail (host != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->allowed, host) ||
         g_hash_table_contains (self->allowed_once, host);
}

char **
fore_assets_dup_allowed_hosts (ForeAssets *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer host;

  g_return_val_if_fail (FORE_IS_ASSETS (self), NULL);

  g_strv_builder_addv (builder, (const char **) self->allowed);
  g_hash_table_iter_init (&iter, self->allowed_once);
  while (g_hash_table_iter_next (&iter, &host, NULL))
    g_strv_builder_add (builder, host);

  return g_strv_builder_end (builder);
}

/* --- files of the folder
 * ---------------------------------------------------------------------- */

/* Gives the task what it waits for, unless the page should not have to draw it. */
static void
give (GTask *task, GBytes *bytes, const char *type)
{
  ForePicture picture;

  if (fore_picture_read (&picture, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes)) &&
      fore_picture_is_too_large (&picture))
    g_task_return_new_error (
      task, FORE_ERROR, FORE_ERROR_LIMIT,
      /* Translators: an address, then width and height of a picture */
      _ ("“%s” has %u × %u pixels, which are too many to show."),
      (const char *) g_task_get_task_data (task), picture.width, picture.height);
  else if (fore_drawing_is_too_large (g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes)))
    g_task_return_new_error (
      task, FORE_ERROR, FORE_ERROR_LIMIT,
      _ ("“%s” repeats its parts so often that it is too large to show."),
      (const char *) g_task_get_task_data (task));
  else
    g_task_return_pointer (task, asset_new (bytes, type), (GDestroyNotify) asset_free);
}

static void
load_file_thread (GTask *task,
                  gpointer source,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  GFile *folder = g_object_get_data (G_OBJECT (task), "folder");
  g_autofree char *type = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
    fore_folder_load (folder, task_data, &type, cancellable, &error);

  if (bytes != NULL)
    give (task, bytes, type);
  else
    g_task_return_error (task, error);
}

static void
load_file (ForeAssets *self, GTask *task)
{
  if (self->folder == NULL) {
    g_task_return_new_error (
      task, FORE_ERROR, FORE_ERROR_OUTSIDE,
      _ ("“%s” cannot be found until the deck is saved in a folder."),
      (const char *) g_task_get_task_data (task));
    return;
  }
  g_object_set_data_full (G_OBJECT (task), "folder", g_object_ref (self->folder),
                          g_object_unref);
  g_task_run_in_thread (task, load_file_thread);
}

/* --- remote assets
 * ------------------------------------------------------------------------------ */

typedef struct {
  ForeAssets *assets;
  char *address;
  char *host;
  gboolean only_cached; /* since the host did not answer */
} Transfer;

static void
transfer_free (Transfer *self)
{
  g_object_unref (self->assets);
  g_free (self->address);
  g_free (self->host);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static void
remember_silence (ForeAssets *self, const char *host)
{
  gint64 *until = g_new (gint64, 1);

  *until = g_get_monotonic_time () + SILENCE_SECONDS * G_USEC_PER_SEC;
  g_hash_table_replace (self->silent, g_strdup (host), until);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  ForeAssets *self = transfer->assets;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes =
    fore_asset_cache_load_finish (FORE_ASSET_CACHE (source), result, &type, &error);
  g_autoptr (GPtrArray) tasks = NULL;
  gpointer key = NULL;

  g_hash_table_steal_extended (self->waiting, transfer->address, &key,
                               (gpointer *) &tasks);
  g_free (key);
  if (bytes == NULL && transfer->only_cached) {
    g_clear_error (&error);
    /* Translators: an address, and the name of a host */
    g_set_error (&error, FORE_ERROR, FORE_ERROR_UNREACHABLE,
                 _ ("“%s” could not be loaded: %s did not answer"), transfer->address,
                 transfer->host);
  } else if (g_error_matches (error, FORE_ERROR, FORE_ERROR_UNREACHABLE)) {
    remember_silence (self, transfer->host);
  }

  for (guint i = 0; tasks != NULL && i < tasks->len; i++) {
    GTask *task = g_ptr_array_index (tasks, i);

    if (bytes != NULL)
      give (task, bytes, type);
    else
      g_task_return_error (task, g_error_copy (error));
  }
}

static gboolean
is_silent (ForeAssets *self, const char *host)
{
  const gint64 *until = g_hash_table_lookup (self->silent, host);

  return until != NULL && *until > g_get_monotonic_time ();
}

static void
load_remote (ForeAssets *self, GTask *task, const char *host)
{
  const char *written = g_task_get_task_data (task);
  g_autofree char *address = g_str_has_prefix (written, "//")
                               ? g_strconcat ("https:", written, NULL)
                               : g_strdup (written);
  g_auto (GStrv) hosts = NULL;
  GPtrArray *tasks;
  Transfer *transfer;

  if (self->cache == NULL) {
    g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_NOT_ALLOWED,
                             _ ("“%s” is not loaded, since its host is not allowed."),
                             written);
    return;
  }

  tasks = g_hash_table_lookup (self->waiting, address);
  if (tasks != NULL) {
    g_ptr_array_add (tasks, g_object_ref (task));
    return;
  }
  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tasks, g_object_ref (task));
  g_hash_table_insert (self->waiting, g_strdup (address), tasks);

  transfer = g_new0 (Transfer, 1);
  transfer->assets = g_object_ref (self);
  transfer->host = g_strdup (host);
  transfer->address = g_steal_pointer (&address);
  /* What is in the cache is given all the same. */
  transfer->only_cached =
    fore_assets_is_host_allowed (self, host) && is_silent (self, host);
  hosts =
    transfer->only_cached ? g_new0 (char *, 1) : fore_assets_dup_allowed_hosts (self);
  fore_asset_cache_load_async (self->cache, transfer->address,
                               (const char *const *) hosts, NULL, loaded_cb, transfer);
}

void
fore_assets_load_async (ForeAssets *self,
                        const char *address,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *host = NULL;

  g_return_if_fail (FORE_IS_ASSETS (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_assets_load_async);
  g_task_set_task_data (task, g_strdup (address), g_free);

  host = fore_assets_dup_host (address);
  if (host != NULL)
    load_remote (self, task, host);
  else
    load_file (self, task);
}

GBytes *
fore_assets_load_finish (ForeAssets *self,
                         GAsyncResult *result,
                         char **content_type,
                         GError **error)
{
  Asset *asset;
  GBytes *bytes;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  asset = g_task_propagate_pointer (G_TASK (result), error);
  if (asset == NULL)
    return NULL;
  bytes = g_bytes_ref (asset->bytes);
  if (content_type != NULL)
    *content_type = g_steal_pointer (&asset->content_type);
  asset_free (asset);

  return bytes;
}

/* --- the object
 * ---------------------------------------------------------------------------------- */

ForeAssets *
fore_assets_new (ForeAssetCache *cache)
{
  ForeAssets *self = g_object_new (FORE_TYPE_ASSETS, NULL);

  self->cache = cache != NULL ? g_object_ref (cache) : NULL;

  return self;
}

ForeAssetCache *
fore_assets_get_cache (ForeAssets *self)
{
  g_return_val_if_fail (FORE_IS_ASSETS (self), NULL);

  return self->cache;
}

void
fore_assets_set_folder (ForeAssets *self, GFile *folder)
{
  g_return_if_fail (FORE_IS_ASSETS (self));

  g_set_object (&self->folder, folder);
}

GFile *
fore_assets_get_folder (ForeAssets *self)
{
  g_return_val_if_fail (FORE_IS_ASSETS (self), NULL);

  return self->folder;
}

static void
fore_assets_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_ALLOWED_HOSTS:
    g_value_set_boxed (value, FORE_ASSETS (object)->allowed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_assets_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *spec)
{
  switch (id) {
  case PROP_ALLOWED_HOSTS:
    fore_assets_set_allowed_hosts (FORE_ASSETS (object), g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_assets_finalize (GObject *object)
{
  ForeAssets *self = FORE_ASSETS (object);

  g_clear_object (&self->cache);
  g_clear_object (&self->folder);
  g_strfreev (self->allowed);
  g_hash_table_unref (self->allowed_once);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->silent);

  G_OBJECT_CLASS (fore_assets_parent_class)->finalize (object);
}

static void
fore_assets_class_init (ForeAssetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_assets_get_property;
  object_class->set_property = fore_assets_set_property;
  object_class->finalize = fore_assets_finalize;

  properties[PROP_ALLOWED_HOSTS] = g_param_spec_boxed (
    "allowed-hosts", NULL, NULL, G_TYPE_STRV,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_assets_init (ForeAssets *self)
{
  self->allowed = g_new0 (char *, 1);
  self->allowed_once = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->silent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
