/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * fore_slide_dup_number:
 *
 * Returns: (transfer full): where a slide stands, as people say it: "3" for the only
 * slide of the third column, "3.1" for the first of several
 */
char *fore_slide_dup_number (const ForeDeck *deck, guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_slide_dup_label:
 *
 * Returns: (transfer full): a slide's number and title, "Slide 3.1: Title"
 */
char *fore_slide_dup_label (const ForeDeck *deck, guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
