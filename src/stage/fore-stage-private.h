/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-bridge.h"
#include "fore-recovery-watch.h"
#include "fore-snapshot-queue.h"
#include "fore-stage.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* What the two halves of a stage share: fore-stage.c (the widget and what others want of
 * it) and fore-stage-page.c (what its page shows, and getting it back); and
 * fore-notes-view.c, whose page shares its process. */

struct _ForeStage {
  GtkWidget parent_instance;

  WebKitWebView *view;
  ForeAssets *assets;
  ForeStage *related;
  ForeStageMode mode;
  ForeStageState state;

  ForeDeck *wanted;
  guint index;
  guint step;

  /* What the page shows, and where it said that it stands in that. */
  ForeDeck *shown;
  ForePlaceShown place;

  /* What is on its way to the page, and where that will have led. */
  ForeDeck *sent;
  guint sent_index;
  guint sent_step;
  guint sent_version;
  GCancellable *sending;
  guint n_updates;

  gboolean ready;
  gboolean settled;
  gboolean recovering_from_hang;
  gboolean was_lost;
  ForeRecoveryWatch *watch;
  ForeSnapshotQueue *snapshots;
  GHashTable *refused_hosts;
  GHashTable *failed_assets; /* what is wrong, by address */
};

/**
 * fore_stage_open_page:
 *
 * Makes the web view and has it load the page.
 */
void fore_stage_open_page (ForeStage *self);

/**
 * fore_stage_close_page:
 *
 * Lets go of the web view, and of what is on its way to the page.
 */
void fore_stage_close_page (ForeStage *self);

/**
 * fore_stage_load_page:
 *
 * Loads the page from nothing: at first, or once more.
 */
void fore_stage_load_page (ForeStage *self);

/**
 * fore_stage_set_place:
 *
 * Changes what `index` and `step` say is wanted, with their notifications.
 */
void fore_stage_set_place (ForeStage *self, guint index, guint step);

/**
 * fore_stage_follow_index:
 *
 * Returns: where a slide of @from is in @to
 */
guint fore_stage_follow_index (ForeDeck *from, ForeDeck *to, guint index);

/**
 * fore_stage_catch_up:
 *
 * Has the page show what is wanted, as soon as it can.
 */
void fore_stage_catch_up (ForeStage *self);

/**
 * fore_stage_take_snapshots:
 *
 * Takes the next picture that somebody waits for, if the page is ready for it.
 */
void fore_stage_take_snapshots (ForeStage *self);

G_END_DECLS
