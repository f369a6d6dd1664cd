/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-formula.h"
#include "fore-renderer-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What cannot be typeset is shown as it is written, so that it can be found and mended.
 */
static void
add_source (ForeRenderer *self, const char *source, gboolean is_display)
{
  const char *delimiter = is_display ? "$$" : "$";

  if (g_str_has_prefix (source, "\\begin{"))
    delimiter = "";

  fore_html_start_tag (self->html, "span");
  fore_html_add_attribute (self->html, "class", "math-error");
  fore_html_finish_tag (self->html);
  fore_html_add_text (self->html, delimiter, strlen (delimiter));
  fore_html_add_text (self->html, source, strlen (source));
  fore_html_add_text (self->html, delimiter, strlen (delimiter));
  fore_html_add_end_tag (self->html, "span");
}

static void
report (ForeRenderer *self, guint line, const char *error)
{
  ForeReport *report = &self->rendering->report;

  if (error != NULL)
    fore_report_add (report, FORE_SEVERITY_ERROR, "formula", line,
                     _ ("This formula cannot be read: %s"), error);
  else
    fore_report_add (report, FORE_SEVERITY_ERROR, "formula", line,
                     _ ("This formula is too long or too deep to be typeset"));
}

void
fore_renderer_write_math (ForeRenderer *self,
                          const char *source,
                          gboolean is_display,
                          guint line)
{
  g_autofree char *error = NULL;
  gsize length = strlen (source);
  GRefString *typeset = fore_formula_typeset (source, is_display, &error);

  fore_html_start_tag (self->html, "span");
  fore_html_add_attribute (self->html, "class", "mathjax");
  fore_html_finish_tag (self->html);
  if (typeset != NULL) {
    fore_renderer_add_island (self, typeset, source, length);
  } else {
    add_source (self, source, is_display);
    report (self, line, error);
  }
  fore_html_add_end_tag (self->html, "span");
  fore_summary_add_text (&self->rendering->summary, source, length);
}
