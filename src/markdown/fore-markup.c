/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-markup.h"

#include "fore-cost.h"
#include "fore-dialect.h"
#include "fore-drawing.h"
#include "fore-html.h"
#include "fore-reader.h"
#include "fore-renderer.h"
#include "fore-steps.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ForeMarkup {
  gatomicrefcount references;
  ForeHtml html;
  ForeHtml slide_html;
  ForeHtml wrapper_html;
  GArray *slide_attributes;
  GArray *diagrams;
  char *heading;
  char *first_text;
  guint n_words;
  guint n_steps;
  GPtrArray *diagnostics;
  gboolean lacks_definitions;
};

G_DEFINE_BOXED_TYPE (ForeMarkup, fore_markup, fore_markup_ref, fore_markup_unref)

static char *
finish_text (GString **text)
{
  GString *finished = g_steal_pointer (text);
  gboolean is_empty = finished == NULL || finished->len == 0;

  return finished != NULL ? g_string_free (finished, is_empty) : NULL;
}

/* `data-notes` is for the speaker; reveal.js would take it for HTML. */
static void
write_attributes (const GArray *attributes, ForeHtml *html, ForeReport *report)
{
  fore_html_init (html, 0);
  for (guint i = 0; attributes != NULL && i < attributes->len; i++) {
    ForeAttribute *attribute = &g_array_index (attributes, ForeAttribute, i);

    if (strcmp (attribute->name, "data-notes") != 0)
      fore_attribute_write (NULL, attribute->name, attribute->value, html, report, 1);
  }
  fore_html_trim (html);
}

static void
render_markdown (ForeRendering *rendering,
                 const char *text,
                 gsize length,
                 const char *definitions,
                 ForeMarkupFlags flags)
{
  cmark_node *document = fore_reader_read (text, length, definitions);

  fore_html_init (&rendering->html, length + length / 2);
  fore_renderer_render (document, flags, rendering);
  cmark_node_free (document);
}

/* What would take too long to parse or to draw is shown as it is written. */
static void
render_plain (ForeRendering *rendering,
              const char *text,
              gsize length,
              const char *reason)
{
  fore_report_add (&rendering->report, FORE_SEVERITY_WARNING, "slide-too-large", 1, "%s",
                   reason);
  fore_html_init (&rendering->html, length);
  fore_html_add_tag (&rendering->html, "pre");
  fore_html_add_text (&rendering->html, text, length);
  fore_html_add_end_tag (&rendering->html, "pre");
  fore_summary_add_text (&rendering->summary, text, length);
  fore_summary_start_block (&rendering->summary, FALSE);
}

static gboolean
has_large_drawing (const ForeHtml *html)
{
  return strstr (html->markup->str, "<use") != NULL &&
         fore_drawing_is_too_large (html->markup->str, html->markup->len);
}

static guint
count_steps (const ForeMarkup *self)
{
  ForeSteps steps = { 0 };

  fore_steps_add_attributes (&steps, self->wrapper_html.markup->str);
  fore_steps_add_html (&steps, self->html.markup->str);

  return fore_steps_finish (&steps);
}

ForeMarkup *
fore_markup_render (const char *text,
                    gsize length,
                    const char *definitions,
                    ForeMarkupFlags flags)
{
  ForeMarkup *self;
  ForeRendering rendering = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (text == NULL)
    text = "";
  if (fore_cost_is_bearable (text, length))
    render_markdown (&rendering, text, length, definitions, flags);
  else
    render_plain (&rendering, text, length,
                  _ ("This slide is too large to be read as Markdown, and is shown as it "
                     "is written"));
  if (has_large_drawing (&rendering.html)) {
    fore_html_clear (&rendering.html);
    render_plain (&rendering, text, length,
                  _ ("A drawing on this slide repeats its parts so often that it is too "
                     "large to show; the slide is shown as it is written"));
  }
  fore_html_trim (&rendering.html);

  self = g_new0 (ForeMarkup, 1);
  g_atomic_ref_count_init (&self->references);
  self->html = rendering.html;
  self->slide_attributes = rendering.slide_attributes;
  self->diagrams = rendering.diagrams;
  write_attributes (rendering.slide_attributes, &self->slide_html, &rendering.report);
  write_attributes (rendering.wrapper_attributes, &self->wrapper_html, &rendering.report);
  g_clear_pointer (&rendering.wrapper_attributes, g_array_unref);
  self->n_words = rendering.summary.n_words;
  self->n_steps = count_steps (self);
  self->heading = finish_text (&rendering.summary.heading);
  self->first_text = finish_text (&rendering.summary.first_text);
  self->diagnostics = rendering.report.diagnostics;
  self->lacks_definitions = rendering.lacks_definitions;

  return self;
}

ForeMarkup *
fore_markup_ref (ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_markup_unref (ForeMarkup *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  fore_html_clear (&self->html);
  fore_html_clear (&self->slide_html);
  fore_html_clear (&self->wrapper_html);
  g_clear_pointer (&self->slide_attributes, g_array_unref);
  g_clear_pointer (&self->diagrams, g_array_unref);
  g_free (self->heading);
  g_free (self->first_text);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self);
}

const char *
fore_markup_get_html (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->html.markup->str;
}

void
fore_markup_append_html (const ForeMarkup *self,
                         ForeAddressMap map,
                         gpointer user_data,
                         GString *html)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (html != NULL);

  fore_html_write (&self->html, map, user_data, html);
}

void
fore_markup_append_slide_attributes (const ForeMarkup *self,
                                     ForeAddressMap map,
                                     gpointer user_data,
                                     GString *html)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (html != NULL);

  fore_html_write (&self->slide_html, map, user_data, html);
}

void
fore_markup_append_wrapper_attributes (const ForeMarkup *self,
                                       ForeAddressMap map,
                                       gpointer user_data,
                                       GString *html)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (html != NULL);

  fore_html_write (&self->wrapper_html, map, user_data, html);
}

const char *
fore_markup_get_slide_attribute (const ForeMarkup *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return fore_attributes_get (self->slide_attributes, name);
}

const GArray *
fore_markup_get_diagrams (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagrams;
}

void
fore_markup_add_slide_attributes (ForeMarkup *self, const ForeMarkup *later)
{
  /* What is wrong with them has been said. */
  ForeReport report = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (later != NULL);

  if (later->slide_attributes == NULL)
    return;

  for (guint i = 0; i < later->slide_attributes->len; i++) {
    ForeAttribute *attribute = &g_array_index (later->slide_attributes, ForeAttribute, i);

    fore_attributes_set (&self->slide_attributes, attribute->name, attribute->value);
  }
  fore_html_clear (&self->slide_html);
  write_attributes (self->slide_attributes, &self->slide_html, &report);
  g_clear_pointer (&report.diagnostics, g_ptr_array_unref);
}

void
fore_markup_foreach_address (const ForeMarkup *self,
                             ForeAddressMap map,
                             gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (map != NULL);

  fore_html_foreach_address (&self->html, map, user_data);
  fore_html_foreach_address (&self->wrapper_html, map, user_data);
  fore_html_foreach_address (&self->slide_html, map, user_data);
}

const char *
fore_markup_get_heading (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->heading;
}

const char *
fore_markup_get_first_text (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->first_text;
}

guint
fore_markup_get_n_words (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

guint
fore_markup_get_n_steps (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_steps;
}

GPtrArray *
fore_markup_get_diagnostics (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

gboolean
fore_markup_get_lacks_definitions (const ForeMarkup *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->lacks_definitions;
}
