/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-text.h"

#include "fore-block.h"
#include "fore-diagnostic.h"
#include "fore-splitter.h"

#include <glib/gi18n.h>
#include <string.h>

static void
report (ForeSlideText *self, const char *rule, guint line, const char *message)
{
  if (self->diagnostics == NULL)
    self->diagnostics =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);

  g_ptr_array_add (self->diagnostics, fore_diagnostic_new (FORE_SEVERITY_INFO, rule, line,
                                                           0, "%s", message));
}

/* --- indentation -----------------------------------------------------------------------
 */

/* Whether @n blanks in a row are left in a line that people see. HedgeDoc makes each such
 * run a line end. Style sheets do not mind, and nearly every deck has one. */
static guint
find_run_of_blanks (const char *text, gsize length, gsize n)
{
  const char *limit = text + length;
  gboolean in_style = FALSE;
  guint line = 1;

  for (const char *at = text; at < limit; line++) {
    const char *end = fore_line_find_end (at, limit);
    gsize run = 0;

    if (memmem (at, end - at, "<style", 6) != NULL)
      in_style = TRUE;
    for (const char *c = at; c < end && !in_style; c++) {
      run = *c == ' ' ? run + 1 : 0;
      if (run >= n && c + 1 < end)
        return line;
    }
    if (memmem (at, end - at, "</style", 7) != NULL)
      in_style = FALSE;
    at = end + 1;
  }

  return 0;
}

static char *
remove_indent (const char *text, gsize length, const char *indent, gsize n, gsize *left)
{
  const char *limit = text + length;
  char *dedented = g_malloc (length + 1);
  char *out = dedented;

  for (const char *at = text; at < limit;) {
    const char *end = fore_line_find_end (at, limit);
    const char *next = MIN (end + 1, limit);

    if ((gsize) (end - at) >= n && memcmp (at, indent, n) == 0)
      at += n;
    memcpy (out, at, next - at);
    out += next - at;
    at = next;
  }
  *left = out - dedented;

  return dedented;
}

/* One blank in front of a text does nothing in HedgeDoc, two or a tab do. */
static void
dedent (ForeSlideText *self, const char *text, gsize length, gboolean is_first)
{
  gsize n_space = 0, n_indent;
  const char *indent;
  guint line;

  self->body = text;
  self->body_length = length;
  while (n_space < length && strchr (" \t\n", text[n_space]) != NULL)
    n_space++;
  if (n_space == 0 || n_space == length)
    return;

  indent = text + n_space;
  while (indent > text && indent[-1] == text[n_space - 1] && indent[-1] != '\n')
    indent--;
  n_indent = text + n_space - indent;
  if (n_indent >= (n_space > 0 && text[n_space - 1] == '\t' ? 1u : 2u)) {
    self->dedented = remove_indent (text, length, indent, n_indent, &self->body_length);
    self->body = self->dedented;
    self->indent = indent;
    self->indent_length = n_indent;
  }

  /* HedgeDoc counts the empty lines in front too, all but one. */
  if (!is_first && text[0] == '\n')
    n_space--;
  if (n_space < 2 || text[n_space - 1] == '\t')
    return;
  line = find_run_of_blanks (self->body, self->body_length, n_space);
  if (line > 0)
    report (self, "blanks-kept", line,
            _ ("HedgeDoc breaks the line at these blanks, since the slide starts with "
               "blanks or empty lines. Begin the slide’s text directly below one empty "
               "line to have it alike."));
}

/* --- lines -----------------------------------------------------------------------------
 */

static gboolean
is_note_mark (const char *line, gsize length, gsize *width)
{
  if (length >= 5 && g_ascii_strncasecmp (line, "note:", 5) == 0)
    *width = 5;
  else if (length >= 6 && g_ascii_strncasecmp (line, "notes:", 6) == 0)
    *width = 6;
  else
    return FALSE;

  return TRUE;
}

/* `[label]: address`, `[^note]: text` or `*[word]: what it is short for`. Wrong guesses
 * do no harm: they only make slides that lack a definition be rendered once more. */
static gboolean
is_definition (const char *line, gsize length, gboolean *is_note)
{
  const char *end;

  if (length > 0 && line[0] == '*') {
    line++;
    length--;
  }
  if (length < 5 || line[0] != '[' || line[1] == ']')
    return FALSE;
  *is_note = line[1] == '^';
  end = memchr (line, ']', length);

  return end != NULL && end + 2 < line + length && end[1] == ':';
}

static gsize
count_indent (const char *line, gsize length)
{
  gsize indent = 0;

  while (indent < 3 && indent < length && line[indent] == ' ')
    indent++;

  return indent;
}

typedef struct {
  GString *notes;
  GString *definitions;
  gsize body_length;
  guint n_marks;
  gboolean is_plural;
  /* In a paragraph nothing is defined. */
  gboolean in_paragraph;
  /* Whether a footnote may go on. */
  gboolean in_note;
} Lines;

static void
add_line (GString **text, const char *line, gsize length)
{
  if (*text == NULL)
    *text = g_string_new (NULL);
  g_string_append_len (*text, line, length);
  g_string_append_c (*text, '\n');
}

/* A footnote goes on with lines that are blank or indented. */
static void
add_definition_line (Lines *lines, const char *line, gsize length)
{
  gsize indent = count_indent (line, length);
  gboolean is_blank = fore_line_is_blank (line, length);
  gboolean is_note = FALSE;
  gboolean is_start =
    !lines->in_paragraph && is_definition (line + indent, length - indent, &is_note);
  gboolean goes_on = lines->in_note && (is_blank || line[0] == '\t' ||
                                        (length > 4 && memcmp (line, "    ", 4) == 0));

  if (is_start || goes_on)
    add_line (&lines->definitions, line, length);
  else
    lines->in_paragraph = !is_blank && line[indent] != '#';
  lines->in_note = is_start ? is_note : goes_on;
}

static void
add_notes_line (
  Lines *lines, ForeSlideText *self, const char *line, gsize length, guint n)
{
  gsize width;

  if (is_note_mark (line, length, &width)) {
    if (lines->notes == NULL) {
      lines->body_length = line - self->body;
      self->notes_line = n;
    } else {
      add_line (&lines->notes, NULL, 0);
    }
    lines->n_marks++;
    lines->is_plural |= width == 6;
    line += width;
    length -= width;
  }
  add_line (&lines->notes, line, length);
}

static void
report_notes (ForeSlideText *self, const Lines *lines)
{
  if (lines->is_plural)
    report (self, "notes-plural", self->notes_line,
            _ ("“Notes:” is shown on the slide in HedgeDoc. Write “Note:” to have it "
               "alike."));
  else if (lines->n_marks > 1)
    report (self, "notes-several", self->notes_line,
            _ ("HedgeDoc shows notes on the slide if it has more than one “Note:”. Join "
               "them to have it alike."));
}

static void
report_inside_block (ForeSlideText *self, const char *line, gsize length, guint n)
{
  gsize width;

  if (fore_line_is_separator (line, length, NULL))
    report (self, "separator-in-block", n,
            _ ("HedgeDoc starts a new slide here, inside a code block or comment."));
  else if (is_note_mark (line, length, &width))
    report (
      self, "note-in-block", n,
      _ ("HedgeDoc starts the speaker notes here, inside a code block or comment."));
}

/* HedgeDoc writes the sign back before it reads the slide. */
static void
report_tag (ForeSlideText *self, const char *line, gsize length, guint n)
{
  const char *end = line + length;

  for (const char *at = line; (at = memmem (at, end - at, "&lt;", 4)) != NULL; at += 4) {
    if (end - at > 4 && (g_ascii_isalpha (at[4]) || at[4] == '/' || at[4] == '!')) {
      report (self, "entity-as-tag", n,
              _ ("HedgeDoc takes “&lt;” for “<” here, and reads a tag."));
      return;
    }
  }
}

static void
read_lines (ForeSlideText *self, Lines *lines)
{
  const char *limit = self->body + self->body_length;
  ForeBlock block = { FORE_BLOCK_NONE, 0 };
  guint n = 1;
  gsize width;

  for (const char *at = self->body; at < limit; n++) {
    const char *end = fore_line_find_end (at, limit);
    gsize length = end - at;

    report_tag (self, at, length, n);
    if (block.kind != FORE_BLOCK_NONE) {
      lines->in_paragraph = FALSE;
      if (fore_block_is_closed_by (block, at, length))
        block.kind = FORE_BLOCK_NONE;
      else
        report_inside_block (self, at, length, n);
    } else {
      block = fore_block_open (at, length);
      add_definition_line (lines, at, length);
    }
    if (lines->notes != NULL ||
        (block.kind == FORE_BLOCK_NONE && is_note_mark (at, length, &width)))
      add_notes_line (lines, self, at, length, n);
    at = end + 1;
  }
}

void
fore_slide_text_read (ForeSlideText *self,
                      const char *text,
                      gsize length,
                      gboolean is_first)
{
  Lines lines = { NULL };

  memset (self, 0, sizeof *self);
  dedent (self, text, length, is_first);
  read_lines (self, &lines);

  if (lines.definitions != NULL)
    self->definitions = g_string_free (lines.definitions, FALSE);
  if (lines.notes != NULL) {
    self->body_length = lines.body_length;
    self->notes = g_strstrip (g_string_free (lines.notes, FALSE));
    if (*self->notes == '\0')
      g_clear_pointer (&self->notes, g_free);
    report_notes (self, &lines);
  }
}

void
fore_slide_text_clear (ForeSlideText *self)
{
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->definitions, g_free);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->dedented, g_free);
}
