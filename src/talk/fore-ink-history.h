/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stroke.h"

G_BEGIN_DECLS

/* The strokes of a slide are never more than this many steps back. */
#define FORE_INK_MAX_UNDO 100

/**
 * ForeInkHistory:
 *
 * The strokes of one slide, now and before.
 */
typedef struct _ForeInkHistory ForeInkHistory;

ForeInkHistory *fore_ink_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_ink_history_free (ForeInkHistory *self);

/**
 * fore_ink_history_get:
 *
 * Returns: (transfer none) (element-type ForeStroke): the strokes now; never changed in
 *   place
 */
GPtrArray *fore_ink_history_get (ForeInkHistory *self);

/**
 * fore_ink_history_push:
 * @strokes: (transfer full) (element-type ForeStroke): the strokes from now on
 *
 * Makes a step, behind which nothing can be redone.
 */
void fore_ink_history_push (ForeInkHistory *self, GPtrArray *strokes);

/**
 * fore_ink_history_amend:
 * @strokes: (transfer full) (element-type ForeStroke): the strokes from now on
 *
 * Changes what the last step has led to.
 */
void fore_ink_history_amend (ForeInkHistory *self, GPtrArray *strokes);

gboolean fore_ink_history_can_undo (ForeInkHistory *self);
gboolean fore_ink_history_can_redo (ForeInkHistory *self);

/* Each must be possible. */
void fore_ink_history_undo (ForeInkHistory *self);
void fore_ink_history_redo (ForeInkHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeInkHistory, fore_ink_history_free)

G_END_DECLS
