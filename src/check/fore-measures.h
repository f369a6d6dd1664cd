/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeElement:
 * @tag: its name, in lower case
 * @text: the first words in it; for a picture its address
 * @nth: how many like it stand before it on the slide
 *
 * An element of a page, as far as its source can be found by it.
 */
typedef struct {
  char *tag;
  char *text;
  guint nth;
} ForeElement;

/**
 * ForeOverflow:
 * @step: the fragment step with which it happens, 0 for none
 * @left: CSS pixels of the slide beyond that edge, 0 for none
 * @is_clipped: whether it is not the slide's edge but that of a box which shows only a
 *   part of what is in it, as that around code
 * @element: the first that is beyond
 *
 * How far something is out of sight.
 */
typedef struct {
  guint step;
  double left;
  double top;
  double right;
  double bottom;
  gboolean is_clipped;
  ForeElement element;
} ForeOverflow;

/**
 * ForeTextLook:
 * @size: of the font, in CSS pixels of the slide
 * @weight: of the font, 400 for most
 * @colour: red, green and blue, from 0 to 255, with what shines through it
 * @background: what is behind it, in the same way
 * @is_background_known: whether a colour is all there is behind it
 * @element: the first that looks like this
 *
 * How some text of a slide looks.
 */
typedef struct {
  double size;
  double weight;
  double colour[3];
  double background[3];
  gboolean is_background_known;
  ForeElement element;
} ForeTextLook;

/**
 * ForeSlideMeasure:
 * @overflows: (element-type ForeOverflow)
 * @looks: (element-type ForeTextLook)
 *
 * What a page said about one slide.
 */
typedef struct {
  GArray *overflows;
  GArray *looks;
} ForeSlideMeasure;

/**
 * ForeMeasures:
 *
 * What pages said about slides and styles, kept for as long as it is true.
 *
 * Pages measure; what it means is decided by the rules.
 */
typedef struct _ForeMeasures ForeMeasures;

ForeMeasures *fore_measures_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_measures_free (ForeMeasures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeMeasures, fore_measures_free)

/**
 * fore_measures_forget_others:
 * @surroundings: a digest of all that the look of a slide depends on besides the slide
 *
 * Forgets slides that are not in @deck, and all of them if @surroundings have changed.
 */
void
fore_measures_forget_others (ForeMeasures *self, ForeDeck *deck, guint64 surroundings);

/**
 * fore_measures_add:
 * @deck: what the page showed
 * @answer: what it said, in lines: see `measureSlides ()` in measure.js. What is not
 *   understood is left out
 */
void fore_measures_add (ForeMeasures *self, ForeDeck *deck, const char *answer);

/**
 * fore_measures_get_slide:
 *
 * Returns: (nullable): what is known of @slide, or `NULL` if it was not measured
 */
const ForeSlideMeasure *fore_measures_get_slide (ForeMeasures *self, ForeSlide *slide);

/**
 * fore_measures_get_answer:
 * @question: one that was put: `supports`, `matches` or `font`, a tab, and of what
 * @answer: (out): what was said
 *
 * Returns: whether there is an answer
 */
gboolean
fore_measures_get_answer (ForeMeasures *self, const char *question, guint *answer);

G_END_DECLS
