/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeKeyPage:
 *
 * The preferences page that lists the commands of the show with their keys. A row opens a
 * [class@KeyDialog]; a button at its end gives the command its usual keys back.
 *
 * Actions: `keys.reset (string name)`, `keys.reset-all`.
 */
#define FORE_TYPE_KEY_PAGE (fore_key_page_get_type ())

G_DECLARE_FINAL_TYPE (ForeKeyPage, fore_key_page, FORE, KEY_PAGE, AdwPreferencesPage)

/**
 * fore_key_page_set_settings:
 * @settings: where the keys are kept
 *
 * Fills the page.
 */
void fore_key_page_set_settings (ForeKeyPage *self, GSettings *settings);

G_END_DECLS
