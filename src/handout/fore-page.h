/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-asset-set.h"
#include "fore-html-export.h"

G_BEGIN_DECLS

/* Beside a page: what is the program's, and what is the deck's. */
#define FORE_PAGE_PROGRAM_FOLDER "foredeck"
#define FORE_PAGE_ASSET_FOLDER "assets"

/**
 * ForePageContent:
 * @slides: (element-type guint): the indices of the slides to write, ascending
 * @source: (nullable): the text that the page shall carry
 *
 * All that a page is made of.
 */
typedef struct {
  ForeDeck *deck;
  GArray *slides;
  ForeAssetSet *assets;
  GBytes *source;
  const ForeHtmlOptions *options;
} ForePageContent;

/**
 * fore_page_assemble:
 * @files: (nullable) (element-type ForeTreeFile): gets what goes beside the page, but for
 *   the assets; `NULL` for a page that holds everything
 *
 * Puts slides, their assets, reveal.js, the theme and the fonts together to one page. May
 * be called in any thread.
 *
 * Returns: (transfer full): the page
 */
GBytes *fore_page_assemble (const ForePageContent *content,
                            GPtrArray *files) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
