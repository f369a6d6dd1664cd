/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-recovery.h"
#include "fore-source.h"
#include "fore-text-mirror.h"

G_BEGIN_DECLS

/* fore-document.c keeps the text and makes the deck; fore-document-file.c reads, writes
 * and watches the file. */
struct _ForeDocument {
  GObject parent_instance;

  /* The text and what it makes */
  GtkSourceBuffer *buffer;
  ForeTextMirror *mirror;
  ForeDeck *deck;
  ForeProblemModel *problems;
  char *title;
  guint parse_source;
  guint problems_source;
  gint64 parse_cost; /* of the last parse, in µs */
  guint64 n_edits;
  gboolean replacing; /* the text is being replaced by us, with its deck */
  gboolean merging;   /* the text is being brought up to date by us */

  /* The file, as it was when we last agreed with it */
  GFile *file;
  ForeSource *source;
  GBytes *disk;
  char *version;
  GPtrArray *monitors;

  /* What somebody else wrote, in a conflict */
  ForeConflict conflict;
  GBytes *seen;
  ForeSource *seen_source;
  char *seen_version;

  /* The undo history of the buffer forgets where it was saved once something is undone
   * beyond that (GTK 4.8), so we compare texts. NULL if no file has it. */
  GBytes *saved_text;
  gboolean modified;
  gboolean busy;

  GQueue operations;
  struct _Operation *running;
  GCancellable *cancellable;
  guint look_source;

  ForeRecovery *recovery;
  ForeRecovered *recovered; /* whose text we took over; stays until we have our own */
  guint recovery_source;
};

/* fore-document.c */
void fore_document_take_deck (ForeDocument *self, ForeDeck *deck);
void fore_document_update_title (ForeDocument *self);
void fore_document_update_modified (ForeDocument *self);
void fore_document_set_saved_text (ForeDocument *self, GBytes *text);
void fore_document_set_busy (ForeDocument *self, gboolean busy);
void fore_document_set_file (ForeDocument *self, GFile *file);
void fore_document_set_conflict (ForeDocument *self, ForeConflict conflict);
void fore_document_replace_text (ForeDocument *self, GBytes *text);
void fore_document_merge_text (ForeDocument *self, GBytes *after);
void fore_document_keep_copy (ForeDocument *self);

/* fore-document-file.c */
void fore_document_close_file (ForeDocument *self);

G_END_DECLS
