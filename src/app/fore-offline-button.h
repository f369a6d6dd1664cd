/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-offline.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeOfflineButton:
 *
 * Says in a few words whether the deck can be shown without a network, and opens a list
 * of all that it needs from other hosts. Not visible for a deck that needs nothing.
 *
 * Uses the action `win.freeze`.
 */
#define FORE_TYPE_OFFLINE_BUTTON (fore_offline_button_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeOfflineButton, fore_offline_button, FORE, OFFLINE_BUTTON, GtkWidget)

/**
 * fore_offline_button_set_offline:
 * @offline: what to tell of
 */
void fore_offline_button_set_offline (ForeOfflineButton *self, ForeOffline *offline);

/**
 * fore_offline_button_describe:
 *
 * Returns: (transfer full) (nullable): the few words, or `NULL` if there is nothing to
 *   say
 */
char *fore_offline_button_describe (ForeOffline *offline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
