/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A line that names the version, then records: a head, the key, the result, both with the
 * NUL that ends them. The head has a digest of both, which is compared when a record is
 * asked for. So the file need not be right, and is written without waiting for it to
 * reach the disk.
 *
 * It is read in one piece, not mapped: a mapped file that another program cuts off ends
 * this one. */

#include "fore-script-store.h"

#include "fore-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAGIC "Foredeck made 1 "

typedef struct {
  guint64 digest;
  guint32 key_size;
  guint32 result_size;
} Head;

typedef struct {
  Head head;
  const char *key;
  const char *result;
  /* What holds the two, if it is not the file. */
  char *own_key;
  GRefString *own_result;
  gboolean is_used;
} Record;

struct _ForeScriptStore {
  GMutex mutex;
  char *path;
  char *version;
  char *file;
  GPtrArray *records;
  /* Key → Record. */
  GHashTable *index;
  gboolean is_read;
  gboolean is_changed;
};

static void
record_free (Record *self)
{
  g_free (self->own_key);
  g_clear_pointer (&self->own_result, g_ref_string_release);
  g_free (self);
}

static guint64
digest (const Record *self)
{
  guint64 value = fore_digest_add (FORE_DIGEST_START, self->key, self->head.key_size);

  return fore_digest_add (value, self->result, self->head.result_size);
}

static void
add_record (ForeScriptStore *self, Record *record)
{
  g_ptr_array_add (self->records, record);
  g_hash_table_replace (self->index, (gpointer) record->key, record);
}

/* --- reading
 * ---------------------------------------------------------------------------------- */

static gboolean
ends (const char *text, guint32 size)
{
  return size > 0 && text[size - 1] == '\0';
}

/* Returns where the next one starts; NULL if this is none. */
static const char *
read_record (ForeScriptStore *self, const char *at, const char *end)
{
  g_autofree Record *record = g_new0 (Record, 1);
  gsize left = (gsize) (end - at);

  if (left < sizeof (Head))
    return NULL;
  memcpy (&record->head, at, sizeof (Head));
  at += sizeof (Head);
  left -= sizeof (Head);
  if (record->head.key_size > left || record->head.result_size > left ||
      record->head.key_size + (gsize) record->head.result_size > left)
    return NULL;

  record->key = at;
  record->result = at + record->head.key_size;
  at = record->result + record->head.result_size;
  if (!ends (record->key, record->head.key_size) ||
      !ends (record->result, record->head.result_size))
    return NULL;
  add_record (self, g_steal_pointer (&record));

  return at;
}

static void
read_file (ForeScriptStore *self)
{
  g_autofree char *first = g_strconcat (MAGIC, self->version, "\n", NULL);
  GStatBuf info;
  const char *at, *end;
  gsize length;

  /* Nothing that we wrote is longer, and nothing else is worth its memory. */
  if (g_stat (self->path, &info) != 0 || !S_ISREG (info.st_mode) ||
      info.st_size > FORE_SCRIPT_STORE_MAX)
    return;
  if (!g_file_get_contents (self->path, &self->file, &length, NULL) ||
      !g_str_has_prefix (self->file, first))
    return;

  end = self->file + length;
  for (at = self->file + strlen (first); at != NULL && at < end;)
    at = read_record (self, at, end);
}

/* Most decks ask for nothing. */
static void
read_once (ForeScriptStore *self)
{
  if (!self->is_read)
    read_file (self);
  self->is_read = TRUE;
}

ForeScriptStore *
fore_script_store_new (const char *path, const char *version)
{
  ForeScriptStore *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);

  self = g_new0 (ForeScriptStore, 1);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->version = g_strdup (version);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
fore_script_store_free (ForeScriptStore *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->records);
  g_free (self->file);
  g_free (self->version);
  g_free (self->path);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* --- asking and adding
 * ------------------------------------------------------------------------ */

GRefString *
fore_script_store_lookup (ForeScriptStore *self, const char *key)
{
  GRefString *result = NULL;
  Record *record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  g_mutex_lock (&self->mutex);
  read_once (self);
  record = g_hash_table_lookup (self->index, key);
  if (record != NULL && (record->is_used || digest (record) == record->head.digest)) {
    record->is_used = TRUE;
    result =
      record->own_result != NULL
        ? g_ref_string_acquire (record->own_result)
        : g_ref_string_new_len (record->result, (gssize) record->head.result_size - 1);
  }
  g_mutex_unlock (&self->mutex);

  return result;
}

void
fore_script_store_add (ForeScriptStore *self, const char *key, GRefString *result)
{
  Record *record;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (result != NULL);

  record = g_new0 (Record, 1);
  record->own_key = g_strdup (key);
  record->own_result = g_ref_string_acquire (result);
  record->key = record->own_key;
  record->result = record->own_result;
  record->head.key_size = (guint32) strlen (key) + 1;
  record->head.result_size = (guint32) g_ref_string_length (result) + 1;
  record->head.digest = digest (record);
  record->is_used = TRUE;

  g_mutex_lock (&self->mutex);
  read_once (self);
  add_record (self, record);
  self->is_changed = TRUE;
  g_mutex_unlock (&self->mutex);
}

/* --- writing
 * ---------------------------------------------------------------------------------- */

static void
append (ForeScriptStore *self, GString *content, gboolean is_used)
{
  for (guint i = 0; i < self->records->len; i++) {
    const Record *record = g_ptr_array_index (self->records, i);
    gsize size = sizeof (Head) + record->head.key_size + (gsize) record->head.result_size;

    if (record->is_used != is_used || content->len + size > FORE_SCRIPT_STORE_MAX ||
        g_hash_table_lookup (self->index, record->key) != record)
      continue;
    g_string_append_len (content, (const char *) &record->head, sizeof (Head));
    g_string_append_len (content, record->key, record->head.key_size);
    g_string_append_len (content, record->result, record->head.result_size);
  }
}

static gboolean
write_all (int file, const GString *content)
{
  gsize done = 0;

  while (done < content->len) {
    gssize n = write (file, content->str + done, content->len - done);

    if (n < 0 && errno != EINTR)
      return FALSE;
    done += (gsize) MAX (n, 0);
  }

  return TRUE;
}

static gboolean
replace_file (const char *path, const GString *content)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_strconcat (path, ".XXXXXX", NULL);
  gboolean is_written;
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;
  file = g_mkstemp_full (other, O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return FALSE;

  is_written = write_all (file, content);
  is_written = g_close (file, NULL) && is_written;
  if (is_written && g_rename (other, path) == 0)
    return TRUE;
  g_unlink (other);

  return FALSE;
}

gboolean
fore_script_store_save (ForeScriptStore *self)
{
  g_autoptr (GString) content = NULL;
  gboolean is_saved = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  if (self->is_changed) {
    content = g_string_sized_new (1024 * 1024);
    g_string_append_printf (content, MAGIC "%s\n", self->version);
    append (self, content, TRUE);
    append (self, content, FALSE);
    is_saved = replace_file (self->path, content);
    self->is_changed = !is_saved;
  }
  g_mutex_unlock (&self->mutex);

  return is_saved;
}
