/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One walk over the document, without recursion: cmark's iterator enters and leaves each
 * node, and for both a function writes what belongs there. */

#include "fore-renderer.h"

#include "fore-dialect.h"
#include "fore-fence.h"
#include "fore-fragment.h"
#include "fore-raw-html.h"
#include "fore-tag.h"

#include <cmark-gfm-core-extensions.h>
#include <glib/gi18n.h>
#include <string.h>

/* A slide with more HTML than this does not go through the HTML parser. */
#define CLEAN_MAX (8 * 1024 * 1024)

typedef struct {
  ForeHtml *html;
  ForeRendering *rendering;
  const ForeDialect *dialect;
  ForeMarkupFlags flags;
  ForeRawHtml raw;
  cmark_iter *iter;
  /* Inside of how many nodes. */
  guint depth;
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

/* A block of Markdown starts or ends. */
static void
mark_block (ForeRenderer *self, gboolean is_heading)
{
  fore_raw_html_end_block (&self->raw);
  fore_summary_start_block (&self->rendering->summary, is_heading);
}

static void
start_block (ForeRenderer *self, const char *name)
{
  fore_html_add_line_end (self->html);
  fore_html_add_tag (self->html, name);
  mark_block (self, FALSE);
}

static void
end_block (ForeRenderer *self, const char *name)
{
  mark_block (self, FALSE);
  fore_html_add_end_tag (self->html, name);
  fore_html_add_line_end (self->html);
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
    mark_block (self, FALSE);
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
    mark_block (self, TRUE);
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
add_code_to_summary (ForeRenderer *self, const char *code, gsize length)
{
  ForeSummary *summary = &self->rendering->summary;
  gsize first = strcspn (code, "\n");

  fore_summary_add_text (summary, code, first);
  fore_summary_add_break (summary);
  fore_summary_add_text (summary, code + first, length - first);
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
  add_code_to_summary (self, code, length);
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

  /* A drawing ends at a tag that is not its own. */
  if (hard && !fore_raw_html_is_in_svg (&self->raw))
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

static void
report_address (ForeRenderer *self, const char *url, ForeAddressVerdict verdict)
{
  ForeReport *report = &self->rendering->report;

  if (verdict == FORE_ADDRESS_REFUSED)
    fore_report_add (report, FORE_SEVERITY_WARNING, "address-removed", self->line,
                     _ ("“%s” is not an address that a deck may use"), url);
  else if (verdict == FORE_ADDRESS_BARE)
    fore_report_add (report, FORE_SEVERITY_INFO, "bare-relative-address", self->line,
                     _ ("HedgeDoc shows “%s” only with “./” before it"), url);
}

/* The address of a link or picture, as an attribute, if it may stand in a page. */
static void
add_address (ForeRenderer *self, cmark_node *node, const char *name, ForeAddressUse use)
{
  const char *url = cmark_node_get_url (node);
  ForeAddressVerdict verdict;
  char *address = fore_address_clean (url, use, &verdict);

  report_address (self, url, verdict);
  if (address != NULL)
    fore_html_add_address_attribute (self->html, name, use, address);
}

/* Markdown makes no link of an address that could run something: what the author wrote is
 * shown. Was it in angle brackets, the address is the text. */
static void
write_refused_link (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *url = cmark_node_get_url (node);
  cmark_node *child = cmark_node_first_child (node);
  gboolean is_automatic = child != NULL && child == cmark_node_last_child (node) &&
                          g_strcmp0 (cmark_node_get_literal (child), url) == 0;

  if (is_automatic) {
    add_text (self, entering ? "<" : ">");
  } else if (entering) {
    add_text (self, cmark_node_get_type (node) == CMARK_NODE_IMAGE ? "![" : "[");
  } else {
    add_text (self, "](");
    add_text (self, url);
    add_text (self, ")");
  }

  if (entering)
    report_address (self, url, FORE_ADDRESS_REFUSED);
}

static void
write_link (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (self->image_depth > 0)
    return;
  if (fore_address_is_active (cmark_node_get_url (node))) {
    write_refused_link (self, node, entering);
    return;
  }

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
  if (fore_address_is_active (cmark_node_get_url (node))) {
    if (self->image_depth == 0)
      write_refused_link (self, node, entering);
    return;
  }

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

/* The content of a `style` element in a paragraph, and the node of its end tag; NULL if
 * there is none. cmark has taken it for Markdown, but most of it is still text. */
static cmark_node *
find_inline_style_end (cmark_node *start, GString *css)
{
  for (cmark_node *node = cmark_node_next (start); node != NULL;
       node = cmark_node_next (node)) {
    const char *literal = cmark_node_get_literal (node);

    if (cmark_node_get_type (node) == CMARK_NODE_HTML_INLINE &&
        g_ascii_strncasecmp (literal, "</style", strlen ("</style")) == 0)
      return node;

    g_string_append (css, literal != NULL ? literal : "\n");
  }

  return NULL;
}

static gboolean
write_inline_style (ForeRenderer *self, cmark_node *start)
{
  g_autoptr (GString) css = g_string_new (NULL);
  cmark_node *end = find_inline_style_end (start, css);

  if (end == NULL || fore_tag_find_end_tag (css->str, css->str + css->len, "style"))
    return FALSE;

  fore_raw_html_add_style (&self->raw, css->str, css->len, self->line);
  cmark_iter_reset (self->iter, end, CMARK_EVENT_ENTER);

  return TRUE;
}

static void
write_html (ForeRenderer *self, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  gboolean is_style = g_ascii_strncasecmp (html, "<style", strlen ("<style")) == 0;

  if (self->image_depth > 0)
    return;
  if (cmark_node_get_type (node) == CMARK_NODE_HTML_INLINE && is_style &&
      write_inline_style (self, node))
    return;

  fore_raw_html_add (&self->raw, html, strlen (html), self->line);
}

static void
write_html_block (ForeRenderer *self, cmark_node *node)
{
  mark_block (self, FALSE);
  fore_html_add_line_end (self->html);
  write_html (self, node);
  fore_raw_html_end_piece (&self->raw);
  fore_html_add_line_end (self->html);
  mark_block (self, FALSE);
}

/* Ends a drawing where something stands that cannot be in it. */
static void
end_drawing (ForeRenderer *self, cmark_node *node)
{
  switch ((int) cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_HTML_INLINE:
    break;
  default:
    fore_raw_html_end_piece (&self->raw);
  }
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
    write_html_block (self, node);
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
    write_html (self, node);
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
    int line = cmark_node_get_start_line (node);
    gboolean is_leaf = is_leaf_type (node);
    gboolean entering = event == CMARK_EVENT_ENTER;

    if (line > 0)
      self->line = line;
    if (fore_raw_html_is_in_svg (&self->raw))
      end_drawing (self, node);

    if (!entering)
      self->depth--;
    if (is_leaf || self->depth < FORE_NESTING_MAX)
      write_node (self, node, entering);
    else
      self->raw.nesting.was_exceeded = TRUE;
    if (entering && !is_leaf)
      self->depth++;
  }
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

  fore_report_add (&rendering->report, FORE_SEVERITY_WARNING, "slide-too-large", 1,
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

  rendering->slide_attributes = g_steal_pointer (&self.raw.slide_attributes);
  fore_raw_html_clear (&self.raw);
}
