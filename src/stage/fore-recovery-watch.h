/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a page may take to answer, and how often it may be lost. */
#define FORE_RECOVERY_PATIENCE_SECONDS 5
#define FORE_RECOVERY_LAST_SECONDS 3
#define FORE_RECOVERY_MAX_CRASHES 3
#define FORE_RECOVERY_CRASH_SECONDS 60

/**
 * ForeRecoveryWatch:
 *
 * Notices a page that does not answer, and one that is lost too often.
 */
typedef struct _ForeRecoveryWatch ForeRecoveryWatch;

/**
 * fore_recovery_watch_new:
 * @silent: called when the page should have answered and did not; it may only be waiting
 *   to be painted, and should be told not to
 * @hung: called when it did not answer to that either
 */
ForeRecoveryWatch *fore_recovery_watch_new (void (*silent) (gpointer),
                                            void (*hung) (gpointer),
                                            gpointer user_data);

void fore_recovery_watch_free (ForeRecoveryWatch *self);

/**
 * fore_recovery_watch_start:
 * @n_slides: how many slides were sent; a page gets a second more for each thousand
 *
 * Expects an answer.
 */
void fore_recovery_watch_start (ForeRecoveryWatch *self, guint n_slides);

/**
 * fore_recovery_watch_stop:
 *
 * The answer came, or will never come.
 */
void fore_recovery_watch_stop (ForeRecoveryWatch *self);

/**
 * fore_recovery_watch_may_restart:
 *
 * Counts a lost page.
 *
 * Returns: whether it should be started again: not after %FORE_RECOVERY_MAX_CRASHES
 * within %FORE_RECOVERY_CRASH_SECONDS
 */
gboolean fore_recovery_watch_may_restart (ForeRecoveryWatch *self);

/**
 * fore_recovery_watch_forget:
 *
 * Counts lost pages from zero again.
 */
void fore_recovery_watch_forget (ForeRecoveryWatch *self);

G_END_DECLS
