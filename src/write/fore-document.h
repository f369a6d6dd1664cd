/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-problem-model.h"
#include "fore-recovered.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * ForeDocument:
 *
 * A deck's file, its text under edit, and the deck that the text makes.
 *
 * Properties, all with `notify`:
 * - `file` (GFile, read only, nullable): `NULL` for a deck that was never saved
 * - `deck` (ForeDeck, read only): never `NULL`; follows the text within the same frame
 * - `title` (string, read only): the deck's title, else the file's name, else "New deck"
 * - `modified` (boolean, read only): whether the text differs from the file
 * - `busy` (boolean, read only): whether it is being loaded or saved
 * - `conflict` (ForeConflict, read only): what somebody else did to the file
 */
#define FORE_TYPE_DOCUMENT (fore_document_get_type ())

G_DECLARE_FINAL_TYPE (ForeDocument, fore_document, FORE, DOCUMENT, GObject)

/**
 * ForeConflict:
 * @FORE_CONFLICT_NONE: the file is as we know it
 * @FORE_CONFLICT_CHANGED: the file was changed by somebody else, and so was the text here
 * @FORE_CONFLICT_GONE: the file or its folder is not there any more
 *
 * A file that changes while the text here is unchanged is no conflict: it is loaded
 * again, and the caret keeps its place.
 */
typedef enum {
  FORE_CONFLICT_NONE,
  FORE_CONFLICT_CHANGED,
  FORE_CONFLICT_GONE,
} ForeConflict;

GType fore_conflict_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_CONFLICT (fore_conflict_get_type ())

ForeDocument *fore_document_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_document_get_buffer:
 *
 * Returns: (transfer none): the text, with its undo history
 */
GtkSourceBuffer *fore_document_get_buffer (ForeDocument *self);

GFile *fore_document_get_file (ForeDocument *self);
ForeDeck *fore_document_get_deck (ForeDocument *self);
const char *fore_document_get_title (ForeDocument *self);
gboolean fore_document_get_modified (ForeDocument *self);
gboolean fore_document_get_busy (ForeDocument *self);
ForeConflict fore_document_get_conflict (ForeDocument *self);

/**
 * fore_document_update_deck:
 *
 * Makes `deck` follow the text at once, for those who cannot wait for the next frame.
 */
void fore_document_update_deck (ForeDocument *self);

/**
 * fore_document_get_replacing:
 *
 * Returns: whether the text is just being replaced by that of the file, so that a change
 *   of the buffer is not the user's
 */
gboolean fore_document_get_replacing (ForeDocument *self);

/**
 * fore_document_get_problems:
 *
 * Returns: (transfer none): what there is to tell the author; follows `deck` a little
 *   later, when the frame has been painted
 */
ForeProblemModel *fore_document_get_problems (ForeDocument *self);

/**
 * fore_document_get_line:
 *
 * Returns: the line of the deck that a place in the buffer is in, counted from 1
 */
guint fore_document_get_line (ForeDocument *self, const GtkTextIter *iter);

/**
 * fore_document_get_iter:
 * @line: of the deck, counted from 1; one past the end gives the last
 * @column: the character in the line, counted from 1, or 0 for the line's start
 * @iter: (out): the place in the buffer
 */
void
fore_document_get_iter (ForeDocument *self, guint line, guint column, GtkTextIter *iter);

/**
 * fore_document_set_text:
 * @text: UTF-8
 *
 * Puts a template's text into a new document, as its unmodified state.
 */
void fore_document_set_text (ForeDocument *self, const char *text);

/**
 * fore_document_load_async:
 * @file: the file to read; may have any bytes
 *
 * Loads a file and watches it from then on. From a page that was exported with its text
 * it takes the text, as that of a new document.
 */
void fore_document_load_async (ForeDocument *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

gboolean
fore_document_load_finish (ForeDocument *self, GAsyncResult *result, GError **error);

/**
 * fore_document_save_async:
 * @file: (nullable): where to; `NULL` for the document's own file. If it is another one,
 *   the document belongs to that from then on.
 * @overwrite: whether to write over what somebody else wrote; else that is
 *   `FORE_ERROR_CHANGED`
 *
 * Writes the text atomically: a temporary file in the same folder, synced and renamed.
 * Keeps permissions and symbolic links, the byte order mark and line ends. If anything
 * goes wrong the old file is untouched and the text is still here.
 */
void fore_document_save_async (ForeDocument *self,
                               GFile *file,
                               gboolean overwrite,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

gboolean
fore_document_save_finish (ForeDocument *self, GAsyncResult *result, GError **error);

/**
 * fore_document_reload_async:
 *
 * Takes over what is in the file now, as one undo step, and keeps the caret's place.
 */
void fore_document_reload_async (ForeDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

gboolean
fore_document_reload_finish (ForeDocument *self, GAsyncResult *result, GError **error);

/**
 * fore_document_recover_async:
 * @copy: a text that was left behind
 *
 * Takes over an unsaved text: loads the file it belongs to, if that is still there, and
 * puts the text over it as one undo step. If the file has been changed since, there is a
 * conflict. The copy on the disk is discarded when this document has one of its own.
 */
void fore_document_recover_async (ForeDocument *self,
                                  ForeRecovered *copy,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

gboolean
fore_document_recover_finish (ForeDocument *self, GAsyncResult *result, GError **error);

/**
 * fore_document_keep_mine:
 *
 * Ends a conflict in favour of the text here: the next save writes over the file.
 */
void fore_document_keep_mine (ForeDocument *self);

G_END_DECLS
