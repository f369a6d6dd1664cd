/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-problem-model.h"
#include "fore-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeStatusLine:
 *
 * The line under the panes: problems, the slide, words. Each item is a button.
 *
 * Properties, readwrite: `deck` (ForeDeck, nullable), `index` (uint): the slide the user
 * is on.
 *
 * Signal: `slide-chosen (uint index)`: the user wants to go to a slide.
 *
 * Uses the action `win.problems`.
 */
#define FORE_TYPE_STATUS_LINE (fore_status_line_get_type ())

G_DECLARE_FINAL_TYPE (ForeStatusLine, fore_status_line, FORE, STATUS_LINE, GtkWidget)

GtkWidget *fore_status_line_new (void);

void fore_status_line_set_deck (ForeStatusLine *self, ForeDeck *deck);

/**
 * fore_status_line_follow:
 * @stage: what shows the deck, with assets of its own
 *
 * Sets the deck, and tells whether all that it needs from other hosts is here.
 */
void fore_status_line_follow (ForeStatusLine *self, ForeDeck *deck, ForeStage *stage);

/**
 * fore_status_line_set_problems:
 * @problems: what to count
 */
void fore_status_line_set_problems (ForeStatusLine *self, ForeProblemModel *problems);

void fore_status_line_set_index (ForeStatusLine *self, guint index);

/**
 * fore_status_line_ask_for_slide:
 *
 * Opens the popover in which the user enters the number of a slide.
 */
void fore_status_line_ask_for_slide (ForeStatusLine *self);

/**
 * fore_status_line_read_position:
 * @text: what the user entered: "3", "3.1" or "3/1", counted from 1
 * @index: (out): the slide
 *
 * Returns: whether @deck has such a slide
 */
gboolean
fore_status_line_read_position (const ForeDeck *deck, const char *text, guint *index);

G_END_DECLS
