/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeStageMode:
 * @FORE_STAGE_PREVIEW: beside the source: transitions off, fragments stepped by hand
 * @FORE_STAGE_SHOW: before an audience: transitions on, films play
 * @FORE_STAGE_THUMBNAIL: small and still: no transitions, fragments all shown, no
 * controls
 * @FORE_STAGE_SPEAKER: beside the notes: as a preview, but without reveal.js's controls,
 * progress and number
 * @FORE_STAGE_PRINT: laid out on sheets of paper, by whoever prints; no stage does that
 */
typedef enum {
  FORE_STAGE_PREVIEW,
  FORE_STAGE_SHOW,
  FORE_STAGE_THUMBNAIL,
  FORE_STAGE_SPEAKER,
  FORE_STAGE_PRINT,
} ForeStageMode;

GType fore_stage_mode_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_STAGE_MODE (fore_stage_mode_get_type ())

/**
 * ForeStageState:
 * @FORE_STAGE_LOADING: the page is not there yet, or is being brought back
 * @FORE_STAGE_LIVE: what is wanted is shown, or on its way
 * @FORE_STAGE_FAILED: three crashes in a minute: waits for fore_stage_retry()
 */
typedef enum {
  FORE_STAGE_LOADING,
  FORE_STAGE_LIVE,
  FORE_STAGE_FAILED,
} ForeStageState;

GType fore_stage_state_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_STAGE_STATE (fore_stage_state_get_type ())

/**
 * ForeStage:
 *
 * A widget that shows a deck at a position, exactly as the room will see it.
 *
 * Set what is wanted (deck, slide, step) as often as you like: at most one patch is on
 * its way to the page, and the next one is computed against what the page really shows.
 * If the web process dies or hangs, the stage brings it back on the same slide and step.
 *
 * Properties, all with `notify`:
 * - `deck` (ForeDeck, readwrite)
 * - `index` (uint, readwrite): the slide wanted, which is the slide shown as soon as the
 *   page follows; also changes when the user steps in the page, and with each splice
 * - `step` (uint, readwrite): how many fragment steps of the slide are shown
 * - `n-steps` (uint, read only): how many the present slide has, as the page reports it
 * - `state` (ForeStageState, read only)
 * - `settled` (boolean, read only): whether the page shows and has painted all that is
 *   wanted
 * - `assets` (ForeAssets, construct only), `related` (ForeStage, construct only,
 * nullable), `mode` (ForeStageMode, construct only)
 *
 * Signals:
 * - `link-activated (char *uri)`: a link that leads out of the deck was clicked
 * - `user-moved ()`: the user stepped to another slide or step inside the page; `index`
 * and `step` have the new values already
 * - `asset-refused (char *host)`: the page asked for something from a host that is not
 *   allowed; once for each host until the deck's assets are loaded again
 * - `asset-answered (char *address, char *trouble)`: something cannot be shown, for a
 *   reason other than its host, or can be shown now (nullable). The address is as
 *   fore_assets_dup_name() makes it, the trouble a translated sentence. Only when that
 *   is news
 * - `diagram-failed (char *diagram, char *trouble)`: a diagram cannot be read, or not all
 *   of it; it is written as fore_markup_get_diagrams() has it. Once for each until the
 * page is loaded again
 * - `recovered (gboolean hung)`: the web process died, or hung, and the stage is back
 */
#define FORE_TYPE_STAGE (fore_stage_get_type ())

G_DECLARE_FINAL_TYPE (ForeStage, fore_stage, FORE, STAGE, GtkWidget)

/**
 * fore_stage_new:
 * @assets: what the deck may load
 * @mode: what the stage is for
 * @related: (nullable): a stage to share the web process with
 */
GtkWidget *fore_stage_new (ForeAssets *assets, ForeStageMode mode, ForeStage *related);

ForeAssets *fore_stage_get_assets (ForeStage *self);

void fore_stage_set_deck (ForeStage *self, ForeDeck *deck);
ForeDeck *fore_stage_get_deck (ForeStage *self);

/**
 * fore_stage_show:
 * @index: the slide; one past the end gives the last
 * @step: fragment steps shown; `G_MAXUINT` for all of them
 */
void fore_stage_show (ForeStage *self, guint index, guint step);

guint fore_stage_get_index (ForeStage *self);
guint fore_stage_get_step (ForeStage *self);
guint fore_stage_get_n_steps (ForeStage *self);
ForeStageState fore_stage_get_state (ForeStage *self);
gboolean fore_stage_get_settled (ForeStage *self);

/**
 * fore_stage_get_n_updates:
 *
 * Returns: how many patches have been sent to the page so far
 */
guint fore_stage_get_n_updates (ForeStage *self);

/**
 * fore_stage_next:
 *
 * One step on in reading order: the next fragment step, else the next slide. Does nothing
 * at the end.
 */
void fore_stage_next (ForeStage *self);

/**
 * fore_stage_previous:
 *
 * One step back: the fragment step before, else the slide before with all its steps.
 */
void fore_stage_previous (ForeStage *self);

/**
 * fore_stage_reload_assets:
 *
 * Asks for every asset of the deck again, in place: for when a host has been allowed or
 * a file of the deck's folder changed.
 */
void fore_stage_reload_assets (ForeStage *self);

/**
 * fore_stage_retry:
 *
 * Starts the page again after %FORE_STAGE_FAILED.
 */
void fore_stage_retry (ForeStage *self);

/**
 * fore_stage_snapshot_async:
 * @index: the slide to draw; the stage shows it, with all its fragments, as soon as it
 * can
 *
 * Takes a picture of a slide as a [class@Gdk.Texture], when the page has painted it. The
 * stage must be mapped. Requests are served one after the other.
 */
void fore_stage_snapshot_async (ForeStage *self,
                                guint index,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

GdkTexture *
fore_stage_snapshot_finish (ForeStage *self, GAsyncResult *result, GError **error);

G_END_DECLS
