/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_script_prepare:
 *
 * Sets a limit to the time that a script may take. A program that uses JavaScriptCore
 * itself calls this before anything else; for others it happens by itself.
 */
void fore_script_prepare (void);

/**
 * fore_script_open_store:
 * @path: a file in the user's cache, which need not be there
 *
 * From now on results are looked for in a file, and those that are made will be written
 * there by [func@script_close_store]. It takes no more than some megabytes, and is only
 * ever a gain of time: whatever is wrong with it, results are made anew.
 *
 * The file is read by the first call that needs it: not for a program with windows. To be
 * called while no deck is made.
 */
void fore_script_open_store (const char *path);

/**
 * fore_script_close_store:
 *
 * Writes the file that was opened, if there is anything new. To be called while no deck
 * is made.
 */
void fore_script_close_store (void);

/**
 * ForeScriptEngine:
 * @FORE_SCRIPT_CODE: for code
 * @FORE_SCRIPT_MATH: for formulas
 *
 * Engines that run side by side, each with what its files define.
 */
typedef enum {
  FORE_SCRIPT_CODE,
  FORE_SCRIPT_MATH,
  /*< private >*/
  FORE_SCRIPT_N_ENGINES,
} ForeScriptEngine;

/**
 * fore_script_call:
 * @engine: where to call it
 * @files: (array zero-terminated=1): files of the web bundle that have to have run
 * before, in their order
 * @function: a function that they define
 * @first: its first argument
 * @second: its second argument, of @length bytes of UTF-8 without NUL
 *
 * Calls a function of one of the script libraries that are built into the program. It
 * must give the same result whenever it is called with the same arguments, since results
 * are kept for a while.
 *
 * May be called in any thread. Of formulas two are made at a time, of code one.
 *
 * Returns: (transfer full) (nullable): the string that the function returned; `NULL` if
 *   it threw an exception, took more than about two seconds or could not be run at all
 */
GRefString *fore_script_call (ForeScriptEngine engine,
                              const char *const *files,
                              const char *function,
                              const char *first,
                              const char *second,
                              gsize length) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_script_get_n_runs:
 *
 * Returns: how many calls were not answered with what was kept, for tests
 */
guint fore_script_get_n_runs (void);

G_END_DECLS
