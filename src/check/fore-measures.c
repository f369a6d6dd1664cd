/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-measures.h"

#include <string.h>

struct _ForeMeasures {
  GHashTable *slides;  /* of ForeSlideMeasure, by ForeSlide */
  GHashTable *answers; /* numbers, by question */
  guint64 surroundings;
};

static void
overflow_clear (gpointer data)
{
  ForeOverflow *self = data;

  g_free (self->element.tag);
  g_free (self->element.text);
}

static void
look_clear (gpointer data)
{
  ForeTextLook *self = data;

  g_free (self->element.tag);
  g_free (self->element.text);
}

static void
slide_measure_free (gpointer data)
{
  ForeSlideMeasure *self = data;

  g_array_unref (self->overflows);
  g_array_unref (self->looks);
  g_free (self);
}

static ForeSlideMeasure *
slide_measure_new (void)
{
  ForeSlideMeasure *self = g_new0 (ForeSlideMeasure, 1);

  self->overflows = g_array_new (FALSE, FALSE, sizeof (ForeOverflow));
  self->looks = g_array_new (FALSE, FALSE, sizeof (ForeTextLook));
  g_array_set_clear_func (self->overflows, overflow_clear);
  g_array_set_clear_func (self->looks, look_clear);

  return self;
}

ForeMeasures *
fore_measures_new (void)
{
  ForeMeasures *self = g_new0 (ForeMeasures, 1);

  self->slides = g_hash_table_new_full (NULL, NULL, g_object_unref, slide_measure_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
fore_measures_free (ForeMeasures *self)
{
  g_hash_table_unref (self->slides);
  g_hash_table_unref (self->answers);
  g_free (self);
}

void
fore_measures_forget_others (ForeMeasures *self, ForeDeck *deck, guint64 surroundings)
{
  GHashTable *kept;

  g_return_if_fail (self != NULL);
  g_return_if_fail (deck != NULL);

  kept = g_hash_table_new_full (NULL, NULL, g_object_unref, slide_measure_free);
  for (guint i = 0;
       surroundings == self->surroundings && i < fore_deck_get_n_slides (deck); i++) {
    gpointer slide, measure;

    if (g_hash_table_steal_extended (self->slides, fore_deck_get_slide (deck, i), &slide,
                                     &measure))
      g_hash_table_insert (kept, slide, measure);
  }
  g_hash_table_unref (self->slides);
  self->slides = kept;
  self->surroundings = surroundings;
}

/* --- reading what a page said --- */

static double
read_number (const char *word)
{
  double number = g_ascii_strtod (word, NULL);

  return number > -1e6 && number < 1e6 ? number : 0;
}

static ForeElement
read_element (char **words)
{
  double nth = read_number (words[1]);

  return (ForeElement){
    .tag = g_strdup (words[0]),
    .text = g_utf8_make_valid (words[2], -1),
    .nth = nth > 0 ? (guint) nth : 0,
  };
}

static void
read_overflow (ForeSlideMeasure *measure, char **words)
{
  double step = read_number (words[1]);
  ForeOverflow overflow = {
    .step = step > 0 ? (guint) step : 0,
    .left = read_number (words[2]),
    .top = read_number (words[3]),
    .right = read_number (words[4]),
    .bottom = read_number (words[5]),
    .is_clipped = g_str_equal (words[6], "1"),
    .element = read_element (words + 7),
  };

  g_array_append_val (measure->overflows, overflow);
}

static gboolean
read_colour (const char *word, double *colour)
{
  g_auto (GStrv) parts = g_strsplit (word, ",", 3);

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    colour[i] = CLAMP (read_number (parts[i]), 0, 255);

  return TRUE;
}

static void
read_look (ForeSlideMeasure *measure, char **words)
{
  ForeTextLook look = {
    .size = read_number (words[1]),
    .weight = read_number (words[2]),
  };

  if (!read_colour (words[3], look.colour))
    return;
  look.is_background_known = read_colour (words[4], look.background);
  look.element = read_element (words + 5);
  g_array_append_val (measure->looks, look);
}

static ForeSlideMeasure *
read_slide (ForeMeasures *self, ForeDeck *deck, const char *word)
{
  double index = read_number (word);
  ForeSlideMeasure *measure;
  ForeSlide *slide;

  if (index < 0 || index >= fore_deck_get_n_slides (deck))
    return NULL;
  slide = fore_deck_get_slide (deck, (guint) index);
  measure = slide_measure_new ();
  g_hash_table_replace (self->slides, g_object_ref (slide), measure);

  return measure;
}

static void
read_answer (ForeMeasures *self, char **words)
{
  char *question = g_strconcat (words[0], "\t", words[2], NULL);

  g_hash_table_replace (self->answers, question,
                        GUINT_TO_POINTER ((guint) read_number (words[1])));
}

void
fore_measures_add (ForeMeasures *self, ForeDeck *deck, const char *answer)
{
  g_auto (GStrv) lines = NULL;
  ForeSlideMeasure *measure = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (deck != NULL);
  g_return_if_fail (answer != NULL);

  lines = g_strsplit (answer, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) words = g_strsplit (*line, "\t", -1);
    guint n_words = g_strv_length (words);
    const char *kind = n_words > 0 ? words[0] : "";

    if (n_words == 2 && g_str_equal (kind, "slide"))
      measure = read_slide (self, deck, words[1]);
    else if (n_words == 10 && measure != NULL && g_str_equal (kind, "over"))
      read_overflow (measure, words);
    else if (n_words == 8 && measure != NULL && g_str_equal (kind, "text"))
      read_look (measure, words);
    else if (n_words == 3)
      read_answer (self, words);
  }
}

const ForeSlideMeasure *
fore_measures_get_slide (ForeMeasures *self, ForeSlide *slide)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->slides, slide);
}

gboolean
fore_measures_get_answer (ForeMeasures *self, const char *question, guint *answer)
{
  gpointer value;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->answers, question, NULL, &value))
    return FALSE;
  *answer = GPOINTER_TO_UINT (value);

  return TRUE;
}
