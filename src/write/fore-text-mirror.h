/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeTextMirror:
 *
 * The text of a buffer as bytes, brought up to date with as little work as an edit needs.
 *
 * It also sees to it that lines in the buffer end with LF, however they come in.
 */
#define FORE_TYPE_TEXT_MIRROR (fore_text_mirror_get_type ())

G_DECLARE_FINAL_TYPE (ForeTextMirror, fore_text_mirror, FORE, TEXT_MIRROR, GObject)

/**
 * fore_text_mirror_new:
 * @buffer: the buffer to follow; it must be empty
 */
ForeTextMirror *fore_text_mirror_new (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_text_mirror_set_text:
 * @text: UTF-8, lines ended by LF
 *
 * Replaces all text of the buffer. The bytes are shared, not copied.
 */
void fore_text_mirror_set_text (ForeTextMirror *self, GBytes *text);

/**
 * fore_text_mirror_get_text:
 *
 * Returns: (transfer none): the buffer's text now; followed by a NUL that is not counted
 */
GBytes *fore_text_mirror_get_text (ForeTextMirror *self);

/**
 * fore_text_mirror_get_line:
 *
 * The line of the text that a place in the buffer is in. A buffer has more lines than its
 * text if there are paragraph separators (U+2029) in it.
 *
 * Returns: the line, counted from 1
 */
guint fore_text_mirror_get_line (ForeTextMirror *self, const GtkTextIter *iter);

/**
 * fore_text_mirror_get_iter:
 * @line: of the text, counted from 1; one past the end gives the last
 * @column: the character in the line, counted from 1, or 0 for the line's start
 * @iter: (out): the place in the buffer
 */
void fore_text_mirror_get_iter (ForeTextMirror *self,
                                guint line,
                                guint column,
                                GtkTextIter *iter);

G_END_DECLS
