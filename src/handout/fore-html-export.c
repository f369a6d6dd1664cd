/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-html-export.h"

#include "fore-asset-set.h"
#include "fore-error.h"
#include "fore-page.h"

#include <glib/gi18n.h>

typedef struct {
  ForeDeck *deck;
  ForeAssetSet *assets;
  ForeHtmlOptions options;
  char *title;
} Export;

typedef struct {
  GBytes *page;
  char **missing;
} Result;

static void
export_free (Export *self)
{
  fore_deck_unref (self->deck);
  fore_asset_set_free (self->assets);
  g_free (self->title);
  g_free (self);
}

static void
result_free (Result *self)
{
  g_clear_pointer (&self->page, g_bytes_unref);
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

static void
assemble_thread (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Export *self = task_data;
  Result *result = g_new0 (Result, 1);

  result->page = fore_page_assemble (self->deck, self->assets, &self->options);
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

void
fore_html_export_async (ForeDeck *deck,
                        ForeAssets *assets,
                        const ForeHtmlOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Export *self;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_html_export_async);
  self = g_new0 (Export, 1);
  self->deck = fore_deck_ref (deck);
  self->title = g_strdup (options->title);
  self->options = *options;
  self->options.title = self->title;
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  fore_asset_set_load_async (deck, assets, cancellable, loaded_cb, task);
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
