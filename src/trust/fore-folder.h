/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file of its folder that a deck may show. */
#define FORE_FOLDER_MAX_BYTES (256 * 1024 * 1024)

/**
 * fore_folder_load:
 * @folder: the folder that a deck lies in
 * @address: an address as its author wrote it, relative to @folder: `img/a%20b.png?x#y`
 * @content_type: (out) (optional) (transfer full): its MIME type
 * @error: %FORE_ERROR_OUTSIDE for an address that leaves @folder, also by a symbolic
 * link; %FORE_ERROR_LIMIT for a file that is too large; else `G_IO_ERROR`
 *
 * Reads a file of a deck's folder; blocks for as long as that takes.
 *
 * What counts is the file that was opened, not the name it was opened by.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *fore_folder_load (GFile *folder,
                          const char *address,
                          char **content_type,
                          GCancellable *cancellable,
                          GError **error);

/**
 * fore_folder_guess_type:
 * @name: a file's name
 *
 * Returns: (transfer full): the MIME type that a web page needs for it
 */
char *fore_folder_guess_type (const char *name, const void *data, gsize length);

G_END_DECLS
