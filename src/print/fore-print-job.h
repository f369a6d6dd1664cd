/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-export-options.h"
#include "fore-print-page.h"
#include "fore-print-sheets.h"

G_BEGIN_DECLS

/* How long a page may be silent before it is taken for hung. */
#define FORE_PRINT_PATIENCE_SECONDS 30

/**
 * ForePrintUnit:
 * @slides: the slides
 * @n_slides: how many
 * @step: the only fragment step to show, or -1
 *
 * What is laid out and drawn in one go.
 */
typedef struct {
  const guint *slides;
  guint n_slides;
  int step;
} ForePrintUnit;

/**
 * ForePrintNext:
 * @error: (nullable) (transfer full): why the job has to end
 *
 * Lets a job go on. To be called once, in the main thread.
 */
typedef void (*ForePrintNext) (gpointer next_data, GError *error);

/**
 * ForePrintJob:
 * @page: the page that draws
 * @deck: the deck
 * @slides: (element-type guint): the slides to do
 * @sheets: where it is noted what came of them
 * @n_per_unit: how many slides are done in one go
 * @by_step: whether each fragment step of a slide is a unit by itself
 * @page_width: of a page, in points; 0 to take pictures of what is laid out
 * @page_height: of a page
 * @progress: (nullable): is told how many slides are done
 * @progress_data: what @progress is called with
 * @plan: says how to lay a unit out; what it puts into @layout has to live until it is
 *   called again
 * @drawn: gets what came of a unit: the `GBytes` of a PDF document, or a GdkTexture. The
 *   job waits until @drawn, or somebody in its stead, calls @next
 * @data: what @plan and @drawn are called with
 *
 * What to do with the slides of a deck.
 */
typedef struct {
  ForePrintPage *page;
  ForeDeck *deck;
  GArray *slides;
  ForePrintSheets *sheets;
  guint n_per_unit;
  gboolean by_step;
  double page_width;
  double page_height;
  ForeExportProgress progress;
  gpointer progress_data;
  void (*plan) (const ForePrintUnit *unit, ForePageLayout *layout, gpointer data);
  void (*drawn) (const ForePrintUnit *unit,
                 gpointer result,
                 ForePrintNext next,
                 gpointer next_data,
                 gpointer data);
  gpointer data;
} ForePrintJob;

/**
 * fore_print_job_run_async:
 * @job: need not live on, but what it points to has to
 *
 * Goes through slides. What the page does not survive is halved; a slide that it does not
 * survive by itself is left out and named.
 */
void fore_print_job_run_async (const ForePrintJob *job,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * fore_print_job_run_finish:
 *
 * Returns: whether at least one slide was drawn; else @error is set
 */
gboolean fore_print_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
