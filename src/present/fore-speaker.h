/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-slide-card.h"
#include "fore-speaker-panes.h"
#include "fore-talk.h"
#include "fore-tool-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeSpeaker:
 *
 * The window that only the speaker sees: the time, the current slide, the next step, the
 * notes, and what the audience gets while that is something else. It is dark, whatever
 * the other windows are.
 *
 * It shows a talk and changes nothing of it by itself: each of its buttons is an action
 * `show.…` of the group that is inserted into it, or one of its own:
 * - `show.layout`: the next layout; `show.use-layout` (string: `slides`, `notes`,
 *   `stacked`), which is remembered in the setting `speaker-layout`
 * - `show.edit-notes`, `show.notes-larger`, `show.notes-smaller`, `show.notes-up`,
 *   `show.notes-down`
 * - `show.timer-setup`: sets the time by hand
 * - `show.jump`: finds a slide by number or title, seen by the speaker alone until it is
 *   chosen
 *
 * Signals:
 * - `notes-edited (uint index, char *text)`: a slide of the talk's deck shall have these
 *   notes, as Markdown; nothing has been changed yet
 * - `link-activated (char *uri)`: a link that leads out of the deck was clicked
 */
#define FORE_TYPE_SPEAKER (fore_speaker_get_type ())

G_DECLARE_FINAL_TYPE (ForeSpeaker, fore_speaker, FORE, SPEAKER, AdwApplicationWindow)

/**
 * fore_speaker_new:
 * @application: (nullable): that the window belongs to
 * @talk: what it shows
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 * @settings: layout, dividers, the size of notes, and when to warn
 */
GtkWidget *fore_speaker_new (GtkApplication *application,
                             ForeTalk *talk,
                             ForeAssets *assets,
                             ForeStage *related,
                             GSettings *settings);

/**
 * fore_speaker_show_message:
 * @text: (nullable): what to say, until something else is; `NULL` to say nothing
 * @label: (nullable): what is written on a button for it
 * @action: (nullable): what the button does: a detailed action name
 *
 * Tells the speaker something.
 */
void fore_speaker_show_message (ForeSpeaker *self,
                                const char *text,
                                const char *label,
                                const char *action);

/**
 * fore_speaker_get_message:
 *
 * Returns: (nullable): what is said
 */
const char *fore_speaker_get_message (ForeSpeaker *self);

/**
 * fore_speaker_set_keys:
 * @label: (scope call): says which key does the same as a button
 */
void fore_speaker_set_keys (ForeSpeaker *self, ForeKeyLabel label, gpointer user_data);

/**
 * fore_speaker_set_cover:
 * @cover: (nullable): what lies over slides and notes, such as an overview of all slides
 */
void fore_speaker_set_cover (ForeSpeaker *self, GtkWidget *cover);

/**
 * fore_speaker_get_current_card:
 *
 * Returns: (transfer none): the current slide, for what is to be drawn over it
 */
ForeSlideCard *fore_speaker_get_current_card (ForeSpeaker *self);

/**
 * fore_speaker_get_next_card:
 *
 * Returns: (transfer none): the slide of the next step
 */
ForeSlideCard *fore_speaker_get_next_card (ForeSpeaker *self);

/**
 * fore_speaker_get_audience_card:
 *
 * Returns: (transfer none) (nullable): what the audience sees, while that is another
 *   picture than the current slide
 */
ForeSlideCard *fore_speaker_get_audience_card (ForeSpeaker *self);

G_END_DECLS
