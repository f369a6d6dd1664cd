/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-run.h"

G_BEGIN_DECLS

/* Where the reports of talks are kept: a file for each, by deck and time. */

/**
 * fore_run_store_dup_folder:
 *
 * Returns: (transfer full): where the reports of this user lie
 */
char *fore_run_store_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_run_store_save_async:
 * @folder: where to keep it; it is made when needed
 */
void fore_run_store_save_async (ForeRun *run,
                                const char *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

gboolean fore_run_store_save_finish (GAsyncResult *result, GError **error);

/**
 * fore_run_store_list_async:
 * @file: (nullable): the deck whose talks are wanted, or `NULL` for all talks
 */
void fore_run_store_list_async (const char *folder,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * fore_run_store_list_finish:
 *
 * Returns: (transfer full) (element-type ForeRun): the reports, the last talk first; what
 *   cannot be read is left out
 */
GPtrArray *fore_run_store_list_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_run_store_remove_async:
 *
 * Forgets a talk. One that is not kept is forgotten already.
 */
void fore_run_store_remove_async (ForeRun *run,
                                  const char *folder,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

gboolean fore_run_store_remove_finish (GAsyncResult *result, GError **error);

G_END_DECLS
