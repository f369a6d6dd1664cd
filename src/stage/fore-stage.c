/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-stage-private.h"

#include "fore-scheme.h"
#include "fore-stage-keys.h"
#include "fore-theme-colour.h"

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
  ASSET_ANSWERED,
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
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_SPEAKER, "speaker"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_PRINT, "print"))

G_DEFINE_ENUM_TYPE (ForeStageState,
                    fore_stage_state,
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (FORE_STAGE_FAILED, "failed"))

/* --- pictures of slides
 * ------------------------------------------------------------------------ */

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
  fore_stage_take_snapshots (self);
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
    index = fore_stage_follow_index (self->wanted, deck, self->index);
  g_clear_pointer (&self->wanted, fore_deck_unref);
  self->wanted = fore_deck_ref (deck);
  fore_stage_set_place (self, index, self->step);
  show_background (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECK]);
  fore_stage_catch_up (self);
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
  fore_stage_set_place (self, index, step);
  fore_stage_catch_up (self);
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
  fore_stage_catch_up (self);
}

void
fore_stage_retry (ForeStage *self)
{
  g_return_if_fail (FORE_IS_STAGE (self));

  if (self->state != FORE_STAGE_FAILED)
    return;
  fore_recovery_watch_forget (self->watch);
  fore_stage_load_page (self);
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
  ForeStage *self = FORE_STAGE (object);

  G_OBJECT_CLASS (fore_stage_parent_class)->constructed (object);

  fore_stage_open_page (self);
  fore_stage_keys_add (self);
}

static void
fore_stage_dispose (GObject *object)
{
  ForeStage *self = FORE_STAGE (object);

  fore_stage_close_page (self);
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
  g_hash_table_unref (self->failed_assets);

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
  signals[ASSET_ANSWERED] =
    g_signal_new ("asset-answered", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_STRING, G_TYPE_STRING);
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
  self->refused_hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->failed_assets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
