/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Footnotes and definition lists. */

#include "fore-definition-list.h"
#include "fore-footnote.h"
#include "fore-renderer-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The name of a note or of a reference to it: `fn1`, `fnref1`, `fnref1:2`. */
static void
set_name (char *name, gsize size, const char *start, const ForeFootnote *footnote)
{
  if (footnote->reference > 0)
    g_snprintf (name, size, "%s%u:%u", start, footnote->number, footnote->reference);
  else
    g_snprintf (name, size, "%s%u", start, footnote->number);
}

static void
start_link (ForeRenderer *self, const char *target)
{
  char *address = g_strconcat ("#", target, NULL);

  fore_html_start_tag (self->html, "a");
  fore_html_add_address_attribute (self->html, "href", FORE_ADDRESS_LINK, address);
}

void
fore_renderer_write_footnote_reference (ForeRenderer *self,
                                        cmark_node *node,
                                        gboolean entering)
{
  const ForeFootnote *footnote = fore_footnote_get (node);
  char name[32], text[32];

  if (!entering || footnote == NULL || self->image_depth > 0)
    return;

  if (footnote->number == 1 && footnote->reference == 0)
    fore_report_add (
      &self->rendering->report, FORE_SEVERITY_INFO, "footnotes", self->line,
      _ ("HedgeDoc leaves code and formulas raw on a slide that has footnotes"));
  fore_html_start_tag (self->html, "sup");
  fore_html_add_attribute (self->html, "class", "footnote-ref");
  fore_html_finish_tag (self->html);
  g_snprintf (name, sizeof name, "fn%u", footnote->number);
  start_link (self, name);
  set_name (name, sizeof name, "fnref", footnote);
  fore_html_add_attribute (self->html, "id", name);
  fore_html_finish_tag (self->html);
  set_name (text, sizeof text, "[", footnote);
  fore_html_add_text (self->html, text, strlen (text));
  fore_html_add_text (self->html, "]", 1);
  fore_html_add_end_tag (self->html, "a");
  fore_html_add_end_tag (self->html, "sup");
}

/* A `section` here would make a stack of the slide. */
static void
start_notes (ForeRenderer *self)
{
  fore_html_add_line_end (self->html);
  fore_html_start_tag (self->html, "hr");
  fore_html_add_attribute (self->html, "class", "footnotes-sep");
  fore_html_finish_tag (self->html);
  fore_html_add_line_end (self->html);
  fore_renderer_start_block_of_class (self, "div", "footnotes");
  fore_html_add_line_end (self->html);
  fore_renderer_start_block_of_class (self, "ol", "footnotes-list");
  fore_html_add_line_end (self->html);
}

static void
write_links_back (ForeRenderer *self, const ForeFootnote *footnote)
{
  static const char arrow[] = "↩︎";

  for (guint i = 0; i < footnote->reference; i++) {
    ForeFootnote reference = { footnote->number, i };
    char name[32];

    set_name (name, sizeof name, "fnref", &reference);
    fore_html_add_text (self->html, " ", 1);
    start_link (self, name);
    fore_html_add_attribute (self->html, "class", "footnote-backref");
    fore_html_finish_tag (self->html);
    fore_html_add_text (self->html, arrow, strlen (arrow));
    fore_html_add_end_tag (self->html, "a");
  }
}

static gboolean
is_note (cmark_node *node)
{
  return node != NULL && cmark_node_get_type (node) == CMARK_NODE_FOOTNOTE_DEFINITION &&
         fore_footnote_get (node) != NULL;
}

void
fore_renderer_end_note_paragraph (ForeRenderer *self, cmark_node *paragraph)
{
  cmark_node *note = cmark_node_parent (paragraph);

  if (is_note (note) && cmark_node_next (paragraph) == NULL)
    write_links_back (self, fore_footnote_get (note));
}

void
fore_renderer_write_footnote (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const ForeFootnote *footnote = fore_footnote_get (node);
  cmark_node *last = cmark_node_last_child (node);
  char name[32];

  if (footnote == NULL)
    return;

  if (entering) {
    if (!is_note (cmark_node_previous (node)))
      start_notes (self);
    g_snprintf (name, sizeof name, "fn%u", footnote->number);
    fore_html_start_tag (self->html, "li");
    fore_html_add_attribute (self->html, "id", name);
    fore_html_add_attribute (self->html, "class", "footnote-item");
    fore_html_finish_tag (self->html);
    fore_renderer_mark_block (self, FALSE);
    return;
  }

  if (last == NULL || cmark_node_get_type (last) != CMARK_NODE_PARAGRAPH)
    write_links_back (self, footnote);
  fore_renderer_end_block (self, "li");
  if (!is_note (cmark_node_next (node))) {
    fore_renderer_end_block (self, "ol");
    fore_renderer_end_block (self, "div");
  }
}

void
fore_renderer_write_definition_list (ForeRenderer *self,
                                     cmark_node *node,
                                     gboolean entering)
{
  fore_renderer_write_container (self, "dl", entering);
}

void
fore_renderer_write_term (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (entering)
    fore_renderer_start_block (self, "dt");
  else
    fore_renderer_end_block (self, "dt");
}

void
fore_renderer_write_definition (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (entering)
    fore_renderer_start_block (self, "dd");
  else
    fore_renderer_end_block (self, "dd");
}

gboolean
fore_renderer_is_bare_in_definition (ForeRenderer *self, cmark_node *paragraph)
{
  cmark_node *parent = cmark_node_parent (paragraph);
  const ForeDefinitionTypes *types = &self->dialect->definitions;

  if (parent == NULL)
    return FALSE;
  if (cmark_node_get_type (parent) == types->term)
    return TRUE;

  return cmark_node_get_type (parent) == types->definition &&
         fore_definition_list_is_bare (paragraph);
}
