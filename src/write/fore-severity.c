/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-severity.h"

#include <glib/gi18n.h>

const char *
fore_severity_get_icon (ForeSeverity severity)
{
  switch (severity) {
  case FORE_SEVERITY_ERROR:
    return "dialog-error-symbolic";
  case FORE_SEVERITY_WARNING:
    return "dialog-warning-symbolic";
  default:
    return "dialog-information-symbolic";
  }
}

const char *
fore_severity_get_style (ForeSeverity severity)
{
  switch (severity) {
  case FORE_SEVERITY_ERROR:
    return "error";
  case FORE_SEVERITY_WARNING:
    return "warning";
  default:
    return "dim-label";
  }
}

const char *
fore_severity_get_name (ForeSeverity severity)
{
  switch (severity) {
  case FORE_SEVERITY_ERROR:
    return _ ("Error");
  case FORE_SEVERITY_WARNING:
    return _ ("Warning");
  default:
    return _ ("Note");
  }
}
