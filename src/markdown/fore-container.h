/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_container_new:
 * @type: the type that its nodes get
 *
 * `:::info` and the lines up to `:::`, which become a box; likewise `success`, `warning`
 * and `danger` (HedgeDoc 1.x: markdown-it-container), and `spoiler`, which opens on a
 * click (HackMD).
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_container_new (cmark_node_type type);

/**
 * fore_container_get_info:
 * @node: a node of this extension
 *
 * Returns: what stands behind the colons, trimmed: the name and perhaps more words
 */
const char *fore_container_get_info (cmark_node *node);

/**
 * fore_container_get_spoiler_title:
 * @info: see fore_container_get_info()
 *
 * Returns: (nullable): what a spoiler shows while it is closed, perhaps an empty string;
 *   `NULL` if it is another kind of container
 */
const char *fore_container_get_spoiler_title (const char *info);

G_END_DECLS
