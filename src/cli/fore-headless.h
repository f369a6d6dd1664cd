/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_headless_hand_over:
 * @argv: the arguments of the command
 *
 * Lets the program with windows do something that needs a display, though nobody looks at
 * it. Where there is none, a display of its own is started for it and ended behind it:
 * Xvfb, or what there is of weston and sway.
 *
 * Returns: what the program ended with, or %FORE_CLI_FAILED. If there is a display, the
 *   program takes the place of this one, and it does not return
 */
int fore_headless_hand_over (char **argv);

/**
 * fore_headless_try:
 * @argv: the arguments of the command
 * @status: (out): what the program ended with, or %FORE_CLI_FAILED
 *
 * Does the same for something that can be left out: if there is no display and none can
 * be started, it says nothing.
 *
 * Returns: whether there was a display
 */
gboolean fore_headless_try (char **argv, int *status);

G_END_DECLS
