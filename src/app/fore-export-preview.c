/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-preview.h"

#include "fore-picture-export.h"

#include <glib/gstdio.h>

#define WIDTH 480

static void
file_free (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_unlink (g_file_peek_path (file));
  g_rmdir (g_file_peek_path (folder));
  g_object_unref (file);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GdkTexture *texture;

  if (fore_picture_export_finish (result, NULL, NULL, &error) == 0) {
    g_task_return_error (task, error);
    return;
  }
  texture = gdk_texture_new_from_file (g_task_get_task_data (task), &error);
  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

void
fore_export_preview_async (ForeDeck *deck,
                           ForeAssets *assets,
                           const ForeExportOptions *options,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GArray) slides = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  ForeExportOptions one = { .width = WIDTH };
  GError *error = NULL;
  GFile *file;

  g_task_set_source_tag (task, fore_export_preview_async);
  slides = fore_export_options_find_slides (options, deck, &error);
  folder = slides != NULL ? g_dir_make_tmp ("foredeck-XXXXXX", &error) : NULL;
  if (folder == NULL) {
    g_task_return_error (task, error);
    return;
  }
  path = g_build_filename (folder, "slide.png", NULL);
  file = g_file_new_for_path (path);
  g_task_set_task_data (task, file, (GDestroyNotify) file_free);
  first = g_strdup_printf ("%u", g_array_index (slides, guint, 0) + 1);
  one.slides = first;
  fore_picture_export_async (deck, assets, &one, FORE_EXPORT_PNG, file, NULL, NULL,
                             cancellable, drawn_cb, g_object_ref (task));
}

GdkTexture *
fore_export_preview_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
