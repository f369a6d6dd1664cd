/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_asset_name_dup:
 * @address: an address as an author wrote it
 * @content_type: (nullable): what lies there
 * @taken: (element-type utf8): names that are in use, in lower case; the new one is added
 *
 * Makes a name for a file that holds what lies at an address: letters, digits, `-`, `_`
 * and `.` alone, so that it needs no escape in Markdown, HTML or CSS, and an ending that
 * tells what it is.
 *
 * Returns: (transfer full): the name
 */
char *fore_asset_name_dup (const char *address,
                           const char *content_type,
                           GHashTable *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
