/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-label.h"
#include "fore-stage.h"
#include "fore-talk.h"

G_BEGIN_DECLS

/**
 * ForeNotesPane:
 *
 * The notes of the present slide, in the size that the speaker likes (setting
 * `notes-scale`), and a text to edit them in. What was edited belongs to the slide that
 * it was begun on, whatever has become of the deck and the talk meanwhile.
 *
 * Property: `editing` (boolean, readwrite, notify): whether the notes are being edited;
 * becoming `FALSE` gives back what was written. It stays `FALSE` where
 * fore_deck_has_fixed_notes().
 *
 * Signals:
 * - `notes-edited (uint index, char *text)`: a slide of the talk's deck shall have these
 *   notes
 * - `link-activated (char *uri)`: a link was clicked
 */
#define FORE_TYPE_NOTES_PANE (fore_notes_pane_get_type ())

G_DECLARE_FINAL_TYPE (ForeNotesPane, fore_notes_pane, FORE, NOTES_PANE, GtkWidget)

/**
 * fore_notes_pane_new:
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *fore_notes_pane_new (ForeTalk *talk,
                                ForeAssets *assets,
                                ForeStage *related,
                                GSettings *settings);

void fore_notes_pane_set_editing (ForeNotesPane *self, gboolean editing);
gboolean fore_notes_pane_get_editing (ForeNotesPane *self);

/**
 * fore_notes_pane_drop_edit:
 *
 * Ends editing, and leaves the notes as they were.
 */
void fore_notes_pane_drop_edit (ForeNotesPane *self);

/**
 * fore_notes_pane_set_keys:
 * @label: (scope call): says which key does the same; the tooltips name it
 */
void
fore_notes_pane_set_keys (ForeNotesPane *self, ForeKeyLabel label, gpointer user_data);

/**
 * fore_notes_pane_resize:
 * @by: how many sizes larger; negative: smaller
 */
void fore_notes_pane_resize (ForeNotesPane *self, int by);

/**
 * fore_notes_pane_set_base_scale:
 * @scale: what size 1 is, in this window
 */
void fore_notes_pane_set_base_scale (ForeNotesPane *self, double scale);

/**
 * fore_notes_pane_scroll:
 * @pages: how far, in heights of the notes; negative: up
 */
void fore_notes_pane_scroll (ForeNotesPane *self, double pages);

G_END_DECLS
