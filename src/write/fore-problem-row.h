/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-problem-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeProblemRow:
 *
 * A problem in the list of problems: severity, message, what can be done, slide and line.
 *
 * Action: `problem.fix (u)`, with one of the fixes. Signal: `fix (uint fix)`: it was
 * chosen.
 */
#define FORE_TYPE_PROBLEM_ROW (fore_problem_row_get_type ())

G_DECLARE_FINAL_TYPE (ForeProblemRow, fore_problem_row, FORE, PROBLEM_ROW, GtkWidget)

GtkWidget *fore_problem_row_new (void);

/**
 * fore_problem_row_set_problem:
 * @problem: (nullable): the problem to show
 * @model: (nullable): the model it is of, which knows the deck
 */
void fore_problem_row_set_problem (ForeProblemRow *self,
                                   ForeProblem *problem,
                                   ForeProblemModel *model);

/**
 * fore_problem_row_get_problem:
 *
 * Returns: (transfer none) (nullable): the problem that it shows
 */
ForeProblem *fore_problem_row_get_problem (ForeProblemRow *self);

G_END_DECLS
