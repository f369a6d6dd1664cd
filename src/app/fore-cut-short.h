/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-interrupted.h"

G_BEGIN_DECLS

/**
 * ForeCutShort:
 *
 * The talk that was cut short when the program stopped, until the user has decided
 * whether to go on with it.
 *
 * Property, with `notify`: `talk` (ForeInterrupted, read only, nullable): the last one
 * whose deck is a file.
 */
#define FORE_TYPE_CUT_SHORT (fore_cut_short_get_type ())

G_DECLARE_FINAL_TYPE (ForeCutShort, fore_cut_short, FORE, CUT_SHORT, GObject)

/**
 * fore_cut_short_new:
 *
 * Returns: (transfer full): an object that looks for such a talk from now on
 */
ForeCutShort *fore_cut_short_new (void) G_GNUC_WARN_UNUSED_RESULT;

ForeInterrupted *fore_cut_short_get_talk (ForeCutShort *self);

/**
 * fore_cut_short_take:
 *
 * Returns: (transfer full) (nullable): the talk, which is no longer offered
 */
ForeInterrupted *fore_cut_short_take (ForeCutShort *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
