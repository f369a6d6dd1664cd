/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeTreeFile:
 * @name: relative, with `/` between folders; no `..`
 * @bytes: its content
 *
 * A file of a folder that is to be written.
 */
typedef struct {
  char *name;
  GBytes *bytes;
} ForeTreeFile;

ForeTreeFile *fore_tree_file_new (const char *name,
                                  GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

void fore_tree_file_free (ForeTreeFile *self);

/**
 * ForeTreeOwner:
 * @path: a folder that is there
 *
 * Returns: whether it is of our making, so that nothing of anybody else is lost with it
 */
typedef gboolean (*ForeTreeOwner) (const char *path);

/**
 * fore_file_tree_write:
 * @path: the folder to write
 * @files: (element-type ForeTreeFile): all that shall be in it
 * @is_ours: (scope call): asked about a folder that is there and not empty
 *
 * Writes a folder with all its files, or makes a new one of an old one. Waits for the
 * disk: call it in a thread.
 *
 * The new folder is made beside the old one, brought to the disk, and takes its place at
 * once: the name stands for all of the old folder or all of the new. What a program that
 * was killed has left beside is cleared away by the next one.
 *
 * Returns: whether the new folder is there; else the old one is
 */
gboolean fore_file_tree_write (const char *path,
                               GPtrArray *files,
                               ForeTreeOwner is_ours,
                               GError **error);

G_END_DECLS
