/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-html-export.h"

#include "fore-asset-set.h"
#include "fore-deck-part.h"
#include "fore-error.h"
#include "fore-export-options.h"
#include "fore-file-tree.h"
#include "fore-page.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  ForeDeck *deck;
  GArray *slides;
  ForeAssetSet *assets;
  ForeHtmlOptions options;
  gboolean is_folder;
} Export;

typedef struct {
  GBytes *page;
  GPtrArray *files;
  char **missing;
} Result;

static void
export_free (Export *self)
{
  fore_deck_unref (self->deck);
  g_clear_pointer (&self->slides, g_array_unref);
  fore_asset_set_free (self->assets);
  g_free ((char *) self->options.title);
  g_free ((char *) self->options.slides);
  g_free (self);
}

static void
result_free (Result *self)
{
  g_clear_pointer (&self->page, g_bytes_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_strfreev (self->missing);
  g_free (self);
}

static char **
dup_strings (GPtrArray *strings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < strings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (strings, i));

  return g_strv_builder_end (builder);
}

static GPtrArray *
new_files (ForeAssetSet *assets)
{
  GPtrArray *files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_tree_file_free);

  fore_asset_set_put_into_folder (assets, FORE_PAGE_ASSET_FOLDER);
  fore_asset_set_append_files (assets, files);
  return files;
}

static void
assemble_thread (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Export *self = task_data;
  Result *result = g_new0 (Result, 1);
  g_autoptr (GBytes) text =
    self->options.without_source
      ? NULL
      : fore_deck_part_dup_text (self->deck, self->slides, self->options.with_notes);
  ForePageContent content = { self->deck, self->slides, self->assets, text,
                              &self->options };

  if (self->is_folder)
    result->files = new_files (self->assets);
  result->page = fore_page_assemble (&content, result->files);
  if (self->is_folder)
    g_ptr_array_add (result->files, fore_tree_file_new ("index.html", result->page));
  result->missing = dup_strings (fore_asset_set_get_missing (self->assets));
  g_task_return_pointer (task, result, (GDestroyNotify) result_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *missing;

  self->assets = fore_asset_set_load_finish (result, &error);
  if (self->assets == NULL) {
    g_task_return_error (task, error);
    return;
  }
  missing = fore_asset_set_get_missing (self->assets);
  if (self->options.strict && missing->len > 0) {
    g_auto (GStrv) lines = dup_strings (missing);
    g_autofree char *text = g_strjoinv ("\n", lines);

    g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_INCOMPLETE,
                             _ ("The deck would not be complete:\n%s"), text);
    return;
  }
  g_task_run_in_thread (task, assemble_thread);
}

static Export *
export_new (ForeDeck *deck, const ForeHtmlOptions *options, gboolean is_folder)
{
  Export *self = g_new0 (Export, 1);

  self->deck = fore_deck_ref (deck);
  self->options = *options;
  self->options.title = g_strdup (options->title);
  self->options.slides = g_strdup (options->slides);
  self->is_folder = is_folder;
  return self;
}

static void
start (GTask *task, Export *self, ForeAssets *assets)
{
  const ForeExportOptions choice = { .slides = self->options.slides,
                                     .with_hidden = self->options.with_hidden };
  GError *error = NULL;

  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  self->slides = fore_export_options_find_slides (&choice, self->deck, &error);
  if (self->slides == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  fore_asset_set_load_async (self->deck, self->slides, self->options.with_notes, assets,
                             g_task_get_cancellable (task), loaded_cb, task);
}

void
fore_html_export_async (ForeDeck *deck,
                        ForeAssets *assets,
                        const ForeHtmlOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_html_export_async);
  start (task, export_new (deck, options, FALSE), assets);
}

GBytes *
fore_html_export_finish (GAsyncResult *result, char ***missing, GError **error)
{
  Result *value;
  GBytes *page;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  value = g_task_propagate_pointer (G_TASK (result), error);
  if (value == NULL)
    return NULL;
  page = g_bytes_ref (value->page);
  if (missing != NULL)
    *missing = g_steal_pointer (&value->missing);
  result_free (value);

  return page;
}

/* --- with files beside it --- */

void
fore_html_export_folder_async (ForeDeck *deck,
                               ForeAssets *assets,
                               const ForeHtmlOptions *options,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_html_export_folder_async);
  start (task, export_new (deck, options, TRUE), assets);
}

GPtrArray *
fore_html_export_folder_finish (GAsyncResult *result, char ***missing, GError **error)
{
  Result *value;
  GPtrArray *files;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  value = g_task_propagate_pointer (G_TASK (result), error);
  if (value == NULL)
    return NULL;
  files = g_steal_pointer (&value->files);
  if (missing != NULL)
    *missing = g_steal_pointer (&value->missing);
  result_free (value);

  return files;
}

gboolean
fore_html_export_is_folder (const char *path)
{
  static const char *const own[] = { "index.html", FORE_PAGE_PROGRAM_FOLDER,
                                     FORE_PAGE_ASSET_FOLDER, NULL };
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    if (!g_strv_contains (own, name))
      return FALSE;
  }
  page = g_build_filename (path, "index.html", NULL);
  return folder != NULL && g_file_get_contents (page, &text, NULL, NULL) &&
         strstr (text, "<meta name=\"generator\" content=\"Foredeck\">") != NULL;
}
