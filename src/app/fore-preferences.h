/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForePreferences:
 *
 * The preferences, bound to the settings: each change works at once.
 */
#define FORE_TYPE_PREFERENCES (fore_preferences_get_type ())

G_DECLARE_FINAL_TYPE (
  ForePreferences, fore_preferences, FORE, PREFERENCES, AdwPreferencesWindow)

GtkWidget *fore_preferences_new (GSettings *settings);

G_END_DECLS
