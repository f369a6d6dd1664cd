/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-asset-set.h"

#include "fore-asset-name.h"
#include "fore-error.h"
#include "fore-file-tree.h"

#include <string.h>

#define MAX_AT_ONCE 6

typedef struct {
  GBytes *bytes; /* NULL if it could not be had */
  char *content_type;
  char *replacement; /* what is written for its address, once that is known */
  GError *error;
} Asset;

struct _ForeAssetSet {
  GHashTable *assets; /* address to Asset */
  GPtrArray *addresses;
  GPtrArray *missing;
  GPtrArray *origins;
};

typedef struct {
  ForeAssetSet *set;
  ForeAssets *assets;
  guint next;
  guint n_loading;
} Loading;

typedef struct {
  GTask *task;
  guint index;
} Request;

static void
asset_free (Asset *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->replacement);
  g_clear_error (&self->error);
  g_free (self);
}

void
fore_asset_set_free (ForeAssetSet *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->assets);
  g_ptr_array_unref (self->addresses);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->origins);
  g_free (self);
}

static void
loading_free (Loading *self)
{
  fore_asset_set_free (self->set);
  g_object_unref (self->assets);
  g_free (self);
}

static gboolean
is_loaded (const char *address, ForeAddressUse use)
{
  return use != FORE_ADDRESS_LINK && use != FORE_ADDRESS_FRAME && *address != '#' &&
         *address != '\0' && g_ascii_strncasecmp (address, "data:", 5) != 0;
}

/* What stands for a file that is not in the page: a browser that opens the page would
 * look for it from there, which may be anywhere. */
#define NOTHING "data:,"

static char *
collect (const char *address, ForeAddressUse use, gpointer user_data)
{
  ForeAssetSet *self = user_data;

  if (is_loaded (address, use) && !g_hash_table_contains (self->assets, address)) {
    g_hash_table_insert (self->assets, g_strdup (address), g_new0 (Asset, 1));
    g_ptr_array_add (self->addresses, g_strdup (address));
  }

  return NULL;
}

static char *
make_data_address (GBytes *bytes, const char *type)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_base64_encode (data, length);

  return g_strconcat ("data:", type, ";base64,", text, NULL);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_origin (ForeAssetSet *self, const char *address)
{
  g_autofree char *host = fore_assets_dup_host (address);
  g_autofree char *origin = NULL;

  if (host == NULL)
    return;
  origin = g_strconcat (
    g_ascii_strncasecmp (address, "http:", 5) == 0 ? "http://" : "https://", host, NULL);
  if (!g_ptr_array_find_with_equal_func (self->origins, origin, g_str_equal, NULL))
    g_ptr_array_add (self->origins, g_steal_pointer (&origin));
}

static void
finish (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);
  ForeAssetSet *set = loading->set;

  for (guint i = 0; i < set->addresses->len; i++) {
    const char *address = g_ptr_array_index (set->addresses, i);
    const Asset *asset = g_hash_table_lookup (set->assets, address);

    if (asset->error == NULL)
      continue;
    g_ptr_array_add (set->missing, g_strdup (asset->error->message));
    add_origin (set, address);
  }
  g_ptr_array_sort (set->origins, compare_strings);
  g_task_return_pointer (task, g_steal_pointer (&loading->set),
                         (GDestroyNotify) fore_asset_set_free);
}

static void load_more (GTask *task);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GTask) task = request->task;
  guint index = request->index;
  Loading *loading = g_task_get_task_data (task);
  ForeAssetSet *set = loading->set;
  Asset *asset =
    g_hash_table_lookup (set->assets, g_ptr_array_index (set->addresses, index));

  asset->bytes = fore_assets_load_finish (FORE_ASSETS (source), result,
                                          &asset->content_type, &asset->error);
  g_free (request);
  loading->n_loading--;
  load_more (task);
}

static void
load_more (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);
  ForeAssetSet *set = loading->set;
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_cancellable_is_cancelled (cancellable) && loading->n_loading > 0)
    return;
  while (loading->next < set->addresses->len && loading->n_loading < MAX_AT_ONCE) {
    Request *request = g_new (Request, 1);

    request->task = g_object_ref (task);
    request->index = loading->next++;
    loading->n_loading++;
    fore_assets_load_async (loading->assets,
                            g_ptr_array_index (set->addresses, request->index),
                            cancellable, loaded_cb, request);
  }
  if (loading->n_loading == 0)
    finish (task);
}

/* Options, slides and notes, as they will be written. */
static void
collect_all (ForeAssetSet *self, ForeDeck *deck, GArray *slides, gboolean with_notes)
{
  guint n_slides = slides != NULL ? slides->len : fore_deck_get_n_slides (deck);

  fore_options_foreach_address (fore_deck_get_options (deck), collect, self);
  for (guint i = 0; i < n_slides; i++) {
    guint index = slides != NULL ? g_array_index (slides, guint, i) : i;
    ForeSlide *slide = fore_deck_get_slide (deck, index);
    ForeMarkup *notes = with_notes ? fore_slide_get_notes_markup (slide) : NULL;

    fore_markup_foreach_address (fore_slide_get_markup (slide), collect, self);
    if (notes != NULL)
      fore_markup_foreach_address (notes, collect, self);
  }
}

void
fore_asset_set_load_async (ForeDeck *deck,
                           GArray *slides,
                           gboolean with_notes,
                           ForeAssets *assets,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);
  ForeAssetSet *set = g_new0 (ForeAssetSet, 1);

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));

  g_task_set_source_tag (task, fore_asset_set_load_async);
  set->assets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) asset_free);
  set->addresses = g_ptr_array_new_with_free_func (g_free);
  set->missing = g_ptr_array_new_with_free_func (g_free);
  set->origins = g_ptr_array_new_with_free_func (g_free);
  loading->set = set;
  loading->assets = g_object_ref (assets);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);

  collect_all (set, deck, slides, with_notes);
  load_more (task);
}

ForeAssetSet *
fore_asset_set_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fore_asset_set_put_into_folder (ForeAssetSet *self, const char *folder)
{
  g_autoptr (GHashTable) taken = NULL;
  g_autoptr (GHashTable) known = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (folder != NULL);

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* One picture by two addresses is one file. */
  known = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  for (guint i = 0; i < self->addresses->len; i++) {
    const char *address = g_ptr_array_index (self->addresses, i);
    Asset *asset = g_hash_table_lookup (self->assets, address);
    const Asset *same;
    g_autofree char *name = NULL;

    if (asset->bytes == NULL)
      continue;
    g_free (asset->replacement);
    same = g_hash_table_lookup (known, asset->bytes);
    if (same != NULL) {
      asset->replacement = g_strdup (same->replacement);
      continue;
    }
    name = fore_asset_name_dup (address, asset->content_type, taken);
    asset->replacement = g_strconcat (folder, "/", name, NULL);
    g_hash_table_insert (known, asset->bytes, asset);
  }
}

void
fore_asset_set_append_files (ForeAssetSet *self, GPtrArray *files)
{
  g_autoptr (GHashTable) names = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (files != NULL);

  names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->addresses->len; i++) {
    const Asset *asset =
      g_hash_table_lookup (self->assets, g_ptr_array_index (self->addresses, i));

    if (asset->bytes != NULL && asset->replacement != NULL &&
        g_hash_table_add (names, asset->replacement))
      g_ptr_array_add (files, fore_tree_file_new (asset->replacement, asset->bytes));
  }
}

const char *
fore_asset_set_get_file (ForeAssetSet *self, const char *address)
{
  const Asset *asset;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  asset = g_hash_table_lookup (self->assets, address);
  return asset != NULL && asset->bytes != NULL ? asset->replacement : NULL;
}

char *
fore_asset_set_map (const char *address, ForeAddressUse use, gpointer user_data)
{
  ForeAssetSet *self = user_data;
  g_autofree char *host = NULL;
  Asset *asset;

  if (use == FORE_ADDRESS_FRAME)
    return g_strdup ("about:blank");
  asset = is_loaded (address, use) ? g_hash_table_lookup (self->assets, address) : NULL;
  if (asset != NULL && asset->bytes != NULL) {
    if (asset->replacement == NULL)
      asset->replacement = make_data_address (asset->bytes, asset->content_type);
    return g_strdup (asset->replacement);
  }
  /* Without a scheme it would be that of the page, and so a file. */
  if (g_str_has_prefix (address, "//"))
    return g_strconcat ("https:", address, NULL);
  if (!is_loaded (address, use))
    return NULL;
  host = fore_assets_dup_host (address);

  return host == NULL ? g_strdup (NOTHING) : NULL;
}

GPtrArray *
fore_asset_set_get_missing (ForeAssetSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->missing;
}

GPtrArray *
fore_asset_set_get_origins (ForeAssetSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origins;
}
