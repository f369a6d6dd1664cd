/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeTimerSetup:
 *
 * A form to set by hand how long a talk has gone on, how long it shall take, and when it
 * has to end.
 */
#define FORE_TYPE_TIMER_SETUP (fore_timer_setup_get_type ())

G_DECLARE_FINAL_TYPE (ForeTimerSetup, fore_timer_setup, FORE, TIMER_SETUP, GtkPopover)

/**
 * fore_timer_setup_new:
 * @talk: outlives the form
 */
GtkWidget *fore_timer_setup_new (ForeTalk *talk);

G_END_DECLS
