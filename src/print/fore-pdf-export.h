/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-export-options.h"

G_BEGIN_DECLS

/**
 * fore_pdf_export_async:
 * @assets: where pictures and fonts of the deck come from
 * @options: need not live on, but for its `overlay_data`
 * @progress: (nullable): is told how many slides are done
 *
 * Makes a PDF document of a deck: vectors, text that can be searched, links, and an
 * outline. Needs a display, though not a window. Equal input gives equal bytes where
 * `SOURCE_DATE_EPOCH` is set.
 */
void fore_pdf_export_async (ForeDeck *deck,
                            ForeAssets *assets,
                            const ForeExportOptions *options,
                            ForeExportProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * fore_pdf_export_finish:
 * @messages: (out) (optional) (transfer full) (array zero-terminated=1): a translated
 *   sentence for each thing that is missing, and for each slide that is not on paper as
 *   it is on the screen; may be empty
 * @complete: (out) (optional): whether nothing is missing
 * @error: `G_OPTION_ERROR` if there are no such slides, `FORE_ERROR_INCOMPLETE` if
 *   something is missing and that was not wanted
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *fore_pdf_export_finish (GAsyncResult *result,
                                char ***messages,
                                gboolean *complete,
                                GError **error);

G_END_DECLS
