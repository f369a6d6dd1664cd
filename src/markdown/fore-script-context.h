/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeScriptContext:
 *
 * A world in which scripts run, by itself: what they define is there from call to call
 * and in no other context. It lives as long as the program.
 *
 * Contexts run side by side. One is used by one thread at a time, which may be another
 * one each time.
 */
typedef struct _ForeScriptContext ForeScriptContext;

/**
 * fore_script_context_prepare:
 *
 * See [func@script_prepare].
 */
void fore_script_context_prepare (void);

/**
 * fore_script_context_new:
 *
 * Returns: (transfer full) (nullable): a new context; `NULL` if scripts cannot be run
 */
ForeScriptContext *fore_script_context_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_script_context_call:
 *
 * Runs those of @files that have not run, then calls a function. The arguments are those
 * of [func@script_call].
 *
 * Returns: (transfer full) (nullable): the string that the function returned; `NULL` if
 *   it threw an exception, returned something else or took more than about two seconds
 */
GRefString *fore_script_context_call (ForeScriptContext *self,
                                      const char *const *files,
                                      const char *function,
                                      const char *first,
                                      const char *second,
                                      gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
