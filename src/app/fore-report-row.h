/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-run.h"

G_BEGIN_DECLS

/**
 * ForeReportRow:
 *
 * A line of the report of a talk: a section, or a slide. Immutable.
 */
#define FORE_TYPE_REPORT_ROW (fore_report_row_get_type ())

G_DECLARE_FINAL_TYPE (ForeReportRow, fore_report_row, FORE, REPORT_ROW, GObject)

/**
 * fore_report_rows_new:
 * @before: (nullable): an earlier talk to compare with
 *
 * Returns: (transfer full): the lines of the report of @run, each section above its
 * slides
 */
GListModel *fore_report_rows_new (const ForeRun *run,
                                  const ForeRun *before) G_GNUC_WARN_UNUSED_RESULT;

gboolean fore_report_row_get_is_section (ForeReportRow *self);

/* The texts of its cells; "" where there is nothing to say. */
const char *fore_report_row_get_number (ForeReportRow *self);
const char *fore_report_row_get_title (ForeReportRow *self);
const char *fore_report_row_get_time (ForeReportRow *self);
const char *fore_report_row_get_planned (ForeReportRow *self);
const char *fore_report_row_get_before (ForeReportRow *self);

/**
 * fore_report_format_time:
 *
 * Returns: (transfer full): `1:05` or `1:00:05`
 */
char *fore_report_format_time (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
