/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeHtmlOptions:
 * @title: (nullable): the document's title, or `NULL` for the deck's own
 * @with_notes: whether the speaker notes are in the file
 * @strict: whether an asset that cannot be had is an error
 *
 * How to write a deck as HTML.
 */
typedef struct {
  const char *title;
  gboolean with_notes;
  gboolean strict;
} ForeHtmlOptions;

/**
 * fore_html_export_async:
 * @assets: where pictures, films and fonts of the deck come from
 *
 * Makes one self-contained HTML file: reveal.js, the theme, the fonts that are used, and
 * all assets as `data:` addresses. Equal input gives equal bytes.
 */
void fore_html_export_async (ForeDeck *deck,
                             ForeAssets *assets,
                             const ForeHtmlOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * fore_html_export_finish:
 * @missing: (out) (optional) (transfer full) (array zero-terminated=1): one translated
 *   sentence for each asset that stays a link, with its reason; may be empty
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *fore_html_export_finish (GAsyncResult *result, char ***missing, GError **error);

G_END_DECLS
