/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-file.h"

G_BEGIN_DECLS

/**
 * ForeFileKnown:
 * @version: (nullable): its version when it was last looked at, `NULL` if there was none
 * @bytes: (nullable): what it held then
 *
 * What a file is believed to hold.
 */
typedef struct {
  const char *version;
  GBytes *bytes;
} ForeFileKnown;

/**
 * fore_file_write:
 * @known: (nullable): what the file is believed to hold; if it holds anything else by
 *   now, that is `FORE_ERROR_CHANGED` and nothing is written. `NULL` writes over
 * anything.
 * @spare_folder: where a copy is put before a file is written in place
 * @version: (out) (optional): the version written
 *
 * Replaces the content of a file, or makes a new one. Waits for the disk: call it in a
 * thread.
 *
 * The new content goes to a temporary file in the same folder, to the disk, and then
 * takes the name of the old one: whatever happens, the name stands for all of the old
 * content or all of the new. Symbolic links stay and what they lead to is replaced;
 * permissions, owner and group are kept.
 *
 * Where that cannot be done (the folder is not writable, the owner cannot be kept, the
 * file has several names, or is mounted) the file is written in place, after a complete
 * copy of its old content has reached the disk in @spare_folder. If writing then fails,
 * the old content is put back; if even that fails, the copy stays and the error names it.
 *
 * Returns: whether the new content is in the file; else the old one is
 */
gboolean fore_file_write (GFile *file,
                          GBytes *bytes,
                          const ForeFileKnown *known,
                          const char *spare_folder,
                          char **version,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
