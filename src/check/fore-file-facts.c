/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-file-facts.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

gboolean
fore_file_facts_is_file (const char *address)
{
  gsize word = strcspn (address, "/?#");

  return *address != '\0' && *address != '/' && *address != '#' && *address != '?' &&
         memchr (address, ':', word) == NULL;
}

/* The stage decides by the file that was opened; this only has to say why it will not
 * show. */
static gboolean
is_inside (const char *path, const char *root)
{
  g_autofree char *plain_root = g_canonicalize_filename (root, NULL);
  g_autofree char *plain = g_canonicalize_filename (path, NULL);
  gsize length = strlen (plain_root);

  return g_str_equal (plain_root, "/") ||
         (strncmp (plain, plain_root, length) == 0 && plain[length] == '/');
}

ForeFileState
fore_file_facts_look (GFile *folder, const char *address)
{
  g_autofree char *name = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *path = g_uri_unescape_string (name, NULL);
  g_autofree char *full = NULL;
  const char *root = g_file_peek_path (folder);
  GStatBuf status;

  if (root == NULL)
    return FORE_FILE_UNKNOWN;
  if (path == NULL)
    return FORE_FILE_MISSING;
  full = g_build_filename (root, path, NULL);
  if (!is_inside (full, root))
    return FORE_FILE_OUTSIDE;
  if (g_stat (full, &status) != 0)
    return FORE_FILE_MISSING;

  return status.st_size > FORE_FILE_LARGE_BYTES ? FORE_FILE_LARGE : FORE_FILE_THERE;
}

typedef struct {
  GFile *folder;
  char **addresses;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->folder);
  g_strfreev (self->addresses);
  g_free (self);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GHashTable) states =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **address = job->addresses; *address != NULL; address++) {
    ForeFileState state;

    if (g_task_return_error_if_cancelled (task))
      return;
    state = fore_file_facts_look (job->folder, *address);
    g_hash_table_insert (states, g_strdup (*address), GUINT_TO_POINTER (state));
  }
  g_task_return_pointer (task, g_steal_pointer (&states),
                         (GDestroyNotify) g_hash_table_unref);
}

void
fore_file_facts_look_async (GFile *folder,
                            const char *const *addresses,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (addresses != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_file_facts_look_async);
  job = g_new0 (Job, 1);
  job->folder = g_object_ref (folder);
  job->addresses = g_strdupv ((char **) addresses);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look);
}

GHashTable *
fore_file_facts_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
