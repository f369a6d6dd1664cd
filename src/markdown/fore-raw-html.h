/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-comment.h"
#include "fore-html.h"
#include "fore-nesting.h"
#include "fore-report.h"
#include "fore-summary.h"

G_BEGIN_DECLS

/* More tags than this in one slide are shown as text. */
#define FORE_RAW_HTML_MAX_TAGS 10000

/**
 * ForeRawMark:
 * @offset: where in the HTML the tag or comment starts
 * @line: the line of the text that it stands on
 * @attributes: (nullable) (element-type ForeAttribute): what an `.element` comment asks
 *   for
 * @css: (nullable): the content of a `style` element, which is empty in the HTML
 *
 * A tag or comment that an author wrote.
 */
typedef struct {
  gsize offset;
  guint line;
  GArray *attributes;
  char *css;
} ForeRawMark;

/**
 * ForeRawHtml:
 * @is_refused: whether all tags become text
 * @has_markup: whether there is something that only a parser of HTML can understand
 * @marks: (element-type ForeRawMark): tags and comments, by offset
 * @slide_attributes: (nullable) (element-type ForeAttribute): what `.slide:` comments ask
 *   for
 *
 * Reads the HTML that stands in Markdown, piece by piece, and passes on what an HTML
 * parser should see of it: tags of allowed elements and comments. All other tags become
 * text, as in HedgeDoc 1.x.
 *
 * This is for looks and speed only; what makes the result safe is fore_fragment_clean().
 */
typedef struct {
  gboolean is_refused;
  gboolean has_markup;
  GArray *marks;
  GArray *slide_attributes;

  /*< private >*/
  ForeHtml *html;
  ForeSummary *summary;
  ForeReport *report;
  ForeNesting nesting;
  guint svg_depth;
  guint n_tags;
} ForeRawHtml;

void fore_raw_html_init (ForeRawHtml *self,
                         ForeHtml *html,
                         ForeSummary *summary,
                         ForeReport *report);
void fore_raw_html_clear (ForeRawHtml *self);

/**
 * fore_raw_html_add:
 * @source: a piece of HTML, as it stands in Markdown
 * @line: the line that it starts on
 */
void fore_raw_html_add (ForeRawHtml *self, const char *source, gsize length, guint line);

/**
 * fore_raw_html_add_style:
 * @css: the content of a `style` element
 */
void
fore_raw_html_add_style (ForeRawHtml *self, const char *css, gsize length, guint line);

/**
 * fore_raw_html_is_in_svg:
 *
 * Returns: whether an `svg` is open
 */
gboolean fore_raw_html_is_in_svg (const ForeRawHtml *self);

/**
 * fore_raw_html_end_piece:
 *
 * Tells that the next thing is not raw HTML. Drawings end here.
 */
void fore_raw_html_end_piece (ForeRawHtml *self);

/**
 * fore_raw_html_end_block:
 *
 * Tells that a block of Markdown starts or ends here.
 */
void fore_raw_html_end_block (ForeRawHtml *self);

G_END_DECLS
