/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_autolink_new:
 *
 * Makes links of addresses with a scheme while inlines are parsed, so that nothing in
 * them is taken for emphasis (HedgeDoc 1.x: markdown-it's inline linkify). All other
 * addresses are found afterwards, by fore_refine().
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_autolink_new (void);

G_END_DECLS
