/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeKeyDialog:
 *
 * Gives a command of the show other keys. Whatever is pressed becomes one of them; if it
 * is another command’s, that is said first. Escape closes the window.
 *
 * Actions: `key.remove (string key)`, `key.take`: takes the pressed key from the other
 * command.
 */
#define FORE_TYPE_KEY_DIALOG (fore_key_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ForeKeyDialog, fore_key_dialog, FORE, KEY_DIALOG, AdwWindow)

GtkWidget *fore_key_dialog_new (ForeKeyTable *keys, const ForeShowCommand *command);

G_END_DECLS
