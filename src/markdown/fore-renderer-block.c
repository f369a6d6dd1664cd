/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-remark.h"
#include "fore-renderer-private.h"
#include "fore-task.h"

static const char *const heading_names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

void
fore_renderer_mark_block (ForeRenderer *self, gboolean is_heading)
{
  fore_raw_html_end_block (&self->raw);
  fore_summary_start_block (&self->rendering->summary, is_heading);
}

void
fore_renderer_start_block (ForeRenderer *self, const char *name)
{
  fore_html_add_line_end (self->html);
  fore_html_add_tag (self->html, name);
  fore_renderer_mark_block (self, FALSE);
}

void
fore_renderer_start_block_of_class (ForeRenderer *self,
                                    const char *name,
                                    const char *class_name)
{
  fore_html_add_line_end (self->html);
  fore_html_start_tag (self->html, name);
  fore_html_add_attribute (self->html, "class", class_name);
  fore_html_finish_tag (self->html);
  fore_renderer_mark_block (self, FALSE);
}

void
fore_renderer_end_block (ForeRenderer *self, const char *name)
{
  fore_renderer_mark_block (self, FALSE);
  fore_html_add_end_tag (self->html, name);
  fore_html_add_line_end (self->html);
}

void
fore_renderer_write_container (ForeRenderer *self, const char *name, gboolean entering)
{
  if (entering) {
    fore_renderer_start_block (self, name);
    fore_html_add_line_end (self->html);
  } else {
    fore_renderer_end_block (self, name);
  }
}

void
fore_renderer_write_quote (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *colour = fore_remark_get_colour (node);
  g_autofree char *style = NULL;

  if (!entering || colour == NULL) {
    fore_renderer_write_container (self, "blockquote", entering);
    return;
  }

  style = g_strdup_printf ("border-left-color: %s;", colour);
  fore_html_add_line_end (self->html);
  fore_html_start_tag (self->html, "blockquote");
  fore_html_add_attribute (self->html, "style", style);
  fore_html_finish_tag (self->html);
  fore_html_add_line_end (self->html);
  fore_renderer_mark_block (self, FALSE);
}

void
fore_renderer_write_list (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  int start = cmark_node_get_list_start (node);
  char number[16];

  if (!entering || !ordered || start == 1) {
    fore_renderer_write_container (self, ordered ? "ol" : "ul", entering);
    return;
  }

  g_snprintf (number, sizeof number, "%d", start);
  fore_html_add_line_end (self->html);
  fore_html_start_tag (self->html, "ol");
  fore_html_add_attribute (self->html, "start", number);
  fore_html_finish_tag (self->html);
  fore_html_add_line_end (self->html);
  fore_renderer_mark_block (self, FALSE);
}

void
fore_renderer_write_item (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (entering && fore_task_get_state (node) != FORE_TASK_NONE)
    fore_renderer_start_block_of_class (self, "li", "task-list-item");
  else if (entering)
    fore_renderer_start_block (self, "li");
  else
    fore_renderer_end_block (self, "li");
}

static gboolean
is_in_tight_list (cmark_node *paragraph)
{
  cmark_node *item = cmark_node_parent (paragraph);
  cmark_node *list = item != NULL ? cmark_node_parent (item) : NULL;

  return list != NULL && cmark_node_get_type (list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight (list);
}

static gboolean
is_bare (ForeRenderer *self, cmark_node *paragraph)
{
  return is_in_tight_list (paragraph) ||
         fore_renderer_is_bare_in_definition (self, paragraph);
}

void
fore_renderer_break_paragraph (ForeRenderer *self, cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);

  if (self->paragraph_is_broken || cmark_node_get_type (parent) != CMARK_NODE_PARAGRAPH ||
      is_bare (self, parent))
    return;

  fore_renderer_end_block (self, "p");
  self->paragraph_is_broken = TRUE;
}

void
fore_renderer_write_paragraph (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (!entering)
    fore_renderer_end_note_paragraph (self, node);

  if (is_bare (self, node)) {
    fore_renderer_mark_block (self, FALSE);
  } else if (entering) {
    fore_renderer_start_block (self, "p");
  } else {
    /* The end of a paragraph that has ended before is an empty one. */
    if (self->paragraph_is_broken)
      fore_renderer_start_block (self, "p");
    fore_renderer_end_block (self, "p");
    self->paragraph_is_broken = FALSE;
  }
}

void
fore_renderer_write_heading (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *name = heading_names[cmark_node_get_heading_level (node) - 1];

  if (entering) {
    fore_renderer_start_block (self, name);
    fore_renderer_mark_block (self, TRUE);
  } else {
    fore_renderer_end_block (self, name);
  }
}

void
fore_renderer_write_rule (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  fore_html_add_line_end (self->html);
  fore_html_add_tag (self->html, "hr");
  fore_html_add_line_end (self->html);
}
