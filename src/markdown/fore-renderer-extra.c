/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What CommonMark does not have. */

#include "fore-container.h"
#include "fore-embed.h"
#include "fore-emoji.h"
#include "fore-remark.h"
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

static void
start_tag_of_class (ForeRenderer *self, const char *name, const char *class_name)
{
  fore_html_start_tag (self->html, name);
  fore_html_add_attribute (self->html, "class", class_name);
}

static void
write_abbreviation (ForeRenderer *self, const ForeSpan *span, gboolean entering)
{
  if (self->image_depth > 0)
    return;
  if (!entering) {
    fore_html_add_end_tag (self->html, "abbr");
    return;
  }

  fore_html_start_tag (self->html, "abbr");
  fore_html_add_attribute (self->html, "title", span->data);
  fore_html_finish_tag (self->html);
}

/* A card that loads nothing: its link opens the page elsewhere. */
static void
write_embed (ForeRenderer *self, const ForeSpan *span)
{
  const char *value;
  const ForeEmbedKind *kind = fore_embed_read (span->data, &value);
  char *address = g_strconcat (kind->prefix, value, NULL);
  g_autofree char *text = g_strdup (address);

  start_tag_of_class (self, "div", kind->name);
  fore_html_add_attribute (self->html, kind->attribute, value);
  fore_html_finish_tag (self->html);
  fore_html_start_tag (self->html, "a");
  fore_html_add_address_attribute (self->html, "href", FORE_ADDRESS_LINK, address);
  fore_html_add_attribute (self->html, "title", text);
  fore_html_finish_tag (self->html);
  fore_renderer_add_text (self, kind->title);
  fore_html_add_end_tag (self->html, "a");
  fore_html_add_end_tag (self->html, "div");
}

static void
write_icon (ForeRenderer *self, const char *class_name)
{
  start_tag_of_class (self, "i", class_name);
  fore_html_finish_tag (self->html);
  fore_html_add_end_tag (self->html, "i");
  fore_html_add_text (self->html, " ", 1);
}

/* Either may be missing. */
static void
write_name_and_time (ForeRenderer *self, const char *name, const char *time)
{
  fore_html_add_tag (self->html, "small");
  if (name != NULL) {
    write_icon (self, "fa fa-user");
    fore_renderer_add_text (self, name);
  }
  if (name != NULL && time != NULL)
    fore_html_add_text (self->html, " ", 1);
  if (time != NULL) {
    write_icon (self, "fa fa-clock-o");
    fore_renderer_add_text (self, time);
  }
  fore_html_add_end_tag (self->html, "small");
}

static void
write_name (ForeRenderer *self, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\n", 2);

  write_name_and_time (self, parts[0], parts[0] != NULL ? parts[1] : NULL);
}

static gboolean
is_in_bullet_list (cmark_node *node)
{
  for (; node != NULL; node = cmark_node_parent (node)) {
    if (cmark_node_get_type (node) == CMARK_NODE_LIST &&
        cmark_node_get_list_type (node) == CMARK_BULLET_LIST)
      return TRUE;
  }

  return FALSE;
}

/* In a list it is an icon of that colour, in a quote it colours the line beside it. */
static void
write_colour (ForeRenderer *self, cmark_node *node, const char *colour)
{
  gboolean is_icon = is_in_bullet_list (node);

  start_tag_of_class (self, "span", is_icon ? "color fa fa-tag" : "color");
  fore_html_add_attribute (self->html, "data-color", colour);
  if (is_icon) {
    g_autofree char *value = fore_remark_read_colour (colour);
    g_autofree char *style = g_strdup_printf ("color: %s;", value);

    fore_html_add_attribute (self->html, "style", style);
  }
  fore_html_finish_tag (self->html);
  fore_html_add_end_tag (self->html, "span");
}

static void
write_checkbox (ForeRenderer *self, const ForeSpan *span)
{
  fore_html_start_tag (self->html, "input");
  fore_html_add_attribute (self->html, "type", "checkbox");
  fore_html_add_attribute (self->html, "class", "task-list-item-checkbox");
  if (span->data != NULL)
    fore_html_add_attribute (self->html, "checked", "");
  fore_html_add_attribute (self->html, "disabled", "");
  fore_html_finish_tag (self->html);
  fore_html_add_tag (self->html, "label");
  fore_html_add_end_tag (self->html, "label");
}

/* What has no content is written where it is entered. */
static void
write_leaf (ForeRenderer *self, cmark_node *node, const ForeSpan *span)
{
  if (self->image_depth > 0)
    return;

  switch (span->kind) {
  case FORE_SPAN_ESCAPED:
    fore_renderer_add_text (self, span->data);
    break;
  case FORE_SPAN_EMBED:
    fore_renderer_break_paragraph (self, node);
    write_embed (self, span);
    break;
  case FORE_SPAN_CONTENTS:
    fore_renderer_break_paragraph (self, node);
    start_tag_of_class (self, "div", "toc");
    fore_html_finish_tag (self->html);
    fore_html_add_end_tag (self->html, "div");
    break;
  case FORE_SPAN_CHECKBOX:
    write_checkbox (self, span);
    break;
  case FORE_SPAN_NAME:
    write_name (self, span->data);
    break;
  case FORE_SPAN_TIME:
    write_name_and_time (self, NULL, span->data);
    break;
  case FORE_SPAN_COLOUR:
    write_colour (self, node, span->data);
    break;
  default:
    break;
  }
}

static const char *const span_elements[] = {
  [FORE_SPAN_STRIKETHROUGH] = "s", [FORE_SPAN_MARK] = "mark",
  [FORE_SPAN_INSERTION] = "ins",   [FORE_SPAN_SUBSCRIPT] = "sub",
  [FORE_SPAN_SUPERSCRIPT] = "sup",
};

void
fore_renderer_write_extra_span (ForeRenderer *self,
                                cmark_node *node,
                                const ForeSpan *span,
                                gboolean entering)
{
  if (span->kind < G_N_ELEMENTS (span_elements))
    fore_renderer_write_span (self, span_elements[span->kind], entering);
  else if (span->kind == FORE_SPAN_EMOJI)
    write_emoji (self, span, entering);
  else if (span->kind == FORE_SPAN_ABBREVIATION)
    write_abbreviation (self, span, entering);
  else if (entering)
    write_leaf (self, node, span);
}

static void
start_spoiler (ForeRenderer *self, const char *title)
{
  fore_renderer_start_block_of_class (self, "details", "spoiler");
  fore_renderer_start_block (self, "summary");
  fore_renderer_add_text (self, title[0] != '\0' ? title : _ ("Details"));
  fore_renderer_end_block (self, "summary");
  fore_report_add (&self->rendering->report, FORE_SEVERITY_INFO, "spoiler", self->line,
                   _ ("HedgeDoc shows “:::spoiler” and what is in it as text; HackMD "
                      "knows it"));
}

void
fore_renderer_write_box (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *info = fore_container_get_info (node);
  const char *title = fore_container_get_spoiler_title (info);
  g_autofree char *class_name = NULL;

  if (!entering) {
    fore_renderer_end_block (self, title != NULL ? "details" : "div");
    return;
  }
  if (title != NULL) {
    start_spoiler (self, title);
    return;
  }

  class_name = g_strconcat ("alert alert-", info, NULL);
  fore_renderer_start_block_of_class (self, "div", class_name);
  fore_html_add_line_end (self->html);
}
