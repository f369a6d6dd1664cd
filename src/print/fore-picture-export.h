/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-export-options.h"

G_BEGIN_DECLS

/**
 * fore_picture_export_async:
 * @assets: where pictures and fonts of the deck come from
 * @options: need not live on, but for its `overlay_data`
 * @format: %FORE_EXPORT_PNG or %FORE_EXPORT_WEBP
 * @file: where to write. If there is more than one picture, their numbers are put in
 *   before the ending: `talk.png` becomes `talk-01.png`, `talk-02.png` and so on, and of
 *   single steps `talk-01-0.png`
 * @progress: (nullable): is told how many slides are done
 *
 * Writes pictures of slides, as the preview shows them, or one of all of them. Each file
 * is written whole or not at all. Needs a display, though not a window.
 */
void fore_picture_export_async (ForeDeck *deck,
                                ForeAssets *assets,
                                const ForeExportOptions *options,
                                ForeExportFormat format,
                                GFile *file,
                                ForeExportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_picture_export_finish:
 * @messages: (out) (optional) (transfer full) (array zero-terminated=1): a translated
 *   sentence for each thing that is missing, and for each slide that goes beyond its
 *   edges; may be empty
 * @complete: (out) (optional): whether nothing is missing
 *
 * Returns: how many files were written; 0 with @error set if it could not be done. Those
 *   that were written before then stay
 */
guint fore_picture_export_finish (GAsyncResult *result,
                                  char ***messages,
                                  gboolean *complete,
                                  GError **error);

G_END_DECLS
