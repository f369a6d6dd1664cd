/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-stage.h"
#include "fore-view-mode.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeEditor:
 *
 * One document under edit: slide list, source, preview, problems and status line, which
 * follow each other.
 *
 * Properties, all with `notify`:
 * - `document` (ForeDocument), `settings` (GSettings), `stage` (ForeStage):
 * construct only
 * - `view-mode` (ForeViewMode), `slide-list-shown`, `problems-shown` (boolean), readwrite
 * - `follow` (boolean, readwrite): whether caret and preview follow each other
 * - `narrow` (boolean, readwrite): whether there is room for one pane only
 * - `page` (ForePage, readwrite): that pane
 * - `index` (uint, read only): the slide that the preview shows
 *
 * Signals: `link-activated (char *uri)`, `preview-recovered ()`.
 */
#define FORE_TYPE_EDITOR (fore_editor_get_type ())

G_DECLARE_FINAL_TYPE (ForeEditor, fore_editor, FORE, EDITOR, GtkWidget)

GtkWidget *
fore_editor_new (ForeDocument *document, GSettings *settings, ForeStage *stage);

ForeDocument *fore_editor_get_document (ForeEditor *self);
ForeAssets *fore_editor_get_assets (ForeEditor *self);
ForeStage *fore_editor_get_stage (ForeEditor *self);
guint fore_editor_get_index (ForeEditor *self);

/**
 * fore_editor_go_to_slide:
 *
 * Moves preview and caret to a slide, whether or not they follow each other.
 */
void fore_editor_go_to_slide (ForeEditor *self, guint index);

/**
 * fore_editor_go_to_line:
 * @line: counted from 1
 * @column: counted from 1, or 0 for the line's start
 *
 * Puts the caret there and gives it the focus; the preview shows its slide.
 */
void fore_editor_go_to_line (ForeEditor *self, guint line, guint column);

/**
 * fore_editor_get_line:
 *
 * Returns: the line of the caret, counted from 1
 */
guint fore_editor_get_line (ForeEditor *self);

/**
 * fore_editor_ask_for_slide:
 *
 * Lets the user enter the number of a slide to go to.
 */
void fore_editor_ask_for_slide (ForeEditor *self);

/**
 * fore_editor_activate_source_action:
 * @name: an action of the source pane, such as `source.find`
 *
 * Does it, and first shows the source if it is hidden.
 */
void fore_editor_activate_source_action (ForeEditor *self, const char *name);

/**
 * fore_editor_store_layout:
 *
 * Keeps the widths of the panes in the settings.
 */
void fore_editor_store_layout (ForeEditor *self);

G_END_DECLS
