/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeRecovery:
 *
 * The recovery copy of one document: what was typed and not saved, on the disk.
 *
 * The text lies in a folder of ours as plain Markdown, with a small file beside it that
 * names the deck it belongs to. That file stays locked for as long as the object lives,
 * so that a copy whose owner has died can be told from one in use.
 *
 * Property, with `notify`: `kept` (boolean, read only): whether the text handed over last
 * has reached the disk.
 */
#define FORE_TYPE_RECOVERY (fore_recovery_get_type ())

G_DECLARE_FINAL_TYPE (ForeRecovery, fore_recovery, FORE, RECOVERY, GObject)

/**
 * fore_recovery_dup_folder:
 *
 * Returns: (transfer full): where the user's recovery copies lie
 */
char *fore_recovery_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_recovery_new:
 * @folder: where to keep the copy; it is made when needed
 */
ForeRecovery *fore_recovery_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_recovery_keep:
 * @text: the text, UTF-8
 * @file: (nullable): the file it belongs to
 * @version: (nullable): the version of @file that the text was made from
 *
 * Writes the copy in a thread. While one is being written, only the latest text waits.
 */
void
fore_recovery_keep (ForeRecovery *self, GBytes *text, GFile *file, const char *version);

/**
 * fore_recovery_drop:
 *
 * Removes the copy: the text is saved or no longer wanted.
 */
void fore_recovery_drop (ForeRecovery *self);

gboolean fore_recovery_get_kept (ForeRecovery *self);

/**
 * fore_recovery_dup_note:
 * @path: of a copy's text
 *
 * Returns: (transfer full): the path of the file beside it, which names the deck
 */
char *fore_recovery_dup_note (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* What the note says: a key file with one group. */
#define FORE_RECOVERY_GROUP "Deck"
#define FORE_RECOVERY_URI "Uri"
#define FORE_RECOVERY_VERSION "Version"

#define FORE_RECOVERY_TEXT_SUFFIX ".md"

G_END_DECLS
