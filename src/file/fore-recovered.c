/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-recovered.h"

#include "fore-file.h"
#include "fore-recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_BYTES (256 * 1024 * 1024)

struct _ForeRecovered {
  GObject parent_instance;

  char *path;
  int note_fd; /* keeps the lock */
  GFile *file;
  char *version;
  GBytes *text;
  gint64 time;
};

G_DEFINE_FINAL_TYPE (ForeRecovered, fore_recovered, G_TYPE_OBJECT)

static void
read_note (ForeRecovered *self, const char *path)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *uri = NULL;

  /* A note that cannot be read makes the text one that never had a file. It is still
   * worth having. */
  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL))
    return;

  uri = g_key_file_get_string (note, FORE_RECOVERY_GROUP, FORE_RECOVERY_URI, NULL);
  self->version =
    g_key_file_get_string (note, FORE_RECOVERY_GROUP, FORE_RECOVERY_VERSION, NULL);
  if (uri != NULL && *uri != '\0')
    self->file = g_file_new_for_uri (uri);
  if (self->version != NULL && *self->version == '\0')
    g_clear_pointer (&self->version, g_free);
}

/* Returns NULL for a copy in use, or of which there is no text. */
static ForeRecovered *
recovered_open (const char *path)
{
  g_autoptr (ForeRecovered) self = g_object_new (FORE_TYPE_RECOVERED, NULL);
  g_autoptr (GFile) text_file = g_file_new_for_path (path);
  g_autofree char *note_path = fore_recovery_dup_note (path);
  struct stat status;

  self->path = g_strdup (path);
  self->note_fd = open (note_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->note_fd < 0 || flock (self->note_fd, LOCK_EX | LOCK_NB) < 0)
    return NULL;
  if (g_stat (path, &status) < 0)
    return NULL;

  self->time = status.st_mtime;
  self->text = fore_file_read (text_file, MAX_BYTES, NULL, NULL, NULL);
  if (self->text == NULL || !g_utf8_validate_len (g_bytes_get_data (self->text, NULL),
                                                  g_bytes_get_size (self->text), NULL))
    return NULL;
  read_note (self, note_path);

  return g_steal_pointer (&self);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const ForeRecovered *first = *(ForeRecovered *const *) a;
  const ForeRecovered *second = *(ForeRecovered *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

static void
list_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  const char *folder = task_data;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  /* Without a folder there are no copies; that is no error. */
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    ForeRecovered *copy = NULL;

    if (g_str_has_suffix (name, FORE_RECOVERY_TEXT_SUFFIX))
      copy = recovered_open (path);
    if (copy != NULL)
      g_ptr_array_add (copies, copy);
  }
  g_ptr_array_sort (copies, compare_times);

  g_task_return_pointer (task, g_steal_pointer (&copies),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
fore_recovered_list_async (const char *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_recovered_list_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
fore_recovered_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
fore_recovered_get_file (ForeRecovered *self)
{
  g_return_val_if_fail (FORE_IS_RECOVERED (self), NULL);

  return self->file;
}

const char *
fore_recovered_get_version (ForeRecovered *self)
{
  g_return_val_if_fail (FORE_IS_RECOVERED (self), NULL);

  return self->version;
}

GBytes *
fore_recovered_get_text (ForeRecovered *self)
{
  g_return_val_if_fail (FORE_IS_RECOVERED (self), NULL);

  return self->text;
}

gint64
fore_recovered_get_time (ForeRecovered *self)
{
  g_return_val_if_fail (FORE_IS_RECOVERED (self), 0);

  return self->time;
}

void
fore_recovered_discard (ForeRecovered *self)
{
  g_autofree char *note_path = NULL;

  g_return_if_fail (FORE_IS_RECOVERED (self));

  note_path = fore_recovery_dup_note (self->path);
  g_unlink (self->path);
  g_unlink (note_path);
}

static void
fore_recovered_finalize (GObject *object)
{
  ForeRecovered *self = FORE_RECOVERED (object);

  if (self->note_fd >= 0)
    close (self->note_fd);
  g_clear_object (&self->file);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (fore_recovered_parent_class)->finalize (object);
}

static void
fore_recovered_class_init (ForeRecoveredClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_recovered_finalize;
}

static void
fore_recovered_init (ForeRecovered *self)
{
  self->note_fd = -1;
}
