/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* To sync a file takes as long as the disk likes, so that is done once a second at most.
 * In between the moment is written to a second file, in place: that costs nothing and
 * outlives the program, while the synced file outlives the computer. Whoever reads takes
 * the newer of the two that can be read.
 *
 * At most one write is on its way. As in ForeRecovery, the thread knows a Place only, so
 * that the talk can end while it is at it, and whoever comes last removes the files. */

#include "fore-journal.h"

#include "fore-moment.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define SYNC_INTERVAL G_USEC_PER_SEC

typedef struct {
  gatomicrefcount references;
  GMutex mutex; /* guards what follows */
  char *lock_path;
  char *latest_path;
  char *synced_path;
  int lock_fd; /* -1 before the first write */
  gboolean dropped;
} Place;

typedef struct {
  Place *place;
  ForeMoment *moment;
  gboolean sync;
} Write;

struct _ForeJournal {
  GObject parent_instance;

  ForeTalk *talk; /* NULL once it has ended */
  GFile *file;
  Place *place;
  gint64 number;
  gint64 synced_at;     /* monotonic */
  gboolean is_changed;  /* since the last write began */
  gboolean is_unsynced; /* changed other than by time since the last sync began */
  gboolean is_writing;
  gboolean kept;
  gboolean synced;
  guint write_source;
  guint sync_source;
};

enum { PROP_KEPT = 1, PROP_SYNCED, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeJournal, fore_journal, G_TYPE_OBJECT)

/* --- the files
 * -------------------------------------------------------------------------- */

static Place *
place_new (const char *folder)
{
  Place *place = g_new0 (Place, 1);
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *base = g_build_filename (folder, name, NULL);

  g_atomic_ref_count_init (&place->references);
  g_mutex_init (&place->mutex);
  place->lock_path = g_strconcat (base, FORE_JOURNAL_LOCK_SUFFIX, NULL);
  place->latest_path = g_strconcat (base, FORE_JOURNAL_LATEST_SUFFIX, NULL);
  place->synced_path = g_strconcat (base, FORE_JOURNAL_SYNCED_SUFFIX, NULL);
  place->lock_fd = -1;

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

  if (place->lock_fd >= 0)
    close (place->lock_fd);
  g_mutex_clear (&place->mutex);
  g_free (place->lock_path);
  g_free (place->latest_path);
  g_free (place->synced_path);
  g_free (place);
}

static void
place_remove (Place *place)
{
  g_unlink (place->latest_path);
  g_unlink (place->synced_path);
  g_unlink (place->lock_path);
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
place_lock (Place *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place->lock_path);

  if (place->lock_fd >= 0)
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    place->lock_fd = open (place->lock_path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (place->lock_fd >= 0 && flock (place->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                       g_strerror (errno));

  return FALSE;
}

static gboolean
write_moment (Write *write, GError **error)
{
  Place *place = write->place;
  g_autoptr (GBytes) bytes = fore_moment_write (write->moment);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (write->sync)
    return g_file_set_contents_full (
      place->synced_path, data, (gssize) length,
      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);

  return g_file_set_contents_full (place->latest_path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static void
write_free (Write *write)
{
  place_unref (write->place);
  fore_moment_free (write->moment);
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
  gboolean written = FALSE;

  g_mutex_lock (&place->mutex);
  if (!place->dropped)
    written = place_lock (place, &error);
  g_mutex_unlock (&place->mutex);

  /* Not under the lock: a talk that ends must not wait for the disk. */
  if (written)
    written = write_moment (write, &error);

  g_mutex_lock (&place->mutex);
  if (place->dropped) {
    place_remove (place);
    g_clear_error (&error);
    written = FALSE;
  }
  g_mutex_unlock (&place->mutex);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, written);
}

/* --- when to write
 * ---------------------------------------------------------------------- */

static void
set_state (ForeJournal *self, gboolean kept, gboolean synced)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->kept != kept) {
    self->kept = kept;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
  }
  if (self->synced != synced) {
    self->synced = synced;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static void write_next (ForeJournal *self);

static gboolean
sync_cb (gpointer user_data)
{
  ForeJournal *self = user_data;

  self->sync_source = 0;
  write_next (self);

  return G_SOURCE_REMOVE;
}

/* What has been written and not synced must be, even if nothing happens any more. */
static void
sync_later (ForeJournal *self)
{
  gint64 wait = self->synced_at + SYNC_INTERVAL - g_get_monotonic_time ();

  if (self->sync_source == 0)
    self->sync_source =
      g_timeout_add ((guint) (CLAMP (wait, 0, SYNC_INTERVAL) / 1000) + 1, sync_cb, self);
}

static void
write_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeJournal) self = user_data;
  g_autoptr (GError) error = NULL;
  Write *write = g_task_get_task_data (G_TASK (result));
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    g_message ("The talk could not be noted in %s: %s", write->place->latest_path,
               error->message);

  self->is_writing = FALSE;
  if (self->talk == NULL)
    return;
  if (!written && write->sync)
    self->is_unsynced = TRUE;

  if (self->is_changed)
    write_next (self);
  else if (self->is_unsynced)
    sync_later (self);
  set_state (self, written && !self->is_changed, written && !self->is_unsynced);
}

static void
write_next (ForeJournal *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GTask) task = NULL;
  Write *write;

  if (self->is_writing || self->talk == NULL || !(self->is_changed || self->is_unsynced))
    return;

  write = g_new0 (Write, 1);
  write->place = place_ref (self->place);
  write->moment = fore_moment_new (self->talk, self->file, ++self->number);
  write->sync = self->is_unsynced && now - self->synced_at >= SYNC_INTERVAL;
  self->is_changed = FALSE;
  if (write->sync) {
    self->is_unsynced = FALSE;
    self->synced_at = now;
  }

  /* Not as the source object: a task may be the last to let go of that, in its thread. */
  task = g_task_new (NULL, NULL, write_cb, g_object_ref (self));
  g_task_set_source_tag (task, write_next);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  self->is_writing = TRUE;
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
write_now_cb (gpointer user_data)
{
  ForeJournal *self = user_data;

  self->write_source = 0;
  write_next (self);

  return G_SOURCE_REMOVE;
}

/* One change of a talk is told by several notifications, of which one write is made. */
static void
take_change (ForeJournal *self, gboolean is_time)
{
  if (self->talk == NULL)
    return;

  self->is_changed = TRUE;
  self->is_unsynced |= !is_time;
  set_state (self, FALSE, self->synced && !self->is_unsynced);
  if (self->write_source == 0)
    self->write_source = g_idle_add_full (G_PRIORITY_HIGH, write_now_cb, self, NULL);
}

static void
notify_cb (ForeJournal *self, GParamSpec *property)
{
  static const char *const by_time[] = { "elapsed", "remaining", "until-start",
                                         "behind",  "pace-kind", "section-remaining",
                                         NULL };

  take_change (self, g_strv_contains (by_time, property->name));
}

/* --- the object
 * ------------------------------------------------------------------------- */

char *
fore_journal_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "foredeck", "talks", NULL);
}

ForeJournal *
fore_journal_new (ForeTalk *talk, GFile *file, const char *folder)
{
  ForeJournal *self;

  g_return_val_if_fail (FORE_IS_TALK (talk), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (FORE_TYPE_JOURNAL, NULL);
  self->talk = g_object_ref (talk);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->place = place_new (folder);
  self->synced_at = g_get_monotonic_time () - SYNC_INTERVAL;
  g_signal_connect_object (talk, "notify", G_CALLBACK (notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fore_talk_get_timer (talk), "notify", G_CALLBACK (notify_cb),
                           self, G_CONNECT_SWAPPED);
  take_change (self, FALSE);

  return self;
}

void
fore_journal_set_file (ForeJournal *self, GFile *file)
{
  g_return_if_fail (FORE_IS_JOURNAL (self));

  if (g_set_object (&self->file, file))
    take_change (self, FALSE);
}

static void
stop (ForeJournal *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_handle_id (&self->sync_source, g_source_remove);
  if (self->talk != NULL) {
    g_signal_handlers_disconnect_by_data (fore_talk_get_timer (self->talk), self);
    g_signal_handlers_disconnect_by_data (self->talk, self);
  }
  g_clear_object (&self->talk);
}

void
fore_journal_end (ForeJournal *self)
{
  g_return_if_fail (FORE_IS_JOURNAL (self));

  stop (self);
  place_drop (self->place);
  set_state (self, FALSE, FALSE);
}

gboolean
fore_journal_get_kept (ForeJournal *self)
{
  g_return_val_if_fail (FORE_IS_JOURNAL (self), FALSE);

  return self->kept;
}

gboolean
fore_journal_get_synced (ForeJournal *self)
{
  g_return_val_if_fail (FORE_IS_JOURNAL (self), FALSE);

  return self->synced;
}

static void
fore_journal_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  ForeJournal *self = FORE_JOURNAL (object);

  switch (property_id) {
  case PROP_KEPT:
    g_value_set_boolean (value, self->kept);
    break;
  case PROP_SYNCED:
    g_value_set_boolean (value, self->synced);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_journal_dispose (GObject *object)
{
  stop (FORE_JOURNAL (object));

  G_OBJECT_CLASS (fore_journal_parent_class)->dispose (object);
}

static void
fore_journal_finalize (GObject *object)
{
  ForeJournal *self = FORE_JOURNAL (object);

  /* The files stay: whoever has not ended the talk may want to go on with it. */
  g_clear_pointer (&self->place, place_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (fore_journal_parent_class)->finalize (object);
}

static void
fore_journal_class_init (ForeJournalClass *klass)
{
  const GParamFlags flags =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_journal_get_property;
  object_class->dispose = fore_journal_dispose;
  object_class->finalize = fore_journal_finalize;

  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, flags);
  properties[PROP_SYNCED] = g_param_spec_boolean ("synced", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_journal_init (ForeJournal *self)
{
}
