/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * ForeThumbnailState:
 * @FORE_THUMBNAIL_WANTED: there is no picture, or an old one
 * @FORE_THUMBNAIL_DRAWN: the picture is that of the slide
 * @FORE_THUMBNAIL_FAILED: it could not be drawn; asking again is of no use for now
 */
typedef enum {
  FORE_THUMBNAIL_WANTED,
  FORE_THUMBNAIL_DRAWN,
  FORE_THUMBNAIL_FAILED,
} ForeThumbnailState;

/**
 * ForeThumbnailCache:
 *
 * Pictures of slides by the slides' digests. Holds those used last, some hundreds. Shared
 * by reference between all that show small pictures of a deck.
 */
typedef struct _ForeThumbnailCache ForeThumbnailCache;

ForeThumbnailCache *fore_thumbnail_cache_new (guint capacity) G_GNUC_WARN_UNUSED_RESULT;

ForeThumbnailCache *fore_thumbnail_cache_ref (ForeThumbnailCache *self);
void fore_thumbnail_cache_unref (ForeThumbnailCache *self);

/**
 * fore_thumbnail_cache_lookup:
 * @state: (out) (optional)
 *
 * Returns: (transfer none) (nullable): the picture to show
 */
GdkTexture *fore_thumbnail_cache_lookup (ForeThumbnailCache *self,
                                         guint64 digest,
                                         ForeThumbnailState *state);

/**
 * fore_thumbnail_cache_store:
 * @picture: (nullable): `NULL` if it could not be drawn; an old one stays
 */
void fore_thumbnail_cache_store (ForeThumbnailCache *self,
                                 guint64 digest,
                                 GdkTexture *picture);

/**
 * fore_thumbnail_cache_inherit:
 * @before: a slide that was edited
 * @after: what it has become
 *
 * Shows the old picture for the new slide until that is drawn.
 */
void
fore_thumbnail_cache_inherit (ForeThumbnailCache *self, guint64 before, guint64 after);

/**
 * fore_thumbnail_cache_follow:
 * @before: a deck whose pictures are here
 * @after: what an edit has made of it
 *
 * Shows the old picture of a slide that was edited until the new one is drawn, and wants
 * new ones of all if the edit has changed the looks of all.
 */
void fore_thumbnail_cache_follow (ForeThumbnailCache *self,
                                  const ForeDeck *before,
                                  const ForeDeck *after);

/**
 * fore_thumbnail_cache_invalidate:
 *
 * Keeps all pictures, but wants new ones.
 */
void fore_thumbnail_cache_invalidate (ForeThumbnailCache *self);

guint fore_thumbnail_cache_get_size (ForeThumbnailCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeThumbnailCache, fore_thumbnail_cache_unref)

G_END_DECLS
