/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeRecovered:
 *
 * A copy that somebody left behind. It stays on the disk, and nobody else is offered it,
 * until it is discarded.
 */
#define FORE_TYPE_RECOVERED (fore_recovered_get_type ())

G_DECLARE_FINAL_TYPE (ForeRecovered, fore_recovered, FORE, RECOVERED, GObject)

/**
 * fore_recovered_list_async:
 * @folder: where copies are kept
 *
 * Looks for copies whose owner does not run any more.
 */
void fore_recovered_list_async (const char *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_recovered_list_finish:
 *
 * Returns: (transfer full) (element-type ForeRecovered): the copies, newest first
 */
GPtrArray *fore_recovered_list_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_recovered_get_file:
 *
 * Returns: (nullable): the file the text belongs to, `NULL` if it never had one
 */
GFile *fore_recovered_get_file (ForeRecovered *self);

/**
 * fore_recovered_get_version:
 *
 * Returns: (nullable): the version of the file that the text was made from
 */
const char *fore_recovered_get_version (ForeRecovered *self);

GBytes *fore_recovered_get_text (ForeRecovered *self);

/**
 * fore_recovered_get_time:
 *
 * Returns: when the copy was written, in seconds since 1970
 */
gint64 fore_recovered_get_time (ForeRecovered *self);

/**
 * fore_recovered_discard:
 *
 * Removes the copy from the disk. @self and its text stay valid.
 */
void fore_recovered_discard (ForeRecovered *self);

G_END_DECLS
