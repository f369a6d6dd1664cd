/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeJournal:
 *
 * Keeps a running talk on the disk, so that it can go on after a crash of the whole
 * program: place, clock, picture and the times of all slides.
 *
 * Follows the talk by itself, and writes in a thread. What changes is with the system at
 * once, so that it outlives the program, and on the disk within a second, so that it
 * outlives the computer; the seconds of the timer count as changes of the first kind
 * only. The files are locked for as long as the object lives, and stay when it goes: only
 * fore_journal_end() removes them. See fore-interrupted.h for what is left behind.
 *
 * Properties, with `notify`, both read only:
 * - `kept` (boolean): whether the talk as it is would outlive the program
 * - `synced` (boolean): whether it would outlive the computer, but for seconds
 */
#define FORE_TYPE_JOURNAL (fore_journal_get_type ())

G_DECLARE_FINAL_TYPE (ForeJournal, fore_journal, FORE, JOURNAL, GObject)

/**
 * fore_journal_dup_folder:
 *
 * Returns: (transfer full): where the journals of this user lie
 */
char *fore_journal_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_journal_new:
 * @file: (nullable): the file of the deck
 * @folder: where to keep the journal; it is made when needed
 *
 * Starts a journal, with the talk as it is.
 */
ForeJournal *fore_journal_new (ForeTalk *talk,
                               GFile *file,
                               const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_journal_set_file:
 * @file: (nullable): the file of the deck, which was saved under another name
 */
void fore_journal_set_file (ForeJournal *self, GFile *file);

/**
 * fore_journal_end:
 *
 * The talk has ended as it should: nothing of it is kept here any more.
 */
void fore_journal_end (ForeJournal *self);

gboolean fore_journal_get_kept (ForeJournal *self);
gboolean fore_journal_get_synced (ForeJournal *self);

/* The three files of a journal: the lock, what was written last, perhaps not all of it,
 * and what was written and synced last. */
#define FORE_JOURNAL_LOCK_SUFFIX ".lock"
#define FORE_JOURNAL_LATEST_SUFFIX ".latest.json"
#define FORE_JOURNAL_SYNCED_SUFFIX ".json"

G_END_DECLS
