/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-report.h"

void
fore_report_add (ForeReport *self,
                 ForeSeverity severity,
                 const char *rule,
                 guint line,
                 const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->diagnostics == NULL)
    self->diagnostics =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  if (self->diagnostics->len >= FORE_REPORT_MAX)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->diagnostics,
                   fore_diagnostic_new (severity, rule, MAX (line, 1), 0, "%s", message));
}
