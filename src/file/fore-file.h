/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A version is a short string that is the same for as long as nobody has written to a
 * file: device, inode, size and time of change, or the entity tag of a remote file. Its
 * form is of no concern to anyone else; compare it with g_strcmp0(). No version, `NULL`,
 * is that of a file that does not exist.
 *
 * All functions here wait for the disk: call them in a thread. */

/**
 * fore_file_read:
 * @max_bytes: a larger file is `FORE_ERROR_LIMIT`
 * @version: (out) (optional): the version that was read
 *
 * Reads an ordinary file. Folders, pipes and devices are refused, not waited for.
 *
 * Returns: (transfer full) (nullable): its content, or `NULL` with @error set
 */
GBytes *fore_file_read (GFile *file,
                        gsize max_bytes,
                        char **version,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_file_dup_version:
 *
 * Returns: (transfer full) (nullable): the file's version now, or `NULL` with @error set,
 *   which is `G_IO_ERROR_NOT_FOUND` if there is no such file
 */
char *fore_file_dup_version (GFile *file,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_file_is_local:
 *
 * Returns: whether the kernel knows this file, so that it can be linked and renamed
 */
gboolean fore_file_is_local (GFile *file);

/**
 * fore_file_dup_name:
 *
 * Returns: (transfer full): the file's name for people, without its folder
 */
char *fore_file_dup_name (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

struct stat;

/**
 * fore_file_version_from_stat:
 *
 * Returns: (transfer full): the version of a local file
 */
char *fore_file_version_from_stat (const struct stat *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
