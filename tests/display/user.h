/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

/* Somebody at the keyboard: real key presses go through the X server to the window that
 * has the focus. */

/* Waits until @window is there, and gives it the focus: no window manager does. */
void user_focus (GtkWindow *window);

/* Presses and releases keys, such as `ctrl+Page_Down`. */
void user_press (const char *keys);

/* Holds a key down, until it is let go. */
void user_hold (const char *key);
void user_let_go (const char *key);

void user_type (const char *text);
