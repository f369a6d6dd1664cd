/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeFileState:
 * @FORE_FILE_UNKNOWN: nobody has looked
 * @FORE_FILE_THERE: it is there, and of a size that can be shown at once
 * @FORE_FILE_LARGE: it is there, and large
 * @FORE_FILE_MISSING: there is no such file
 * @FORE_FILE_OUTSIDE: it is not in the folder of the deck
 *
 * What is known of a file that a deck names.
 */
typedef enum {
  FORE_FILE_UNKNOWN,
  FORE_FILE_THERE,
  FORE_FILE_LARGE,
  FORE_FILE_MISSING,
  FORE_FILE_OUTSIDE,
} ForeFileState;

/* Above this, a picture takes noticeably long to load. */
#define FORE_FILE_LARGE_BYTES (10 * 1000 * 1000)

/**
 * fore_file_facts_is_file:
 *
 * Returns: whether an address is that of a file in the deck's folder, as far as one can
 *   tell by reading it
 */
gboolean fore_file_facts_is_file (const char *address);

/**
 * fore_file_facts_look:
 * @folder: the deck's folder
 * @address: an address as its author wrote it
 *
 * Looks for a file; blocks for as long as that takes.
 */
ForeFileState fore_file_facts_look (GFile *folder, const char *address);

/**
 * fore_file_facts_look_async:
 * @addresses: (array zero-terminated=1): addresses of files
 *
 * Looks for files in a thread.
 */
void fore_file_facts_look_async (GFile *folder,
                                 const char *const *addresses,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * fore_file_facts_look_finish:
 *
 * Returns: (transfer full) (nullable): the #ForeFileState of each address, by address
 */
GHashTable *fore_file_facts_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
