/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-diagnostic.h"

struct _ForeDiagnostic {
  gatomicrefcount references;
  ForeSeverity severity;
  guint line;
  guint column;
  ForeFixes fixes;
  const char *rule;
  char *message;
};

G_DEFINE_BOXED_TYPE (ForeDiagnostic,
                     fore_diagnostic,
                     fore_diagnostic_ref,
                     fore_diagnostic_unref)

static ForeDiagnostic *
diagnostic_take (
  ForeSeverity severity, const char *rule, guint line, guint column, char *message)
{
  ForeDiagnostic *self = g_new0 (ForeDiagnostic, 1);

  g_atomic_ref_count_init (&self->references);
  self->severity = severity;
  self->rule = rule;
  self->line = line;
  self->column = column;
  self->message = message;

  return self;
}

ForeDiagnostic *
fore_diagnostic_new (ForeSeverity severity,
                     const char *rule,
                     guint line,
                     guint column,
                     const char *format,
                     ...)
{
  va_list arguments;
  char *message;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (line > 0, NULL);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return diagnostic_take (severity, rule, line, column, message);
}

ForeDiagnostic *
fore_diagnostic_add_fixes (ForeDiagnostic *self, ForeFixes fixes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_atomic_ref_count_compare (&self->references, 1), self);

  self->fixes |= fixes;

  return self;
}

ForeDiagnostic *
fore_diagnostic_move (ForeDiagnostic *self, guint n_lines)
{
  ForeDiagnostic *moved;

  g_return_val_if_fail (self != NULL, NULL);

  if (n_lines == 0)
    return fore_diagnostic_ref (self);

  moved = diagnostic_take (self->severity, self->rule, self->line + n_lines, self->column,
                           g_strdup (self->message));
  return fore_diagnostic_add_fixes (moved, self->fixes);
}

ForeDiagnostic *
fore_diagnostic_ref (ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_diagnostic_unref (ForeDiagnostic *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->message);
  g_free (self);
}

ForeSeverity
fore_diagnostic_get_severity (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, FORE_SEVERITY_INFO);

  return self->severity;
}

const char *
fore_diagnostic_get_rule (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rule;
}

guint
fore_diagnostic_get_line (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->line;
}

guint
fore_diagnostic_get_column (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

const char *
fore_diagnostic_get_message (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

ForeFixes
fore_diagnostic_get_fixes (const ForeDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, FORE_FIX_NONE);

  return self->fixes;
}
