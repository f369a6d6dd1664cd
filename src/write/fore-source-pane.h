/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeSourcePane:
 *
 * The text of a document with line numbers, marks for problems, and a bar to find and
 * replace.
 *
 * Properties, all with `notify`:
 * - `document` (ForeDocument, readwrite)
 * - `index` (uint, read only): the slide that the caret is in
 * - `zoom` (double, readwrite): 1.0 is the font's own size; 0.5 to 4.0
 * - `monospace`, `wrap`, `line-numbers` (boolean, readwrite), for settings to bind
 *
 * Signals:
 * - `caret-moved ()`: the user moved the caret or typed; `index` has the new value
 * already. Not emitted by fore_source_pane_go_to_slide() and the like.
 *
 * Actions (`source.` group, on the widget itself): `find`, `replace`, `find-next`,
 * `find-previous`, `go-to-line`, `zoom-in`, `zoom-out`, `zoom-normal`, `next-problem`,
 * `previous-problem`.
 */
#define FORE_TYPE_SOURCE_PANE (fore_source_pane_get_type ())

G_DECLARE_FINAL_TYPE (ForeSourcePane, fore_source_pane, FORE, SOURCE_PANE, GtkWidget)

GtkWidget *fore_source_pane_new (void);

void fore_source_pane_set_document (ForeSourcePane *self, ForeDocument *document);
guint fore_source_pane_get_index (ForeSourcePane *self);

/**
 * fore_source_pane_go_to_slide:
 *
 * Puts the caret on the first line of the slide's own text and scrolls there, unless it
 * is in that slide already.
 */
void fore_source_pane_go_to_slide (ForeSourcePane *self, guint index);

/**
 * fore_source_pane_go_to_line:
 * @line: counted from 1
 * @column: counted from 1, or 0 for the line's start
 *
 * Puts the caret there, scrolls there and takes the focus.
 */
void fore_source_pane_go_to_line (ForeSourcePane *self, guint line, guint column);

G_END_DECLS
