/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_remarks_find:
 * @paragraph: (inout): a paragraph in a list or quote
 *
 * Finds `[name=…]`, `[time=…]` and `[color=…]`, with which discussions are kept apart
 * (HedgeDoc 1.x). A colour is also told to the quote that it stands in.
 */
void fore_remarks_find (cmark_node *paragraph);

/**
 * fore_remark_get_colour:
 * @quote: a quote
 *
 * Returns: (nullable): the last colour said in it, as CSS
 */
const char *fore_remark_get_colour (cmark_node *quote);

/**
 * fore_remark_read_colour:
 * @colour: as it is written
 *
 * Returns: (transfer full): the colour as browsers write it
 */
char *fore_remark_read_colour (const char *colour);

G_END_DECLS
