/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_cost_is_bearable:
 *
 * Returns: whether @text can be parsed in a time that goes with its length. Real text
 * can: this is about very many megabytes, paragraphs of thousands of links and emphases,
 * and lists within lists by the hundred.
 */
gboolean fore_cost_is_bearable (const char *text, gsize length);

G_END_DECLS
