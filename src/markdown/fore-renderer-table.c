/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-renderer-private.h"

#include <cmark-gfm-core-extensions.h>

void
fore_renderer_write_table (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (!entering && cmark_node_next (cmark_node_first_child (node)) != NULL)
    fore_renderer_end_block (self, "tbody");

  fore_renderer_write_container (self, "table", entering);
}

void
fore_renderer_write_table_row (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  gboolean is_header = cmark_gfm_extensions_get_table_row_is_header (node);
  cmark_node *before = cmark_node_previous (node);

  if (entering && is_header)
    fore_renderer_write_container (self, "thead", TRUE);
  else if (entering && cmark_gfm_extensions_get_table_row_is_header (before))
    fore_renderer_write_container (self, "tbody", TRUE);

  self->cell = 0;
  fore_renderer_write_container (self, "tr", entering);

  if (!entering && is_header)
    fore_renderer_write_container (self, "thead", FALSE);
}

void
fore_renderer_write_table_cell (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  cmark_node *row = cmark_node_parent (node);
  cmark_node *table = cmark_node_parent (row);
  const char *name = cmark_gfm_extensions_get_table_row_is_header (row) ? "th" : "td";
  const char *style = NULL;

  if (!entering) {
    fore_renderer_end_block (self, name);
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
