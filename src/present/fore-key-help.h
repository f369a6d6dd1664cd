/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeKeyHelp:
 *
 * A window that lists every key of the show. Escape, “?” and F1 close it.
 */
#define FORE_TYPE_KEY_HELP (fore_key_help_get_type ())

G_DECLARE_FINAL_TYPE (ForeKeyHelp, fore_key_help, FORE, KEY_HELP, AdwWindow)

GtkWidget *fore_key_help_new (ForeKeyTable *keys);

/**
 * fore_key_help_new_caps:
 * @name: of a command
 *
 * Returns: (transfer floating): the command’s keys, drawn as such
 */
GtkWidget *fore_key_help_new_caps (ForeKeyTable *keys, const char *name);

G_END_DECLS
