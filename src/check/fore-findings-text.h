/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeFindingsForm:
 * @FORE_FINDINGS_PLAIN: a line for each: `file:line:column: severity: message [rule]`
 * @FORE_FINDINGS_JSON: an object with an array of them
 * @FORE_FINDINGS_SARIF: the Static Analysis Results Interchange Format, 2.1.0
 */
typedef enum {
  FORE_FINDINGS_PLAIN,
  FORE_FINDINGS_JSON,
  FORE_FINDINGS_SARIF,
} ForeFindingsForm;

/**
 * ForeFindingsReport:
 * @deck: what was checked
 * @name: what the user calls its file
 * @findings: (element-type ForeDiagnostic): what was found
 * @version: of the program
 * @measured: whether a page was asked
 *
 * What is to be told about a deck.
 */
typedef struct {
  ForeDeck *deck;
  const char *name;
  GPtrArray *findings;
  const char *version;
  gboolean measured;
} ForeFindingsReport;

/**
 * fore_findings_write:
 *
 * Returns: (transfer full): the findings as text, for people or machines
 */
char *fore_findings_write (const ForeFindingsReport *report,
                           ForeFindingsForm form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
