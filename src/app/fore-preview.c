/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-preview.h"

#include "fore-bar.h"
#include "fore-refused-hosts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A page is normally live in half a second: a spinner before this would only flicker. */
#define PATIENCE_MS 1000

struct _ForePreview {
  GtkWidget parent_instance;

  GSettings *settings;
  ForeRefusedHosts *refused;
  guint patience;

  ForeStage *stage;
  ForeBar *refused_bar;
  GtkStack *stack;
  GtkAspectFrame *frame;
  GtkWidget *waiting;
  GtkLabel *position_label;
};

enum { PROP_STAGE = 1, PROP_SETTINGS, PROP_DECK, N_PROPS };
enum { USER_MOVED, LINK_ACTIVATED, RECOVERED, HOSTS_ALLOWED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForePreview, fore_preview, GTK_TYPE_WIDGET)

char *
fore_preview_describe_position (const ForeDeck *deck, guint index)
{
  guint column, row;

  fore_deck_get_position (deck, index, &column, &row);
  if (fore_deck_get_n_rows (deck, column) <= 1)
    return g_strdup_printf ("%u", column + 1);
  return g_strdup_printf ("%u.%u", column + 1, row + 1);
}

static void
update_position (ForePreview *self)
{
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  guint index = fore_stage_get_index (self->stage);
  guint n_steps = fore_stage_get_n_steps (self->stage);
  g_autofree char *position = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  if (deck == NULL) {
    gtk_label_set_label (self->position_label, "");
    return;
  }

  index = MIN (index, fore_deck_get_n_slides (deck) - 1);
  position = fore_preview_describe_position (deck, index);
  /* Translators: the number of a slide, such as 3.1, and how many slides there are */
  place = g_strdup_printf (_ ("%s of %u"), position, fore_deck_get_n_slides (deck));
  if (n_steps > 0)
    /* Translators: %s is “3.1 of 12” */
    text = g_strdup_printf (_ ("%s · step %u of %u"), place,
                            MIN (fore_stage_get_step (self->stage), n_steps), n_steps);
  gtk_label_set_label (self->position_label, text ? text : place);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous",
                                 index > 0 || fore_stage_get_step (self->stage) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next",
                                 index + 1 < fore_deck_get_n_slides (deck) ||
                                   fore_stage_get_step (self->stage) < n_steps);
}

static void
update_ratio (ForePreview *self)
{
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  ForeOptions *options = deck ? fore_deck_get_options (deck) : NULL;

  if (options == NULL || fore_options_get_height (options) <= 0)
    return;
  gtk_aspect_frame_set_ratio (self->frame, (float) (fore_options_get_width (options) /
                                                    fore_options_get_height (options)));
}

static gboolean
patience_cb (gpointer user_data)
{
  ForePreview *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (self->waiting, TRUE);
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (ForePreview *self)
{
  ForeStageState state = fore_stage_get_state (self->stage);

  gtk_stack_set_visible_child_name (self->stack,
                                    state == FORE_STAGE_FAILED ? "failed" : "stage");
  if (state == FORE_STAGE_LOADING && self->patience == 0) {
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  } else if (state != FORE_STAGE_LOADING) {
    g_clear_handle_id (&self->patience, g_source_remove);
    gtk_widget_set_visible (self->waiting, FALSE);
  }
}

static void
user_moved_cb (ForePreview *self)
{
  g_signal_emit (self, signals[USER_MOVED], 0);
}

static void
link_activated_cb (ForePreview *self, const char *uri)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
}

static void
recovered_cb (ForePreview *self)
{
  g_signal_emit (self, signals[RECOVERED], 0);
}

static void
asset_refused_cb (ForePreview *self, const char *host)
{
  fore_refused_hosts_add (self->refused, host);
}

static void
hosts_changed_cb (ForePreview *self)
{
  g_auto (GStrv) hosts = g_settings_get_strv (self->settings, "allowed-hosts");

  fore_assets_set_allowed_hosts (fore_stage_get_assets (self->stage),
                                 (const char *const *) hosts);
  fore_refused_hosts_clear (self->refused);
  fore_stage_reload_assets (self->stage);
  g_signal_emit (self, signals[HOSTS_ALLOWED], 0);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_stage_next (FORE_PREVIEW (widget)->stage);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_stage_previous (FORE_PREVIEW (widget)->stage);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_stage_retry (FORE_PREVIEW (widget)->stage);
}

static void
allow_once_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForePreview *self = FORE_PREVIEW (widget);
  const char *host = g_variant_get_string (parameter, NULL);

  fore_assets_allow_host_once (fore_stage_get_assets (self->stage), host);
  fore_refused_hosts_remove (self->refused, host);
  fore_stage_reload_assets (self->stage);
  g_signal_emit (self, signals[HOSTS_ALLOWED], 0);
}

static void
allow_always_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForePreview *self = FORE_PREVIEW (widget);
  const char *host = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) hosts = g_settings_get_strv (self->settings, "allowed-hosts");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (g_strv_contains ((const char *const *) hosts, host))
    return;
  g_strv_builder_addv (builder, (const char **) hosts);
  g_strv_builder_add (builder, host);
  longer = g_strv_builder_end (builder);
  /* hosts_changed_cb() does the rest, here and in every other window. */
  g_settings_set_strv (self->settings, "allowed-hosts", (const char *const *) longer);
}

static void
watch_stage (ForePreview *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->stage), "fore-slide");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Slide"), -1);
  gtk_aspect_frame_set_child (self->frame, GTK_WIDGET (self->stage));

  g_signal_connect_object (self->stage, "notify::index", G_CALLBACK (update_position),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::step", G_CALLBACK (update_position),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::n-steps", G_CALLBACK (update_position),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::state", G_CALLBACK (state_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "user-moved", G_CALLBACK (user_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "link-activated", G_CALLBACK (link_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "recovered", G_CALLBACK (recovered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "asset-refused", G_CALLBACK (asset_refused_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
constructed (GObject *object)
{
  ForePreview *self = FORE_PREVIEW (object);
  g_auto (GStrv) hosts = g_settings_get_strv (self->settings, "allowed-hosts");

  G_OBJECT_CLASS (fore_preview_parent_class)->constructed (object);

  fore_assets_set_allowed_hosts (fore_stage_get_assets (self->stage),
                                 (const char *const *) hosts);
  self->refused = fore_refused_hosts_new (self->refused_bar);
  watch_stage (self);
  state_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::allowed-hosts",
                           G_CALLBACK (hosts_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForePreview *self = FORE_PREVIEW (object);

  switch (id) {
  case PROP_STAGE:
    g_value_set_object (value, self->stage);
    break;
  case PROP_SETTINGS:
    g_value_set_object (value, self->settings);
    break;
  case PROP_DECK:
    g_value_set_boxed (value, fore_stage_get_deck (self->stage));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForePreview *self = FORE_PREVIEW (object);

  switch (id) {
  case PROP_STAGE:
    self->stage = g_value_dup_object (value);
    break;
  case PROP_SETTINGS:
    self->settings = g_value_dup_object (value);
    break;
  case PROP_DECK:
    fore_preview_set_deck (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForePreview *self = FORE_PREVIEW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->refused);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_PREVIEW);
  g_clear_object (&self->stage);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_preview_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags construct_only =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  props[PROP_STAGE] =
    g_param_spec_object ("stage", NULL, NULL, FORE_TYPE_STAGE, construct_only);
  props[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, construct_only);
  props[PROP_DECK] = g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
install_signals (GType type)
{
  signals[USER_MOVED] = g_signal_new ("user-moved", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECOVERED] = g_signal_new ("recovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[HOSTS_ALLOWED] = g_signal_new ("hosts-allowed", type, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL,
                                   previous_action);
  gtk_widget_class_install_action (widget_class, "preview.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "preview.allow-once", "s",
                                   allow_once_action);
  gtk_widget_class_install_action (widget_class, "preview.allow-always", "s",
                                   allow_always_action);
}

static void
fore_preview_class_init (ForePreviewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = constructed;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  install_properties (object_class);
  install_signals (FORE_TYPE_PREVIEW);
  install_actions (widget_class);

  g_type_ensure (FORE_TYPE_BAR);
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ForePreview, refused_bar);
  gtk_widget_class_bind_template_child (widget_class, ForePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, ForePreview, frame);
  gtk_widget_class_bind_template_child (widget_class, ForePreview, waiting);
  gtk_widget_class_bind_template_child (widget_class, ForePreview, position_label);
  /* gtk_widget_dispose_template() takes only those children away that it knows. */
  gtk_widget_class_bind_template_child_full (widget_class, "row", FALSE, 0);
}

static void
fore_preview_init (ForePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fore_preview_new (ForeStage *stage, GSettings *settings)
{
  return g_object_new (FORE_TYPE_PREVIEW, "stage", stage, "settings", settings, NULL);
}

void
fore_preview_set_deck (ForePreview *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_PREVIEW (self));

  if (fore_stage_get_deck (self->stage) == deck)
    return;
  fore_stage_set_deck (self->stage, deck);
  update_ratio (self);
  update_position (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DECK]);
}

ForeStage *
fore_preview_get_stage (ForePreview *self)
{
  g_return_val_if_fail (FORE_IS_PREVIEW (self), NULL);

  return self->stage;
}

guint
fore_preview_get_index (ForePreview *self)
{
  g_return_val_if_fail (FORE_IS_PREVIEW (self), 0);

  return fore_stage_get_index (self->stage);
}

void
fore_preview_show_slide (ForePreview *self, guint index)
{
  g_return_if_fail (FORE_IS_PREVIEW (self));

  if (fore_stage_get_index (self->stage) != index)
    fore_stage_show (self->stage, index, G_MAXUINT);
}
