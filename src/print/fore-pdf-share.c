/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Each part that is printed brings its own fonts and pictures. They are streams that
 * dictionaries name: this walks from the pages down, knows each font file and picture by
 * a checksum of its bytes, and lets the dictionaries name the first of those that are
 * alike. Nobody names the others then, and they are not written. */

#include "fore-pdf-share.h"

#include <stdlib.h>

typedef struct {
  qpdf_data document;
  GHashTable *known;   /* checksum → qpdf_oh */
  GHashTable *sums;    /* number of a stream → checksum, "" if it has to stay */
  GHashTable *visited; /* numbers of objects */
} Share;

static GPtrArray *
dup_keys (qpdf_data document, qpdf_oh dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (document, dictionary);
  while (qpdf_oh_dict_more_keys (document))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (document)));
  return keys;
}

/* Equal bytes are equal pictures only if they are read alike. How many they are may stand
 * in another object, with a number of its own. */
static void
add_dictionary (GChecksum *checksum, qpdf_data document, qpdf_oh dictionary)
{
  g_autoptr (GPtrArray) keys = dup_keys (document, dictionary);

  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index (keys, i);

    if (g_str_equal (key, "/Length"))
      continue;
    g_checksum_update (checksum, (const guchar *) key, -1);
    g_checksum_update (checksum,
                       (const guchar *) qpdf_oh_unparse (
                         document, qpdf_oh_get_key (document, dictionary, key)),
                       -1);
  }
}

static char *
dup_checksum (qpdf_data document, qpdf_oh stream)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  unsigned char *data = NULL;
  size_t length = 0;

  add_dictionary (checksum, document, qpdf_oh_get_dict (document, stream));
  if (qpdf_oh_get_stream_data (document, stream, qpdf_dl_none, NULL, &data, &length) &
      QPDF_ERRORS)
    return g_strdup ("");
  g_checksum_update (checksum, data, (gssize) length);
  free (data);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
is_shared (qpdf_data document, const char *key, qpdf_oh value)
{
  if (!qpdf_oh_is_indirect (document, value) || !qpdf_oh_is_stream (document, value))
    return FALSE;
  if (g_str_has_prefix (key, "/FontFile"))
    return TRUE;
  return qpdf_oh_is_name_and_equals (
    document, qpdf_oh_get_key (document, qpdf_oh_get_dict (document, value), "/Subtype"),
    "/Image");
}

/* Returns: the stream to name in place of @value, which may be @value itself. */
static qpdf_oh
find_first (Share *self, qpdf_oh value)
{
  gpointer id = GINT_TO_POINTER (qpdf_oh_get_object_id (self->document, value));
  const char *checksum = g_hash_table_lookup (self->sums, id);
  gpointer first;

  if (checksum == NULL) {
    char *made = dup_checksum (self->document, value);

    g_hash_table_insert (self->sums, id, made);
    checksum = made;
  }
  if (*checksum == '\0')
    return value;
  first = g_hash_table_lookup (self->known, checksum);
  if (first != NULL)
    return GPOINTER_TO_UINT (first);
  g_hash_table_insert (self->known, g_strdup (checksum), GUINT_TO_POINTER (value));
  return value;
}

static void walk (Share *self, qpdf_oh value);

static void
walk_dictionary (Share *self, qpdf_oh dictionary)
{
  qpdf_data document = self->document;
  g_autoptr (GPtrArray) keys = dup_keys (document, dictionary);

  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index (keys, i);
    qpdf_oh child = qpdf_oh_get_key (document, dictionary, key);

    /* The way back up. */
    if (g_str_equal (key, "/Parent"))
      continue;
    /* What a picture is made of comes before what it is. */
    walk (self, child);
    if (is_shared (document, key, child))
      qpdf_oh_replace_key (document, dictionary, key, find_first (self, child));
  }
}

static void
walk (Share *self, qpdf_oh value)
{
  qpdf_data document = self->document;

  if (qpdf_oh_is_indirect (document, value) &&
      !g_hash_table_add (self->visited,
                         GINT_TO_POINTER (qpdf_oh_get_object_id (document, value))))
    return;

  if (qpdf_oh_is_stream (document, value)) {
    walk_dictionary (self, qpdf_oh_get_dict (document, value));
  } else if (qpdf_oh_is_dictionary (document, value)) {
    walk_dictionary (self, value);
  } else if (qpdf_oh_is_array (document, value)) {
    int n_items = qpdf_oh_get_array_n_items (document, value);

    for (int i = 0; i < n_items; i++)
      walk (self, qpdf_oh_get_array_item (document, value, i));
  }
}

void
fore_pdf_share (qpdf_data document)
{
  Share self = {
    .document = document,
    .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .sums = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .visited = g_hash_table_new (NULL, NULL),
  };
  int n_pages;

  g_return_if_fail (document != NULL);

  n_pages = qpdf_get_num_pages (document);
  for (int i = 0; i < n_pages; i++)
    walk (&self, qpdf_get_page_n (document, (gsize) i));
  g_hash_table_unref (self.known);
  g_hash_table_unref (self.sums);
  g_hash_table_unref (self.visited);
}
