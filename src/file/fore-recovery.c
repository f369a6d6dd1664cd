/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* At most one write is on its way. The thread that writes knows a Place only, which has a
 * mutex; so a document can drop its copy at any moment, even while the thread is at it,
 * and whoever comes last removes the files. */

#include "fore-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define NOTE_SUFFIX ".ini"

typedef struct {
  gatomicrefcount references;
  GMutex mutex; /* guards what follows */
  char *text_path;
  char *note_path;
  int note_fd; /* locked for as long as it is open; -1 before the first write */
  gboolean dropped;
} Place;

typedef struct {
  Place *place;
  GBytes *text;
  char *note;
} Write;

struct _ForeRecovery {
  GObject parent_instance;

  char *folder;
  Place *place; /* NULL before the first copy and after it was dropped */
  Write *next;
  gboolean writing;
  gboolean kept;
};

enum { PROP_KEPT = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeRecovery, fore_recovery, G_TYPE_OBJECT)

static Place *
place_new (const char *folder)
{
  Place *place = g_new0 (Place, 1);
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *text_name = g_strconcat (name, FORE_RECOVERY_TEXT_SUFFIX, NULL);

  g_atomic_ref_count_init (&place->references);
  g_mutex_init (&place->mutex);
  place->text_path = g_build_filename (folder, text_name, NULL);
  place->note_path = fore_recovery_dup_note (place->text_path);
  place->note_fd = -1;

  return place;
}

static Place *
place_ref (Place *place)
{
  g_atomic_ref_count_inc (&place->references);

  return place;
}

static void
place_unref (Place *place)
{
  if (!g_atomic_ref_count_dec (&place->references))
    return;

  if (place->note_fd >= 0)
    close (place->note_fd);
  g_mutex_clear (&place->mutex);
  g_free (place->text_path);
  g_free (place->note_path);
  g_free (place);
}

static void
place_remove (Place *place)
{
  g_unlink (place->text_path);
  g_unlink (place->note_path);
}

static void
place_drop (Place *place)
{
  g_mutex_lock (&place->mutex);
  place->dropped = TRUE;
  place_remove (place);
  g_mutex_unlock (&place->mutex);
}

static gboolean
place_open_note (Place *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place->note_path);

  if (place->note_fd >= 0)
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    place->note_fd = open (place->note_path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (place->note_fd >= 0 && flock (place->note_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                       g_strerror (errno));

  return FALSE;
}

/* Written in place, since another file would not be locked. It is short. */
static gboolean
place_write_note (Place *place, const char *note, GError **error)
{
  gssize length = strlen (note);

  if (place_open_note (place, error)) {
    if (pwrite (place->note_fd, note, length, 0) == length &&
        ftruncate (place->note_fd, length) == 0 && fsync (place->note_fd) == 0)
      return TRUE;
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                         g_strerror (errno));
  }

  return FALSE;
}

static void
write_free (Write *write)
{
  place_unref (write->place);
  g_bytes_unref (write->text);
  g_free (write->note);
  g_free (write);
}

static void
write_in_thread (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Write *write = task_data;
  Place *place = write->place;
  GError *error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (write->text, &length);
  gboolean written = FALSE;

  g_mutex_lock (&place->mutex);
  if (!place->dropped)
    written = place_write_note (place, write->note, &error);
  g_mutex_unlock (&place->mutex);

  /* Not under the lock: a document that drops its copy must not wait for the disk. */
  if (written)
    written = g_file_set_contents_full (
      place->text_path, text != NULL ? text : "", length,
      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error);

  g_mutex_lock (&place->mutex);
  if (place->dropped) {
    place_remove (place);
    /* Nobody wants the copy any more, so nobody misses it. */
    g_clear_error (&error);
    written = FALSE;
  }
  g_mutex_unlock (&place->mutex);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, written);
}

static void
set_kept (ForeRecovery *self, gboolean kept)
{
  if (self->kept == kept)
    return;
  self->kept = kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

static void write_next (ForeRecovery *self);

static void
write_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeRecovery) self = user_data;
  g_autoptr (GError) error = NULL;
  Write *write = g_task_get_task_data (G_TASK (result));
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_message ("No recovery copy could be written to %s: %s", self->folder,
               error->message);

  self->writing = FALSE;
  if (self->next != NULL)
    write_next (self);
  else
    set_kept (self, written && write->place == self->place);
}

static void
write_next (ForeRecovery *self)
{
  /* Not as the source object: a task may be the last to let go of that, in its thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, write_cb, g_object_ref (self));

  g_task_set_source_tag (task, write_next);
  g_task_set_task_data (task, g_steal_pointer (&self->next), (GDestroyNotify) write_free);
  self->writing = TRUE;
  g_task_run_in_thread (task, write_in_thread);
}

static char *
make_note (GFile *file, const char *version)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  g_key_file_set_string (note, FORE_RECOVERY_GROUP, FORE_RECOVERY_URI,
                         uri != NULL ? uri : "");
  g_key_file_set_string (note, FORE_RECOVERY_GROUP, FORE_RECOVERY_VERSION,
                         version != NULL ? version : "");

  return g_key_file_to_data (note, NULL, NULL);
}

char *
fore_recovery_dup_note (const char *path)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (g_str_has_suffix (path, FORE_RECOVERY_TEXT_SUFFIX), NULL);

  base = g_strndup (path, strlen (path) - strlen (FORE_RECOVERY_TEXT_SUFFIX));

  return g_strconcat (base, NOTE_SUFFIX, NULL);
}

char *
fore_recovery_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "foredeck", "recovery", NULL);
}

ForeRecovery *
fore_recovery_new (const char *folder)
{
  ForeRecovery *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (FORE_TYPE_RECOVERY, NULL);
  self->folder = g_strdup (folder);

  return self;
}

void
fore_recovery_keep (ForeRecovery *self, GBytes *text, GFile *file, const char *version)
{
  Write *write;

  g_return_if_fail (FORE_IS_RECOVERY (self));
  g_return_if_fail (text != NULL);

  if (self->place == NULL)
    self->place = place_new (self->folder);

  write = g_new0 (Write, 1);
  write->place = place_ref (self->place);
  write->text = g_bytes_ref (text);
  write->note = make_note (file, version);

  g_clear_pointer (&self->next, write_free);
  self->next = write;
  set_kept (self, FALSE);
  if (!self->writing)
    write_next (self);
}

void
fore_recovery_drop (ForeRecovery *self)
{
  g_return_if_fail (FORE_IS_RECOVERY (self));

  g_clear_pointer (&self->next, write_free);
  if (self->place != NULL)
    place_drop (self->place);
  g_clear_pointer (&self->place, place_unref);
  set_kept (self, FALSE);
}

gboolean
fore_recovery_get_kept (ForeRecovery *self)
{
  g_return_val_if_fail (FORE_IS_RECOVERY (self), FALSE);

  return self->kept;
}

static void
fore_recovery_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_KEPT:
    g_value_set_boolean (value, fore_recovery_get_kept (FORE_RECOVERY (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_recovery_finalize (GObject *object)
{
  ForeRecovery *self = FORE_RECOVERY (object);

  /* The copy itself stays: only its owner knows whether the text is still wanted. */
  g_clear_pointer (&self->next, write_free);
  g_clear_pointer (&self->place, place_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (fore_recovery_parent_class)->finalize (object);
}

static void
fore_recovery_class_init (ForeRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_recovery_get_property;
  object_class->finalize = fore_recovery_finalize;

  properties[PROP_KEPT] = g_param_spec_boolean (
    "kept", NULL, NULL, FALSE,
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_recovery_init (ForeRecovery *self)
{
}
