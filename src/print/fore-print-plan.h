/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-export-options.h"
#include "fore-print-job.h"

G_BEGIN_DECLS

/**
 * ForePrintPlan:
 *
 * How the slides of a deck go on sheets, as options want it.
 */
typedef struct _ForePrintPlan ForePrintPlan;

/**
 * fore_print_plan_new:
 * @options: has to live as long
 */
ForePrintPlan *fore_print_plan_new (ForeDeck *deck, const ForeExportOptions *options)
  G_GNUC_WARN_UNUSED_RESULT;

void fore_print_plan_free (ForePrintPlan *self);

/**
 * fore_print_plan_get_page_size:
 * @width: (out): of a page, in points
 * @height: (out): the same
 */
void
fore_print_plan_get_page_size (const ForePrintPlan *self, double *width, double *height);

/**
 * fore_print_plan_get_n_per_unit:
 *
 * Returns: how many slides to print in one go: so few that memory does not grow with the
 *   deck, and whole sheets
 */
guint fore_print_plan_get_n_per_unit (const ForePrintPlan *self);

/**
 * fore_print_plan_fill:
 * @layout: (inout): gets all that documents have in common; valid until the next call
 */
void fore_print_plan_fill (ForePrintPlan *self,
                           const ForePrintUnit *unit,
                           ForePageLayout *layout);

/**
 * fore_print_plan_fill_picture:
 * @layout: (inout): gets what a picture of one slide needs
 * @width: of the picture, in pixels
 */
void fore_print_plan_fill_picture (ForePrintPlan *self,
                                   const ForePrintUnit *unit,
                                   ForePageLayout *layout,
                                   guint width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForePrintPlan, fore_print_plan_free)

G_END_DECLS
