/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-renderer-private.h"

#include <string.h>

void
fore_renderer_add_text (ForeRenderer *self, const char *text)
{
  gsize length = strlen (text);

  if (self->image_depth > 0) {
    fore_html_add_attribute_text (self->html, text, length);
    return;
  }

  fore_html_add_text (self->html, text, length);
  fore_summary_add_text (&self->rendering->summary, text, length);
  if (!self->rendering->lacks_definitions && memchr (text, '[', length) != NULL)
    self->rendering->lacks_definitions = TRUE;
}

void
fore_renderer_write_text (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  fore_renderer_add_text (self, cmark_node_get_literal (node));
}

static void
write_break (ForeRenderer *self, gboolean hard)
{
  if (self->image_depth > 0) {
    fore_html_add_attribute_text (self->html, "\n", 1);
    return;
  }

  /* A drawing ends at a tag that is not its own. */
  if (hard && !fore_raw_html_is_in_svg (&self->raw))
    fore_html_add_tag (self->html, "br");
  fore_html_add_text (self->html, "\n", 1);
  fore_summary_add_break (&self->rendering->summary);
}

void
fore_renderer_write_soft_break (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  write_break (self, (self->flags & FORE_MARKUP_HARD_BREAKS) != 0);
}

void
fore_renderer_write_hard_break (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  write_break (self, TRUE);
}

void
fore_renderer_write_span (ForeRenderer *self, const char *name, gboolean entering)
{
  if (self->image_depth > 0)
    return;

  if (entering)
    fore_html_add_tag (self->html, name);
  else
    fore_html_add_end_tag (self->html, name);
}

void
fore_renderer_write_emphasis (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const ForeSpan *span = fore_span_get (node);

  if (span != NULL)
    fore_renderer_write_extra_span (self, node, span, entering);
  else
    fore_renderer_write_span (self, "em", entering);
}

void
fore_renderer_write_strong (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  fore_renderer_write_span (self, "strong", entering);
}
