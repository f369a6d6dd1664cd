/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-rule.h"

#include <glib/gi18n.h>

static const ForeRule rules[] = {
  { "overflow", FORE_SEVERITY_WARNING, N_ ("Content beyond the edge of its slide"),
    TRUE },
  { "small-text", FORE_SEVERITY_WARNING, N_ ("Text too small for the last row"), TRUE },
  { "low-contrast", FORE_SEVERITY_WARNING,
    N_ ("Text that hardly stands out from what is behind it"), TRUE },
  { "unknown-contrast", FORE_SEVERITY_INFO,
    N_ ("Text on a picture, whose contrast nobody can tell"), TRUE },
  { "missing-font", FORE_SEVERITY_WARNING, N_ ("Fonts that this computer does not have"),
    TRUE },
  { "dropped-declaration", FORE_SEVERITY_WARNING, N_ ("CSS that has no effect"), TRUE },
  { "unmatched-selector", FORE_SEVERITY_INFO, N_ ("CSS that matches nothing"), TRUE },
  { "quoted-value", FORE_SEVERITY_WARNING, N_ ("CSS values in quotes"), FALSE },
  { "missing-picture", FORE_SEVERITY_ERROR, N_ ("Pictures and films that are not there"),
    FALSE },
  { "large-picture", FORE_SEVERITY_WARNING, N_ ("Pictures and films above 10 MB"),
    FALSE },
  { "remote-picture", FORE_SEVERITY_INFO, N_ ("Pictures that come from other hosts"),
    FALSE },
  { "missing-alt", FORE_SEVERITY_WARNING, N_ ("Pictures without a description"), FALSE },
  { "missing-slide", FORE_SEVERITY_WARNING, N_ ("Links to slides that are not there"),
    FALSE },
  { "missing-file", FORE_SEVERITY_WARNING, N_ ("Links to files that are not there"),
    FALSE },
  { "date-mismatch", FORE_SEVERITY_WARNING,
    N_ ("Title, file name and front matter with different dates"), FALSE },
  { "old-date", FORE_SEVERITY_INFO, N_ ("Dates before the date of the deck"), FALSE },
  { "duplicate-id", FORE_SEVERITY_WARNING, N_ ("Names that two elements have"), FALSE },
  { "empty-slide", FORE_SEVERITY_WARNING, N_ ("Slides with nothing on them"), FALSE },
  { "unclosed-element", FORE_SEVERITY_WARNING, N_ ("HTML elements without an end"),
    FALSE },
};

const ForeRule *
fore_rules_get (guint *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}

const ForeRule *
fore_rule_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    if (g_strcmp0 (rules[i].name, name) == 0)
      return &rules[i];
  }

  return NULL;
}
