/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An asset is one file, named by the SHA-256 of its address: a few lines of head, an
 * empty line, the content. One file cannot be half there. Its time of change is when it
 * was used last, which is all that clearing out needs to know. A newer version that
 * nobody has taken over yet lies beside it, in a file of the same kind. */

#include "fore-asset-cache.h"

#include "fore-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

static const char magic[] = "Foredeck asset 1";

struct _ForeAssetCache {
  GObject parent_instance;

  char *folder;
  ForeFetcher *fetcher;
};

typedef struct {
  char *address;
  char **hosts;
  ForeCached known;
  ForeFetched *fetched;
} Load;

G_DEFINE_FINAL_TYPE (ForeAssetCache, fore_asset_cache, G_TYPE_OBJECT)

static void
load_free (Load *self)
{
  g_free (self->address);
  g_strfreev (self->hosts);
  fore_cached_clear (&self->known);
  fore_fetched_free (self->fetched);
  g_free (self);
}

static char *
get_path (ForeAssetCache *self, const char *address)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);

  return g_build_filename (self->folder, name, NULL);
}

static char *
get_newer_path (ForeAssetCache *self, const char *address)
{
  g_autofree char *path = get_path (self, address);

  return g_strconcat (path, ".newer", NULL);
}

/* --- reading
 * ---------------------------------------------------------------------------------- */

/* Returns where the content starts, or 0 for what is no asset of this address. */
static gsize
read_head (const char *data, gsize length, const char *address, char **content_type)
{
  const char *end = g_strstr_len (data, (gssize) MIN (length, 65536), "\n\n");
  g_autofree char *head = end != NULL ? g_strndup (data, end - data) : NULL;
  g_auto (GStrv) lines = head != NULL ? g_strsplit (head, "\n", -1) : NULL;
  g_autofree char *size = NULL;

  if (lines == NULL || g_strv_length (lines) < 4 || strcmp (lines[0], magic) != 0 ||
      strcmp (lines[1], address) != 0)
    return 0;
  size = g_strdup_printf ("%" G_GSIZE_FORMAT, length - (gsize) (end + 2 - data));
  if (strcmp (lines[3], size) != 0)
    return 0;
  *content_type = g_strdup (lines[2]);

  return (gsize) (end + 2 - data);
}

GBytes *
fore_asset_cache_lookup (ForeAssetCache *self, const char *address, char **content_type)
{
  g_autofree char *path = NULL;
  g_autofree char *type = NULL;
  g_autoptr (GBytes) file = NULL;
  char *data;
  gsize length, start;

  g_return_val_if_fail (FORE_IS_ASSET_CACHE (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  path = get_path (self, address);
  /* Whatever is wrong with it: then it is not there, and is fetched again. */
  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  file = g_bytes_new_take (data, length);
  start = read_head (data, length, address, &type);
  if (start == 0)
    return NULL;

  utime (path, NULL);
  if (content_type != NULL)
    *content_type = g_steal_pointer (&type);

  return g_bytes_new_from_bytes (file, start, length - start);
}

/* --- writing
 * ---------------------------------------------------------------------------------- */

typedef struct {
  char *path;
  goffset size;
  time_t used;
} Entry;

static void
entry_free (Entry *self)
{
  g_free (self->path);
  g_free (self);
}

static int
compare_use (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a, *second = *(const Entry *const *) b;

  return (first->used > second->used) - (first->used < second->used);
}

static GPtrArray *
list_entries (ForeAssetCache *self, goffset *total)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  *total = 0;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    GStatBuf status;
    Entry *entry;

    if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
      continue;
    entry = g_new0 (Entry, 1);
    entry->path = g_steal_pointer (&path);
    entry->size = status.st_size;
    entry->used = status.st_mtime;
    *total += status.st_size;
    g_ptr_array_add (entries, entry);
  }

  return entries;
}

static void
clear_out (ForeAssetCache *self)
{
  goffset total;
  g_autoptr (GPtrArray) entries = list_entries (self, &total);

  if (total <= FORE_CACHE_MAX_BYTES)
    return;
  g_ptr_array_sort (entries, compare_use);
  for (guint i = 0; i < entries->len && total > FORE_CACHE_MAX_BYTES; i++) {
    Entry *entry = g_ptr_array_index (entries, i);

    if (g_unlink (entry->path) == 0)
      total -= entry->size;
  }
}

static const char *
plain (const char *text)
{
  return text != NULL && strpbrk (text, "\r\n") == NULL ? text : "";
}

/* That an asset cannot be kept is no reason not to show it. */
static void
store (ForeAssetCache *self,
       const char *path,
       const char *address,
       const ForeFetched *fetched)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (fetched->bytes, &length);

  if (*plain (address) == '\0')
    return;
  g_string_append_printf (file,
                          "%s\n%s\n%s\n%" G_GSIZE_FORMAT "\n%" G_GINT64_FORMAT
                          "\netag %s\nmodified %s\n\n",
                          magic, address, plain (fetched->content_type), length,
                          g_get_real_time () / G_USEC_PER_SEC, plain (fetched->etag),
                          plain (fetched->modified));
  g_string_append_len (file, data, (gssize) length);

  if (g_mkdir_with_parents (self->folder, 0700) != 0 ||
      !g_file_set_contents_full (path, file->str, (gssize) file->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error)) {
    g_message ("“%s” could not be kept: %s", address,
               error != NULL ? error->message : g_strerror (errno));
    return;
  }
  clear_out (self);
}

/* --- what is known of it
 * -------------------------------------------------------------------- */

void
fore_cached_clear (ForeCached *self)
{
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->modified, g_free);
}

static char *
dup_value (const char *line, const char *name)
{
  const char *value =
    line != NULL && g_str_has_prefix (line, name) ? line + strlen (name) : "";

  return *value != '\0' ? g_strdup (value) : NULL;
}

gboolean
fore_asset_cache_look (ForeAssetCache *self, const char *address, ForeCached *cached)
{
  g_autofree char *path = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length, start;

  g_return_val_if_fail (FORE_IS_ASSET_CACHE (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  *cached = (ForeCached){ NULL };
  path = get_path (self, address);
  /* Of a film, no more than its head is read. */
  file = g_mapped_file_new (path, FALSE, NULL);
  length = file != NULL ? g_mapped_file_get_length (file) : 0;
  start = length > 0 ? read_head (g_mapped_file_get_contents (file), length, address,
                                  &cached->content_type)
                     : 0;
  if (start == 0)
    return FALSE;
  head = g_strndup (g_mapped_file_get_contents (file), start - 2);
  lines = g_strsplit (head, "\n", 8);
  newer = get_newer_path (self, address);
  cached->size = length - start;
  cached->fetched = g_strv_length (lines) >= 5 ? g_ascii_strtoll (lines[4], NULL, 10) : 0;
  if (g_strv_length (lines) >= 7) {
    cached->etag = dup_value (lines[5], "etag ");
    cached->modified = dup_value (lines[6], "modified ");
  }
  cached->has_newer = g_file_test (newer, G_FILE_TEST_EXISTS);
  return TRUE;
}

void
fore_asset_cache_forget (ForeAssetCache *self, const char *address)
{
  g_autofree char *path = NULL;
  g_autofree char *newer = NULL;

  g_return_if_fail (FORE_IS_ASSET_CACHE (self));
  g_return_if_fail (address != NULL);

  path = get_path (self, address);
  newer = get_newer_path (self, address);
  g_unlink (path);
  g_unlink (newer);
}

gboolean
fore_asset_cache_take_newer (ForeAssetCache *self, const char *address)
{
  g_autofree char *path = NULL;
  g_autofree char *newer = NULL;

  g_return_val_if_fail (FORE_IS_ASSET_CACHE (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  path = get_path (self, address);
  newer = get_newer_path (self, address);
  return g_rename (newer, path) == 0;
}

/* The same, from now on known to be so. */
static void
confirm (ForeAssetCache *self, const Load *load)
{
  g_autofree char *path = get_path (self, load->address);
  g_autofree char *newer = get_newer_path (self, load->address);
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes = fore_asset_cache_lookup (self, load->address, &type);
  ForeFetched same = { bytes, type, load->known.etag, load->known.modified };

  if (bytes != NULL)
    store (self, path, load->address, &same);
  g_unlink (newer);
}

static void
compare_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  ForeAssetCache *self = source;
  Load *load = task_data;
  g_autofree char *path = get_path (self, load->address);
  g_autofree char *newer = get_newer_path (self, load->address);
  g_autoptr (GBytes) old = fore_asset_cache_lookup (self, load->address, NULL);
  gboolean is_other = load->fetched->bytes != NULL && old != NULL &&
                      !g_bytes_equal (old, load->fetched->bytes);

  if (load->fetched->bytes != NULL && old == NULL) {
    store (self, path, load->address, load->fetched);
  } else if (is_other) {
    store (self, newer, load->address, load->fetched);
  } else {
    /* A host that does not know conditions may still have sent the same. */
    if (load->fetched->bytes != NULL) {
      fore_cached_clear (&load->known);
      load->known.etag = g_strdup (load->fetched->etag);
      load->known.modified = g_strdup (load->fetched->modified);
    }
    confirm (self, load);
  }
  g_task_return_boolean (task, is_other);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  load->fetched = fore_fetcher_fetch_finish (FORE_FETCHER (source), result, &error);
  if (load->fetched == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, compare_thread);
}

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;

  fore_asset_cache_look (source, load->address, &load->known);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeAssetCache *self = FORE_ASSET_CACHE (source);
  Load *load = g_task_get_task_data (task);

  fore_fetcher_fetch_if_changed_async (
    self->fetcher, load->address, (const char *const *) load->hosts, load->known.etag,
    load->known.modified, g_task_get_cancellable (task), answered_cb,
    g_object_ref (task));
}

void
fore_asset_cache_refresh_async (ForeAssetCache *self,
                                const char *address,
                                const char *const *allowed_hosts,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) look = NULL;
  Load *load;

  g_return_if_fail (FORE_IS_ASSET_CACHE (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_asset_cache_refresh_async);
  load = g_new0 (Load, 1);
  load->address = g_strdup (address);
  load->hosts = g_strdupv ((char **) allowed_hosts);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);

  look = g_task_new (self, NULL, looked_cb, task);
  g_task_set_task_data (look, load, NULL);
  g_task_run_in_thread (look, look_thread);
}

gboolean
fore_asset_cache_refresh_finish (ForeAssetCache *self,
                                 GAsyncResult *result,
                                 gboolean *has_newer,
                                 GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_other;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  is_other = g_task_propagate_boolean (G_TASK (result), &local_error);
  if (has_newer != NULL)
    *has_newer = is_other;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* --- both, without waiting
 * -------------------------------------------------------------------- */

typedef struct {
  GBytes *bytes;
  char *content_type;
} Asset;

static void
asset_free (Asset *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self);
}

static void
store_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  Asset *asset = g_new0 (Asset, 1);
  g_autofree char *path = get_path (FORE_ASSET_CACHE (source), load->address);

  store (FORE_ASSET_CACHE (source), path, load->address, load->fetched);
  asset->bytes = g_bytes_ref (load->fetched->bytes);
  asset->content_type = g_strdup (load->fetched->content_type);
  g_task_return_pointer (task, asset, (GDestroyNotify) asset_free);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  load->fetched = fore_fetcher_fetch_finish (FORE_FETCHER (source), result, &error);
  if (load->fetched == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, store_thread);
}

static void
lookup_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  const char *address = task_data;
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes =
    fore_asset_cache_lookup (FORE_ASSET_CACHE (source), address, &type);
  Asset *asset;

  if (bytes == NULL) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  asset = g_new0 (Asset, 1);
  asset->bytes = g_steal_pointer (&bytes);
  asset->content_type = g_steal_pointer (&type);
  g_task_return_pointer (task, asset, (GDestroyNotify) asset_free);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeAssetCache *self = FORE_ASSET_CACHE (source);
  Load *load = g_task_get_task_data (task);
  /* It cannot fail: what is not there is NULL. */
  Asset *asset = g_task_propagate_pointer (G_TASK (result), NULL);

  if (asset != NULL) {
    g_task_return_pointer (task, asset, (GDestroyNotify) asset_free);
    return;
  }
  fore_fetcher_fetch_async (
    self->fetcher, load->address, (const char *const *) load->hosts,
    g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

void
fore_asset_cache_load_async (ForeAssetCache *self,
                             const char *address,
                             const char *const *allowed_hosts,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) lookup = NULL;
  Load *load;

  g_return_if_fail (FORE_IS_ASSET_CACHE (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_asset_cache_load_async);
  load = g_new0 (Load, 1);
  load->address = g_strdup (address);
  load->hosts = g_strdupv ((char **) allowed_hosts);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);

  lookup = g_task_new (self, NULL, looked_up_cb, task);
  g_task_set_task_data (lookup, g_strdup (address), g_free);
  g_task_run_in_thread (lookup, lookup_thread);
}

GBytes *
fore_asset_cache_load_finish (ForeAssetCache *self,
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

ForeAssetCache *
fore_asset_cache_new (const char *folder)
{
  ForeAssetCache *self = g_object_new (FORE_TYPE_ASSET_CACHE, NULL);

  self->folder = folder != NULL ? g_strdup (folder)
                                : g_build_filename (g_get_user_cache_dir (), "foredeck",
                                                    "assets", NULL);

  return self;
}

static void
fore_asset_cache_finalize (GObject *object)
{
  ForeAssetCache *self = FORE_ASSET_CACHE (object);

  g_free (self->folder);
  g_clear_object (&self->fetcher);

  G_OBJECT_CLASS (fore_asset_cache_parent_class)->finalize (object);
}

static void
fore_asset_cache_class_init (ForeAssetCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_asset_cache_finalize;
}

static void
fore_asset_cache_init (ForeAssetCache *self)
{
  self->fetcher = fore_fetcher_new ();
}
