/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-bridge.h"
#include "fore-deck.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForePrintPage:
 *
 * The page of the stage, without a window, laid out on sheets of paper.
 *
 * It does one thing at a time: load a deck, lay out some of its slides, and then print
 * the sheets or take a picture of them. If its process dies, what is under way ends with
 * `FORE_ERROR_PAGE`, and a deck can be loaded again.
 *
 * Signal `progress ()`: the page is at work. Something that takes long shows by it that
 * it does not hang.
 */
#define FORE_TYPE_PRINT_PAGE (fore_print_page_get_type ())

G_DECLARE_FINAL_TYPE (ForePrintPage, fore_print_page, FORE, PRINT_PAGE, GObject)

/**
 * fore_print_page_new:
 * @assets: what the deck may load
 *
 * Returns: (transfer full): a page; its process is on its way
 */
ForePrintPage *fore_print_page_new (ForeAssets *assets) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_print_page_load_async:
 *
 * Loads a deck, from the start.
 */
void fore_print_page_load_async (ForePrintPage *self,
                                 ForeDeck *deck,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

gboolean
fore_print_page_load_finish (ForePrintPage *self, GAsyncResult *result, GError **error);

/**
 * fore_print_page_lay_out_async:
 * @layout: need not live on
 *
 * Lays slides out on sheets, in place of those that were there.
 */
void fore_print_page_lay_out_async (ForePrintPage *self,
                                    const ForePageLayout *layout,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * fore_print_page_lay_out_finish:
 *
 * Returns: (transfer full) (nullable): what there is on the sheets; see
 *   fore_print_sheets_add()
 */
char *fore_print_page_lay_out_finish (ForePrintPage *self,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * fore_print_page_print_async:
 * @width: of a page, in points, which is what a CSS pixel becomes
 * @height: of a page
 *
 * Prints all sheets.
 */
void fore_print_page_print_async (ForePrintPage *self,
                                  double width,
                                  double height,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * fore_print_page_print_finish:
 *
 * Returns: (transfer full) (nullable): a PDF document
 */
GBytes *
fore_print_page_print_finish (ForePrintPage *self, GAsyncResult *result, GError **error);

/**
 * fore_print_page_snapshot_async:
 *
 * Takes a picture of all that is laid out.
 */
void fore_print_page_snapshot_async (ForePrintPage *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

GdkTexture *fore_print_page_snapshot_finish (ForePrintPage *self,
                                             GAsyncResult *result,
                                             GError **error);

/**
 * fore_print_page_give_up:
 *
 * Ends the page's process if it is doing something, which then ends with
 * `FORE_ERROR_PAGE`.
 */
void fore_print_page_give_up (ForePrintPage *self);

G_END_DECLS
