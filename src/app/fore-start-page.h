/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeStartPage:
 *
 * What a window shows while no deck is open: new, open, the sample, and the decks that
 * were open lately.
 *
 * Property: `recents` (GListModel of ForeRecentDeck, readwrite).
 *
 * Uses the actions `win.new`, `win.open`, `win.sample` and `win.open-file (string uri)`.
 */
#define FORE_TYPE_START_PAGE (fore_start_page_get_type ())

G_DECLARE_FINAL_TYPE (ForeStartPage, fore_start_page, FORE, START_PAGE, GtkWidget)

GtkWidget *fore_start_page_new (void);

void fore_start_page_set_recents (ForeStartPage *self, GListModel *recents);

/**
 * fore_start_page_create_row:
 * @deck: (type ForeRecentDeck): a deck that was open lately
 *
 * Makes a row for it, that opens it when it is activated.
 *
 * Returns: (transfer floating): a [class@Gtk.ListBoxRow]
 */
GtkWidget *fore_start_page_create_row (gpointer deck, gpointer unused);

G_END_DECLS
