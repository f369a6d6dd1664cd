/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeReportWindow:
 *
 * How long the slides and sections of a talk took, beside what was planned and what they
 * took another time.
 *
 * Action: `report.write-timing`. Signal: `write-timing (ForeRun *run)`: the times of this
 * talk are wanted in the deck.
 */
#define FORE_TYPE_REPORT_WINDOW (fore_report_window_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeReportWindow, fore_report_window, FORE, REPORT_WINDOW, AdwWindow)

/**
 * fore_report_window_new:
 * @runs: (element-type ForeRun): at least one, the last talk first
 */
GtkWidget *fore_report_window_new (GtkWindow *parent, GPtrArray *runs);

G_END_DECLS
