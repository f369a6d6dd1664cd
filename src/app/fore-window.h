/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-application.h"
#include "fore-document.h"
#include "fore-editor.h"
#include "fore-show-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeWindow:
 *
 * A main window: the start page, or one document.
 *
 * Properties, all with `notify`:
 * - `document` (ForeDocument, read only, nullable): `NULL` while the start page is shown
 * - `view-mode`, `page`, `slide-list-shown`, `problems-shown`, `follow`, `narrow`: as in
 *   [class@Editor]; they outlive the document
 *
 * Every command is an action `win.…`; see fore-window-actions.c.
 */
#define FORE_TYPE_WINDOW (fore_window_get_type ())

G_DECLARE_FINAL_TYPE (ForeWindow, fore_window, FORE, WINDOW, AdwApplicationWindow)

/**
 * fore_window_new:
 * @application: gives the settings, the cache and the lists that all windows share
 */
GtkWidget *fore_window_new (ForeApplication *application);

ForeDocument *fore_window_get_document (ForeWindow *self);
ForeEditor *fore_window_get_editor (ForeWindow *self);

/**
 * fore_window_get_file:
 *
 * Returns: (transfer none) (nullable): the file that is open here or being opened
 */
GFile *fore_window_get_file (ForeWindow *self);

/**
 * fore_window_is_untouched:
 *
 * Returns: whether nothing is lost if something else is opened here
 */
gboolean fore_window_is_untouched (ForeWindow *self);

/**
 * fore_window_has_changes:
 *
 * Returns: whether there is text here that is not saved
 */
gboolean fore_window_has_changes (ForeWindow *self);

/**
 * fore_window_open_file:
 * @request: (nullable): the show to start as soon as it is open
 *
 * Opens a file here, in place of what the window shows. What goes wrong is told in the
 * window.
 */
void fore_window_open_file (ForeWindow *self, GFile *file, ForeShowRequest *request);

/**
 * fore_window_open_text:
 * @text: a template's text
 *
 * Opens a new deck here that was never saved.
 */
void fore_window_open_text (ForeWindow *self, const char *text);

/**
 * fore_window_recover:
 * @copy: a text that was left behind when the program stopped
 *
 * Opens an unsaved text here.
 */
void fore_window_recover (ForeWindow *self, ForeRecovered *copy);

/**
 * fore_window_offer_undo:
 * @copies: (element-type ForeRecovered): texts that the user does not want
 *
 * Says that the texts are discarded, and does it when the user has let the chance go by
 * to take it back.
 */
void fore_window_offer_undo (ForeWindow *self, GPtrArray *copies);

/**
 * fore_window_start_show:
 *
 * Starts a show. If there is one already, it comes to the front and goes on.
 */
void fore_window_start_show (ForeWindow *self, ForeShowRequest *request);

/**
 * fore_window_resume_show:
 *
 * Goes on with the show that ended last: same slide, step and clock.
 */
void fore_window_resume_show (ForeWindow *self);

/**
 * fore_window_get_show:
 *
 * Returns: (transfer none) (nullable): the show, while there is one
 */
ForeShow *fore_window_get_show (ForeWindow *self);

/**
 * fore_window_confirm_close_async:
 *
 * Asks what to do with unsaved changes, if there are any, and does it.
 */
void fore_window_confirm_close_async (ForeWindow *self,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * fore_window_confirm_close_finish:
 *
 * Returns: whether the window may be closed without losing anything that the user wants
 */
gboolean fore_window_confirm_close_finish (ForeWindow *self, GAsyncResult *result);

/**
 * fore_window_close_now:
 *
 * Closes the window without asking any more.
 */
void fore_window_close_now (ForeWindow *self);

/**
 * fore_window_show_toast:
 *
 * Says what has been done.
 */
void fore_window_show_toast (ForeWindow *self, const char *text);

/**
 * fore_window_show_trouble:
 * @text: what happened, to what, and what to do
 * @label: (nullable): a button that helps, with a mnemonic
 * @action: (nullable): its action, in the detailed form
 *
 * Says what could not be done, in a bar that stays.
 */
void fore_window_show_trouble (ForeWindow *self,
                               const char *text,
                               const char *label,
                               const char *action);

G_END_DECLS
