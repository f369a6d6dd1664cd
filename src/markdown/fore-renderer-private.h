/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-dialect.h"
#include "fore-fence.h"
#include "fore-raw-html.h"
#include "fore-renderer.h"
#include "fore-span.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/**
 * ForeRenderer:
 *
 * A document while it is written. Each family of nodes has a file of its own, in which a
 * function for each type of node writes what belongs where the node is entered and left.
 */
typedef struct _ForeRenderer ForeRenderer;

struct _ForeRenderer {
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
  /* Whether a block has ended the paragraph that is being written. */
  gboolean paragraph_is_broken;
  /* Of the table that is being written. */
  guint cell;
  /* The number after that of the last numbered line of code. */
  guint next_number;
  /* Where the innermost block starts, for diagnostics. */
  guint line;
};

/**
 * ForeNodeWriter:
 * @entering: whether the node is entered, else it is left; always for nodes that have no
 *   children
 */
typedef void (*ForeNodeWriter) (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_mark_block:
 * @is_heading: whether a heading starts here
 *
 * Tells everybody that text before and after this place does not hang together.
 */
void fore_renderer_mark_block (ForeRenderer *self, gboolean is_heading);
/* A block on lines of its own. */
void fore_renderer_start_block (ForeRenderer *self, const char *name);
void fore_renderer_start_block_of_class (ForeRenderer *self,
                                         const char *name,
                                         const char *class_name);
void fore_renderer_end_block (ForeRenderer *self, const char *name);
void
fore_renderer_write_container (ForeRenderer *self, const char *name, gboolean entering);

void
fore_renderer_write_heading (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_item (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_list (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_paragraph (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_quote (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_rule (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_add_island:
 * @markup: (transfer full): HTML that was made by somebody else, and has been checked
 * @text: what it says
 *
 * Adds HTML that goes past the cleaning. It must be complete, and be phrasing content.
 */
void fore_renderer_add_island (ForeRenderer *self,
                               GRefString *markup,
                               const char *text,
                               gsize length);
/* Footnotes and definition lists. */
void
fore_renderer_write_definition (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_definition_list (ForeRenderer *self,
                                          cmark_node *node,
                                          gboolean entering);
void
fore_renderer_write_footnote (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_footnote_reference (ForeRenderer *self,
                                             cmark_node *node,
                                             gboolean entering);
void fore_renderer_write_term (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_end_note_paragraph:
 *
 * Writes what stands at the end of @paragraph, if it is the last of a footnote.
 */
void fore_renderer_end_note_paragraph (ForeRenderer *self, cmark_node *paragraph);

/**
 * fore_renderer_is_bare_in_definition:
 *
 * Returns: whether @paragraph stands in a definition list that shows it as text only
 */
gboolean fore_renderer_is_bare_in_definition (ForeRenderer *self, cmark_node *paragraph);

/* Code. */
void fore_renderer_write_code (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_code_block (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_write_diagram:
 *
 * Writes a block of code as the diagram that it describes, or tells the author why it
 * stays code.
 *
 * Returns: whether it was written
 */
gboolean fore_renderer_write_diagram (ForeRenderer *self,
                                      const ForeFence *fence,
                                      const char *source);

/* A formula. */
void fore_renderer_write_math (ForeRenderer *self,
                               const char *source,
                               gboolean is_display,
                               guint line);

/* Tables. */
void fore_renderer_write_table (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_table_cell (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_table_row (ForeRenderer *self, cmark_node *node, gboolean entering);

/* Text and its emphasis. Inside of an image, text goes into its `alt` and tags nowhere.
 */
void fore_renderer_add_text (ForeRenderer *self, const char *text);
void fore_renderer_write_span (ForeRenderer *self, const char *name, gboolean entering);

void
fore_renderer_write_emphasis (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_hard_break (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_soft_break (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_strong (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_text (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_break_paragraph:
 * @node: a block that stands in a paragraph of Markdown
 *
 * Ends the paragraph, as a browser would.
 */
void fore_renderer_break_paragraph (ForeRenderer *self, cmark_node *node);

/* What CommonMark does not have. */
void fore_renderer_write_box (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_extra_span (ForeRenderer *self,
                                     cmark_node *node,
                                     const ForeSpan *span,
                                     gboolean entering);

/* Links and pictures. */
void fore_renderer_write_image (ForeRenderer *self, cmark_node *node, gboolean entering);
void fore_renderer_write_link (ForeRenderer *self, cmark_node *node, gboolean entering);

/* HTML. */
void fore_renderer_write_html (ForeRenderer *self, cmark_node *node, gboolean entering);
void
fore_renderer_write_html_block (ForeRenderer *self, cmark_node *node, gboolean entering);

/**
 * fore_renderer_end_drawing:
 *
 * Ends an `svg` that is open, if @node cannot stand in it.
 */
void fore_renderer_end_drawing (ForeRenderer *self, cmark_node *node);

G_END_DECLS
