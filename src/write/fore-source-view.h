/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * ForeSourceView:
 *
 * The text view of the source pane. Draws a line above each slide, a shorter one where a
 * slide continues a stack, so that one sees what the parser made of the separators.
 */
#define FORE_TYPE_SOURCE_VIEW (fore_source_view_get_type ())

G_DECLARE_FINAL_TYPE (ForeSourceView, fore_source_view, FORE, SOURCE_VIEW, GtkSourceView)

/**
 * fore_source_view_set_document:
 * @document: (nullable): whose buffer to show
 */
void fore_source_view_set_document (ForeSourceView *self, ForeDocument *document);

G_END_DECLS
