/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-audience.h"
#include "fore-ink.h"
#include "fore-key-input.h"
#include "fore-remote.h"
#include "fore-screens.h"
#include "fore-show.h"
#include "fore-thumbnail-cache.h"

/* What the parts of the show share: fore-show.c (its life), fore-show-actions.c (its
 * commands) and fore-show-windows.c (its windows and monitors). */

struct _ForeShow {
  GObject parent_instance;

  GtkApplication *application;
  ForeTalk *talk;
  ForeAssets *assets;
  ForeStage *related;
  GSettings *settings;

  GSimpleActionGroup *actions;
  ForeKeyTable *keys;
  ForeKeyInput *input;
  ForeScreens *screens;
  ForeRemote *remote; /* while it runs, if there is a bus */

  gboolean running;
  ForeShowMode mode;
  GtkWindow *audience; /* NULL in a rehearsal */
  GtkWindow *speaker;  /* while the speaker view is open */
  GtkWindow *help;     /* while the keys are shown */
  GdkMonitor *audience_monitor;
  GdkMonitor *speaker_monitor;
  GdkMonitor *offered; /* a new one, until the user has decided */
  char *offer_text, *offer_label, *offer_action;
  gboolean homeless; /* the audience's monitor is gone */

  ForeDeck *marked_deck; /* in which the bookmark is; NULL without one */
  guint marked_index;

  ForeInk *ink;
  ForeThumbnailCache *pictures; /* of the overview */
  ForeDeck *pictures_deck;
  GtkWidget *overview;        /* while it is open */
  GtkWindow *overview_window; /* while it has one of its own */

  guint inhibit_cookie;
  guint tick;
  guint leave_timeout; /* while a second press ends the show */
};

/* fore-show.c */
/* Says something in the speaker view; `NULL` ends that. What is offered is seen again. */
void fore_show_say (ForeShow *self, const char *text);
/* Offers something until it is taken or `NULL` is offered. */
void
fore_show_offer (ForeShow *self, const char *text, const char *label, const char *action);
void fore_show_leave (ForeShow *self);

/* fore-show-actions.c */
void fore_show_add_actions (ForeShow *self);
void fore_show_update_actions (ForeShow *self);

/* fore-show-windows.c */
void fore_show_open_windows (ForeShow *self, const ForeShowPlan *plan);
void fore_show_close_windows (ForeShow *self);
void fore_show_set_speaker_open (ForeShow *self, gboolean open);
void fore_show_place_audience (ForeShow *self);
void fore_show_swap (ForeShow *self);
void fore_show_use_monitor (ForeShow *self, GdkMonitor *monitor);
void fore_show_toggle_full_screen (ForeShow *self);
void fore_show_resize (ForeShow *self, int width, int height);
void fore_show_open_help (ForeShow *self);

/* fore-show-tools.c */
void fore_show_add_tools (ForeShow *self);
void fore_show_clear_tools (ForeShow *self);
void fore_show_lay_ink (ForeShow *self);
void fore_show_set_overview_open (ForeShow *self, gboolean open);
gboolean fore_show_put_tools_away (ForeShow *self);
