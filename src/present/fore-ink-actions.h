/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fore_ink_add_actions:
 * @map: a group that keeps them; @ink must live as long
 *
 * Adds the commands of pointer and ink:
 *
 * - `laser`, `pen`, `eraser`, `spotlight` (boolean state): whether that tool is held;
 *   taking one up lays the other away, activating one that is held lays it away
 * - `zoom` (boolean state): whether something is zoomed or about to be; activating it
 *   then shows the whole slide again and lays the tool away
 * - `ink-undo`, `ink-redo`, `ink-clear`: enabled where there is something to do
 * - `ink-colour` (string state): `red`, `orange`, `green`, `blue` or `purple`
 * - `ink-width` (string state): `fine`, `medium` or `broad`; choosing one of either takes
 *   up the pen
 */
void fore_ink_add_actions (GActionMap *map, ForeInk *ink);

G_END_DECLS
