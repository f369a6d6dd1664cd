/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeAssetTroubles:
 *
 * What is wrong with pictures, films and fonts that pages asked for.
 *
 * It is kept by their addresses, and is true of each place that a deck names them in.
 */
typedef struct _ForeAssetTroubles ForeAssetTroubles;

ForeAssetTroubles *fore_asset_troubles_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_asset_troubles_free (ForeAssetTroubles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeAssetTroubles, fore_asset_troubles_free)

/**
 * fore_asset_troubles_set:
 * @address: see fore_assets_dup_name()
 * @trouble: (nullable): what is wrong, a translated sentence; `NULL` if nothing is
 *
 * Returns: whether that is new
 */
gboolean fore_asset_troubles_set (ForeAssetTroubles *self,
                                  const char *address,
                                  const char *trouble);

/**
 * fore_asset_troubles_append:
 * @diagnostics: (inout) (element-type ForeDiagnostic): one is added for each slide of
 *   @deck that names something known to be wrong, on the line where it first does
 */
void fore_asset_troubles_append (ForeAssetTroubles *self,
                                 ForeDeck *deck,
                                 GPtrArray *diagnostics);

G_END_DECLS
