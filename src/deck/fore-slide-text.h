/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeSlideText:
 * @body: what is shown, as Markdown; not ended by NUL
 * @body_length: bytes in it
 * @indent: what was taken off its lines; not ended by NUL
 * @indent_length: bytes in it
 * @notes: (nullable): the speaker notes as Markdown, trimmed
 * @notes_line: the line that the notes start on, 0 if there is no note mark
 * @definitions: (nullable): the lines that define link references, footnotes and
 *   abbreviations, as they are
 * @diagnostics: (nullable) (element-type ForeDiagnostic): what to tell the author
 *
 * A slide's own text, taken apart. Lines are counted from 1, where the text starts.
 */
typedef struct {
  const char *body;
  gsize body_length;
  const char *indent;
  gsize indent_length;
  char *notes;
  guint notes_line;
  char *definitions;
  GPtrArray *diagnostics;

  /*< private >*/
  char *dedented;
} ForeSlideText;

/**
 * fore_slide_text_read:
 * @text: a slide's text without its separator; must outlive @self
 * @length: bytes in it
 * @is_first: whether it follows the front matter
 *
 * Takes a slide's text apart: the indentation of its first line goes off the lines that
 * have it, and what follows a line `note:` are notes (HedgeDoc 1.x: dedent, `note:`).
 *
 * Where HedgeDoc would lose or change what the author wrote, this keeps it and says so:
 * `Notes:` and several `note:` work, code fences may hold either, and runs of blanks in
 * the middle of a line stay.
 */
void fore_slide_text_read (ForeSlideText *self,
                           const char *text,
                           gsize length,
                           gboolean is_first);

void fore_slide_text_clear (ForeSlideText *self);

G_END_DECLS
