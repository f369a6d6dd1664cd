/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-export-options.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * fore_export_preview_async:
 * @options: of which the first slide is shown
 *
 * Draws the first slide that would be exported, the way a picture of it is exported.
 */
void fore_export_preview_async (ForeDeck *deck,
                                ForeAssets *assets,
                                const ForeExportOptions *options,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_export_preview_finish:
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *fore_export_preview_finish (GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
