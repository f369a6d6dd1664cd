/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-thumbnail-cache.h"

#include "fore-splice.h"

#include <string.h>

typedef struct {
  guint64 digest;
  GdkTexture *picture;
  ForeThumbnailState state;
  GList link; /* in the order of use, the latest first */
} Entry;

struct _ForeThumbnailCache {
  grefcount references;
  guint capacity;
  GHashTable *entries; /* by digest, which is in the entry */
  GQueue used;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->picture);
  g_free (entry);
}

ForeThumbnailCache *
fore_thumbnail_cache_new (guint capacity)
{
  ForeThumbnailCache *self = g_new0 (ForeThumbnailCache, 1);

  g_ref_count_init (&self->references);
  self->capacity = capacity;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  g_queue_init (&self->used);

  return self;
}

ForeThumbnailCache *
fore_thumbnail_cache_ref (ForeThumbnailCache *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->references);

  return self;
}

void
fore_thumbnail_cache_unref (ForeThumbnailCache *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

static Entry *
lookup (ForeThumbnailCache *self, guint64 digest)
{
  Entry *entry = g_hash_table_lookup (self->entries, &digest);

  if (entry != NULL) {
    g_queue_unlink (&self->used, &entry->link);
    g_queue_push_head_link (&self->used, &entry->link);
  }

  return entry;
}

static Entry *
ensure (ForeThumbnailCache *self, guint64 digest)
{
  Entry *entry = lookup (self, digest);

  if (entry != NULL)
    return entry;

  if (g_hash_table_size (self->entries) >= self->capacity) {
    Entry *oldest = self->used.tail->data;

    g_queue_unlink (&self->used, &oldest->link);
    g_hash_table_remove (self->entries, &oldest->digest);
  }
  entry = g_new0 (Entry, 1);
  entry->digest = digest;
  entry->link.data = entry;
  g_hash_table_insert (self->entries, &entry->digest, entry);
  g_queue_push_head_link (&self->used, &entry->link);

  return entry;
}

GdkTexture *
fore_thumbnail_cache_lookup (ForeThumbnailCache *self,
                             guint64 digest,
                             ForeThumbnailState *state)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = lookup (self, digest);
  if (state != NULL)
    *state = entry != NULL ? entry->state : FORE_THUMBNAIL_WANTED;

  return entry != NULL ? entry->picture : NULL;
}

void
fore_thumbnail_cache_store (ForeThumbnailCache *self, guint64 digest, GdkTexture *picture)
{
  Entry *entry;

  g_return_if_fail (self != NULL);

  entry = ensure (self, digest);
  entry->state = picture != NULL ? FORE_THUMBNAIL_DRAWN : FORE_THUMBNAIL_FAILED;
  if (picture != NULL)
    g_set_object (&entry->picture, picture);
}

void
fore_thumbnail_cache_inherit (ForeThumbnailCache *self, guint64 before, guint64 after)
{
  GdkTexture *picture;

  g_return_if_fail (self != NULL);

  picture = fore_thumbnail_cache_lookup (self, before, NULL);
  if (picture == NULL || lookup (self, after) != NULL)
    return;
  g_object_ref (picture);
  ensure (self, after)->picture = picture;
}

/* A style sheet in one slide changes the looks of all. */
static gboolean
has_style (const ForeDeck *deck, guint at, guint n_slides)
{
  for (guint i = at; i < at + n_slides; i++) {
    ForeMarkup *markup = fore_slide_get_markup (fore_deck_get_slide (deck, i));

    if (strstr (fore_markup_get_html (markup), "<style") != NULL)
      return TRUE;
  }

  return FALSE;
}

void
fore_thumbnail_cache_follow (ForeThumbnailCache *self,
                             const ForeDeck *before,
                             const ForeDeck *after)
{
  ForeSplice splice;

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  splice = fore_splice_between (before, after);
  for (guint i = splice.at; i < splice.at + MIN (splice.removed, splice.added); i++)
    fore_thumbnail_cache_inherit (self,
                                  fore_slide_get_digest (fore_deck_get_slide (before, i)),
                                  fore_slide_get_digest (fore_deck_get_slide (after, i)));

  if (!fore_options_equal (fore_deck_get_options (before),
                           fore_deck_get_options (after)) ||
      has_style (before, splice.at, splice.removed) ||
      has_style (after, splice.at, splice.added))
    fore_thumbnail_cache_invalidate (self);
}

void
fore_thumbnail_cache_invalidate (ForeThumbnailCache *self)
{
  g_return_if_fail (self != NULL);

  for (GList *link = self->used.head; link != NULL; link = link->next)
    ((Entry *) link->data)->state = FORE_THUMBNAIL_WANTED;
}

guint
fore_thumbnail_cache_get_size (ForeThumbnailCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->entries);
}
