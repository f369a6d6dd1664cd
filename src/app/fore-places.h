/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForePlaces:
 *
 * Where the user was in each deck: the line of the caret. Remembers the decks used last,
 * up to FORE_PLACES_MAX, in a key file.
 */
#define FORE_TYPE_PLACES (fore_places_get_type ())

G_DECLARE_FINAL_TYPE (ForePlaces, fore_places, FORE, PLACES, GObject)

#define FORE_PLACES_MAX 200

/**
 * fore_places_new:
 * @path: (nullable): the key file, or `NULL` for the user's own. Read at the first
 *   lookup; one that is missing or damaged is taken for empty.
 */
ForePlaces *fore_places_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_places_lookup:
 *
 * Returns: the line where the user was in @file, counted from 1, or 0 if not known
 */
guint fore_places_lookup (ForePlaces *self, GFile *file);

/**
 * fore_places_remember:
 * @line: counted from 1
 */
void fore_places_remember (ForePlaces *self, GFile *file, guint line);

/**
 * fore_places_save_async:
 *
 * Writes the key file, if there is anything new to write.
 */
void fore_places_save_async (ForePlaces *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

gboolean fore_places_save_finish (ForePlaces *self, GAsyncResult *result, GError **error);

G_END_DECLS
