/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every question to the user, and everything that is handed to another program. The only
 * user of classes that newer versions of GTK and libadwaita have replaced. */

/**
 * fore_dialogs_open_async:
 * @folder: (nullable): where to start
 *
 * Asks which decks to open.
 */
void fore_dialogs_open_async (GtkWindow *parent,
                              GFile *folder,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * fore_dialogs_open_finish:
 *
 * Returns: (transfer full) (nullable): the files as a [iface@Gio.ListModel] of
 *   [iface@Gio.File]; `NULL` and `G_IO_ERROR_CANCELLED` if the user chose none
 */
GListModel *fore_dialogs_open_finish (GAsyncResult *result, GError **error);

/**
 * ForeFileKind:
 *
 * What a file to be saved is.
 */
typedef enum {
  FORE_FILE_DECK,
  FORE_FILE_EXPORT,
} ForeFileKind;

/**
 * fore_dialogs_save_async:
 * @folder: (nullable): where to start
 * @name: the file name to propose
 *
 * Asks where to save. The dialog itself asks before a file is replaced.
 */
void fore_dialogs_save_async (GtkWindow *parent,
                              ForeFileKind kind,
                              GFile *folder,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * fore_dialogs_save_finish:
 *
 * Returns: (transfer full) (nullable): the file; `NULL` and `G_IO_ERROR_CANCELLED` if the
 *   user chose none
 */
GFile *fore_dialogs_save_finish (GAsyncResult *result, GError **error);

/**
 * ForeUnsavedAnswer:
 *
 * What to do with a text that is not saved.
 */
typedef enum {
  FORE_UNSAVED_CANCEL,
  FORE_UNSAVED_DISCARD,
  FORE_UNSAVED_SAVE,
} ForeUnsavedAnswer;

/**
 * fore_dialogs_ask_unsaved_async:
 * @title: the deck's title
 *
 * Asks what to do with a deck that has unsaved changes and is about to be closed.
 */
void fore_dialogs_ask_unsaved_async (GtkWindow *parent,
                                     const char *title,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

ForeUnsavedAnswer fore_dialogs_ask_unsaved_finish (GAsyncResult *result);

/**
 * fore_dialogs_show_about:
 */
void fore_dialogs_show_about (GtkWindow *parent);

/**
 * fore_dialogs_is_link_safe:
 *
 * Returns: whether @uri is of a kind that other programs may be given: a web page, an
 *   address to write to or to call. Not a file, and no scheme that could start something.
 */
gboolean fore_dialogs_is_link_safe (const char *uri);

/**
 * fore_dialogs_show_link:
 *
 * Opens a link of a deck in the program for it, if fore_dialogs_is_link_safe().
 *
 * Returns: whether it was handed over
 */
gboolean fore_dialogs_show_link (GtkWindow *parent, const char *uri);

/**
 * fore_dialogs_show_in_folder:
 *
 * Shows a file in the file manager, selected where that can be done.
 */
void fore_dialogs_show_in_folder (GtkWindow *parent, GFile *file);

G_END_DECLS
