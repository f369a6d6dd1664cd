/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeFigures:
 *
 * A few figures, as tall as they are asked to be, without the room that other letters
 * would need above and below. Each figure is as wide as any other.
 */
#define FORE_TYPE_FIGURES (fore_figures_get_type ())

G_DECLARE_FINAL_TYPE (ForeFigures, fore_figures, FORE, FIGURES, GtkWidget)

GtkWidget *fore_figures_new (void);

/**
 * fore_figures_set_text:
 * @text: figures and what stands between them; it is also what assistive technologies say
 */
void fore_figures_set_text (ForeFigures *self, const char *text);
const char *fore_figures_get_text (ForeFigures *self);

/**
 * fore_figures_set_height:
 * @height: of the figures themselves, in pixels; at least 1
 */
void fore_figures_set_height (ForeFigures *self, int height);
int fore_figures_get_height (ForeFigures *self);

G_END_DECLS
