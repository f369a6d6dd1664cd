/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-moment.h"

G_BEGIN_DECLS

/**
 * ForeInterrupted:
 *
 * A talk that was cut short: what the journal of a program that does not run any more
 * says of it. It stays on the disk, and nobody else is offered it, until it is discarded.
 *
 * To go on with it: open the deck, start a talk, fore_moment_restore(), start a journal
 * for that talk, and discard this once the new journal is `kept`.
 */
#define FORE_TYPE_INTERRUPTED (fore_interrupted_get_type ())

G_DECLARE_FINAL_TYPE (ForeInterrupted, fore_interrupted, FORE, INTERRUPTED, GObject)

/**
 * fore_interrupted_list_async:
 * @folder: where journals are kept
 *
 * Looks for journals whose owner does not run any more.
 */
void fore_interrupted_list_async (const char *folder,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * fore_interrupted_list_finish:
 *
 * Returns: (transfer full) (element-type ForeInterrupted): the talks, the last first
 */
GPtrArray *fore_interrupted_list_finish (GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_interrupted_get_file:
 *
 * Returns: (transfer none) (nullable): the file of the deck, `NULL` if it never had one
 */
GFile *fore_interrupted_get_file (ForeInterrupted *self);

/**
 * fore_interrupted_get_moment:
 *
 * Returns: (transfer none): the last moment of it that is known
 */
const ForeMoment *fore_interrupted_get_moment (ForeInterrupted *self);

/**
 * fore_interrupted_discard:
 *
 * Removes the journal from the disk. @self and its moment stay valid.
 */
void fore_interrupted_discard (ForeInterrupted *self);

G_END_DECLS
