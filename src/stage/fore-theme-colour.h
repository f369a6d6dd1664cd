/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * fore_theme_colour_get:
 * @theme: the name of a theme
 * @colour: (out): the colour behind its slides; white if it names none
 *
 * Reads from a theme what colour to show before its page is painted.
 */
void fore_theme_colour_get (const char *theme, GdkRGBA *colour);

G_END_DECLS
