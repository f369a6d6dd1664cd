/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * ForeProblemGutter:
 *
 * Marks beside the lines that have problems: an icon for the worst of them, and all their
 * messages as its tooltip.
 */
#define FORE_TYPE_PROBLEM_GUTTER (fore_problem_gutter_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeProblemGutter, fore_problem_gutter, FORE, PROBLEM_GUTTER, GtkSourceGutterRenderer)

GtkSourceGutterRenderer *fore_problem_gutter_new (void);

void fore_problem_gutter_set_document (ForeProblemGutter *self, ForeDocument *document);

G_END_DECLS
