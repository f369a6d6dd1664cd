/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-emoji.h"
#include "fore-renderer-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
write_missing_emoji (ForeRenderer *self, const ForeEmoji *emoji)
{
  g_autofree char *text = g_strdup_printf (":%s:", emoji->name);

  fore_renderer_add_text (self, text);
  fore_report_add (&self->rendering->report, FORE_SEVERITY_INFO,
                   "emoji-without-character", self->line,
                   _ ("HedgeDoc draws “:%s:” as a picture of its own"), emoji->name);
}

static void
write_emoji (ForeRenderer *self, const ForeSpan *span, gboolean entering)
{
  const ForeEmoji *emoji = span->data;

  if (!entering || self->image_depth > 0)
    return;
  if (emoji->character == NULL) {
    write_missing_emoji (self, emoji);
    return;
  }

  fore_html_start_tag (self->html, "span");
  fore_html_add_attribute (self->html, "class", "emoji");
  fore_html_finish_tag (self->html);
  fore_html_add_text (self->html, emoji->character, strlen (emoji->character));
  fore_html_add_end_tag (self->html, "span");
  fore_summary_add_text (&self->rendering->summary, emoji->character,
                         strlen (emoji->character));
}

void
fore_renderer_write_extra_span (ForeRenderer *self,
                                const ForeSpan *span,
                                gboolean entering)
{
  switch (span->kind) {
  case FORE_SPAN_STRIKETHROUGH:
    fore_renderer_write_span (self, "s", entering);
    break;
  case FORE_SPAN_MARK:
    fore_renderer_write_span (self, "mark", entering);
    break;
  case FORE_SPAN_INSERTION:
    fore_renderer_write_span (self, "ins", entering);
    break;
  case FORE_SPAN_SUBSCRIPT:
    fore_renderer_write_span (self, "sub", entering);
    break;
  case FORE_SPAN_SUPERSCRIPT:
    fore_renderer_write_span (self, "sup", entering);
    break;
  case FORE_SPAN_EMOJI:
    write_emoji (self, span, entering);
    break;
  }
}
