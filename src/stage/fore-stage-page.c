/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What is wanted and what the page shows are kept apart. The pump sends the difference
 * when the page is ready and nothing is on its way; when the page has painted it, that is
 * what is shown, and the pump looks again. So nothing queues up, however fast decks come,
 * and a page that starts from nothing (the first one, or one after a crash) is no special
 * case. */

#include "fore-stage-private.h"

#include "fore-error.h"
#include "fore-scheme.h"
#include "fore-splice.h"
#include "fore-web.h"

static void pump (ForeStage *self);

/* --- properties that follow
 * ---------------------------------------------------------------- */

static void
set_state (ForeStage *self, ForeStageState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

static void
set_settled (ForeStage *self, gboolean settled)
{
  if (self->settled == settled)
    return;
  self->settled = settled;
  g_object_notify (G_OBJECT (self), "settled");
}

void
fore_stage_set_place (ForeStage *self, guint index, guint step)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->index != index) {
    self->index = index;
    g_object_notify (G_OBJECT (self), "index");
  }
  if (self->step != step) {
    self->step = step;
    g_object_notify (G_OBJECT (self), "step");
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_n_steps (ForeStage *self, guint n_steps)
{
  if (self->place.n_steps == n_steps)
    return;
  self->place.n_steps = n_steps;
  g_object_notify (G_OBJECT (self), "n-steps");
}

/* --- losing the page and getting it back
 * ----------------------------------------------------- */

void
fore_stage_load_page (ForeStage *self)
{
  self->ready = FALSE;
  set_state (self, FORE_STAGE_LOADING);
  fore_web_load_page (self->view);
}

static void
forget_page (ForeStage *self)
{
  if (self->sending != NULL)
    g_cancellable_cancel (self->sending);
  g_clear_object (&self->sending);
  g_clear_pointer (&self->sent, fore_deck_unref);
  g_clear_pointer (&self->shown, fore_deck_unref);
  fore_recovery_watch_stop (self->watch);
  self->ready = FALSE;
  set_settled (self, FALSE);
}

static void
bring_back (ForeStage *self)
{
  forget_page (self);
  if (!fore_recovery_watch_may_restart (self->watch)) {
    self->was_lost = self->recovering_from_hang = FALSE;
    set_state (self, FORE_STAGE_FAILED);
    return;
  }
  self->was_lost = TRUE;
  fore_stage_load_page (self);
}

static void
terminated_cb (ForeStage *self, WebKitWebProcessTerminationReason reason)
{
  g_warning ("The web process of a stage %s",
             self->recovering_from_hang ? "hung" : "died");
  bring_back (self);
}

static void
silent_cb (gpointer user_data)
{
  ForeStage *self = user_data;

  fore_bridge_call (self->view, "hurry");
}

static void
hung_cb (gpointer user_data)
{
  ForeStage *self = user_data;

  self->recovering_from_hang = TRUE;
  webkit_web_view_terminate_web_process (self->view);
}

static void
finish_recovery (ForeStage *self)
{
  gboolean hung = self->recovering_from_hang;

  if (!self->was_lost)
    return;
  self->was_lost = FALSE;
  self->recovering_from_hang = FALSE;
  g_signal_emit_by_name (self, "recovered", hung);
}

/* --- the pump
 * -------------------------------------------------------------------------------- */

/* A place past a slide's last step is one that the page has not answered for yet. */
static gboolean
shows_wanted (ForeStage *self)
{
  return self->shown == self->wanted && self->place.index == self->index &&
         self->place.step == self->step &&
         self->sent_version == fore_scheme_get_version (self->assets);
}

static void
take_failure (ForeStage *self, const GError *error)
{
  /* If the page itself is gone, the process says so next, or the watch does. */
  if (!g_error_matches (error, WEBKIT_JAVASCRIPT_ERROR,
                        WEBKIT_JAVASCRIPT_ERROR_SCRIPT_FAILED) &&
      !g_error_matches (error, FORE_ERROR, FORE_ERROR_PAGE))
    return;

  g_warning ("The page could not show the deck: %s", error->message);
  bring_back (self);
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeStage) self = user_data;
  g_autoptr (GError) error = NULL;
  ForePlaceShown place = { 0 };
  gboolean done =
    fore_bridge_update_finish (WEBKIT_WEB_VIEW (source), result, &place, &error);

  /* The page that this is an answer of is gone, and so is what belongs to it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (done && place.update != self->n_updates) || self->sending == NULL)
    return;
  if (!done) {
    take_failure (self, error);
    return;
  }

  g_clear_object (&self->sending);
  fore_recovery_watch_stop (self->watch);
  g_clear_pointer (&self->shown, fore_deck_unref);
  self->shown = g_steal_pointer (&self->sent);
  set_n_steps (self, place.n_steps);
  self->place = place;
  /* The page knows how many steps there are; nobody else asked for another place since.
   */
  if (self->shown == self->wanted && self->index == self->sent_index &&
      self->step == self->sent_step)
    fore_stage_set_place (self, place.index, place.step);
  pump (self);
}

static void
send (ForeStage *self)
{
  guint version = fore_scheme_get_version (self->assets);
  ForePageUpdate update = {
    .number = ++self->n_updates,
    .mode = self->mode,
    .shown = self->shown,
    .wanted = self->wanted,
    .index = self->index,
    .step = self->step,
    .n_moves = self->place.n_moves,
    .version = version,
    .everything = self->sent_version != version,
  };

  self->sending = g_cancellable_new ();
  self->sent = fore_deck_ref (self->wanted);
  self->sent_index = self->index;
  self->sent_step = self->step;
  self->sent_version = version;
  set_settled (self, FALSE);
  fore_recovery_watch_start (
    self->watch, self->shown == NULL ? fore_deck_get_n_slides (self->wanted) : 0);
  fore_bridge_update_async (self->view, &update, self->sending, updated_cb,
                            g_object_ref (self));
}

static void
pump (ForeStage *self)
{
  if (!self->ready || self->sending != NULL || self->wanted == NULL)
    return;

  if (!shows_wanted (self)) {
    send (self);
    return;
  }
  set_state (self, FORE_STAGE_LIVE);
  set_settled (self, TRUE);
  finish_recovery (self);
  fore_stage_take_snapshots (self);
}

/* --- what the page says
 * ---------------------------------------------------------------------- */

static void
ready_cb (gpointer user_data)
{
  ForeStage *self = user_data;

  g_clear_pointer (&self->shown, fore_deck_unref);
  self->place = (ForePlaceShown){ 0 };
  self->ready = TRUE;
  pump (self);
}

guint
fore_stage_follow_index (ForeDeck *from, ForeDeck *to, guint index)
{
  ForeSplice splice;

  if (from == to)
    return index;
  splice = fore_splice_between (from, to);

  return fore_splice_move_index (&splice, index, fore_deck_get_n_slides (to));
}

/* The page speaks of the deck that it shows; another may be on its way to it, and what is
 * wanted may be yet another. */
static void
moved_cb (const ForePlaceShown *place, gpointer user_data)
{
  ForeStage *self = user_data;
  gboolean got_sent = self->sent != NULL && place->update == self->n_updates;
  ForeDeck *deck = got_sent ? self->sent : self->shown;
  guint index = place->index;

  if (deck == NULL || index >= fore_deck_get_n_slides (deck))
    return;

  set_n_steps (self, place->n_steps);
  self->place = *place;
  if (self->sent != NULL) {
    index = self->sent_index = fore_stage_follow_index (deck, self->sent, index);
    self->sent_step = place->step;
    deck = self->sent;
  }
  fore_stage_set_place (self, fore_stage_follow_index (deck, self->wanted, index),
                        place->step);
  g_signal_emit_by_name (self, "user-moved");
  pump (self);
}

static void
link_cb (const char *uri, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "link-activated", uri);
}

static void
diagram_cb (const char *diagram, const char *trouble, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "diagram-failed", diagram, trouble);
}

static void
refused_cb (const char *host, gpointer user_data)
{
  ForeStage *self = user_data;

  if (g_hash_table_add (self->refused_hosts, g_strdup (host)))
    g_signal_emit_by_name (self, "asset-refused", host);
}

static void
answered_cb (const char *address, const char *trouble, gpointer user_data)
{
  ForeStage *self = user_data;
  const char *before = g_hash_table_lookup (self->failed_assets, address);

  if (g_strcmp0 (before, trouble) == 0)
    return;
  if (trouble != NULL)
    g_hash_table_insert (self->failed_assets, g_strdup (address), g_strdup (trouble));
  else
    g_hash_table_remove (self->failed_assets, address);
  g_signal_emit_by_name (self, "asset-answered", address, trouble);
}

/* --- pictures of slides
 * ------------------------------------------------------------------------ */

void
fore_stage_take_snapshots (ForeStage *self)
{
  guint index;

  if (!self->settled || !fore_snapshot_queue_peek (self->snapshots, &index))
    return;

  index = MIN (index, fore_deck_get_n_slides (self->wanted) - 1);
  if (self->index != index || self->step < self->place.n_steps)
    fore_stage_show (self, index, G_MAXUINT);
  else
    fore_snapshot_queue_take (self->snapshots, self->view);
}

static void
snapshot_taken_cb (gpointer user_data)
{
  fore_stage_take_snapshots (user_data);
}

/* --- the page comes and goes
 * ----------------------------------------------------------------- */

void
fore_stage_catch_up (ForeStage *self)
{
  if (!shows_wanted (self))
    set_settled (self, FALSE);
  pump (self);
}

void
fore_stage_open_page (ForeStage *self)
{
  static const ForeBridgeHandlers handlers = { ready_cb, moved_cb, link_cb, diagram_cb };
  static const ForeSchemeHandlers assets = { refused_cb, answered_cb };

  self->watch = fore_recovery_watch_new (silent_cb, hung_cb, self);
  self->snapshots = fore_snapshot_queue_new (snapshot_taken_cb, self);
  self->view = fore_web_view_new (self->related != NULL ? self->related->view : NULL);
  fore_bridge_listen (self->view, &handlers, G_OBJECT (self));
  fore_scheme_attach (self->view, self->assets, &assets, self);
  g_signal_connect_object (self->view, "web-process-terminated",
                           G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  fore_stage_load_page (self);
}

void
fore_stage_close_page (ForeStage *self)
{
  fore_snapshot_queue_cancel (self->snapshots);
  if (self->view != NULL) {
    forget_page (self);
    g_signal_handlers_disconnect_by_data (self->view, self);
    gtk_widget_unparent (GTK_WIDGET (self->view));
    self->view = NULL;
  }
  g_clear_pointer (&self->watch, fore_recovery_watch_free);
}
