/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One walk over the document, without recursion: cmark's iterator enters and leaves each
 * node, and for both a function writes what belongs there. */

#include "fore-renderer.h"

#include "fore-fragment.h"
#include "fore-renderer-private.h"

#include <glib/gi18n.h>

/* A slide with more HTML than this does not go through the HTML parser. */
#define CLEAN_MAX (4 * 1024 * 1024)

#define INDEX(type) ((type) &CMARK_NODE_VALUE_MASK)

static const ForeNodeWriter block_writers[] = {
  [INDEX (CMARK_NODE_BLOCK_QUOTE)] = fore_renderer_write_quote,
  [INDEX (CMARK_NODE_LIST)] = fore_renderer_write_list,
  [INDEX (CMARK_NODE_ITEM)] = fore_renderer_write_item,
  [INDEX (CMARK_NODE_CODE_BLOCK)] = fore_renderer_write_code_block,
  [INDEX (CMARK_NODE_HTML_BLOCK)] = fore_renderer_write_html_block,
  [INDEX (CMARK_NODE_PARAGRAPH)] = fore_renderer_write_paragraph,
  [INDEX (CMARK_NODE_HEADING)] = fore_renderer_write_heading,
  [INDEX (CMARK_NODE_THEMATIC_BREAK)] = fore_renderer_write_rule,
  [INDEX (CMARK_NODE_FOOTNOTE_DEFINITION)] = fore_renderer_write_footnote,
};

static const ForeNodeWriter inline_writers[] = {
  [INDEX (CMARK_NODE_TEXT)] = fore_renderer_write_text,
  [INDEX (CMARK_NODE_SOFTBREAK)] = fore_renderer_write_soft_break,
  [INDEX (CMARK_NODE_LINEBREAK)] = fore_renderer_write_hard_break,
  [INDEX (CMARK_NODE_CODE)] = fore_renderer_write_code,
  [INDEX (CMARK_NODE_HTML_INLINE)] = fore_renderer_write_html,
  [INDEX (CMARK_NODE_EMPH)] = fore_renderer_write_emphasis,
  [INDEX (CMARK_NODE_STRONG)] = fore_renderer_write_strong,
  [INDEX (CMARK_NODE_LINK)] = fore_renderer_write_link,
  [INDEX (CMARK_NODE_IMAGE)] = fore_renderer_write_image,
  [INDEX (CMARK_NODE_FOOTNOTE_REFERENCE)] = fore_renderer_write_footnote_reference,
};

/* Types whose numbers are known only when the program runs. */
static const struct {
  gsize type;
  ForeNodeWriter write_node;
} extension_writers[] = {
  { offsetof (ForeDialect, table_cell), fore_renderer_write_table_cell },
  { offsetof (ForeDialect, table_row), fore_renderer_write_table_row },
  { offsetof (ForeDialect, table), fore_renderer_write_table },
  { offsetof (ForeDialect, container), fore_renderer_write_box },
  { offsetof (ForeDialect, definitions.list), fore_renderer_write_definition_list },
  { offsetof (ForeDialect, definitions.term), fore_renderer_write_term },
  { offsetof (ForeDialect, definitions.definition), fore_renderer_write_definition },
};

static ForeNodeWriter
find_extension_writer (const ForeDialect *dialect, cmark_node_type type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (extension_writers); i++) {
    if (G_STRUCT_MEMBER (cmark_node_type, dialect, extension_writers[i].type) == type)
      return extension_writers[i].write_node;
  }

  return NULL;
}

/* NULL for a node that is only the sum of its children. */
static ForeNodeWriter
find_writer (const ForeDialect *dialect, cmark_node_type type)
{
  gsize index = INDEX (type);

  if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE &&
      index < G_N_ELEMENTS (inline_writers))
    return inline_writers[index];
  if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK &&
      index < G_N_ELEMENTS (block_writers))
    return block_writers[index];

  return find_extension_writer (dialect, type);
}

static gboolean
is_leaf_type (cmark_node *node)
{
  switch ((int) cmark_node_get_type (node)) {
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_THEMATIC_BREAK:
  case CMARK_NODE_CODE_BLOCK:
  case CMARK_NODE_TEXT:
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
  case CMARK_NODE_CODE:
  case CMARK_NODE_HTML_INLINE:
    return TRUE;
  default:
    return FALSE;
  }
}

/* What is nested too deep is not written, only what is in it. Leaves are always written:
 * of them the iterator does not tell that they are left. */
static void
walk (ForeRenderer *self)
{
  cmark_event_type event;

  while ((event = cmark_iter_next (self->iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (self->iter);
    ForeNodeWriter write_node = find_writer (self->dialect, cmark_node_get_type (node));
    int line = cmark_node_get_start_line (node);
    gboolean is_leaf = is_leaf_type (node);
    gboolean entering = event == CMARK_EVENT_ENTER;

    if (line > 0)
      self->line = line;
    fore_renderer_end_drawing (self, node);

    if (!entering)
      self->depth--;
    if (write_node != NULL && (is_leaf || self->depth < FORE_NESTING_MAX))
      write_node (self, node, entering);
    else if (write_node != NULL)
      self->raw.nesting.was_exceeded = TRUE;
    if (entering && !is_leaf)
      self->depth++;
  }
}

static void
release_island (gpointer island)
{
  g_ref_string_release (island);
}

void
fore_renderer_add_island (ForeRenderer *self,
                          GRefString *markup,
                          const char *text,
                          gsize length)
{
  ForeRendering *rendering = self->rendering;

  if (rendering->islands == NULL) {
    rendering->islands = g_ptr_array_new_with_free_func (release_island);
    rendering->island_texts = g_ptr_array_new_with_free_func (g_free);
  }
  fore_html_add_hole (self->html, rendering->islands->len);
  g_ptr_array_add (rendering->islands, markup);
  g_ptr_array_add (rendering->island_texts, g_strndup (text, length));
}

/* Writes the document. Returns whether its HTML has to be cleaned. */
static gboolean
render (ForeRenderer *self, cmark_node *document, gboolean with_html)
{
  self->raw.is_refused = !with_html;
  self->iter = cmark_iter_new (document);
  walk (self);
  cmark_iter_free (self->iter);

  fore_raw_html_end_piece (&self->raw);
  fore_summary_start_block (&self->rendering->summary, FALSE);
  if (self->raw.nesting.was_exceeded)
    fore_report_add (&self->rendering->report, FORE_SEVERITY_WARNING, "nested-too-deep",
                     1,
                     _ ("This slide is nested too deep, and parts of it were flattened"));

  return self->raw.has_markup;
}

/* Writes again what would take too long to clean, with tags as text. */
static void
render_without_html (ForeRenderer *self, cmark_node *document)
{
  ForeRendering *rendering = self->rendering;

  fore_report_add (&rendering->report, FORE_SEVERITY_WARNING, "html-too-large", 1,
                   _ ("This slide is so large that its HTML is shown as text"));
  fore_html_clear (self->html);
  fore_html_init (self->html, 0);
  fore_summary_clear (&rendering->summary);
  fore_raw_html_clear (&self->raw);
  fore_raw_html_init (&self->raw, self->html, &rendering->summary, &rendering->report);
  self->next_number = 1;
  render (self, document, FALSE);
}

void
fore_renderer_render (cmark_node *document,
                      ForeMarkupFlags flags,
                      ForeRendering *rendering)
{
  ForeRenderer self = {
    .html = &rendering->html,
    .rendering = rendering,
    .dialect = fore_dialect_get (),
    .flags = flags,
    .next_number = 1,
    .line = 1,
  };

  fore_raw_html_init (&self.raw, self.html, &rendering->summary, &rendering->report);
  if (render (&self, document, TRUE)) {
    if (self.html->markup->len > CLEAN_MAX)
      render_without_html (&self, document);
    else
      fore_fragment_clean (rendering, self.raw.marks);
  }

  if (rendering->islands != NULL)
    fore_html_fill (&rendering->html, rendering->islands);
  g_clear_pointer (&rendering->islands, g_ptr_array_unref);
  g_clear_pointer (&rendering->island_texts, g_ptr_array_unref);
  rendering->slide_attributes = g_steal_pointer (&self.raw.slide_attributes);
  fore_raw_html_clear (&self.raw);
}
