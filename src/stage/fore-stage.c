/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What is wanted and what the page shows are kept apart. The pump sends the difference
 * when the page is ready and nothing is on its way; when the page has painted it, that is
 * what is shown, and the pump looks again. So nothing queues up, however fast decks come,
 * and a page that starts from nothing (the first one, or one after a crash) is no special
 * case. */

#include "fore-stage.h"

#include "fore-bridge.h"
#include "fore-error.h"
#include "fore-recovery-watch.h"
#include "fore-scheme.h"
#include "fore-snapshot-queue.h"
#include "fore-splice.h"
#include "fore-stage-keys.h"
#include "fore-theme-colour.h"
#include "fore-web.h"

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
};

enum {
  PROP_0,
  PROP_DECK,
  PROP_INDEX,
  PROP_STEP,
  PROP_N_STEPS,
  PROP_STATE,
  PROP_SETTLED,
  PROP_ASSETS,
  PROP_RELATED,
  PROP_MODE,
  N_PROPERTIES,
};

enum {
  LINK_ACTIVATED,
  USER_MOVED,
  ASSET_REFUSED,
  RECOVERED,
  DIAGRAM_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeStage, fore_stage, GTK_TYPE_WIDGET)

G_DEFINE_ENUM_TYPE (ForeStageMode,
                    fore_stage_mode,
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_PREVIEW, "preview"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_SHOW, "show"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_THUMBNAIL, "thumbnail"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_SPEAKER, "speaker"))

G_DEFINE_ENUM_TYPE (ForeStageState,
                    fore_stage_state,
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_FAILED, "failed"))

static void pump (ForeStage *self);
static void take_snapshots (ForeStage *self);

/* --- properties that follow
 * ---------------------------------------------------------------- */

static void
set_state (ForeStage *self, ForeStageState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_settled (ForeStage *self, gboolean settled)
{
  if (self->settled == settled)
    return;
  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

static void
set_place (ForeStage *self, guint index, guint step)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->index != index) {
    self->index = index;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  }
  if (self->step != step) {
    self->step = step;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_n_steps (ForeStage *self, guint n_steps)
{
  if (self->place.n_steps == n_steps)
    return;
  self->place.n_steps = n_steps;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STEPS]);
}

/* --- losing the page and getting it back
 * ----------------------------------------------------- */

static void
load_page (ForeStage *self)
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
  load_page (self);
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
  g_signal_emit (self, signals[RECOVERED], 0, hung);
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
    set_place (self, place.index, place.step);
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
  take_snapshots (self);
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

static guint
follow_index (ForeDeck *from, ForeDeck *to, guint index)
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
    index = self->sent_index = follow_index (deck, self->sent, index);
    self->sent_step = place->step;
    deck = self->sent;
  }
  set_place (self, follow_index (deck, self->wanted, index), place->step);
  g_signal_emit (self, signals[USER_MOVED], 0);
  pump (self);
}

static void
link_cb (const char *uri, gpointer user_data)
{
  g_signal_emit (user_data, signals[LINK_ACTIVATED], 0, uri);
}

static void
diagram_cb (const char *diagram, const char *trouble, gpointer user_data)
{
  g_signal_emit (user_data, signals[DIAGRAM_FAILED], 0, diagram, trouble);
}

static void
refused_cb (const char *host, gpointer user_data)
{
  ForeStage *self = user_data;

  if (g_hash_table_add (self->refused_hosts, g_strdup (host)))
    g_signal_emit (self, signals[ASSET_REFUSED], 0, host);
}

/* --- pictures of slides
 * ------------------------------------------------------------------------ */

static void
take_snapshots (ForeStage *self)
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
  take_snapshots (user_data);
}

void
fore_stage_snapshot_async (ForeStage *self,
                           guint index,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FORE_IS_STAGE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_stage_snapshot_async);
  fore_snapshot_queue_push (self->snapshots, task, index);
  take_snapshots (self);
}

GdkTexture *
fore_stage_snapshot_finish (ForeStage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what others want
 * --------------------------------------------------------------------------- */

static void
show_background (ForeStage *self)
{
  GdkRGBA colour;

  fore_theme_colour_get (fore_options_get_theme (fore_deck_get_options (self->wanted)),
                         &colour);
  webkit_web_view_set_background_color (self->view, &colour);
}

void
fore_stage_set_deck (ForeStage *self, ForeDeck *deck)
{
  guint index;

  g_return_if_fail (FORE_IS_STAGE (self));
  g_return_if_fail (deck != NULL);

  if (self->wanted == deck)
    return;

  index = MIN (self->index, fore_deck_get_n_slides (deck) - 1);
  if (self->wanted != NULL)
    index = follow_index (self->wanted, deck, self->index);
  g_clear_pointer (&self->wanted, fore_deck_unref);
  self->wanted = fore_deck_ref (deck);
  set_place (self, index, self->step);
  show_background (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECK]);
  pump (self);
}

ForeDeck *
fore_stage_get_deck (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), NULL);

  return self->wanted;
}

ForeAssets *
fore_stage_get_assets (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), NULL);

  return self->assets;
}

void
fore_stage_show (ForeStage *self, guint index, guint step)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  if (self->wanted != NULL)
    index = MIN (index, fore_deck_get_n_slides (self->wanted) - 1);
  set_place (self, index, step);
  if (!shows_wanted (self))
    set_settled (self, FALSE);
  pump (self);
}

guint
fore_stage_get_index (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), 0);

  return self->index;
}

guint
fore_stage_get_step (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), 0);

  return self->step;
}

guint
fore_stage_get_n_steps (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), 0);

  return self->place.n_steps;
}

ForeStageState
fore_stage_get_state (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), FORE_STAGE_LOADING);

  return self->state;
}

gboolean
fore_stage_get_settled (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), FALSE);

  return self->settled;
}

guint
fore_stage_get_n_updates (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), 0);

  return self->n_updates;
}

void
fore_stage_next (ForeStage *self)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  if (self->ready)
    fore_bridge_call (self->view, "next");
}

void
fore_stage_previous (ForeStage *self)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  if (self->ready)
    fore_bridge_call (self->view, "previous");
}

void
fore_stage_reload_assets (ForeStage *self)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  g_hash_table_remove_all (self->refused_hosts);
  fore_scheme_renew (self->assets);
  if (!shows_wanted (self))
    set_settled (self, FALSE);
  pump (self);
}

void
fore_stage_retry (ForeStage *self)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  if (self->state != FORE_STAGE_FAILED)
    return;
  fore_recovery_watch_forget (self->watch);
  load_page (self);
}

GtkWidget *
fore_stage_new (ForeAssets *assets, ForeStageMode mode, ForeStage *related)
{
  return g_object_new (FORE_TYPE_STAGE, "assets", assets, "mode", mode, "related",
                       related, NULL);
}

/* --- the widget
 * ----------------------------------------------------------------------------------- */

static void
fore_stage_constructed (GObject *object)
{
  static const ForeBridgeHandlers handlers = { ready_cb, moved_cb, link_cb, diagram_cb };
  ForeStage *self = FORE_STAGE (object);

  G_OBJECT_CLASS (fore_stage_parent_class)->constructed (object);

  self->view = fore_web_view_new (self->related != NULL ? self->related->view : NULL);
  fore_bridge_listen (self->view, &handlers, object);
  fore_scheme_attach (self->view, self->assets, refused_cb, self);
  g_signal_connect_object (self->view, "web-process-terminated",
                           G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  fore_stage_keys_add (self);
  load_page (self);
}

static void
fore_stage_dispose (GObject *object)
{
  ForeStage *self = FORE_STAGE (object);

  fore_snapshot_queue_cancel (self->snapshots);
  if (self->view != NULL) {
    forget_page (self);
    g_signal_handlers_disconnect_by_data (self->view, self);
    gtk_widget_unparent (GTK_WIDGET (self->view));
    self->view = NULL;
  }
  g_clear_pointer (&self->watch, fore_recovery_watch_free);
  g_clear_pointer (&self->wanted, fore_deck_unref);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);

  G_OBJECT_CLASS (fore_stage_parent_class)->dispose (object);
}

static void
fore_stage_finalize (GObject *object)
{
  ForeStage *self = FORE_STAGE (object);

  fore_snapshot_queue_free (self->snapshots);
  g_hash_table_unref (self->refused_hosts);

  G_OBJECT_CLASS (fore_stage_parent_class)->finalize (object);
}

static void
fore_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  ForeStage *self = FORE_STAGE (object);

  switch (id) {
  case PROP_DECK:
    g_value_set_boxed (value, self->wanted);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  case PROP_STEP:
    g_value_set_uint (value, self->step);
    break;
  case PROP_N_STEPS:
    g_value_set_uint (value, self->place.n_steps);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_SETTLED:
    g_value_set_boolean (value, self->settled);
    break;
  case PROP_ASSETS:
    g_value_set_object (value, self->assets);
    break;
  case PROP_RELATED:
    g_value_set_object (value, self->related);
    break;
  case PROP_MODE:
    g_value_set_enum (value, self->mode);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  ForeStage *self = FORE_STAGE (object);

  switch (id) {
  case PROP_DECK:
    if (g_value_get_boxed (value) != NULL)
      fore_stage_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_INDEX:
    fore_stage_show (self, g_value_get_uint (value), 0);
    break;
  case PROP_STEP:
    fore_stage_show (self, self->index, g_value_get_uint (value));
    break;
  case PROP_ASSETS:
    self->assets = g_value_dup_object (value);
    break;
  case PROP_RELATED:
    self->related = g_value_dup_object (value);
    break;
  case PROP_MODE:
    self->mode = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static gboolean
fore_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FORE_STAGE (widget)->view));
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags writable =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  properties[PROP_DECK] =
    g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, writable);
  properties[PROP_INDEX] =
    g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_N_STEPS] =
    g_param_spec_uint ("n-steps", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, FORE_TYPE_STAGE_STATE,
                                              FORE_STAGE_LOADING, readable);
  properties[PROP_SETTLED] =
    g_param_spec_boolean ("settled", NULL, NULL, FALSE, readable);
  properties[PROP_ASSETS] =
    g_param_spec_object ("assets", NULL, NULL, FORE_TYPE_ASSETS, fixed);
  properties[PROP_RELATED] =
    g_param_spec_object ("related", NULL, NULL, FORE_TYPE_STAGE, fixed);
  properties[PROP_MODE] = g_param_spec_enum ("mode", NULL, NULL, FORE_TYPE_STAGE_MODE,
                                             FORE_STAGE_PREVIEW, fixed);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
install_signals (void)
{
  const GType type = FORE_TYPE_STAGE;
  const GSignalFlags last = G_SIGNAL_RUN_LAST;

  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", type, last, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DIAGRAM_FAILED] =
    g_signal_new ("diagram-failed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_STRING, G_TYPE_STRING);
  signals[USER_MOVED] =
    g_signal_new ("user-moved", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASSET_REFUSED] = g_signal_new ("asset-refused", type, last, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECOVERED] = g_signal_new ("recovered", type, last, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
fore_stage_class_init (ForeStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fore_stage_constructed;
  object_class->dispose = fore_stage_dispose;
  object_class->finalize = fore_stage_finalize;
  object_class->get_property = fore_stage_get_property;
  object_class->set_property = fore_stage_set_property;
  widget_class->grab_focus = fore_stage_grab_focus;

  install_properties (object_class);
  install_signals ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stage");
}

static void
fore_stage_init (ForeStage *self)
{
  self->watch = fore_recovery_watch_new (silent_cb, hung_cb, self);
  self->refused_hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->snapshots = fore_snapshot_queue_new (snapshot_taken_cb, self);
}
