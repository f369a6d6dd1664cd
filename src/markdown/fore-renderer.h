/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-attributes.h"
#include "fore-html.h"
#include "fore-report.h"
#include "fore-summary.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/**
 * ForeRendering:
 * @html: the HTML
 * @summary: what it says
 * @report: what to tell the author
 * @lacks_definitions: whether there is a `[` in the text that is not part of a link
 * @slide_attributes: (nullable) (element-type ForeAttribute): what `.slide:` comments ask
 *   for
 * @wrapper_attributes: (nullable) (element-type ForeAttribute): what `.element` comments
 *   ask for that have no element but the one around the content
 * @diagrams: (nullable) (element-type ForeDiagram): what is left to be drawn
 * @islands: (nullable) (element-type GRefString): HTML that belongs into the holes of
 * @html
 * @island_texts: (nullable) (element-type utf8): what each of them says
 *
 * What comes of a document.
 */
typedef struct {
  ForeHtml html;
  ForeSummary summary;
  ForeReport report;
  gboolean lacks_definitions;
  GArray *slide_attributes;
  GArray *wrapper_attributes;
  GArray *diagrams;
  GPtrArray *islands;
  GPtrArray *island_texts;
} ForeRendering;

/**
 * fore_renderer_render:
 * @document: a document of fore_dialect_parse()
 * @rendering: (inout): where to write
 *
 * Writes a document as HedgeDoc 1.x writes slides.
 */
void fore_renderer_render (cmark_node *document,
                           ForeMarkupFlags flags,
                           ForeRendering *rendering);

G_END_DECLS
