/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink.h"

G_BEGIN_DECLS

/* How many slides have a place for ink. */
guint fore_ink_get_n_slides (ForeInk *self);

/* Replaces everything. @slides: (transfer full) (element-type GPtrArray): the strokes of
 * each slide, or NULL. */
void fore_ink_replace (ForeInk *self, GPtrArray *slides);

G_END_DECLS
