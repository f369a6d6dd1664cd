/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes that a file takes at most. */
#define FORE_SCRIPT_STORE_MAX (16 * 1024 * 1024)

/**
 * ForeScriptStore:
 *
 * What scripts made, in a file, from one run of the program to the next.
 *
 * Whatever is wrong with the file, be it cut off, changed or of another version: then
 * what it held is not known, and it is written anew. A result may still have been forged
 * by who can write the user's files: check it as if the script were not trusted.
 *
 * May be used in any thread.
 */
typedef struct _ForeScriptStore ForeScriptStore;

/**
 * fore_script_store_new:
 * @path: the file, which need not be there
 * @version: what made the results; those of any other version are not found. No line
 *   ends.
 *
 * The file is read when something is asked for or added.
 */
ForeScriptStore *fore_script_store_new (const char *path,
                                        const char *version) G_GNUC_WARN_UNUSED_RESULT;

void fore_script_store_free (ForeScriptStore *self);

/**
 * fore_script_store_lookup:
 *
 * Returns: (transfer full) (nullable): what was made for @key
 */
GRefString *fore_script_store_lookup (ForeScriptStore *self,
                                      const char *key) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_script_store_add:
 * @result: made for @key, which was not found
 */
void fore_script_store_add (ForeScriptStore *self, const char *key, GRefString *result);

/**
 * fore_script_store_save:
 *
 * Writes the file, if anything was added: what was asked for, then the rest, as much as
 * there is room. Others that write it at the same time do no harm; the last one stays.
 * Waits for the disk, though not for what a power cut would need.
 *
 * Returns: whether the file holds what was added
 */
gboolean fore_script_store_save (ForeScriptStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeScriptStore, fore_script_store_free)

G_END_DECLS
