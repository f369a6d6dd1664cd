/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeSpeakerLayout:
 * @FORE_SPEAKER_SLIDES: the current slide large, next slide and notes beside it
 * @FORE_SPEAKER_NOTES: the notes large, the slides beside them
 * @FORE_SPEAKER_STACKED: the slides side by side, the notes below them; without notes,
 * the current slide as large as can be
 *
 * What the speaker view gives the most room.
 */
typedef enum {
  FORE_SPEAKER_SLIDES,
  FORE_SPEAKER_NOTES,
  FORE_SPEAKER_STACKED,
} ForeSpeakerLayout;

#define FORE_TYPE_SPEAKER_LAYOUT (fore_speaker_layout_get_type ())

GType fore_speaker_layout_get_type (void) G_GNUC_CONST;

/**
 * ForeSpeakerPanes:
 *
 * The current slide, the next one and the notes, in one of three layouts, with dividers
 * that can be moved. In a window that is taller than wide each layout stands upright.
 * Where the dividers are is remembered for each layout, upright and not, with notes and
 * without, in the setting `speaker-splits`; a double click on one brings it back to where
 * it was at first.
 *
 * Property: `layout` (ForeSpeakerLayout, readwrite, notify).
 */
#define FORE_TYPE_SPEAKER_PANES (fore_speaker_panes_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeSpeakerPanes, fore_speaker_panes, FORE, SPEAKER_PANES, GtkWidget)

/**
 * fore_speaker_panes_new:
 * @settings: where the dividers are remembered
 */
GtkWidget *fore_speaker_panes_new (GtkWidget *current,
                                   GtkWidget *next,
                                   GtkWidget *notes,
                                   GSettings *settings);

void fore_speaker_panes_set_layout (ForeSpeakerPanes *self, ForeSpeakerLayout layout);
ForeSpeakerLayout fore_speaker_panes_get_layout (ForeSpeakerPanes *self);

/**
 * fore_speaker_panes_set_has_notes:
 * @has_notes: whether the notes are shown; if not, the slides have their room
 */
void fore_speaker_panes_set_has_notes (ForeSpeakerPanes *self, gboolean has_notes);
gboolean fore_speaker_panes_get_has_notes (ForeSpeakerPanes *self);

G_END_DECLS
