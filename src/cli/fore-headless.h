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

G_END_DECLS
