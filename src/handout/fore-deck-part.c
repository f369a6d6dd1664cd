/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Slides are taken as whole lines, separators included, so what stays is what the author
 * wrote. Only the first one loses its separator to the front matter, and one whose column
 * has lost its head starts a column with the separator that the deck uses elsewhere. */

#include "fore-deck-part.h"

#include "fore-notes-edit.h"

#include <string.h>

typedef struct {
  ForeDeck *deck;
  /* Where each line of the deck starts, and where the last one ends. */
  GArray *starts;
  const char *text;
  GString *part;
} Part;

static GArray *
find_lines (const char *text, gsize length)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start = 0;

  g_array_append_val (starts, start);
  while (start < length) {
    const char *end = memchr (text + start, '\n', length - start);

    start = end != NULL ? (gsize) (end + 1 - text) : length;
    g_array_append_val (starts, start);
  }
  return starts;
}

static gsize
get_start (const Part *self, guint line)
{
  return g_array_index (self->starts, gsize, MIN (line, self->starts->len - 1));
}

static void
append_lines (Part *self, guint first, guint last)
{
  gsize start = get_start (self, first);

  g_string_append_len (self->part, self->text + start,
                       (gssize) (get_start (self, last) - start));
}

/* A separator needs an empty line above. */
static void
end_slide (Part *self)
{
  if (self->part->len > 0 && !g_str_has_suffix (self->part->str, "\n"))
    g_string_append_c (self->part, '\n');
  if (self->part->len > 0 && !g_str_has_suffix (self->part->str, "\n\n"))
    g_string_append_c (self->part, '\n');
}

static void
append_separator (Part *self)
{
  guint n_slides = fore_deck_get_n_slides (self->deck);

  for (guint i = 1; i < n_slides; i++) {
    ForeSlide *slide = fore_deck_get_slide (self->deck, i);
    guint first;

    if (fore_slide_get_is_vertical (slide))
      continue;
    fore_deck_get_lines (self->deck, i, &first, NULL);
    append_lines (self, first - 1, first - 1 + fore_slide_get_n_above (slide));
    return;
  }
  g_string_append (self->part, "---\n");
}

static void
append_slide (Part *self, guint index, gboolean is_first, gboolean starts_column)
{
  ForeSlide *slide = fore_deck_get_slide (self->deck, index);
  guint first, n_lines, n_above = fore_slide_get_n_above (slide);

  fore_deck_get_lines (self->deck, index, &first, &n_lines);
  first--;
  if (is_first) {
    append_lines (self, 0, fore_slide_get_n_above (fore_deck_get_slide (self->deck, 0)));
    append_lines (self, first + n_above, first + n_lines);
    return;
  }
  end_slide (self);
  if (starts_column && fore_slide_get_is_vertical (slide)) {
    append_separator (self);
    first += n_above;
    n_lines -= n_above;
  }
  append_lines (self, first, first + n_lines);
}

static GString *
choose_slides (ForeDeck *deck, GArray *slides)
{
  gsize length;
  const char *text = g_bytes_get_data (fore_deck_get_text (deck), &length);
  Part self = { deck, find_lines (text, length), text, g_string_sized_new (length) };
  guint column_before = 0;

  for (guint i = 0; i < slides->len; i++) {
    guint index = g_array_index (slides, guint, i);
    guint column;

    fore_deck_get_position (deck, index, &column, NULL);
    append_slide (&self, index, i == 0, i > 0 && column != column_before);
    column_before = column;
  }
  g_array_unref (self.starts);
  return self.part;
}

/* From the end, so that what is above stays where the deck knows it. */
static gboolean
remove_notes (GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

  for (guint i = fore_deck_get_n_slides (deck); i > 0; i--) {
    g_auto (ForeNotesEdit) edit = { 0 };

    if (fore_slide_get_notes (fore_deck_get_slide (deck, i - 1)) == NULL)
      continue;
    if (fore_deck_has_fixed_notes (deck, i - 1) ||
        !fore_deck_replace_notes (deck, i - 1, "", &edit))
      return FALSE;
    g_string_erase (text, (gssize) edit.at, (gssize) edit.removed);
    g_string_insert (text, (gssize) edit.at, edit.text);
  }
  return TRUE;
}

GBytes *
fore_deck_part_dup_text (ForeDeck *deck, GArray *slides, gboolean with_notes)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (slides != NULL, NULL);

  if (slides->len == fore_deck_get_n_slides (deck) && with_notes)
    return g_bytes_ref (fore_deck_get_text (deck));
  if (slides->len == fore_deck_get_n_slides (deck))
    text = g_string_new_len (g_bytes_get_data (fore_deck_get_text (deck), NULL),
                             (gssize) g_bytes_get_size (fore_deck_get_text (deck)));
  else
    text = choose_slides (deck, slides);
  if (!with_notes && !remove_notes (text))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
