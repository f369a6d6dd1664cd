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
 * @slides: (nullable): which slides, as in `3-7,9`, counted from 1; `NULL` for all
 * @with_hidden: whether slides that the deck hides are in the file
 * @without_fragments: whether all of a slide is there at once
 * @without_source: whether the Markdown text is left out; else it is in the file, as far
 *   as its slides and notes are
 *
 * How to write a deck as HTML.
 */
typedef struct {
  const char *title;
  gboolean with_notes;
  gboolean strict;
  const char *slides;
  gboolean with_hidden;
  gboolean without_fragments;
  gboolean without_source;
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

/**
 * fore_html_export_folder_async:
 *
 * The same, with `index.html` made to be read and all else in files beside it.
 */
void fore_html_export_folder_async (ForeDeck *deck,
                                    ForeAssets *assets,
                                    const ForeHtmlOptions *options,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * fore_html_export_folder_finish:
 * @missing: (out) (optional) (transfer full) (array zero-terminated=1): as in
 *   fore_html_export_finish()
 *
 * Returns: (transfer full) (nullable) (element-type ForeTreeFile): all files of the
 *   folder
 */
GPtrArray *
fore_html_export_folder_finish (GAsyncResult *result, char ***missing, GError **error);

/**
 * fore_html_export_is_folder:
 * @path: a folder
 *
 * Returns: whether it holds an exported deck and nothing else, so that it may be replaced
 */
gboolean fore_html_export_is_folder (const char *path);

G_END_DECLS
