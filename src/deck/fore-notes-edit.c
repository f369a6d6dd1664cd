/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What stands in a slide's source is, in this order: the separator, the body, a note
 * mark, notes, and blank lines that belong to the separator below. The edit replaces
 * everything from the end of the body to the end of the notes, and so leaves both
 * separators what they are. What is new is then read as the deck will be, once more, to
 * see that nothing in it cuts the slide in two. */

#include "fore-notes-edit.h"

#include "fore-block.h"
#include "fore-deck-private.h"
#include "fore-slide-text.h"
#include "fore-splitter.h"

#include <string.h>

/* A slide's source: @length bytes from @text, its own text from @content on, its body up
 * to @body_end; then a note mark of @mark_length bytes unless that is 0, and the notes up
 * to @end. */
typedef struct {
  const char *text;
  gsize start;
  gsize length;
  gsize content;
  gsize body_end;
  gsize mark;
  gsize mark_length;
  gsize end;
  const char *indent;
  gsize indent_length;
  ForeBlock open;
} Place;

void
fore_notes_edit_clear (ForeNotesEdit *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* The block that is still open where a text ends. */
static ForeBlock
find_open_block (const char *text, gsize length)
{
  const char *limit = text + length;
  ForeBlock block = { FORE_BLOCK_NONE, 0 };

  while (text < limit) {
    const char *end = fore_line_find_end (text, limit);

    if (block.kind == FORE_BLOCK_NONE)
      block = fore_block_open (text, end - text);
    else if (fore_block_is_closed_by (block, text, end - text))
      block.kind = FORE_BLOCK_NONE;
    text = end + 1;
  }

  return block;
}

static void
append_block_end (GString *text, ForeBlock block, const Place *place)
{
  if (block.kind == FORE_BLOCK_NONE)
    return;

  g_string_append_c (text, '\n');
  g_string_append_len (text, place->indent, (gssize) place->indent_length);
  if (block.kind == FORE_BLOCK_COMMENT) {
    g_string_append (text, "-->");
    return;
  }
  for (gsize i = 0; i < block.width; i++)
    g_string_append_c (text, block.kind == FORE_BLOCK_TILDES ? '~' : '`');
}

/* --- where the notes are
 * ------------------------------------------------------------------ */

static gsize
trim_end (const char *text, gsize from, gsize end)
{
  while (end > from && strchr (" \t\n", text[end - 1]) != NULL)
    end--;

  return end;
}

static void
find_slide (const ForeDeck *deck, guint index, Place *place)
{
  gsize length;
  const char *text = g_bytes_get_data (fore_source_get_text (deck->source), &length);
  const char *limit;

  place->start = deck->places[index].start;
  place->text = text != NULL ? text + place->start : "";
  place->length =
    (index + 1 < deck->n_slides ? deck->places[index + 1].start : length) - place->start;
  limit = place->text + place->length;
  if (index == 0)
    place->content = deck->front_matter->content;
  else
    place->content =
      MIN (fore_line_find_end (place->text, limit) + 1, limit) - place->text;
}

static gsize
find_line (const Place *place, guint line)
{
  const char *at = place->text + place->content;

  for (; line > 1; line--)
    at = fore_line_find_end (at, place->text + place->length) + 1;

  return at - place->text;
}

/* The mark itself, with what it is indented by, as the parser has taken it: up to the
 * colon. */
static void
find_mark (Place *place, guint line)
{
  gsize at = find_line (place, line);
  const char *colon = strchr (place->text + at, ':');

  g_assert (colon != NULL);
  place->mark = at;
  place->mark_length = colon + 1 - place->text - at;
}

static void
find_notes (const ForeDeck *deck, guint index, Place *place)
{
  ForeSlideText text;

  memset (place, 0, sizeof *place);
  find_slide (deck, index, place);
  fore_slide_text_read (&text, place->text + place->content,
                        place->length - place->content, FALSE);
  place->indent = text.indent;
  place->indent_length = text.indent_length;
  place->open = find_open_block (text.body, text.body_length);
  place->end = trim_end (place->text, place->content, place->length);
  if (text.notes_line > 0)
    find_mark (place, text.notes_line);
  place->body_end = place->mark_length > 0
                      ? trim_end (place->text, place->content, place->mark)
                      : place->end;
  fore_slide_text_clear (&text);
}

/* --- what to write
 * ------------------------------------------------------------------------ */

/* The parser takes the indentation of the slide's first line off every line. */
static void
append_lines (GString *text, const char *lines, const Place *place)
{
  const char *limit = lines + strlen (lines);

  while (lines < limit) {
    const char *end = fore_line_find_end (lines, limit);

    g_string_append_c (text, '\n');
    if (end > lines)
      g_string_append_len (text, place->indent, (gssize) place->indent_length);
    g_string_append_len (text, lines, end - lines);
    lines = end + 1;
  }
}

/* Notes that the author began beside the mark go on there, where that means the same. */
static gsize
measure_beside_mark (const Place *place, const char *notes)
{
  gsize after = place->mark + place->mark_length;
  const char *end = fore_line_find_end (place->text + after, place->text + place->length);
  gsize length = strcspn (notes, "\n");

  if (place->mark_length == 0 ||
      fore_line_is_blank (place->text + after, end - place->text - after) ||
      fore_block_open (notes, length).kind != FORE_BLOCK_NONE)
    return 0;

  return length;
}

static void
append_mark (GString *text, const Place *place)
{
  if (place->mark_length > 0) {
    g_string_append_len (text, place->text + place->mark, (gssize) place->mark_length);
  } else {
    g_string_append_len (text, place->indent, (gssize) place->indent_length);
    g_string_append (text, "Note:");
  }
}

static char *
write_notes (const Place *place, const char *notes)
{
  GString *text = g_string_new (NULL);
  gsize beside = measure_beside_mark (place, notes);

  if (place->mark_length == 0)
    append_block_end (text, place->open, place);
  if (place->body_end > place->content)
    g_string_append (text, "\n\n");
  else if (place->start + place->content > 0)
    g_string_append_c (text, '\n');

  append_mark (text, place);
  if (beside > 0)
    g_string_append_printf (text, " %.*s", (int) beside, notes);
  append_lines (text, notes + beside + (notes[beside] == '\n' && beside > 0), place);
  append_block_end (text, find_open_block (notes, strlen (notes)), place);
  if (place->end == place->length || place->end == place->content)
    g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* Reads the slide with its new notes as the deck will be read, and overwrites the dashes
 * of each separator there. */
static void
keep_together (const Place *place, const ForeNotesEdit *edit)
{
  gsize at = edit->at - place->start, length = strlen (edit->text);
  g_autoptr (GString) slide = g_string_new_len (place->text, (gssize) at);
  ForeSplitter splitter;
  ForeCut cut;

  g_string_append_len (slide, edit->text, (gssize) length);
  g_string_append_len (slide, place->text + at + edit->removed,
                       (gssize) (place->length - at - edit->removed));
  /* Only the first slide of a deck starts at 0. */
  fore_splitter_init (&splitter, slide->str, slide->len, MIN (place->start, 1),
                      place->content);
  while (fore_splitter_next (&splitter, &cut)) {
    for (gsize i = cut.start; i >= at && i - at < length && slide->str[i] == '-'; i++)
      edit->text[i - at] = '*';
  }
}

gboolean
fore_deck_has_fixed_notes (const ForeDeck *self, guint index)
{
  const char *attribute;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (index < self->n_slides, TRUE);

  attribute = fore_markup_get_slide_attribute (
    fore_slide_get_markup (self->slides[index]), "data-notes");

  return (attribute != NULL && *attribute != '\0') ||
         (self->is_cut && index + 1 == self->n_slides);
}

gboolean
fore_deck_replace_notes (const ForeDeck *self,
                         guint index,
                         const char *notes,
                         ForeNotesEdit *edit)
{
  g_autofree char *trimmed = NULL;
  const char *old;
  Place place;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index < self->n_slides, FALSE);
  g_return_val_if_fail (notes != NULL, FALSE);

  memset (edit, 0, sizeof *edit);
  trimmed = g_strstrip (g_strdup (notes));
  old = fore_slide_get_notes (self->slides[index]);
  if (fore_deck_has_fixed_notes (self, index) ||
      g_str_equal (trimmed, old != NULL ? old : ""))
    return FALSE;

  find_notes (self, index, &place);
  edit->at = place.start + place.body_end;
  edit->removed = place.end - place.body_end;
  edit->text = *trimmed != '\0' ? write_notes (&place, trimmed) : g_strdup ("");
  keep_together (&place, edit);

  return TRUE;
}
