/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Drawing takes a page, so here the source is only marked as a diagram: whoever has a
 * page puts the drawing in its place, and without one it is still there to be read. */

#include "fore-renderer-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_one_of (const ForeFence *fence, const char *const *names)
{
  for (; *names != NULL; names++) {
    if (strlen (*names) == fence->language_length &&
        memcmp (*names, fence->language, fence->language_length) == 0)
      return TRUE;
  }

  return FALSE;
}

static void
report_not_drawn (ForeRenderer *self, const ForeFence *fence)
{
  static const char *const drawn_by_hedgedoc[] = { "flow", "sequence", NULL };
  static const char *const drawn_by_others[] = {
    "csvpreview", "fretboard", "geo", "markmap", "plantuml", "vega", NULL,
  };
  ForeReport *report = &self->rendering->report;
  g_autofree char *name = g_strndup (fence->language, fence->language_length);

  if (is_one_of (fence, drawn_by_hedgedoc))
    fore_report_add (report, FORE_SEVERITY_WARNING, "diagram-not-drawn", self->line,
                     _ ("“%s” diagrams are shown as their source. Mermaid can draw flow "
                        "charts and sequences."),
                     name);
  else if (is_one_of (fence, drawn_by_others))
    fore_report_add (report, FORE_SEVERITY_INFO, "diagram-not-drawn", self->line,
                     _ ("“%s” diagrams are shown as their source, as in HedgeDoc"), name);
}

static void
clear_diagram_cb (gpointer data)
{
  g_free (((ForeDiagram *) data)->text);
}

static void
note (ForeRenderer *self, const ForeFence *fence, const char *source)
{
  GArray **diagrams = &self->rendering->diagrams;
  ForeDiagram diagram = { self->line, NULL };

  if (*diagrams == NULL) {
    *diagrams = g_array_new (FALSE, FALSE, sizeof (ForeDiagram));
    g_array_set_clear_func (*diagrams, clear_diagram_cb);
  }
  diagram.text =
    g_strdup_printf ("%.*s\n%s", (int) fence->language_length, fence->language, source);
  g_array_append_val (*diagrams, diagram);
}

gboolean
fore_renderer_write_diagram (ForeRenderer *self,
                             const ForeFence *fence,
                             const char *source)
{
  static const char *const kinds[] = { "abc", "graphviz", "mermaid", NULL };
  gsize length = strlen (source);

  if (fence->language_length == 0)
    return FALSE;
  if (!is_one_of (fence, kinds)) {
    report_not_drawn (self, fence);
    return FALSE;
  }

  note (self, fence, source);
  fore_renderer_mark_block (self, FALSE);
  fore_html_add_line_end (self->html);
  fore_html_start_tag (self->html, "pre");
  fore_html_start_attribute (self->html, "class");
  fore_html_add_attribute_text (self->html, fence->language, fence->language_length);
  fore_html_finish_attribute (self->html);
  fore_html_start_attribute (self->html, "data-diagram");
  fore_html_add_attribute_text (self->html, fence->language, fence->language_length);
  fore_html_finish_attribute (self->html);
  fore_html_finish_tag (self->html);
  fore_html_add_tag (self->html, "code");
  fore_html_add_text (self->html, source, length);
  fore_html_add_end_tag (self->html, "code");
  fore_renderer_end_block (self, "pre");

  return TRUE;
}
