/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeSteps:
 *
 * Counts the steps of a slide as reveal.js does: the elements of class `fragment` that
 * share a `data-fragment-index` are one step, and each of those without one is a step of
 * its own. An index that is no whole number from 0 up belongs to no step.
 */
typedef struct {
  /*< private >*/
  guint n_loose;
  GHashTable *indices;
} ForeSteps;

/**
 * fore_steps_add_attributes:
 * @attributes: ` name="value"` pairs
 *
 * Takes in an element of which there are only attributes.
 */
void fore_steps_add_attributes (ForeSteps *self, const char *attributes);

/**
 * fore_steps_add_html:
 * @html: clean HTML, as [struct@Html] writes it
 *
 * Takes in all elements.
 */
void fore_steps_add_html (ForeSteps *self, const char *html);

/**
 * fore_steps_finish:
 *
 * Returns: how many steps there are; @self is empty again
 */
guint fore_steps_finish (ForeSteps *self);

G_END_DECLS
