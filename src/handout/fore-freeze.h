/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeFrozen:
 * @text: the deck's text, with other addresses
 * @files: (element-type ForeTreeFile): what lies in @folder, without its name
 * @folder: the name of the folder beside the deck
 * @missing: (element-type utf8): a sentence for each asset that could not be had, or
 *   whose address was not found, and so stays as it is
 *
 * A deck that needs no network any more.
 */
typedef struct {
  GBytes *text;
  GPtrArray *files;
  char *folder;
  GPtrArray *missing;
} ForeFrozen;

void fore_frozen_free (ForeFrozen *self);

/**
 * fore_freeze_async:
 * @folder: the name of a folder beside the deck that shall hold what it shows
 * @with_local: whether files beside the deck are taken too, for a deck that goes
 * elsewhere
 *
 * Loads what a deck shows from other hosts and replaces the addresses in its text, and
 * nothing else of it. Links stay links.
 */
void fore_freeze_async (ForeDeck *deck,
                        ForeAssets *assets,
                        const char *folder,
                        gboolean with_local,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

ForeFrozen *fore_freeze_finish (GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeFrozen, fore_frozen_free)

G_END_DECLS
