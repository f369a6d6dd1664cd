/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_embedded_source_append:
 * @text: a deck's text
 * @html: (inout): the element is added here
 *
 * Writes a deck's text as an element of an HTML page that nothing shows or runs.
 */
void fore_embedded_source_append (GBytes *text, GString *html);

/**
 * fore_embedded_source_read:
 * @file: any bytes
 *
 * Finds the deck in a page that was exported with its text.
 *
 * Returns: (transfer full) (nullable): the deck's text, or `NULL` if @file is no such
 *   page
 */
GBytes *fore_embedded_source_read (GBytes *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
