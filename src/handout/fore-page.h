/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-asset-set.h"
#include "fore-html-export.h"

G_BEGIN_DECLS

/**
 * fore_page_assemble:
 *
 * Puts a deck, its assets, reveal.js, the theme and the fonts together to one page. May
 * be called in any thread.
 *
 * Returns: (transfer full): the page
 */
GBytes *fore_page_assemble (ForeDeck *deck,
                            ForeAssetSet *assets,
                            const ForeHtmlOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
