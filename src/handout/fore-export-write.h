/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-export-options.h"

G_BEGIN_DECLS

/**
 * ForeExportChoice:
 * @format: one that no page has to draw
 * @options: what all forms have in common
 * @with_notes: HTML: whether the speaker notes are in it
 * @with_fragments: HTML: whether slides build up
 * @with_source: HTML: whether the Markdown text is in it
 *
 * What to write of a deck.
 */
typedef struct {
  ForeExportFormat format;
  ForeExportOptions options;
  gboolean with_notes;
  gboolean with_fragments;
  gboolean with_source;
} ForeExportChoice;

/**
 * fore_export_format_is_drawn:
 *
 * Returns: whether slides have to be drawn for it, which is not done here
 */
gboolean fore_export_format_is_drawn (ForeExportFormat format);

/**
 * fore_export_write_async:
 * @file: (nullable): where to write: a file, or for `FORE_EXPORT_FOLDER` a folder; `NULL`
 *   to get the content of a form that is one file
 *
 * Writes a deck in one of the forms that need no page. What was there stays until all of
 * the new one is complete.
 */
void fore_export_write_async (ForeDeck *deck,
                              ForeAssets *assets,
                              const ForeExportChoice *choice,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * fore_export_write_finish:
 * @content: (out) (optional) (transfer full) (nullable): what was made, if it was not
 *   written
 * @missing: (out) (optional) (transfer full) (array zero-terminated=1): a sentence for
 *   each thing that is not in it
 */
gboolean fore_export_write_finish (GAsyncResult *result,
                                   GBytes **content,
                                   char ***missing,
                                   GError **error);

G_END_DECLS
