/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-inspector.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeReadyWindow:
 *
 * "Ready to present?": what was found in a deck, by what it is, with what can be done,
 * and whether there is a second screen. Follows the deck while it is open.
 *
 * Signals: `go-to (uint line, uint column)`: the user wants to look at that place.
 */
#define FORE_TYPE_READY_WINDOW (fore_ready_window_get_type ())

G_DECLARE_FINAL_TYPE (ForeReadyWindow, fore_ready_window, FORE, READY_WINDOW, AdwWindow)

GtkWidget *fore_ready_window_new (GtkWindow *parent,
                                  ForeDocument *document,
                                  ForeInspector *inspector);

G_END_DECLS
