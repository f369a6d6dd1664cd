/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * ForeSlideCard:
 *
 * A slide in the speaker view: a stage, as large as the deck's proportions allow, and
 * over it, where something is special, a frame with a word. Keys never go into it. If
 * its page is lost, the last picture stays until it is back.
 */
#define FORE_TYPE_SLIDE_CARD (fore_slide_card_get_type ())

G_DECLARE_FINAL_TYPE (ForeSlideCard, fore_slide_card, FORE, SLIDE_CARD, GtkWidget)

/**
 * fore_slide_card_new:
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 * @label: what it is, for assistive technologies
 */
GtkWidget *
fore_slide_card_new (ForeAssets *assets, ForeStage *related, const char *label);

/**
 * fore_slide_card_align_start:
 *
 * Puts the slide where reading starts, below its caption, rather than into the middle of
 * its room.
 */
void fore_slide_card_align_start (ForeSlideCard *self);

/**
 * fore_slide_card_show:
 * @step: fragment steps shown
 */
void fore_slide_card_show (ForeSlideCard *self, ForeDeck *deck, guint index, guint step);

/**
 * fore_slide_card_set_mark:
 * @word: (nullable): what stands on the frame, or `NULL` for no frame
 */
void fore_slide_card_set_mark (ForeSlideCard *self, const char *word);

/**
 * fore_slide_card_get_mark:
 *
 * Returns: (nullable): what stands on the frame
 */
const char *fore_slide_card_get_mark (ForeSlideCard *self);

/**
 * fore_slide_card_set_cover:
 * @cover: (nullable): what lies over the slide and hides it
 */
void fore_slide_card_set_cover (ForeSlideCard *self, GtkWidget *cover);

ForeStage *fore_slide_card_get_stage (ForeSlideCard *self);

/**
 * fore_slide_card_get_overlay:
 *
 * Returns: (transfer none): what lies over the stage, and has its size, is added here
 */
GtkOverlay *fore_slide_card_get_overlay (ForeSlideCard *self);

G_END_DECLS
