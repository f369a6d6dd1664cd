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
 * @update: the number of the last update that the page had got by then: @index is one of
 *   that deck
 * @n_moves: how often the user had moved by then
 *
 * Where a page stands.
 */
typedef struct {
  guint index;
  guint step;
  guint n_steps;
  guint update;
  guint n_moves;
} ForePlaceShown;

/**
 * ForePageUpdate:
 * @number: of this update, counted up
 * @mode: what the stage is for
 * @shown: (nullable): the deck that the page shows
 * @wanted: the deck that it should show
 * @index: the slide to show
 * @step: fragment steps to show
 * @n_moves: the last [struct@PlaceShown] `n_moves` that was heard of. If the user has
 *   moved since, the page stays where that led.
 * @version: of the assets, see fore_scheme_map()
 * @everything: send all slides, also those that did not change
 *
 * What a page should show.
 */
typedef struct {
  guint number;
  ForeStageMode mode;
  ForeDeck *shown;
  ForeDeck *wanted;
  guint index;
  guint step;
  guint n_moves;
  guint version;
  gboolean everything;
} ForePageUpdate;

/**
 * ForeBridgeHandlers:
 * @ready: the page can take orders
 * @moved: the user stepped to another place
 * @link: the user clicked on a link that leads out of the deck
 * @diagram: (nullable): a diagram (its kind, a line end and its source) cannot be read as
 * it should be
 * @progress: (nullable): a slide has been laid out
 *
 * What a page may say. The `user_data` is that of fore_bridge_listen().
 */
typedef struct {
  void (*ready) (gpointer user_data);
  void (*moved) (const ForePlaceShown *place, gpointer user_data);
  void (*link) (const char *uri, gpointer user_data);
  void (*diagram) (const char *diagram, const char *trouble, gpointer user_data);
  void (*progress) (gpointer user_data);
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
 * @update: (transfer none): need not live on
 *
 * Sends the difference of two decks and a place, and waits until that is painted.
 */
void fore_bridge_update_async (WebKitWebView *view,
                               const ForePageUpdate *update,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * fore_bridge_update_finish:
 * @place: (out): where the page stands now
 * @error: `WEBKIT_JAVASCRIPT_ERROR_SCRIPT_FAILED` or `FORE_ERROR_PAGE` if the page could
 *   not do it; anything else means that the page is gone
 */
gboolean fore_bridge_update_finish (WebKitWebView *view,
                                    GAsyncResult *result,
                                    ForePlaceShown *place,
                                    GError **error);

/**
 * ForePageLayout:
 * @slides: indices of slides, parted by blanks
 * @form: `plain`, `page` (notes on pages of their own), `below` (notes below each slide)
 *   or `handout`
 * @fit: what to do with slides that are larger than a page: `scale`, `continue`, `none`
 * @per_page: slides on a sheet of a handout: 2, 3, 4 or 6
 * @steps: whether each fragment step gets a sheet
 * @step: the only step to show, or -1
 * @slide_width: of the window that slides are laid out in, in CSS pixels
 * @slide_height: the same
 * @width: of a sheet, in CSS pixels
 * @height: of a sheet
 * @first: the number of the first sheet
 * @title: what stands below on sheets that have room for it
 * @notes: HTML: a `div data-slide="INDEX"` for each slide that has notes
 * @overlays: HTML: a `div data-slide="INDEX"` with an SVG element for each slide that
 *   something is drawn over
 *
 * How slides should be laid out on sheets.
 */
typedef struct {
  const char *slides;
  const char *form;
  const char *fit;
  guint per_page;
  gboolean steps;
  int step;
  double slide_width;
  double slide_height;
  guint width;
  guint height;
  guint first;
  const char *title;
  const char *notes;
  const char *overlays;
} ForePageLayout;

/**
 * fore_bridge_lay_out_async:
 * @layout: (transfer none): need not live on
 *
 * Lays slides out on sheets, in a page that was updated for %FORE_STAGE_PRINT.
 */
void fore_bridge_lay_out_async (WebKitWebView *view,
                                const ForePageLayout *layout,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_bridge_lay_out_finish:
 *
 * Returns: (transfer full) (nullable): what the page says about its sheets, in lines; see
 *   `layOut ()` in print.js
 */
char *
fore_bridge_lay_out_finish (WebKitWebView *view, GAsyncResult *result, GError **error);

/**
 * fore_bridge_measure_async:
 *
 * Asks the page how slides look; see fore_stage_measure_async().
 */
void fore_bridge_measure_async (WebKitWebView *view,
                                const char *slides,
                                const char *styles,
                                const char *fonts,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_bridge_measure_finish:
 *
 * Returns: (transfer full) (nullable): what the page said, in lines
 */
char *
fore_bridge_measure_finish (WebKitWebView *view, GAsyncResult *result, GError **error);

/**
 * fore_bridge_call:
 * @function: `next`, `previous` or `hurry`
 *
 * Tells the page to do something; nothing waits for it.
 */
void fore_bridge_call (WebKitWebView *view, const char *function);

G_END_DECLS
