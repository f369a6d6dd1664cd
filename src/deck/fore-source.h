/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeSource:
 *
 * A deck's file as bytes and as text, and the way back.
 *
 * The text is what people edit: valid UTF-8, lines ended by LF, no byte order mark, bytes
 * that are no UTF-8 (and NUL) shown as U+FFFD. The way back keeps what the text hides:
 * the mark, the line ends, and the bytes of every line that still reads as it did.
 *
 * Immutable and shared by reference.
 */
typedef struct _ForeSource ForeSource;

#define FORE_TYPE_SOURCE (fore_source_get_type ())

GType fore_source_get_type (void) G_GNUC_CONST;

typedef enum {
  FORE_LINE_END_LF,
  FORE_LINE_END_CRLF,
  FORE_LINE_END_CR,
} ForeLineEnd;

/**
 * fore_source_new:
 * @bytes: a file's content
 */
ForeSource *fore_source_new (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_source_new_changed:
 * @at: where the bytes start that may be anything, at the start of a character
 * @length: how many they are, up to the start of a character
 *
 * Makes a source of bytes that are known to be plain but for one stretch, which spares
 * looking at the rest.
 */
ForeSource *
fore_source_new_changed (GBytes *bytes, gsize at, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_source_is_plain:
 *
 * Returns: whether the text is the very bytes of the file
 */
gboolean fore_source_is_plain (const ForeSource *self);

ForeSource *fore_source_ref (ForeSource *self);
void fore_source_unref (ForeSource *self);

/**
 * fore_source_get_text:
 *
 * Returns: (transfer none): the text; the very bytes of the file where they need no
 * change
 */
GBytes *fore_source_get_text (const ForeSource *self);

gboolean fore_source_get_has_mark (const ForeSource *self);

/**
 * fore_source_get_line_end:
 *
 * Returns: the line end that most lines have; LF where there is none
 */
ForeLineEnd fore_source_get_line_end (const ForeSource *self);

/**
 * fore_source_get_first_invalid_line:
 *
 * Returns: the first line with bytes that are no UTF-8, counted from 1, or 0 for none
 */
guint fore_source_get_first_invalid_line (const ForeSource *self);

guint fore_source_get_n_invalid_lines (const ForeSource *self);

/**
 * fore_source_encode:
 * @text: the edited text, UTF-8, lines ended by LF
 *
 * Turns an edited text into the bytes to save. The text as it was read gives the very
 * bytes it was read from.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *fore_source_encode (const ForeSource *self, GBytes *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeSource, fore_source_unref)

G_END_DECLS
