/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeJumpBar:
 *
 * An entry to find a slide by its number, id or words of its title, and a list of those
 * that fit. Only the speaker sees which: the talk moves when one is chosen.
 *
 * Property: `open` (boolean, readwrite, notify).
 *
 * Signal: `preview (uint index)`: the slide that would be gone to; `G_MAXUINT`: none.
 */
#define FORE_TYPE_JUMP_BAR (fore_jump_bar_get_type ())

G_DECLARE_FINAL_TYPE (ForeJumpBar, fore_jump_bar, FORE, JUMP_BAR, GtkWidget)

GtkWidget *fore_jump_bar_new (ForeTalk *talk);

void fore_jump_bar_set_open (ForeJumpBar *self, gboolean open);
gboolean fore_jump_bar_get_open (ForeJumpBar *self);

G_END_DECLS
