/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-diagnostic.h"

G_BEGIN_DECLS

/* More than this about one slide helps nobody. */
#define FORE_REPORT_MAX 100

/**
 * ForeReport:
 * @diagnostics: (nullable) (element-type ForeDiagnostic): what was found so far
 *
 * Diagnostics while they are collected.
 */
typedef struct {
  GPtrArray *diagnostics;
} ForeReport;

/**
 * fore_report_add:
 * @rule: a static string, see fore_diagnostic_new()
 * @line: the line of the text, counted from 1
 *
 * Adds a diagnostic, unless there are #FORE_REPORT_MAX already.
 */
void fore_report_add (ForeReport *self,
                      ForeSeverity severity,
                      const char *rule,
                      guint line,
                      const char *format,
                      ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
