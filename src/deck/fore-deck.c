/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-deck-private.h"

#include "fore-diagnostic.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (ForeDeck, fore_deck, fore_deck_ref, fore_deck_unref)

ForeDeck *
fore_deck_ref (ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_deck_unref (ForeDeck *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_slides; i++)
    g_object_unref (self->slides[i]);
  g_free (self->slides);
  g_free (self->places);
  g_free (self->definitions);
  g_clear_pointer (&self->source, fore_source_unref);
  g_clear_pointer (&self->front_matter, fore_front_matter_unref);
  g_free (self);
}

/* --- slides and where they stand
 * -------------------------------------------------------- */

guint
fore_deck_get_n_slides (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_slides;
}

guint
fore_deck_get_n_columns (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places[self->n_slides - 1].column + 1;
}

ForeSlide *
fore_deck_get_slide (const ForeDeck *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_slides, NULL);

  return self->slides[index];
}

/* The first slide whose column is at least @column, or the number of slides. */
static guint
find_column (const ForeDeck *self, guint column)
{
  guint low = 0, high = self->n_slides;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (self->places[middle].column < column)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

void
fore_deck_get_position (const ForeDeck *self, guint index, guint *column, guint *row)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->n_slides);

  if (column != NULL)
    *column = self->places[index].column;
  if (row != NULL)
    *row = index - find_column (self, self->places[index].column);
}

guint
fore_deck_get_n_rows (const ForeDeck *self, guint column)
{
  g_return_val_if_fail (self != NULL, 0);

  if (column >= fore_deck_get_n_columns (self))
    return 0;

  return find_column (self, column + 1) - find_column (self, column);
}

gboolean
fore_deck_find_position (const ForeDeck *self, guint column, guint row, guint *index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (row >= fore_deck_get_n_rows (self, column))
    return FALSE;
  if (index != NULL)
    *index = find_column (self, column) + row;

  return TRUE;
}

void
fore_deck_get_lines (const ForeDeck *self, guint index, guint *first, guint *n_lines)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->n_slides);

  if (first != NULL)
    *first = self->places[index].line;
  if (n_lines != NULL)
    *n_lines = fore_slide_get_n_lines (self->slides[index]);
}

guint
fore_deck_get_content_line (const ForeDeck *self, guint index)
{
  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (index < self->n_slides, 1);

  return self->places[index].line + fore_slide_get_content_line (self->slides[index]);
}

guint
fore_deck_find_line (const ForeDeck *self, guint line)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_slides;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (self->places[middle].line <= line)
      low = middle;
    else
      high = middle;
  }

  return low;
}

gboolean
fore_deck_find_id (const ForeDeck *self, const char *id, guint *index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_slides; i++) {
    ForeMarkup *markup = fore_slide_get_markup (self->slides[i]);

    if (g_strcmp0 (fore_markup_get_slide_attribute (markup, "id"), id) == 0) {
      if (index != NULL)
        *index = i;
      return TRUE;
    }
  }

  return FALSE;
}

guint
fore_deck_get_n_steps (const ForeDeck *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_slides, 0);

  if (!fore_options_get_fragments (self->front_matter->options))
    return 0;

  return fore_markup_get_n_steps (fore_slide_get_markup (self->slides[index]));
}

/* --- titles and other words
 * ------------------------------------------------------------- */

const char *
fore_deck_get_slide_title (const ForeDeck *self, guint index)
{
  const char *title;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_slides, NULL);

  title = fore_slide_get_own_title (self->slides[index]);
  if (title == NULL)
    title = fore_slide_get_own_title (
      self->slides[find_column (self, self->places[index].column)]);

  return title != NULL ? title : "";
}

const char *
fore_deck_get_title (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->front_matter->title != NULL && *self->front_matter->title != '\0')
    return self->front_matter->title;

  for (guint i = 0; i < self->n_slides; i++) {
    const char *heading =
      fore_markup_get_heading (fore_slide_get_markup (self->slides[i]));

    if (heading != NULL)
      return heading;
  }

  return NULL;
}

const char *
fore_deck_get_language (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->front_matter->language;
}

const char *
fore_deck_get_description (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->front_matter->description;
}

const char *const *
fore_deck_get_tags (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->front_matter->tags;
}

gboolean
fore_deck_is_right_to_left (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->front_matter->right_to_left;
}

gint64
fore_deck_get_duration (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->front_matter->duration > 0)
    return self->front_matter->duration;

  return (gint64) fore_options_get_total_time (self->front_matter->options);
}

ForeOptions *
fore_deck_get_options (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->front_matter->options;
}

GBytes *
fore_deck_get_text (const ForeDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return fore_source_get_text (self->source);
}

guint
fore_deck_get_n_words (const ForeDeck *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_slides; i++)
    n += fore_slide_get_n_words (self->slides[i]);

  return n;
}

/* --- what to tell the author
 * ------------------------------------------------------------ */

static void
add_source_diagnostics (const ForeDeck *self, GPtrArray *diagnostics)
{
  guint n_lines = fore_source_get_n_invalid_lines (self->source);

  if (n_lines > 0)
    g_ptr_array_add (
      diagnostics,
      fore_diagnostic_new (
        FORE_SEVERITY_WARNING, "invalid-utf-8",
        fore_source_get_first_invalid_line (self->source), 0,
        g_dngettext (
          GETTEXT_PACKAGE,
          "%u line holds bytes that are not UTF-8 text, shown as “\xef\xbf\xbd”. "
          "They are kept in the file as long as the line is not changed.",
          "%u lines hold bytes that are not UTF-8 text, shown as “\xef\xbf\xbd”. "
          "They are kept in the file as long as their lines are not changed.",
          n_lines),
        n_lines));
  if (fore_source_get_has_mark (self->source) && self->front_matter->content > 0)
    g_ptr_array_add (
      diagnostics,
      fore_diagnostic_new (
        FORE_SEVERITY_INFO, "byte-order-mark", 1, 0,
        _ (
          "The file starts with a byte order mark; HedgeDoc ignores its front matter.")));
  if (self->is_cut)
    g_ptr_array_add (diagnostics,
                     fore_diagnostic_new (
                       FORE_SEVERITY_ERROR, "too-large", self->cut_line, 0,
                       _ ("From here on nothing is shown: a deck may have %u slides and "
                          "%u MB. Split it into several files."),
                       FORE_DECK_MAX_SLIDES, FORE_DECK_MAX_BYTES / (1024 * 1024)));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint first = fore_diagnostic_get_line (*(ForeDiagnostic *const *) a);
  guint second = fore_diagnostic_get_line (*(ForeDiagnostic *const *) b);

  return (first > second) - (first < second);
}

GPtrArray *
fore_deck_dup_diagnostics (const ForeDeck *self)
{
  GPtrArray *diagnostics;

  g_return_val_if_fail (self != NULL, NULL);

  diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  add_source_diagnostics (self, diagnostics);
  for (guint i = 0; i < self->front_matter->diagnostics->len; i++)
    g_ptr_array_add (diagnostics, fore_diagnostic_ref (g_ptr_array_index (
                                    self->front_matter->diagnostics, i)));

  for (guint i = 0; i < self->n_slides; i++) {
    GPtrArray *own = fore_slide_get_diagnostics (self->slides[i]);

    for (guint j = 0; own != NULL && j < own->len; j++)
      g_ptr_array_add (diagnostics, fore_diagnostic_move (g_ptr_array_index (own, j),
                                                          self->places[i].line - 1));
  }
  /* A merge sort, so those of one line stay in order. */
  g_ptr_array_sort (diagnostics, compare_lines);

  return diagnostics;
}

guint
fore_deck_get_n_diagnostics (const ForeDeck *self, int least)
{
  g_autoptr (GPtrArray) own = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  add_source_diagnostics (self, own);
  g_ptr_array_extend (own, self->front_matter->diagnostics,
                      (GCopyFunc) (void (*) (void)) fore_diagnostic_ref, NULL);
  for (guint i = 0; i < own->len; i++)
    n += (int) fore_diagnostic_get_severity (g_ptr_array_index (own, i)) >= least;
  for (guint i = 0; i < self->n_slides; i++)
    n += fore_slide_get_n_diagnostics (self->slides[i], least);

  return n;
}

void
fore_deck_foreach_address (const ForeDeck *self, ForeAddressMap map, gpointer user_data)
{
  g_return_if_fail (self != NULL);

  fore_options_foreach_address (self->front_matter->options, map, user_data);
  for (guint i = 0; i < self->n_slides; i++) {
    ForeMarkup *notes = fore_slide_get_notes_markup (self->slides[i]);

    fore_markup_foreach_address (fore_slide_get_markup (self->slides[i]), map, user_data);
    if (notes != NULL)
      fore_markup_foreach_address (notes, map, user_data);
  }
}
