/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-run-store.h"

#include "fore-digest.h"
#include "fore-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".json"
#define MAX_BYTES (16 * 1024 * 1024)

typedef struct {
  ForeRun *run; /* NULL where none is needed */
  char *folder;
  char *uri; /* of the deck that is asked for, or NULL */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->run, fore_run_unref);
  g_free (request->folder);
  g_free (request->uri);
  g_free (request);
}

static GTask *
task_new (const char *folder,
          ForeRun *run,
          GFile *file,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->run = run != NULL ? fore_run_ref (run) : NULL;
  request->folder = g_strdup (folder);
  request->uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_task_set_task_data (task, request, request_free);

  return task;
}

/* All talks of a deck have names that start alike, so that only those need be read. */
static char *
make_prefix (const char *uri)
{
  return g_strdup_printf (
    "%016" G_GINT64_MODIFIER "x-",
    fore_digest_add (FORE_DIGEST_START, uri, uri != NULL ? strlen (uri) : 0));
}

static char *
make_path (const Request *request)
{
  g_autofree char *prefix = make_prefix (fore_run_get_uri (request->run));
  g_autofree char *name = g_strdup_printf ("%s%" G_GINT64_FORMAT SUFFIX, prefix,
                                           fore_run_get_time (request->run));

  return g_build_filename (request->folder, name, NULL);
}

char *
fore_run_store_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "foredeck", "talks", NULL);
}

/* --- saving
 * ----------------------------------------------------------------------------- */

static void
save_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autofree char *path = make_path (request);
  g_autoptr (GBytes) bytes = fore_run_write (request->run);
  GError *error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* Where the folder cannot be made, writing the file says why. */
  g_mkdir_with_parents (request->folder, 0700);
  if (g_file_set_contents_full (
        path, data, (gssize) length,
        G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
fore_run_store_save_async (ForeRun *run,
                           const char *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (run != NULL);
  g_return_if_fail (folder != NULL);

  task = task_new (folder, run, NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_run_store_save_async);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
fore_run_store_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- listing
 * ---------------------------------------------------------------------------- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = fore_run_get_time (*(ForeRun *const *) a);
  gint64 second = fore_run_get_time (*(ForeRun *const *) b);

  return (first < second) - (first > second);
}

static ForeRun *
read_run (const char *folder, const char *name, GCancellable *cancellable)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  /* What cannot be read is left out. */
  g_autoptr (GBytes) bytes = fore_file_read (file, MAX_BYTES, NULL, cancellable, NULL);

  return bytes != NULL ? fore_run_read (bytes) : NULL;
}

static void
list_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autofree char *prefix = request->uri != NULL ? make_prefix (request->uri) : NULL;
  g_autoptr (GPtrArray) runs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_run_unref);
  /* Without a folder there are no talks; that is no error. */
  g_autoptr (GDir) dir = g_dir_open (request->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autoptr (ForeRun) run = NULL;

    if (!g_str_has_suffix (name, SUFFIX) ||
        (prefix != NULL && !g_str_has_prefix (name, prefix)))
      continue;
    run = read_run (request->folder, name, cancellable);
    if (run != NULL &&
        (prefix == NULL || g_strcmp0 (fore_run_get_uri (run), request->uri) == 0))
      g_ptr_array_add (runs, g_steal_pointer (&run));
  }
  g_ptr_array_sort (runs, compare_times);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&runs),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
fore_run_store_list_async (const char *folder,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  task = task_new (folder, NULL, file, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_run_store_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
fore_run_store_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- forgetting
 * ------------------------------------------------------------------------- */

static void
remove_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  g_autofree char *path = make_path (task_data);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  if (g_file_delete (file, cancellable, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    g_clear_error (&error);
    g_task_return_boolean (task, TRUE);
  } else {
    g_task_return_error (task, error);
  }
}

void
fore_run_store_remove_async (ForeRun *run,
                             const char *folder,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (run != NULL);
  g_return_if_fail (folder != NULL);

  task = task_new (folder, run, NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_run_store_remove_async);
  g_task_run_in_thread (task, remove_in_thread);
}

gboolean
fore_run_store_remove_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
