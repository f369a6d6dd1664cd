/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* All that touches the disk is an Operation. Operations run one after the other: each
 * takes what it needs from the document (prepare), works in a thread without knowing the
 * document (work), and puts what came of it into the document (apply). Four are asked for
 * from outside: load, save, reload, recover. The fifth, look, is our own answer to a file
 * monitor, which says only that something may have happened. */

#include "fore-document-private.h"

#include "fore-embedded-source.h"
#include "fore-error.h"
#include "fore-file-monitors.h"
#include "fore-file-write.h"

#include <glib/gi18n.h>

/* A text buffer counts in int, and needs several times the memory. */
#define MAX_BYTES (256 * 1024 * 1024)

/* Some programs replace a file by removing it and writing it anew. Only after so long,
 * in ms, do we believe that it is gone. */
#define GONE_DELAY 500

typedef struct _Operation Operation;

typedef struct {
  void (*prepare) (ForeDocument *self, Operation *operation);
  gboolean (*work) (Operation *operation, GCancellable *cancellable, GError **error);
  /* May take back or replace what went wrong. */
  void (*apply) (ForeDocument *self, Operation *operation, GError **error);
  gboolean is_quiet;
} OperationClass;

struct _Operation {
  const OperationClass *klass;
  GTask *task; /* (nullable): whom to tell */

  /* What is known before */
  GFile *file;
  gboolean is_other_file;
  gboolean overwrite;
  gboolean is_second_look;
  ForeRecovered *copy;
  GBytes *text;
  guint64 n_edits;
  ForeSource *known_source;
  GBytes *known_bytes;
  char *known_version;

  /* What is known after */
  gboolean is_gone;
  gboolean is_page; /* that was exported, with its text in it */
  GBytes *bytes;    /* NULL if they are those known */
  char *version;
  ForeSource *source;
  ForeDeck *deck;
  GPtrArray *monitors;
};

static const OperationClass load_class, save_class, reload_class, recover_class,
  look_class;

static void run_next (ForeDocument *self);

static void
operation_free (Operation *operation)
{
  g_clear_object (&operation->task);
  g_clear_object (&operation->file);
  g_clear_object (&operation->copy);
  g_clear_pointer (&operation->text, g_bytes_unref);
  g_clear_pointer (&operation->known_source, fore_source_unref);
  g_clear_pointer (&operation->known_bytes, g_bytes_unref);
  g_clear_pointer (&operation->known_version, g_free);
  g_clear_pointer (&operation->bytes, g_bytes_unref);
  g_clear_pointer (&operation->version, g_free);
  g_clear_pointer (&operation->source, fore_source_unref);
  g_clear_pointer (&operation->deck, fore_deck_unref);
  g_clear_pointer (&operation->monitors, g_ptr_array_unref);
  g_free (operation);
}

/* --- The queue ---------------------------------------------------------------------- */

static void
push (ForeDocument *self, Operation *operation)
{
  g_queue_push_tail (&self->operations, operation);
  if (self->running == NULL)
    run_next (self);
}

static Operation *
operation_new (const OperationClass *klass, GTask *task, GFile *file)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->klass = klass;
  operation->task = task;
  g_set_object (&operation->file, file);

  return operation;
}

static void
work_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  Operation *operation = task_data;
  GError *error = NULL;

  if (operation->klass->work (operation, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeDocument) self = user_data;
  Operation *operation = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = g_steal_pointer (&operation->task);
  g_autoptr (GError) error = NULL;

  /* The outcome is in the error. */
  (void) g_task_propagate_boolean (G_TASK (result), &error);
  self->running = NULL;
  operation->klass->apply (self, operation, &error);
  run_next (self);

  if (task != NULL && error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (task != NULL)
    g_task_return_boolean (task, TRUE);
}

static void
run_next (ForeDocument *self)
{
  Operation *operation = g_queue_pop_head (&self->operations);
  g_autoptr (GTask) work = NULL;
  GCancellable *cancellable;

  if (operation == NULL) {
    fore_document_set_busy (self, FALSE);
    return;
  }

  self->running = operation;
  operation->n_edits = self->n_edits;
  operation->text = g_bytes_ref (fore_text_mirror_get_text (self->mirror));
  operation->known_source = fore_source_ref (self->source);
  operation->known_bytes = self->disk != NULL ? g_bytes_ref (self->disk) : NULL;
  operation->known_version = g_strdup (self->version);
  if (operation->klass->prepare != NULL)
    operation->klass->prepare (self, operation);
  fore_document_set_busy (self, !operation->klass->is_quiet);

  cancellable = operation->task != NULL ? g_task_get_cancellable (operation->task)
                                        : self->cancellable;
  /* Not with the document as its source object: a task may be the last to let go of
   * that, and would do so in its thread. */
  work = g_task_new (NULL, cancellable, work_cb, g_object_ref (self));
  g_task_set_source_tag (work, run_next);
  /* A file that was written has been written, cancelled or not. */
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, operation, (GDestroyNotify) operation_free);
  g_task_run_in_thread (work, work_in_thread);
}

/* --- Watching ----------------------------------------------------------------------- */

static void
look (ForeDocument *self, gboolean is_second_look)
{
  Operation *operation;

  if (self->file == NULL)
    return;
  operation = operation_new (&look_class, NULL, self->file);
  operation->is_second_look = is_second_look;
  push (self, operation);
}

static gboolean
look_again_cb (gpointer user_data)
{
  ForeDocument *self = user_data;

  self->look_source = 0;
  look (self, TRUE);

  return G_SOURCE_REMOVE;
}

static gboolean
is_looking_next (ForeDocument *self)
{
  Operation *last = g_queue_peek_tail (&self->operations);

  return last != NULL && last->klass == &look_class;
}

static void
monitor_cb (GFileMonitor *monitor,
            GFile *file,
            GFile *other_file,
            GFileMonitorEvent event,
            ForeDocument *self)
{
  /* A file that is being written to is left alone until that is done: half of it would
   * be loaded. What is created is written to next. */
  if (event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_CREATED ||
      event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (!is_looking_next (self))
    look (self, FALSE);
}

static void
take_monitors (ForeDocument *self, Operation *operation)
{
  if (operation->monitors == NULL)
    return;
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  self->monitors = g_steal_pointer (&operation->monitors);
  for (guint i = 0; i < self->monitors->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->monitors, i), "changed",
                             G_CALLBACK (monitor_cb), self, 0);
}

/* --- What operations share ---------------------------------------------------------- */

static gboolean
read_file (Operation *operation, GCancellable *cancellable, GError **error)
{
  /* Watched first, so that no change between the two is missed. */
  operation->monitors = fore_file_monitors_new (operation->file);
  operation->bytes =
    fore_file_read (operation->file, MAX_BYTES, &operation->version, cancellable, error);
  if (operation->bytes == NULL)
    return FALSE;
  operation->source = fore_source_new (operation->bytes);

  return TRUE;
}

static void
forget_seen (ForeDocument *self)
{
  g_clear_pointer (&self->seen, g_bytes_unref);
  g_clear_pointer (&self->seen_source, fore_source_unref);
  g_clear_pointer (&self->seen_version, g_free);
}

/* From here on the file is what the operation found or left there. */
static void
agree (ForeDocument *self, Operation *operation)
{
  g_clear_pointer (&self->source, fore_source_unref);
  self->source = g_steal_pointer (&operation->source);
  g_clear_pointer (&self->disk, g_bytes_unref);
  self->disk = g_steal_pointer (&operation->bytes);
  g_free (self->version);
  self->version = g_steal_pointer (&operation->version);
  take_monitors (self, operation);

  forget_seen (self);
  fore_document_set_conflict (self, FORE_CONFLICT_NONE);
}

/* --- Load --------------------------------------------------------------------------- */

static gboolean
load_work (Operation *operation, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) embedded = NULL;

  if (!read_file (operation, cancellable, error))
    return FALSE;
  embedded = fore_embedded_source_read (operation->bytes);
  if (embedded != NULL) {
    operation->is_page = TRUE;
    fore_source_unref (operation->source);
    operation->source = fore_source_new (embedded);
  }
  operation->deck =
    fore_deck_parse (embedded != NULL ? embedded : operation->bytes, NULL);

  return TRUE;
}

static void
load_apply (ForeDocument *self, Operation *operation, GError **error)
{
  ForeSource *source = operation->source;

  if (*error != NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  /* What was handed out stays what it is: saving asks for a file of its own. */
  if (!operation->is_page)
    agree (self, operation);
  fore_document_replace_text (self, fore_source_get_text (source));
  if (!operation->is_page)
    fore_document_set_file (self, operation->file);
  fore_document_take_deck (self, g_steal_pointer (&operation->deck));
  fore_document_keep_copy (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static const OperationClass load_class = { NULL, load_work, load_apply, FALSE };

/* --- Save --------------------------------------------------------------------------- */

static void
save_prepare (ForeDocument *self, Operation *operation)
{
  if (operation->file == NULL)
    g_set_object (&operation->file, self->file);
  operation->is_other_file =
    self->file == NULL || !g_file_equal (operation->file, self->file);
}

static gboolean
save_work (Operation *operation, GCancellable *cancellable, GError **error)
{
  ForeFileKnown known = { operation->known_version, operation->known_bytes };
  g_autofree char *spare_folder =
    g_build_filename (g_get_user_state_dir (), "foredeck", "spare", NULL);

  /* Of another file we only know that it should not be there. */
  if (operation->is_other_file)
    known = (ForeFileKnown){ NULL, NULL };

  operation->bytes = fore_source_encode (operation->known_source, operation->text);
  if (!fore_file_write (operation->file, operation->bytes,
                        operation->overwrite ? NULL : &known, spare_folder,
                        &operation->version, cancellable, error))
    return FALSE;
  operation->source = fore_source_new (operation->bytes);
  operation->monitors = fore_file_monitors_new (operation->file);

  return TRUE;
}

static void
add_comfort (ForeDocument *self, GError **error)
{
  g_autofree char *message = NULL;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  message = g_strconcat ((*error)->message, " ",
                         fore_recovery_get_kept (self->recovery)
                           ? _ ("Your text is kept here and in the recovery file.")
                           : _ ("Your text is kept here."),
                         NULL);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

static void
save_apply (ForeDocument *self, Operation *operation, GError **error)
{
  if (*error != NULL) {
    /* Look what has become of the file, so that there is something to choose from. */
    if (!operation->is_other_file)
      look (self, FALSE);
    add_comfort (self, error);
    fore_document_keep_copy (self);
    return;
  }

  g_object_freeze_notify (G_OBJECT (self));
  agree (self, operation);
  fore_document_set_file (self, operation->file);
  /* More may have been typed while the file was written. */
  fore_document_set_saved_text (self, operation->text);
  fore_document_keep_copy (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static const OperationClass save_class = { save_prepare, save_work, save_apply, FALSE };

/* --- Reload ------------------------------------------------------------------------- */

static void
reload_prepare (ForeDocument *self, Operation *operation)
{
  g_set_object (&operation->file, self->file);
}

static void
reload_apply (ForeDocument *self, Operation *operation, GError **error)
{
  if (*error != NULL)
    return;

  agree (self, operation);
  fore_document_merge_text (self, fore_source_get_text (self->source));
  fore_document_set_saved_text (self, fore_source_get_text (self->source));
}

static const OperationClass reload_class = { reload_prepare, read_file, reload_apply,
                                             FALSE };

/* --- Recover ------------------------------------------------------------------------ */

static gboolean
recover_work (Operation *operation, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (operation->file == NULL || read_file (operation, cancellable, &local_error))
    return TRUE;
  /* The text is all the more precious. */
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    operation->is_gone = TRUE;
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
recover_apply (ForeDocument *self, Operation *operation, GError **error)
{
  gboolean is_older;

  if (*error != NULL)
    return;

  is_older =
    operation->source != NULL &&
    g_strcmp0 (operation->version, fore_recovered_get_version (operation->copy)) != 0;
  g_object_freeze_notify (G_OBJECT (self));
  if (operation->source != NULL) {
    agree (self, operation);
    fore_document_replace_text (self, fore_source_get_text (self->source));
  }
  if (operation->file != NULL)
    fore_document_set_file (self, operation->file);
  take_monitors (self, operation);
  if (is_older) {
    self->seen = g_bytes_ref (self->disk);
    self->seen_source = fore_source_ref (self->source);
    self->seen_version = g_strdup (self->version);
    fore_document_set_conflict (self, FORE_CONFLICT_CHANGED);
  } else if (operation->is_gone) {
    fore_document_set_conflict (self, FORE_CONFLICT_GONE);
  }
  fore_document_merge_text (self, fore_recovered_get_text (operation->copy));
  fore_document_set_saved_text (
    self, operation->source != NULL ? fore_source_get_text (self->source) : NULL);
  g_object_thaw_notify (G_OBJECT (self));

  g_set_object (&self->recovered, operation->copy);
  fore_document_keep_copy (self);
}

static const OperationClass recover_class = { NULL, recover_work, recover_apply, FALSE };

/* --- Look --------------------------------------------------------------------------- */

static void
look_prepare (ForeDocument *self, Operation *operation)
{
  g_set_object (&operation->file, self->file);
}

static gboolean
look_work (Operation *operation, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *version =
    fore_file_dup_version (operation->file, cancellable, &local_error);

  if (version != NULL && g_strcmp0 (version, operation->known_version) == 0) {
    operation->version = g_steal_pointer (&version);
    return TRUE;
  }
  if (version != NULL) {
    if (!read_file (operation, cancellable, &local_error) &&
        !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
    if (operation->bytes != NULL && operation->known_bytes != NULL &&
        g_bytes_equal (operation->bytes, operation->known_bytes))
      g_clear_pointer (&operation->bytes, g_bytes_unref);
  }
  operation->is_gone = operation->version == NULL;

  return TRUE;
}

static void
found_gone (ForeDocument *self, Operation *operation)
{
  if (!operation->is_second_look) {
    if (self->look_source == 0)
      self->look_source = g_timeout_add (GONE_DELAY, look_again_cb, self);
    return;
  }
  if (self->conflict == FORE_CONFLICT_GONE)
    return;
  fore_document_set_saved_text (self, NULL);
  fore_document_set_conflict (self, FORE_CONFLICT_GONE);
  fore_document_keep_copy (self);
}

static void
found_same (ForeDocument *self, Operation *operation)
{
  g_free (self->version);
  self->version = g_steal_pointer (&operation->version);
  take_monitors (self, operation);
  forget_seen (self);

  fore_document_set_saved_text (self, fore_source_get_text (self->source));
  fore_document_set_conflict (self, FORE_CONFLICT_NONE);
}

static void
found_other (ForeDocument *self, Operation *operation)
{
  GBytes *text = fore_text_mirror_get_text (self->mirror);

  /* Nothing was changed here, or the same was. */
  if (g_bytes_equal (text, fore_source_get_text (self->source)) ||
      g_bytes_equal (text, fore_source_get_text (operation->source))) {
    GError *no_error = NULL;

    reload_apply (self, operation, &no_error);
    return;
  }

  take_monitors (self, operation);
  forget_seen (self);
  self->seen = g_steal_pointer (&operation->bytes);
  self->seen_source = g_steal_pointer (&operation->source);
  self->seen_version = g_steal_pointer (&operation->version);
  fore_document_set_conflict (self, FORE_CONFLICT_CHANGED);
}

static void
look_apply (ForeDocument *self, Operation *operation, GError **error)
{
  /* The document has moved to another file meanwhile, or the file cannot be read for the
   * moment. There is nobody to tell; saving will. */
  if (*error != NULL || !g_file_equal (self->file, operation->file))
    return;

  if (operation->is_gone) {
    found_gone (self, operation);
    return;
  }
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (operation->bytes == NULL)
    found_same (self, operation);
  else
    found_other (self, operation);
}

static const OperationClass look_class = { look_prepare, look_work, look_apply, TRUE };

/* --- The doors ---------------------------------------------------------------------- */

void
fore_document_load_async (ForeDocument *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_document_load_async);
  push (self, operation_new (&load_class, task, file));
}

gboolean
fore_document_load_finish (ForeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fore_document_save_async (ForeDocument *self,
                          GFile *file,
                          gboolean overwrite,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Operation *operation;
  GTask *task;

  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_document_save_async);
  operation = operation_new (&save_class, task, file);
  operation->overwrite = overwrite;
  push (self, operation);
}

gboolean
fore_document_save_finish (ForeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fore_document_reload_async (ForeDocument *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_document_reload_async);
  push (self, operation_new (&reload_class, task, NULL));
}

gboolean
fore_document_reload_finish (ForeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fore_document_recover_async (ForeDocument *self,
                             ForeRecovered *copy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Operation *operation;
  GTask *task;

  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (FORE_IS_RECOVERED (copy));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_document_recover_async);
  operation = operation_new (&recover_class, task, fore_recovered_get_file (copy));
  g_set_object (&operation->copy, copy);
  push (self, operation);
}

gboolean
fore_document_recover_finish (ForeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fore_document_keep_mine (ForeDocument *self)
{
  g_return_if_fail (FORE_IS_DOCUMENT (self));

  if (self->seen != NULL) {
    g_clear_pointer (&self->disk, g_bytes_unref);
    self->disk = g_steal_pointer (&self->seen);
    g_clear_pointer (&self->source, fore_source_unref);
    self->source = g_steal_pointer (&self->seen_source);
    g_free (self->version);
    self->version = g_steal_pointer (&self->seen_version);
    fore_document_set_saved_text (self, fore_source_get_text (self->source));
  }
  fore_document_set_conflict (self, FORE_CONFLICT_NONE);
  fore_document_keep_copy (self);
}

void
fore_document_close_file (ForeDocument *self)
{
  /* Operations hold a reference on the document, so none is running or waiting. */
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
}
