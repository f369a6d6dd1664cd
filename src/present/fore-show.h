/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink.h"
#include "fore-stage.h"
#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeShowMode:
 * @FORE_SHOW_SCREENS: the audience’s window fills its monitor; the speaker view is on
 *   another one if there is one
 * @FORE_SHOW_WINDOWS: both are ordinary windows, for video calls
 * @FORE_SHOW_REHEARSAL: the speaker view alone
 *
 * How a talk is shown.
 */
typedef enum {
  FORE_SHOW_SCREENS,
  FORE_SHOW_WINDOWS,
  FORE_SHOW_REHEARSAL,
} ForeShowMode;

/**
 * ForeShowPlan:
 * @mode: how
 * @near: (nullable): the monitor on which it was asked for
 * @audience: (nullable): the monitor for the audience
 * @speaker: (nullable): the monitor for the speaker
 *
 * How and where a show starts.
 */
typedef struct {
  ForeShowMode mode;
  GdkMonitor *near;
  GdkMonitor *audience;
  GdkMonitor *speaker;
} ForeShowPlan;

/**
 * ForeShow:
 *
 * A talk before an audience: its windows, on which monitor each of them is, its keys and
 * its commands.
 *
 * Every command is an action of one group, `show.…`, which is put into all windows of the
 * show; src/present/fore-show-actions.c lists them. Keys work the same in all of them.
 *
 * While it runs, the screen does not go to sleep. Nothing that happens to a monitor or a
 * page ends it: only fore_show_end(), the action `show.leave` twice within two seconds,
 * and the user who closes the last of its windows do.
 *
 * Properties, with `notify`: `running` (boolean, read only), `has-speaker` (boolean, read
 * only): whether the speaker view is open.
 *
 * Signals:
 * - `ended ()`: the windows are gone
 * - `link-activated (char *uri)`: a link that leads out of the deck was clicked, and the
 *   speaker wants it opened
 * - `resume ()`: the speaker wants to go on with an earlier talk, as was offered
 * - `notes-edited (uint index, char *text)`: a slide of the talk's deck shall have these
 *   notes
 */
#define FORE_TYPE_SHOW (fore_show_get_type ())

G_DECLARE_FINAL_TYPE (ForeShow, fore_show, FORE, SHOW, GObject)

/**
 * fore_show_new:
 * @talk: the talk
 * @assets: what the deck may load
 * @related: (nullable): a stage to share the web process with
 * @settings: keys, monitors and all else that the user chose
 */
ForeShow *fore_show_new (GtkApplication *application,
                         ForeTalk *talk,
                         ForeAssets *assets,
                         ForeStage *related,
                         GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_show_start:
 *
 * Opens the windows.
 */
void fore_show_start (ForeShow *self, const ForeShowPlan *plan);

/**
 * fore_show_end:
 *
 * Closes the windows.
 */
void fore_show_end (ForeShow *self);

gboolean fore_show_get_running (ForeShow *self);

/**
 * fore_show_raise:
 *
 * Brings the windows to the front, and the slide back if the audience’s window is hidden.
 */
void fore_show_raise (ForeShow *self);

/**
 * fore_show_activate:
 * @name: of an action, without `show.`
 *
 * Does a command: one of the group, or one that a window of the show has.
 *
 * Returns: whether there is such a command, and it needs to be told nothing else
 */
gboolean fore_show_activate (ForeShow *self, const char *name);

/**
 * fore_show_offer_to_resume:
 * @text: where an earlier talk ended
 *
 * Asks the speaker, until the talk goes on, whether to take it up there.
 */
void fore_show_offer_to_resume (ForeShow *self, const char *text);

ForeTalk *fore_show_get_talk (ForeShow *self);

/**
 * fore_show_get_ink:
 *
 * Returns: (transfer none): what is written on the slides
 */
ForeInk *fore_show_get_ink (ForeShow *self);

/**
 * fore_show_get_actions:
 *
 * Returns: (transfer none): the group `show`
 */
GSimpleActionGroup *fore_show_get_actions (ForeShow *self);

/**
 * fore_show_get_audience:
 *
 * Returns: (transfer none) (nullable): the audience’s window, shown or not
 */
GtkWindow *fore_show_get_audience (ForeShow *self);

/**
 * fore_show_get_speaker:
 *
 * Returns: (transfer none) (nullable): the speaker view, while it is open
 */
GtkWindow *fore_show_get_speaker (ForeShow *self);

G_END_DECLS
