/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeSeverity:
 * @FORE_SEVERITY_INFO: nothing is lost, but it is worth knowing: most often, HedgeDoc
 *   would show it otherwise
 * @FORE_SEVERITY_WARNING: something the author wrote has no effect
 * @FORE_SEVERITY_ERROR: something the author wrote could not be read
 *
 * How much a diagnostic matters.
 */
typedef enum {
  FORE_SEVERITY_INFO,
  FORE_SEVERITY_WARNING,
  FORE_SEVERITY_ERROR,
} ForeSeverity;

/**
 * ForeFixes:
 * @FORE_FIX_NONE: there is nothing that can be done by itself
 * @FORE_FIX_UNQUOTE: take away the quotes around a value
 * @FORE_FIX_DESCRIBE: make room for the description of a picture, and go there
 * @FORE_FIX_SPLIT: go on with the rest on a slide below
 * @FORE_FIX_COLUMNS: put what is below the heading into two columns
 * @FORE_FIX_SHRINK: make what is below the heading smaller by a tenth
 *
 * What can be done about a diagnostic by a change of the source; `src/check` knows how.
 */
typedef enum {
  FORE_FIX_NONE = 0,
  FORE_FIX_UNQUOTE = 1 << 0,
  FORE_FIX_DESCRIBE = 1 << 1,
  FORE_FIX_SPLIT = 1 << 2,
  FORE_FIX_COLUMNS = 1 << 3,
  FORE_FIX_SHRINK = 1 << 4,
} ForeFixes;

/**
 * ForeDiagnostic:
 *
 * One thing worth telling the author about a deck: where it is and what it is.
 *
 * Immutable, shared by reference, and safe to use from any thread.
 */
typedef struct _ForeDiagnostic ForeDiagnostic;

#define FORE_TYPE_DIAGNOSTIC (fore_diagnostic_get_type ())

GType fore_diagnostic_get_type (void) G_GNUC_CONST;

/**
 * fore_diagnostic_new:
 * @severity: how much it matters
 * @rule: its name for settings and machines, in kebab-case: `unknown-option`.
 *   Must be a static string.
 * @line: the line it stands on, counted from 1
 * @column: the character in that line, counted from 1, or 0 if not known
 * @format: a translated `printf` format: one sentence that says what was found and what
 *   to do
 *
 * Returns: (transfer full): a new diagnostic
 */
ForeDiagnostic *fore_diagnostic_new (ForeSeverity severity,
                                     const char *rule,
                                     guint line,
                                     guint column,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_diagnostic_add_fixes:
 * @self: (transfer full): a new one, that nobody else has yet
 *
 * Says what can be done about it.
 *
 * Returns: (transfer full): @self
 */
ForeDiagnostic *fore_diagnostic_add_fixes (ForeDiagnostic *self, ForeFixes fixes);

/**
 * fore_diagnostic_move:
 * @n_lines: how many lines further down
 *
 * Gives the same diagnostic for a text that starts @n_lines later.
 *
 * Returns: (transfer full): @self itself if @n_lines is 0
 */
ForeDiagnostic *fore_diagnostic_move (ForeDiagnostic *self,
                                      guint n_lines) G_GNUC_WARN_UNUSED_RESULT;

ForeDiagnostic *fore_diagnostic_ref (ForeDiagnostic *self);
void fore_diagnostic_unref (ForeDiagnostic *self);

ForeSeverity fore_diagnostic_get_severity (const ForeDiagnostic *self);
const char *fore_diagnostic_get_rule (const ForeDiagnostic *self);
guint fore_diagnostic_get_line (const ForeDiagnostic *self);
guint fore_diagnostic_get_column (const ForeDiagnostic *self);
const char *fore_diagnostic_get_message (const ForeDiagnostic *self);
ForeFixes fore_diagnostic_get_fixes (const ForeDiagnostic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeDiagnostic, fore_diagnostic_unref)

G_END_DECLS
