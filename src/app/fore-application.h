/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-asset-cache.h"
#include "fore-cut-short.h"
#include "fore-left-behind.h"
#include "fore-places.h"
#include "fore-recents.h"
#include "fore-show-request.h"
#include "fore-stage.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeApplication:
 *
 * The program: its windows, and what they share.
 *
 * Arguments: `[--new-window] [FILE…]` opens decks, `present FILE [OPTION…]` opens one in
 * the show.
 *
 * Actions: `app.new-window`, `app.preferences`, `app.about`, `app.quit`,
 * `app.restore` and `app.forget` (texts that were left behind unsaved),
 * `app.resume-talk` and `app.forget-talk` (a talk that was cut short).
 */
#define FORE_TYPE_APPLICATION (fore_application_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeApplication, fore_application, FORE, APPLICATION, AdwApplication)

typedef struct _ForeWindow ForeWindow;

/**
 * fore_application_new:
 * @application_id: (nullable): `NULL` for one that no other process can reach
 */
ForeApplication *
fore_application_new (const char *application_id) G_GNUC_WARN_UNUSED_RESULT;

/* What all windows share. Available from `startup` on. */
GSettings *fore_application_get_settings (ForeApplication *self);
ForeAssetCache *fore_application_get_cache (ForeApplication *self);

/**
 * fore_application_take_stage:
 *
 * The first one has been on its way since the program started.
 *
 * Returns: (transfer full): a stage for the preview of a deck
 */
ForeStage *fore_application_take_stage (ForeApplication *self) G_GNUC_WARN_UNUSED_RESULT;

ForeRecents *fore_application_get_recents (ForeApplication *self);
ForePlaces *fore_application_get_places (ForeApplication *self);
ForeLeftBehind *fore_application_get_left_behind (ForeApplication *self);
ForeCutShort *fore_application_get_cut_short (ForeApplication *self);

/**
 * fore_application_save_places:
 *
 * Writes the places to the disk; the program does not end before that is done.
 */
void fore_application_save_places (ForeApplication *self);

/**
 * fore_application_new_window:
 *
 * Shows a new window with the start page.
 *
 * Returns: (transfer none): the window
 */
ForeWindow *fore_application_new_window (ForeApplication *self);

/**
 * fore_application_open_file:
 * @window: (nullable): the window that the command came from
 * @request: (nullable): the show to start as soon as it is open
 *
 * Opens a file: in the window that has it already, else in @window or another one if it
 * is untouched, else in a new one.
 */
void fore_application_open_file (ForeApplication *self,
                                 GFile *file,
                                 ForeWindow *window,
                                 ForeShowRequest *request);

/**
 * fore_application_new_deck:
 * @window: (nullable): the window that the command came from
 *
 * Opens a new deck from the template.
 */
void fore_application_new_deck (ForeApplication *self, ForeWindow *window);

/**
 * fore_application_open_sample:
 * @window: (nullable): the window that the command came from
 *
 * Opens the sample deck, as a deck that was never saved.
 */
void fore_application_open_sample (ForeApplication *self, ForeWindow *window);

G_END_DECLS
