/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeViewMode:
 * @FORE_VIEW_SOURCE: the source alone
 * @FORE_VIEW_BOTH: source and preview beside each other
 * @FORE_VIEW_SLIDES: the preview alone
 *
 * What a window shows of a deck.
 */
typedef enum {
  FORE_VIEW_SOURCE,
  FORE_VIEW_BOTH,
  FORE_VIEW_SLIDES,
} ForeViewMode;

GType fore_view_mode_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_VIEW_MODE (fore_view_mode_get_type ())

/**
 * ForePage:
 *
 * Which one of the panes stands in a window that is too narrow for several.
 */
typedef enum {
  FORE_PAGE_LIST,
  FORE_PAGE_SOURCE,
  FORE_PAGE_PREVIEW,
} ForePage;

GType fore_page_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_PAGE (fore_page_get_type ())

G_END_DECLS
