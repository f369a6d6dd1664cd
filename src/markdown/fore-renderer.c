/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One walk over the document, without recursion: cmark's iterator enters and leaves each
 * node, and for both a function writes what belongs there. */

#include "fore-renderer.h"

#include "fore-dialect.h"
#include "fore-fence.h"

#include <cmark-gfm-core-extensions.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  ForeHtml *html;
  ForeRendering *rendering;
  const ForeDialect *dialect;
  ForeMarkupFlags flags;
  /* Inside of how many images: their content is only text, for `alt`. */
  guint image_depth;
  /* Of the table that is being written. */
  guint cell;
  /* The number after that of the last numbered line of code. */
  guint next_number;
  /* Where the innermost block starts, for diagnostics. */
  guint line;
} ForeRenderer;

static const char *const heading_names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

static void
add_text (ForeRenderer *self, const char *text)
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

static void
start_block (ForeRenderer *self, const char *name)
{
  fore_html_add_line_end (self->html);
  fore_html_add_tag (self->html, name);
  fore_summary_start_block (&self->rendering->summary, FALSE);
}

static void
end_block (ForeRenderer *self, const char *name)
{
  fore_html_add_end_tag (self->html, name);
  fore_html_add_line_end (self->html);
  fore_summary_start_block (&self->rendering->summary, FALSE);
}

/* A block that only holds other blocks. */
static void
write_container (ForeRenderer *self, const char *name, gboolean entering)
{
  if (entering) {
    start_block (self, name);
    fore_html_add_line_end (self->html);
  } else {
    end_block (self, name);
  }
}

static void
write_list (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  int start = cmark_node_get_list_start (node);

  if (!entering || !ordered || start == 1) {
    write_container (self, ordered ? "ol" : "ul", entering);
  } else {
    char number[16];

    g_snprintf (number, sizeof number, "%d", start);
    fore_html_add_line_end (self->html);
    fore_html_start_tag (self->html, "ol");
    fore_html_add_attribute (self->html, "start", number);
    fore_html_finish_tag (self->html);
    fore_html_add_line_end (self->html);
  }
}

static gboolean
is_in_tight_list (cmark_node *paragraph)
{
  cmark_node *item = cmark_node_parent (paragraph);
  cmark_node *list = item != NULL ? cmark_node_parent (item) : NULL;

  return list != NULL && cmark_node_get_type (list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight (list);
}

static void
write_paragraph (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (is_in_tight_list (node))
    fore_summary_start_block (&self->rendering->summary, FALSE);
  else if (entering)
    start_block (self, "p");
  else
    end_block (self, "p");
}

static void
write_heading (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *name = heading_names[cmark_node_get_heading_level (node) - 1];

  if (entering) {
    start_block (self, name);
    fore_summary_start_block (&self->rendering->summary, TRUE);
  } else {
    end_block (self, name);
  }
}

static void
add_code_class (ForeRenderer *self, const ForeFence *fence)
{
  if (fence->language_length == 0 && !fence->wrapped && !fence->numbered)
    return;

  fore_html_start_attribute (self->html, "class");
  if (fence->wrapped)
    fore_html_add_attribute_text (self->html, "wrap ", strlen ("wrap "));
  fore_html_add_attribute_text (self->html, fence->language, fence->language_length);
  fore_html_add_attribute_text (self->html, " hljs", strlen (" hljs"));
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
write_code_block (ForeRenderer *self, cmark_node *node)
{
  ForeFence fence = fore_fence_read (cmark_node_get_fence_info (node));
  const char *code = cmark_node_get_literal (node);
  gsize length = strlen (code);

  start_block (self, "pre");
  fore_html_start_tag (self->html, "code");
  add_code_class (self, &fence);
  fore_html_finish_tag (self->html);

  if (fence.numbered)
    add_gutter (self, &fence, code);
  fore_html_add_text (self->html, code, length);
  fore_summary_add_text (&self->rendering->summary, code, length);
  if (fence.numbered) {
    fore_html_add_end_tag (self->html, "div");
    fore_html_add_end_tag (self->html, "div");
  }

  fore_html_add_end_tag (self->html, "code");
  end_block (self, "pre");
}

static void
write_code (ForeRenderer *self, cmark_node *node)
{
  const char *code = cmark_node_get_literal (node);
  gsize length = strlen (code);

  if (self->image_depth > 0) {
    fore_html_add_attribute_text (self->html, code, length);
    return;
  }

  fore_html_add_tag (self->html, "code");
  fore_html_add_text (self->html, code, length);
  fore_html_add_end_tag (self->html, "code");
  fore_summary_add_text (&self->rendering->summary, code, length);
}

static void
write_break (ForeRenderer *self, gboolean hard)
{
  if (self->image_depth > 0) {
    fore_html_add_attribute_text (self->html, "\n", 1);
    return;
  }

  if (hard)
    fore_html_add_tag (self->html, "br");
  fore_html_add_text (self->html, "\n", 1);
  fore_summary_add_break (&self->rendering->summary);
}

static void
write_span (ForeRenderer *self, const char *name, gboolean entering)
{
  if (self->image_depth > 0)
    return;

  if (entering)
    fore_html_add_tag (self->html, name);
  else
    fore_html_add_end_tag (self->html, name);
}

static void
add_title (ForeRenderer *self, cmark_node *node)
{
  const char *title = cmark_node_get_title (node);

  if (title != NULL && title[0] != '\0')
    fore_html_add_attribute (self->html, "title", title);
}

/* The address of a link or picture, as an attribute, if it may stand in a page. */
static void
add_address (ForeRenderer *self, cmark_node *node, const char *name, ForeAddressUse use)
{
  const char *url = cmark_node_get_url (node);
  ForeAddressVerdict verdict;
  char *address = fore_address_clean (url, use, &verdict);

  if (verdict == FORE_ADDRESS_REFUSED)
    fore_report_add (&self->rendering->report, FORE_SEVERITY_WARNING, "address-removed",
                     self->line, _ ("“%s” is not an address that a deck may use"), url);
  else if (verdict == FORE_ADDRESS_BARE)
    fore_report_add (&self->rendering->report, FORE_SEVERITY_INFO,
                     "bare-relative-address", self->line,
                     _ ("HedgeDoc needs “./” before “%s”"), url);

  if (address != NULL)
    fore_html_add_address_attribute (self->html, name, use, address);
}

static void
write_link (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (self->image_depth > 0)
    return;

  if (!entering) {
    fore_html_add_end_tag (self->html, "a");
    return;
  }

  fore_html_start_tag (self->html, "a");
  add_address (self, node, "href", FORE_ADDRESS_LINK);
  add_title (self, node);
  fore_html_finish_tag (self->html);
}

static void
write_image (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (!entering)
    self->image_depth--;

  if (self->image_depth == 0 && entering) {
    fore_html_start_tag (self->html, "img");
    add_address (self, node, "src", FORE_ADDRESS_IMAGE);
    fore_html_start_attribute (self->html, "alt");
  } else if (self->image_depth == 0) {
    fore_html_finish_attribute (self->html);
    add_title (self, node);
    fore_html_finish_tag (self->html);
  }

  if (entering)
    self->image_depth++;
}

static void
write_table (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (!entering && cmark_node_next (cmark_node_first_child (node)) != NULL)
    end_block (self, "tbody");

  write_container (self, "table", entering);
}

static void
write_table_row (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  gboolean is_header = cmark_gfm_extensions_get_table_row_is_header (node);
  cmark_node *before = cmark_node_previous (node);

  if (entering && is_header)
    write_container (self, "thead", TRUE);
  else if (entering && cmark_gfm_extensions_get_table_row_is_header (before))
    write_container (self, "tbody", TRUE);

  self->cell = 0;
  write_container (self, "tr", entering);

  if (!entering && is_header)
    write_container (self, "thead", FALSE);
}

static void
write_table_cell (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  cmark_node *row = cmark_node_parent (node);
  cmark_node *table = cmark_node_parent (row);
  const char *name = cmark_gfm_extensions_get_table_row_is_header (row) ? "th" : "td";
  const char *style = NULL;

  if (!entering) {
    end_block (self, name);
    return;
  }

  if (self->cell < cmark_gfm_extensions_get_table_columns (table)) {
    switch (cmark_gfm_extensions_get_table_alignments (table)[self->cell]) {
    case 'l':
      style = "text-align:left";
      break;
    case 'c':
      style = "text-align:center";
      break;
    case 'r':
      style = "text-align:right";
      break;
    }
  }
  self->cell++;

  fore_html_start_tag (self->html, name);
  if (style != NULL)
    fore_html_add_attribute (self->html, "style", style);
  fore_html_finish_tag (self->html);
}

static void
write_extension_node (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == self->dialect->table_cell)
    write_table_cell (self, node, entering);
  else if (type == self->dialect->table_row)
    write_table_row (self, node, entering);
  else if (type == self->dialect->table)
    write_table (self, node, entering);
  else if (type == self->dialect->strikethrough)
    write_span (self, "s", entering);
  else
    g_assert_not_reached ();
}

static void
write_node (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  switch ((int) cmark_node_get_type (node)) {
  case CMARK_NODE_DOCUMENT:
    break;
  case CMARK_NODE_TEXT:
    add_text (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_PARAGRAPH:
    write_paragraph (self, node, entering);
    break;
  case CMARK_NODE_ITEM:
    if (entering)
      start_block (self, "li");
    else
      end_block (self, "li");
    break;
  case CMARK_NODE_LIST:
    write_list (self, node, entering);
    break;
  case CMARK_NODE_HEADING:
    write_heading (self, node, entering);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    write_container (self, "blockquote", entering);
    break;
  case CMARK_NODE_CODE_BLOCK:
    write_code_block (self, node);
    break;
  case CMARK_NODE_HTML_BLOCK:
    add_text (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    fore_html_add_line_end (self->html);
    fore_html_add_tag (self->html, "hr");
    fore_html_add_line_end (self->html);
    break;
  case CMARK_NODE_SOFTBREAK:
    write_break (self, (self->flags & FORE_MARKUP_HARD_BREAKS) != 0);
    break;
  case CMARK_NODE_LINEBREAK:
    write_break (self, TRUE);
    break;
  case CMARK_NODE_CODE:
    write_code (self, node);
    break;
  case CMARK_NODE_HTML_INLINE:
    add_text (self, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_EMPH:
    write_span (self, "em", entering);
    break;
  case CMARK_NODE_STRONG:
    write_span (self, "strong", entering);
    break;
  case CMARK_NODE_LINK:
    write_link (self, node, entering);
    break;
  case CMARK_NODE_IMAGE:
    write_image (self, node, entering);
    break;
  default:
    write_extension_node (self, node, entering);
  }
}

void
fore_renderer_render (cmark_node *document,
                      ForeMarkupFlags flags,
                      ForeRendering *rendering)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;
  ForeRenderer self = {
    .html = &rendering->html,
    .rendering = rendering,
    .dialect = fore_dialect_get (),
    .flags = flags,
    .next_number = 1,
    .line = 1,
  };

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    int line = cmark_node_get_start_line (node);

    if (line > 0)
      self.line = line;
    write_node (&self, node, event == CMARK_EVENT_ENTER);
  }
  fore_summary_start_block (&rendering->summary, FALSE);

  cmark_iter_free (iter);
}
