/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * ForePlaceShown:
 * @index: the slide
 * @step: fragment steps shown
 * @n_steps: fragment steps it has
 *
 * Where a page stands.
 */
typedef struct {
  guint index;
  guint step;
  guint n_steps;
} ForePlaceShown;

/**
 * ForeBridgeHandlers:
 * @ready: the page can take orders
 * @moved: the user stepped to another place
 * @link: the user clicked on a link that leads out of the deck
 *
 * What a page may say. The `user_data` is that of fore_bridge_listen().
 */
typedef struct {
  void (*ready) (gpointer user_data);
  void (*moved) (const ForePlaceShown *place, gpointer user_data);
  void (*link) (const char *uri, gpointer user_data);
} ForeBridgeHandlers;

/**
 * fore_bridge_listen:
 * @handlers: static
 * @owner: calls end when it is gone
 *
 * Starts to listen to the page in @view.
 */
void fore_bridge_listen (WebKitWebView *view,
                         const ForeBridgeHandlers *handlers,
                         GObject *owner);

/**
 * fore_bridge_update_async:
 * @mode: what the stage is for
 * @shown: (nullable): the deck that the page shows
 * @wanted: the deck that it should show
 * @index: the slide to show
 * @step: fragment steps to show
 *
 * Sends the difference of two decks and a place, and waits until that is painted.
 */
void fore_bridge_update_async (WebKitWebView *view,
                               ForeStageMode mode,
                               ForeDeck *shown,
                               ForeDeck *wanted,
                               guint index,
                               guint step,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * fore_bridge_update_finish:
 * @place: (out): where the page stands now
 */
gboolean fore_bridge_update_finish (WebKitWebView *view,
                                    GAsyncResult *result,
                                    ForePlaceShown *place,
                                    GError **error);

/**
 * fore_bridge_call:
 * @function: `next`, `previous` or `reloadAssets`
 *
 * Tells the page to do something; nothing waits for it.
 */
void fore_bridge_call (WebKitWebView *view, const char *function);

G_END_DECLS
