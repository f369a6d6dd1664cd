/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-show-private.h"
#include "fore-speaker.h"

#include <glib/gi18n.h>

#define LEAVE_SECONDS 2

enum { PROP_RUNNING = 1, PROP_HAS_SPEAKER, N_PROPS };
enum { ENDED, LINK_ACTIVATED, NOTES_EDITED, RESUME, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeShow, fore_show, G_TYPE_OBJECT)

/* --- What the speaker is told --- */

/* The audience reads nothing of ours: without a speaker view there is nobody to tell. */
void
fore_show_say (ForeShow *self, const char *text)
{
  if (self->speaker == NULL)
    return;
  if (text != NULL)
    fore_speaker_show_message (FORE_SPEAKER (self->speaker), text, NULL, NULL);
  else
    fore_speaker_show_message (FORE_SPEAKER (self->speaker), self->offer_text,
                               self->offer_label, self->offer_action);
}

void
fore_show_offer (ForeShow *self, const char *text, const char *label, const char *action)
{
  g_free (self->offer_text);
  g_free (self->offer_label);
  g_free (self->offer_action);
  self->offer_text = g_strdup (text);
  self->offer_label = g_strdup (label);
  self->offer_action = g_strdup (action);
  fore_show_say (self, NULL);
}

static void
withdraw_cb (ForeShow *self)
{
  g_signal_handlers_disconnect_by_func (self->talk, withdraw_cb, self);
  fore_show_offer (self, NULL, NULL, NULL);
}

void
fore_show_offer_to_resume (ForeShow *self, const char *text)
{
  g_return_if_fail (FORE_IS_SHOW (self));
  g_return_if_fail (text != NULL);

  fore_show_offer (self, text, _ ("Go on there"), "show.resume");
  g_signal_connect_object (self->talk, "notify::index", G_CALLBACK (withdraw_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- Leaving --- */

static gboolean
leave_timeout_cb (gpointer user_data)
{
  ForeShow *self = user_data;

  self->leave_timeout = 0;
  fore_show_say (self, NULL);
  return G_SOURCE_REMOVE;
}

/* One press by accident, as of a presenter whose button sends F5 and Escape in turn, must
 * not end a talk. */
void
fore_show_leave (ForeShow *self)
{
  if (self->leave_timeout != 0) {
    fore_show_end (self);
    return;
  }
  if (fore_show_put_tools_away (self) || fore_talk_leave_special (self->talk))
    return;
  self->leave_timeout = g_timeout_add_seconds (LEAVE_SECONDS, leave_timeout_cb, self);
  fore_show_say (self, _ ("Press Escape again to end the show"));
}

static void
forget_leave (ForeShow *self)
{
  if (self->leave_timeout == 0)
    return;
  g_clear_handle_id (&self->leave_timeout, g_source_remove);
  fore_show_say (self, NULL);
}

/* --- Commands --- */

/* What only one of the windows can do, it does, wherever the focus is. */
static gboolean
activate_in_window (ForeShow *self, const char *name)
{
  g_autofree char *full = g_strconcat ("show.", name, NULL);

  return (self->speaker != NULL &&
          gtk_widget_activate_action (GTK_WIDGET (self->speaker), full, NULL)) ||
         (self->audience != NULL &&
          gtk_widget_activate_action (GTK_WIDGET (self->audience), full, NULL));
}

gboolean
fore_show_activate (ForeShow *self, const char *name)
{
  GActionGroup *group;

  g_return_val_if_fail (FORE_IS_SHOW (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  group = G_ACTION_GROUP (self->actions);
  if (!g_str_equal (name, "leave"))
    forget_leave (self);
  if (!g_action_group_has_action (group, name))
    return activate_in_window (self, name);
  if (g_action_group_get_action_parameter_type (group, name) != NULL)
    return FALSE;
  g_action_group_activate_action (group, name, NULL);
  return TRUE;
}

static void
command_cb (ForeShow *self, const char *name)
{
  fore_show_activate (self, name);
}

static void
go_to_cb (ForeShow *self, const char *text)
{
  forget_leave (self);
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "go-to",
                                  g_variant_new_string (text));
}

static void
typed_cb (ForeShow *self)
{
  const char *typed = fore_key_input_get_typed (self->input);
  g_autofree char *text = NULL;

  /* Translators: %s is what has been typed so far of the number of a slide. */
  if (typed != NULL)
    text = g_strdup_printf (_ ("Go to %s…"), typed);
  fore_show_say (self, text);
}

/* --- Its life --- */

static gboolean
tick_cb (gpointer user_data)
{
  ForeShow *self = user_data;

  fore_talk_tick (self->talk);
  return G_SOURCE_CONTINUE;
}

static void
keep_awake (ForeShow *self)
{
  GtkWindow *window = self->audience != NULL ? self->audience : self->speaker;

  self->inhibit_cookie = gtk_application_inhibit (self->application, window,
                                                  GTK_APPLICATION_INHIBIT_IDLE |
                                                    GTK_APPLICATION_INHIBIT_SUSPEND,
                                                  _ ("A deck is being presented"));
}

static void
put_on_bus (ForeShow *self)
{
  GApplication *application = G_APPLICATION (self->application);
  GDBusConnection *connection = g_application_get_dbus_connection (application);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (connection == NULL)
    return;
  path = g_strconcat (g_application_get_dbus_object_path (application), "/show", NULL);
  self->remote = fore_remote_new (self, connection, path, &error);
  if (self->remote == NULL)
    g_message ("Remotes cannot drive this show: %s", error->message);
}

static void
set_running (ForeShow *self, gboolean running)
{
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
}

void
fore_show_start (ForeShow *self, const ForeShowPlan *plan)
{
  g_return_if_fail (FORE_IS_SHOW (self));
  g_return_if_fail (plan != NULL);
  g_return_if_fail (!self->running);

  set_running (self, TRUE);
  fore_show_open_windows (self, plan);
  keep_awake (self);
  put_on_bus (self);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  fore_show_update_actions (self);
}

void
fore_show_end (ForeShow *self)
{
  g_autoptr (ForeShow) kept = NULL;

  g_return_if_fail (FORE_IS_SHOW (self));

  if (!self->running)
    return;
  kept = g_object_ref (self);
  set_running (self, FALSE);
  g_clear_object (&self->remote);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->leave_timeout, g_source_remove);
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  fore_show_close_windows (self);
  g_signal_emit (self, signals[ENDED], 0);
}

gboolean
fore_show_get_running (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), FALSE);

  return self->running;
}

void
fore_show_raise (ForeShow *self)
{
  g_return_if_fail (FORE_IS_SHOW (self));

  if (fore_talk_get_picture (self->talk) == FORE_PICTURE_HIDDEN)
    fore_talk_set_picture (self->talk, FORE_PICTURE_SLIDE);
  if (self->audience != NULL && gtk_widget_get_visible (GTK_WIDGET (self->audience)))
    gtk_window_present (self->audience);
  if (self->speaker != NULL)
    gtk_window_present (self->speaker);
}

/* --- The object --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeShow *self = FORE_SHOW (object);

  switch (id) {
  case PROP_RUNNING:
    g_value_set_boolean (value, self->running);
    break;
  case PROP_HAS_SPEAKER:
    g_value_set_boolean (value, self->speaker != NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeShow *self = FORE_SHOW (object);

  fore_show_end (self);
  g_clear_object (&self->actions);
  g_clear_object (&self->input);
  g_clear_object (&self->keys);
  g_clear_object (&self->screens);
  g_clear_object (&self->audience_monitor);
  g_clear_object (&self->speaker_monitor);
  g_clear_object (&self->offered);
  g_clear_pointer (&self->marked_deck, fore_deck_unref);
  fore_show_clear_tools (self);
  g_clear_object (&self->talk);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_show_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeShow *self = FORE_SHOW (object);

  g_free (self->offer_text);
  g_free (self->offer_label);
  g_free (self->offer_action);

  G_OBJECT_CLASS (fore_show_parent_class)->finalize (object);
}

static void
fore_show_class_init (ForeShowClass *class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GType type = FORE_TYPE_SHOW;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, read);
  props[PROP_HAS_SPEAKER] = g_param_spec_boolean ("has-speaker", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ENDED] =
    g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RESUME] =
    g_signal_new ("resume", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTES_EDITED] =
    g_signal_new ("notes-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
fore_show_init (ForeShow *self)
{
  self->actions = g_simple_action_group_new ();
}

ForeShow *
fore_show_new (GtkApplication *application,
               ForeTalk *talk,
               ForeAssets *assets,
               ForeStage *related,
               GSettings *settings)
{
  ForeShow *self = g_object_new (FORE_TYPE_SHOW, NULL);

  self->application = application; /* outlives its windows */
  self->talk = g_object_ref (talk);
  self->assets = g_object_ref (assets);
  g_set_object (&self->related, related);
  self->settings = g_object_ref (settings);
  self->keys = fore_key_table_new (settings);
  self->input = fore_key_input_new (self->keys);
  self->screens = fore_screens_new (gdk_display_get_default (), settings);
  g_signal_connect_object (self->input, "command", G_CALLBACK (command_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "go-to", G_CALLBACK (go_to_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "notify::typed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (settings, "pause-when-blank", talk, "pauses-when-blank",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "resume-on-advance", talk, "resumes-on-advance",
                   G_SETTINGS_BIND_GET);
  fore_show_add_actions (self);
  fore_show_add_tools (self);
  return self;
}

ForeTalk *
fore_show_get_talk (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), NULL);

  return self->talk;
}

GSimpleActionGroup *
fore_show_get_actions (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), NULL);

  return self->actions;
}

GtkWindow *
fore_show_get_audience (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), NULL);

  return self->audience;
}

GtkWindow *
fore_show_get_speaker (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), NULL);

  return self->speaker;
}
