/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key-label.h"
#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeTalkBar:
 *
 * The top of the speaker view: the time in figures that can be read from two metres, how
 * it stands with the plan, the time of day, and the window's buttons.
 *
 * Colour never says anything alone: near the end an icon and words come with it. Nothing
 * happens on a click on the time; a reset can be undone here for 10 seconds.
 *
 * Settings: `first-warning`, `last-warning` (seconds before the end).
 */
#define FORE_TYPE_TALK_BAR (fore_talk_bar_get_type ())

G_DECLARE_FINAL_TYPE (ForeTalkBar, fore_talk_bar, FORE, TALK_BAR, GtkWidget)

GtkWidget *fore_talk_bar_new (ForeTalk *talk, GSettings *settings);

/**
 * fore_talk_bar_fit:
 * @width: of the window
 * @height: of the window
 *
 * Makes the large figures a twelfth of the window's height, and the words beside them as
 * large as goes well with that.
 */
void fore_talk_bar_fit (ForeTalkBar *self, int width, int height);

/**
 * fore_talk_bar_set_keys:
 * @label: (scope call): says which key does the same; the tooltips name it
 */
void fore_talk_bar_set_keys (ForeTalkBar *self, ForeKeyLabel label, gpointer user_data);

/**
 * fore_talk_bar_set_up:
 *
 * Opens the form in which the time, the duration and the end can be set by hand.
 */
void fore_talk_bar_set_up (ForeTalkBar *self);

G_END_DECLS
