/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-interrupted.h"

#include "fore-file.h"
#include "fore-journal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAX_BYTES (16 * 1024 * 1024)

struct _ForeInterrupted {
  GObject parent_instance;

  char *base; /* of the paths of its files */
  int lock_fd;
  GFile *file;
  ForeMoment *moment;
};

G_DEFINE_FINAL_TYPE (ForeInterrupted, fore_interrupted, G_TYPE_OBJECT)

static ForeMoment *
read_moment (const char *base, const char *suffix)
{
  g_autofree char *path = g_strconcat (base, suffix, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  /* What is not there, or cannot be read, is no moment. */
  g_autoptr (GBytes) bytes = fore_file_read (file, MAX_BYTES, NULL, NULL, NULL);

  return bytes != NULL ? fore_moment_read (bytes) : NULL;
}

/* The newer of the two that are whole. */
static ForeMoment *
read_last_moment (const char *base)
{
  g_autoptr (ForeMoment) latest = read_moment (base, FORE_JOURNAL_LATEST_SUFFIX);
  g_autoptr (ForeMoment) synced = read_moment (base, FORE_JOURNAL_SYNCED_SUFFIX);

  if (latest != NULL && (synced == NULL || latest->number > synced->number))
    return g_steal_pointer (&latest);

  return g_steal_pointer (&synced);
}

/* Returns NULL for a journal in use, or in which there is nothing. */
static ForeInterrupted *
interrupted_open (const char *base)
{
  g_autoptr (ForeInterrupted) self = g_object_new (FORE_TYPE_INTERRUPTED, NULL);
  g_autofree char *lock_path = g_strconcat (base, FORE_JOURNAL_LOCK_SUFFIX, NULL);

  self->base = g_strdup (base);
  self->lock_fd = open (lock_path, O_RDWR | O_CLOEXEC);
  if (self->lock_fd < 0 || flock (self->lock_fd, LOCK_EX | LOCK_NB) < 0)
    return NULL;

  self->moment = read_last_moment (base);
  if (self->moment == NULL)
    return NULL;
  if (self->moment->uri != NULL)
    self->file = g_file_new_for_uri (self->moment->uri);

  return g_steal_pointer (&self);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const ForeMoment *first = (*(ForeInterrupted *const *) a)->moment;
  const ForeMoment *second = (*(ForeInterrupted *const *) b)->moment;

  return (first->time < second->time) - (first->time > second->time);
}

static void
list_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  const char *folder = task_data;
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  /* Without a folder there are no journals; that is no error. */
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *base = g_build_filename (folder, name, NULL);
    ForeInterrupted *talk;

    if (!g_str_has_suffix (name, FORE_JOURNAL_LOCK_SUFFIX))
      continue;
    base[strlen (base) - strlen (FORE_JOURNAL_LOCK_SUFFIX)] = '\0';
    talk = interrupted_open (base);
    if (talk != NULL)
      g_ptr_array_add (talks, talk);
  }
  g_ptr_array_sort (talks, compare_times);

  g_task_return_pointer (task, g_steal_pointer (&talks),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
fore_interrupted_list_async (const char *folder,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_interrupted_list_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
fore_interrupted_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
fore_interrupted_get_file (ForeInterrupted *self)
{
  g_return_val_if_fail (FORE_IS_INTERRUPTED (self), NULL);

  return self->file;
}

const ForeMoment *
fore_interrupted_get_moment (ForeInterrupted *self)
{
  g_return_val_if_fail (FORE_IS_INTERRUPTED (self), NULL);

  return self->moment;
}

void
fore_interrupted_discard (ForeInterrupted *self)
{
  static const char *const suffixes[] = { FORE_JOURNAL_LATEST_SUFFIX,
                                          FORE_JOURNAL_SYNCED_SUFFIX,
                                          FORE_JOURNAL_LOCK_SUFFIX };

  g_return_if_fail (FORE_IS_INTERRUPTED (self));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = g_strconcat (self->base, suffixes[i], NULL);

    g_unlink (path);
  }
}

static void
fore_interrupted_finalize (GObject *object)
{
  ForeInterrupted *self = FORE_INTERRUPTED (object);

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_clear_object (&self->file);
  g_clear_pointer (&self->moment, fore_moment_free);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (fore_interrupted_parent_class)->finalize (object);
}

static void
fore_interrupted_class_init (ForeInterruptedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_interrupted_finalize;
}

static void
fore_interrupted_init (ForeInterrupted *self)
{
  self->lock_fd = -1;
}
