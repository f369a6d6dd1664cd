/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-places.h"

/* One group for each deck, named by its address. The group of the deck used last comes
 * last in the file, so that the first ones are those to forget. */

struct _ForePlaces {
  GObject parent_instance;

  char *path;
  GKeyFile *keys; /* NULL until they are read */
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (ForePlaces, fore_places, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  ForePlaces *self = FORE_PLACES (object);

  g_free (self->path);
  g_clear_pointer (&self->keys, g_key_file_unref);

  G_OBJECT_CLASS (fore_places_parent_class)->finalize (object);
}

static void
fore_places_class_init (ForePlacesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static void
fore_places_init (ForePlaces *self)
{
}

ForePlaces *
fore_places_new (const char *path)
{
  ForePlaces *self = g_object_new (FORE_TYPE_PLACES, NULL);

  self->path = path != NULL ? g_strdup (path)
                            : g_build_filename (g_get_user_state_dir (), "foredeck",
                                                "places.ini", NULL);
  return self;
}

static GKeyFile *
ensure_keys (ForePlaces *self)
{
  if (self->keys == NULL) {
    self->keys = g_key_file_new ();
    /* A file that cannot be read costs the user a scroll, and is not worth a message. */
    g_key_file_load_from_file (self->keys, self->path, G_KEY_FILE_NONE, NULL);
  }
  return self->keys;
}

/* Addresses from other programs may hold brackets, which a group's name may not. */
static char *
group_name (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_uri_escape_string (uri, ":/%?&=@!,;+~", TRUE);
}

guint
fore_places_lookup (ForePlaces *self, GFile *file)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (FORE_IS_PLACES (self), 0);
  g_return_val_if_fail (G_IS_FILE (file), 0);

  group = group_name (file);
  return MAX (0, g_key_file_get_integer (ensure_keys (self), group, "line", NULL));
}

static void
forget_oldest (GKeyFile *keys)
{
  g_auto (GStrv) groups = NULL;
  gsize n_groups;

  groups = g_key_file_get_groups (keys, &n_groups);
  for (gsize i = 0; i + FORE_PLACES_MAX < n_groups; i++)
    g_key_file_remove_group (keys, groups[i], NULL);
}

void
fore_places_remember (ForePlaces *self, GFile *file, guint line)
{
  g_autofree char *group = NULL;
  GKeyFile *keys;

  g_return_if_fail (FORE_IS_PLACES (self));
  g_return_if_fail (G_IS_FILE (file));

  keys = ensure_keys (self);
  group = group_name (file);
  g_key_file_remove_group (keys, group, NULL);
  g_key_file_set_integer (keys, group, "line", (int) MIN (line, G_MAXINT));
  forget_oldest (keys);
  self->changed = TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ForePlaces *self = source;
  GBytes *bytes = data;
  g_autofree char *folder = g_path_get_dirname (self->path);
  GError *error = NULL;

  /* Where the folder cannot be made, writing the file says why. */
  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                           (gssize) g_bytes_get_size (bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
fore_places_save_async (ForePlaces *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  char *data;
  gsize length;

  g_return_if_fail (FORE_IS_PLACES (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_places_save_async);
  if (!self->changed) {
    g_task_return_boolean (task, TRUE);
    return;
  }

  self->changed = FALSE;
  data = g_key_file_to_data (self->keys, &length, NULL);
  g_task_set_task_data (task, g_bytes_new_take (data, length),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
fore_places_save_finish (ForePlaces *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
