/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fore_web_bundle_lookup:
 * @name: a file of the bundle: `reveal/reveal.js`, `themes/white.css`, `fonts.css`,
 *   `fonts/….woff2`, `deck.css`, `stage.html` …
 *
 * Gives one of the web parts that are built into the program.
 *
 * Returns: (transfer full) (nullable): its content, not copied; `NULL` if there is no
 * such file
 */
GBytes *fore_web_bundle_lookup (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
