/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define FORE_SOURCE_ZOOM_MIN 0.5
#define FORE_SOURCE_ZOOM_MAX 4.0

/**
 * ForeSourceStyle:
 *
 * How a source view looks: its font, which is one of the system's two, its size, and
 * colours that follow the system between light and dark.
 *
 * Properties, with `notify`: `monospace` (boolean, readwrite), `zoom` (double,
 * readwrite).
 */
#define FORE_TYPE_SOURCE_STYLE (fore_source_style_get_type ())

G_DECLARE_FINAL_TYPE (ForeSourceStyle, fore_source_style, FORE, SOURCE_STYLE, GObject)

/**
 * fore_source_style_new:
 * @view: the view to dress; whoever owns it owns the style as well
 */
ForeSourceStyle *fore_source_style_new (GtkSourceView *view) G_GNUC_WARN_UNUSED_RESULT;

void fore_source_style_set_monospace (ForeSourceStyle *self, gboolean monospace);
gboolean fore_source_style_get_monospace (ForeSourceStyle *self);

/**
 * fore_source_style_set_zoom:
 * @zoom: 1.0 is the font's own size; it is kept between 0.5 and 4.0
 */
void fore_source_style_set_zoom (ForeSourceStyle *self, double zoom);
double fore_source_style_get_zoom (ForeSourceStyle *self);

G_END_DECLS
