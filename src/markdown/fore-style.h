/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-html.h"

G_BEGIN_DECLS

/**
 * ForeStyleFinds:
 * @FORE_STYLE_IMPORT: an `@import` was left out
 * @FORE_STYLE_ADDRESS: an address was taken out
 * @FORE_STYLE_PROGRAM: something that old browsers run was taken out
 *
 * What was not kept of a style.
 */
typedef enum {
  FORE_STYLE_IMPORT = 1 << 0,
  FORE_STYLE_ADDRESS = 1 << 1,
  FORE_STYLE_PROGRAM = 1 << 2,
} ForeStyleFinds;

/**
 * ForeStylePlace:
 * @FORE_STYLE_SHEET: the content of a `style` element
 * @FORE_STYLE_DECLARATIONS: the value of a `style` attribute, or a part of one
 * @FORE_STYLE_LOCAL: a value that may only refer to the same drawing: `url(#name)`
 *
 * Where a style stands.
 */
typedef enum {
  FORE_STYLE_SHEET,
  FORE_STYLE_DECLARATIONS,
  FORE_STYLE_LOCAL,
} ForeStylePlace;

/**
 * fore_style_clean:
 * @css: CSS, valid UTF-8
 * @html: (inout): where to write
 *
 * Writes CSS without what must not stand in a page, and remembers the addresses in it.
 * What is kept stays as the author wrote it.
 *
 * Returns: what was not kept
 */
ForeStyleFinds
fore_style_clean (const char *css, gsize length, ForeStylePlace place, ForeHtml *html);

G_END_DECLS
