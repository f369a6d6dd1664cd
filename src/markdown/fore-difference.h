/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-report.h"

G_BEGIN_DECLS

/* Remarks on what is shown here and not in HedgeDoc 1.x, or otherwise. */

/**
 * fore_difference_report_element:
 * @name: an element in a deck, in lower case
 */
void fore_difference_report_element (ForeReport *report, const char *name, guint line);

/**
 * fore_difference_report_attribute:
 * @name: an attribute in a deck, in lower case
 */
void fore_difference_report_attribute (ForeReport *report,
                                       const char *name,
                                       const char *value,
                                       guint line);

/**
 * fore_difference_report_code:
 * @code: the content of a code block or span
 */
void fore_difference_report_code (ForeReport *report, const char *code, guint line);

/**
 * fore_difference_report_language:
 * @language: (array length=length): what a fence names
 */
void fore_difference_report_language (ForeReport *report,
                                      const char *language,
                                      gsize length,
                                      guint line);

G_END_DECLS
