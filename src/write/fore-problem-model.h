/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-checker.h"
#include "fore-deck.h"
#include "fore-diagnostic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeProblem:
 *
 * One diagnostic of a deck, as an item of a list.
 *
 * Stays the same object for as long as the same thing is wrong in the same place, even if
 * lines are added above it. Property, with `notify`: `diagnostic` (ForeDiagnostic, read
 * only).
 */
#define FORE_TYPE_PROBLEM (fore_problem_get_type ())

G_DECLARE_FINAL_TYPE (ForeProblem, fore_problem, FORE, PROBLEM, GObject)

ForeDiagnostic *fore_problem_get_diagnostic (ForeProblem *self);

/**
 * ForeProblemModel:
 *
 * What there is to tell the author of a deck, as a [iface@Gio.ListModel] of
 * [class@Problem], by line. Items are made when they are asked for.
 *
 * Signal: `checked ()`: the deck, or what is known of it, is another one.
 */
#define FORE_TYPE_PROBLEM_MODEL (fore_problem_model_get_type ())

G_DECLARE_FINAL_TYPE (ForeProblemModel, fore_problem_model, FORE, PROBLEM_MODEL, GObject)

ForeProblemModel *fore_problem_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

void fore_problem_model_set_deck (ForeProblemModel *self, ForeDeck *deck);

/**
 * fore_problem_model_get_checker:
 *
 * Returns: (transfer none): what finds the problems; who tells it something calls
 *   fore_problem_model_check_again()
 */
ForeChecker *fore_problem_model_get_checker (ForeProblemModel *self);

/**
 * fore_problem_model_check_again:
 *
 * Lists what the checker finds now that it knows more.
 */
void fore_problem_model_check_again (ForeProblemModel *self);

/**
 * fore_problem_model_add_diagram:
 * @diagram: see fore_markup_get_diagrams()
 * @trouble: what a page said about it
 *
 * Lists a problem wherever a deck has that diagram.
 */
void fore_problem_model_add_diagram (ForeProblemModel *self,
                                     const char *diagram,
                                     const char *trouble);

/**
 * fore_problem_model_set_asset:
 * @address: see fore_assets_dup_name()
 * @trouble: (nullable): why it cannot be shown, a translated sentence; `NULL` if it can
 *
 * Lists a problem on each slide that names this address, or takes those away.
 */
void fore_problem_model_set_asset (ForeProblemModel *self,
                                   const char *address,
                                   const char *trouble);

/**
 * fore_problem_model_get_n_problems:
 * @least: the least #ForeSeverity that counts
 *
 * Returns: how many items there are that matter so much
 */
guint fore_problem_model_get_n_problems (ForeProblemModel *self, int least);

/**
 * fore_problem_model_get_deck:
 *
 * Returns: (transfer none) (nullable): the deck that the model shows
 */
ForeDeck *fore_problem_model_get_deck (ForeProblemModel *self);

/**
 * fore_problem_model_find_line:
 * @line: counted from 1
 *
 * Returns: the position of the first problem on @line or below; the number of problems if
 *   there is none
 */
guint fore_problem_model_find_line (ForeProblemModel *self, guint line);

/**
 * fore_problem_model_get_diagnostic:
 *
 * Returns: (transfer none) (nullable): the diagnostic at @position, without making an
 *   item; `NULL` past the end
 */
ForeDiagnostic *fore_problem_model_get_diagnostic (ForeProblemModel *self,
                                                   guint position);

G_END_DECLS
