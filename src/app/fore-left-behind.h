/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-recovered.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeLeftBehind:
 *
 * The unsaved texts that were left behind when the program stopped, until the user has
 * decided what becomes of them.
 *
 * Property, with `notify`: `n-copies` (uint, read only): how many there are to decide on.
 */
#define FORE_TYPE_LEFT_BEHIND (fore_left_behind_get_type ())

G_DECLARE_FINAL_TYPE (ForeLeftBehind, fore_left_behind, FORE, LEFT_BEHIND, GObject)

/**
 * fore_left_behind_new:
 *
 * Returns: (transfer full): an object that looks for such texts from now on
 */
ForeLeftBehind *fore_left_behind_new (void) G_GNUC_WARN_UNUSED_RESULT;

guint fore_left_behind_get_n_copies (ForeLeftBehind *self);

/**
 * fore_left_behind_take:
 *
 * Returns: (transfer full) (element-type ForeRecovered): the texts, which are no longer
 *   offered
 */
GPtrArray *fore_left_behind_take (ForeLeftBehind *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_left_behind_put_back:
 * @copies: (element-type ForeRecovered): texts that were taken
 *
 * Offers them again.
 */
void fore_left_behind_put_back (ForeLeftBehind *self, GPtrArray *copies);

G_END_DECLS
