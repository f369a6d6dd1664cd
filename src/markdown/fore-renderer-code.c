/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-difference.h"
#include "fore-fence.h"
#include "fore-highlight.h"
#include "fore-line-steps.h"
#include "fore-math.h"
#include "fore-renderer-private.h"

#include <string.h>

static void
add_code_class (ForeRenderer *self, const ForeFence *fence)
{
  if (fence->language_length == 0 && !fence->wrapped && !fence->numbered &&
      fence->steps == NULL)
    return;

  fore_html_start_attribute (self->html, "class");
  if (fence->wrapped)
    fore_html_add_attribute_text (self->html, "wrap ", strlen ("wrap "));
  fore_html_add_attribute_text (self->html, fence->language, fence->language_length);
  fore_html_add_attribute_text (self->html, " hljs", strlen (" hljs"));
  if (fence->steps != NULL && *fence->steps != '|')
    fore_html_add_attribute_text (self->html, " has-highlights",
                                  strlen (" has-highlights"));
  fore_html_finish_attribute (self->html);
  if (fence->steps == NULL)
    return;

  fore_html_start_attribute (self->html, "data-line-numbers");
  fore_html_add_attribute_text (self->html, fence->steps, fence->steps_length);
  fore_html_finish_attribute (self->html);
}

/* Numbers stand beside the code as attributes, so that copied code has none in it. */
static void
add_gutter (ForeRenderer *self, const ForeFence *fence, const char *code)
{
  guint number = fence->continued ? self->next_number : fence->first_number;

  fore_html_start_tag (self->html, "div");
  fore_html_add_attribute (self->html, "class", "wrapper");
  fore_html_finish_tag (self->html);
  fore_html_start_tag (self->html, "div");
  fore_html_add_attribute (self->html, "class",
                           fence->continued ? "gutter linenumber continue"
                                            : "gutter linenumber");
  fore_html_finish_tag (self->html);

  for (const char *at = strchr (code, '\n'); at != NULL; at = strchr (at + 1, '\n')) {
    char text[16];

    g_snprintf (text, sizeof text, "%u", number++);
    fore_html_start_tag (self->html, "span");
    fore_html_add_attribute (self->html, "data-linenumber", text);
    fore_html_finish_tag (self->html);
    fore_html_add_end_tag (self->html, "span");
    if (at[1] != '\0')
      fore_html_add_line_end (self->html);
  }
  self->next_number = number;

  fore_html_add_end_tag (self->html, "div");
  fore_html_start_tag (self->html, "div");
  fore_html_add_attribute (self->html, "class", "code");
  fore_html_finish_tag (self->html);
}

static void
add_code_to_summary (ForeRenderer *self, const char *code, gsize length)
{
  ForeSummary *summary = &self->rendering->summary;
  gsize first = strcspn (code, "\n");

  fore_summary_add_text (summary, code, first);
  fore_summary_add_break (summary);
  fore_summary_add_text (summary, code + first, length - first);
}

static GRefString *
put_into_lines (const ForeFence *fence, GRefString *coloured, const char *code)
{
  g_autofree char *plain = NULL;
  GRefString *lines;

  if (coloured == NULL)
    plain = g_markup_escape_text (code, -1);
  lines = fore_line_steps_write (fence->steps, fence->steps_length,
                                 coloured != NULL ? coloured : plain);
  g_clear_pointer (&coloured, g_ref_string_release);

  return lines;
}

static void
add_code (ForeRenderer *self, const ForeFence *fence, const char *code, gsize length)
{
  GRefString *coloured =
    fore_highlight (fence->language, fence->language_length, code, length);

  if (fence->steps != NULL && length <= FORE_HIGHLIGHT_MAX)
    coloured = put_into_lines (fence, coloured, code);

  if (coloured != NULL)
    fore_renderer_add_island (self, coloured, code, length);
  else
    fore_html_add_text (self->html, code, length);
}

void
fore_renderer_write_code_block (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  ForeFence fence = fore_fence_read (cmark_node_get_fence_info (node));
  ForeReport *report = &self->rendering->report;
  const char *code = cmark_node_get_literal (node);
  gsize length = strlen (code);

  if (fore_renderer_write_diagram (self, &fence, code))
    return;
  fore_difference_report_language (report, fence.language, fence.language_length,
                                   self->line);
  fore_difference_report_code (report, code, self->line);

  fore_renderer_start_block (self, "pre");
  fore_html_start_tag (self->html, "code");
  add_code_class (self, &fence);
  fore_html_finish_tag (self->html);

  if (fence.numbered)
    add_gutter (self, &fence, code);
  add_code (self, &fence, code, length);
  add_code_to_summary (self, code, length);
  if (fence.numbered) {
    fore_html_add_end_tag (self->html, "div");
    fore_html_add_end_tag (self->html, "div");
  }

  fore_html_add_end_tag (self->html, "code");
  fore_renderer_end_block (self, "pre");
}

void
fore_renderer_write_code (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *code = cmark_node_get_literal (node);
  gsize length = strlen (code);
  gboolean is_display;
  guint line;

  if (self->image_depth > 0) {
    fore_html_add_attribute_text (self->html, code, length);
    return;
  }

  if (fore_math_is_formula (node, &is_display, &line)) {
    fore_renderer_write_math (self, code, is_display, line);
    return;
  }

  fore_difference_report_code (&self->rendering->report, code, self->line);
  fore_html_add_tag (self->html, "code");
  fore_html_add_text (self->html, code, length);
  fore_html_add_end_tag (self->html, "code");
  fore_summary_add_text (&self->rendering->summary, code, length);
}
