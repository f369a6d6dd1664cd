/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-write.h"

#include "fore-error.h"
#include "fore-file-tree.h"
#include "fore-file-write.h"
#include "fore-freeze.h"
#include "fore-html-export.h"
#include "fore-notes-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* In a folder of frozen assets: the names of those that are ours. */
#define LIST_NAME ".foredeck"

typedef struct {
  ForeExportFormat format;
  gboolean strict;
  GFile *file;
  /* What was made: one file, and perhaps a folder beside it. */
  GBytes *content;
  GPtrArray *files;
  char *folder;
  char **missing;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->folder);
  g_strfreev (self->missing);
  g_free (self);
}

gboolean
fore_export_format_is_drawn (ForeExportFormat format)
{
  return format == FORE_EXPORT_PDF || format == FORE_EXPORT_PNG ||
         format == FORE_EXPORT_WEBP;
}

/* --- writing --- */

/* Whoever puts a file of his own into the folder keeps it. */
static gboolean
is_frozen_folder (const char *path)
{
  g_autofree char *list = g_build_filename (path, LIST_NAME, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL || !g_file_get_contents (list, &text, NULL, NULL))
    return FALSE;
  names = g_strsplit (text, "\n", -1);
  while ((name = g_dir_read_name (folder)) != NULL) {
    if (strcmp (name, LIST_NAME) != 0 &&
        !g_strv_contains ((const char *const *) names, name))
      return FALSE;
  }
  return TRUE;
}

static void
add_list (GPtrArray *files)
{
  GString *names = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < files->len; i++) {
    const ForeTreeFile *file = g_ptr_array_index (files, i);

    g_string_append_printf (names, "%s\n", file->name);
  }
  bytes = g_string_free_to_bytes (names);
  g_ptr_array_add (files, fore_tree_file_new (LIST_NAME, bytes));
}

static gboolean
write_beside (const Export *self, GError **error)
{
  g_autoptr (GFile) parent = g_file_get_parent (self->file);
  g_autofree char *path =
    g_build_filename (g_file_peek_path (parent), self->folder, NULL);

  add_list (self->files);
  return fore_file_tree_write (path, self->files, is_frozen_folder, error);
}

static gboolean
write_all (const Export *self, GError **error)
{
  if (self->files != NULL && g_file_peek_path (self->file) == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("A folder can only be written on this computer."));
    return FALSE;
  }
  if (self->format == FORE_EXPORT_FOLDER)
    return fore_file_tree_write (g_file_peek_path (self->file), self->files,
                                 fore_html_export_is_folder, error);
  /* The files first: the text would speak of what is not there. */
  if (self->files != NULL && self->files->len > 0 && !write_beside (self, error))
    return FALSE;
  return fore_file_write (self->file, self->content, NULL, g_get_user_cache_dir (), NULL,
                          NULL, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_all (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made (GTask *task, GError *error)
{
  Export *self = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (self->file == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, write_thread);
}

/* --- making --- */

static void
page_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->content = fore_html_export_finish (result, &self->missing, &error);
  made (task, error);
}

static void
folder_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->files = fore_html_export_folder_finish (result, &self->missing, &error);
  made (task, error);
}

static GError *
take_frozen (Export *self, ForeFrozen *frozen)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (frozen->missing, NULL);
  if (self->strict && frozen->missing->len > 1) {
    text = g_strjoinv ("\n", (char **) frozen->missing->pdata);
    return g_error_new (FORE_ERROR, FORE_ERROR_INCOMPLETE,
                        _ ("The deck would not be complete:\n%s"), text);
  }
  self->missing = g_strdupv ((char **) frozen->missing->pdata);
  self->content = g_bytes_ref (frozen->text);
  self->files = g_ptr_array_ref (frozen->files);
  self->folder = g_strdup (frozen->folder);
  return NULL;
}

static void
frozen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (ForeFrozen) frozen = fore_freeze_finish (result, &error);

  if (frozen != NULL)
    error = take_frozen (g_task_get_task_data (task), frozen);
  made (task, error);
}

/* "My talk.md" has its assets in "My-talk-assets", which no place has to escape. */
static char *
name_folder (GFile *file)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : g_strdup ("deck");
  g_autofree char *plain = g_str_to_ascii (base, NULL);
  char *dot = strrchr (plain, '.');

  if (dot != NULL && dot != plain)
    *dot = '\0';
  g_strcanon (plain, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_", '-');
  return g_strconcat (plain, "-assets", NULL);
}

static void
freeze (GTask *task, ForeDeck *deck, ForeAssets *assets)
{
  Export *self = g_task_get_task_data (task);
  g_autofree char *folder = name_folder (self->file);
  g_autoptr (GFile) parent = self->file != NULL ? g_file_get_parent (self->file) : NULL;
  GFile *own = fore_assets_get_folder (assets);
  gboolean goes_elsewhere = own == NULL || parent == NULL || !g_file_equal (own, parent);

  fore_freeze_async (deck, assets, folder, goes_elsewhere, g_task_get_cancellable (task),
                     frozen_cb, g_object_ref (task));
}

static void
make_html (GTask *task,
           ForeDeck *deck,
           ForeAssets *assets,
           const ForeExportChoice *choice)
{
  const ForeHtmlOptions options = {
    .title = choice->options.title,
    .with_notes = choice->with_notes,
    .strict = choice->options.strict,
    .slides = choice->options.slides,
    .with_hidden = choice->options.with_hidden,
    .without_fragments = !choice->with_fragments,
    .without_source = !choice->with_source,
  };
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (choice->format == FORE_EXPORT_FOLDER)
    fore_html_export_folder_async (deck, assets, &options, cancellable, folder_made_cb,
                                   g_object_ref (task));
  else
    fore_html_export_async (deck, assets, &options, cancellable, page_made_cb,
                            g_object_ref (task));
}

void
fore_export_write_async (ForeDeck *deck,
                         ForeAssets *assets,
                         const ForeExportChoice *choice,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);
  GError *error = NULL;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (choice != NULL && !fore_export_format_is_drawn (choice->format));

  g_task_set_source_tag (task, fore_export_write_async);
  self->format = choice->format;
  self->strict = choice->options.strict;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);

  if (choice->format == FORE_EXPORT_HTML || choice->format == FORE_EXPORT_FOLDER) {
    make_html (task, deck, assets, choice);
  } else if (choice->format == FORE_EXPORT_MARKDOWN) {
    freeze (task, deck, assets);
  } else {
    self->content = fore_notes_export (deck, &choice->options, choice->format, &error);
    made (task, error);
  }
}

gboolean
fore_export_write_finish (GAsyncResult *result,
                          GBytes **content,
                          char ***missing,
                          GError **error)
{
  Export *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  self = g_task_get_task_data (G_TASK (result));
  if (content != NULL)
    *content = self->file == NULL ? g_bytes_ref (self->content) : NULL;
  if (missing != NULL)
    *missing = g_steal_pointer (&self->missing);
  return TRUE;
}
