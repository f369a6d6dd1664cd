/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-slide-card.h"
#include "fore-talk.h"

G_BEGIN_DECLS

/**
 * ForeNextPane:
 *
 * What comes next in a talk: the next step, and below it the slides that lie down and to
 * the right where those are others. While the audience is shown something else than the
 * speaker, its picture stands beside that.
 */
#define FORE_TYPE_NEXT_PANE (fore_next_pane_get_type ())

G_DECLARE_FINAL_TYPE (ForeNextPane, fore_next_pane, FORE, NEXT_PANE, GtkWidget)

/**
 * fore_next_pane_new:
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *fore_next_pane_new (ForeTalk *talk, ForeAssets *assets, ForeStage *related);

/**
 * fore_next_pane_get_card:
 *
 * Returns: (transfer none): the slide of the next step
 */
ForeSlideCard *fore_next_pane_get_card (ForeNextPane *self);

/**
 * fore_next_pane_get_audience_card:
 *
 * Returns: (transfer none) (nullable): what the audience sees, while that is shown
 */
ForeSlideCard *fore_next_pane_get_audience_card (ForeNextPane *self);

G_END_DECLS
