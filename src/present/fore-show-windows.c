/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Where the windows are. A window can be asked onto a monitor by one way only that works
 * everywhere: to fill that monitor. So whatever has a monitor of its own fills it, and
 * nothing is ever moved by coordinates.
 *
 * A monitor that goes takes nothing along: the audience's window is put away, the talk
 * goes on in the speaker view, and the next monitor that comes gets the window. */

#include "fore-key-help.h"
#include "fore-show-private.h"
#include "fore-speaker.h"

#include <glib/gi18n.h>

#define WINDOW_WIDTH 1280
#define WINDOW_HEIGHT 720

/* --- Placing --- */

static gboolean
audience_is_seen (ForeShow *self)
{
  return self->audience != NULL && !self->homeless &&
         fore_talk_get_picture (self->talk) != FORE_PICTURE_HIDDEN;
}

static void
fill_monitor (ForeShow *self, GtkWindow *window, GdkMonitor *monitor)
{
  if (monitor != NULL && fore_screens_has (self->screens, monitor))
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
}

void
fore_show_place_audience (ForeShow *self)
{
  if (self->audience == NULL)
    return;
  if (!audience_is_seen (self)) {
    gtk_widget_set_visible (GTK_WIDGET (self->audience), FALSE);
    return;
  }
  if (self->mode == FORE_SHOW_SCREENS)
    fill_monitor (self, self->audience, self->audience_monitor);
  gtk_window_present (self->audience);
}

static void
place_speaker (ForeShow *self)
{
  if (self->speaker == NULL)
    return;
  if (self->mode == FORE_SHOW_SCREENS)
    fill_monitor (self, self->speaker, self->speaker_monitor);
  gtk_window_present (self->speaker);
}

/* The speaker view comes last: it has the focus, and it may lie over the audience's
 * window where there is one monitor only. */
static void
place_windows (ForeShow *self)
{
  fore_show_place_audience (self);
  place_speaker (self);
}

static void
picture_changed_cb (ForeShow *self)
{
  if (self->audience == NULL ||
      gtk_widget_get_visible (GTK_WIDGET (self->audience)) == audience_is_seen (self))
    return;
  fore_show_place_audience (self);
  if (self->speaker != NULL)
    gtk_window_present (self->speaker);
}

/* --- The windows --- */

static gboolean
audience_close_cb (ForeShow *self)
{
  if (self->speaker != NULL)
    fore_talk_set_picture (self->talk, FORE_PICTURE_HIDDEN);
  else
    fore_show_end (self);
  return GDK_EVENT_STOP;
}

static void
link_activated_cb (ForeShow *self, const char *uri)
{
  g_autofree char *escaped = g_strescape (uri, NULL);
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;

  /* Translators: %s is the address of a link that was clicked on a slide. */
  text = g_strdup_printf (_ ("A link was clicked: %s"), uri);
  action = g_strdup_printf ("show.open-link(\"%s\")", escaped);
  fore_show_offer (self, text, _ ("Open"), action);
}

static void
adopt (ForeShow *self, GtkWindow *window, GCallback close_cb)
{
  gtk_widget_insert_action_group (GTK_WIDGET (window), "show",
                                  G_ACTION_GROUP (self->actions));
  fore_key_input_watch (self->input, GTK_WIDGET (window), FORE_IS_AUDIENCE (window));
  g_signal_connect_object (window, "close-request", close_cb, self, G_CONNECT_SWAPPED);
}

static void
make_audience (ForeShow *self)
{
  if (self->audience != NULL)
    return;
  self->audience = GTK_WINDOW (
    fore_audience_new (self->application, self->talk, self->assets, self->related));
  gtk_window_set_default_size (self->audience, WINDOW_WIDTH, WINDOW_HEIGHT);
  adopt (self, self->audience, G_CALLBACK (audience_close_cb));
  g_signal_connect_object (fore_audience_get_stage (FORE_AUDIENCE (self->audience)),
                           "link-activated", G_CALLBACK (link_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
speaker_close_cb (ForeShow *self)
{
  if (audience_is_seen (self))
    fore_show_set_speaker_open (self, FALSE);
  else
    fore_show_end (self);
  return GDK_EVENT_STOP;
}

static void
notes_edited_cb (ForeShow *self, guint index, const char *text)
{
  g_signal_emit_by_name (self, "notes-edited", index, text);
}

static char *
dup_key_label (const char *command, gpointer user_data)
{
  ForeShow *self = user_data;

  return fore_key_table_dup_label (self->keys, command);
}

static void
make_speaker (ForeShow *self)
{
  GtkWidget *speaker;

  if (self->speaker != NULL)
    return;
  speaker = fore_speaker_new (self->application, self->talk, self->assets, self->related,
                              self->settings);
  self->speaker = GTK_WINDOW (speaker);
  adopt (self, self->speaker, G_CALLBACK (speaker_close_cb));
  fore_speaker_set_keys (FORE_SPEAKER (speaker), dup_key_label, self);
  g_signal_connect_object (speaker, "notes-edited", G_CALLBACK (notes_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (speaker, "link-activated", G_CALLBACK (link_activated_cb),
                           self, G_CONNECT_SWAPPED);
  fore_show_say (self, NULL);
}

static void
speaker_changed (ForeShow *self)
{
  fore_show_update_actions (self);
  fore_show_lay_ink (self);
  g_object_notify (G_OBJECT (self), "has-speaker");
}

void
fore_show_set_speaker_open (ForeShow *self, gboolean open)
{
  if (open == (self->speaker != NULL))
    return;
  if (open) {
    make_speaker (self);
    place_speaker (self);
  } else {
    g_clear_pointer (&self->speaker, gtk_window_destroy);
    fore_show_place_audience (self);
  }
  speaker_changed (self);
}

/* --- Monitors --- */

void
fore_show_use_monitor (ForeShow *self, GdkMonitor *monitor)
{
  fore_screens_remember (self->screens, monitor);
  self->homeless = FALSE;
  self->mode = FORE_SHOW_SCREENS;
  g_clear_object (&self->offered);
  fore_show_offer (self, NULL, NULL, NULL);
  g_set_object (&self->audience_monitor, monitor);
  if (self->speaker_monitor == monitor ||
      !fore_screens_has (self->screens, self->speaker_monitor))
    g_set_object (&self->speaker_monitor,
                  fore_screens_get_other (self->screens, monitor));
  make_audience (self);
  if (self->speaker_monitor != NULL)
    make_speaker (self);
  place_windows (self);
  speaker_changed (self);
}

void
fore_show_swap (ForeShow *self)
{
  g_autoptr (GdkMonitor) audience = NULL;

  if (self->speaker_monitor == NULL || self->speaker_monitor == self->audience_monitor)
    return;
  audience = g_object_ref (self->speaker_monitor);
  g_set_object (&self->speaker_monitor, self->audience_monitor);
  fore_show_use_monitor (self, audience);
}

static void
monitor_added_cb (ForeShow *self, GdkMonitor *monitor)
{
  g_autofree char *name = fore_screens_dup_name (monitor);
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;

  fore_show_update_actions (self);
  if (!self->running || self->mode == FORE_SHOW_WINDOWS)
    return;
  /* Without a speaker view there is nobody to ask; and nobody plugs a projector in during
   * a talk for anything else. */
  if (self->mode == FORE_SHOW_SCREENS &&
      (self->homeless || self->speaker == NULL ||
       fore_screens_is_remembered (self->screens, monitor))) {
    fore_show_use_monitor (self, monitor);
    return;
  }
  g_set_object (&self->offered, monitor);
  /* Translators: %s is the make and model of a monitor. */
  text = g_strdup_printf (_ ("“%s” was plugged in"), name);
  action = g_strdup_printf ("show.use-screen('%s')", gdk_monitor_get_connector (monitor));
  fore_show_offer (self, text, _ ("Show the slides there"), action);
}

static void
lose_audience_monitor (ForeShow *self)
{
  GdkMonitor *left = fore_screens_get_other (self->screens, self->audience_monitor);
  g_autofree char *action = NULL;

  g_clear_object (&self->audience_monitor);
  if (left == NULL)
    return;
  if (self->speaker == NULL) {
    g_set_object (&self->audience_monitor, left);
    place_windows (self);
    return;
  }
  self->homeless = TRUE;
  g_set_object (&self->speaker_monitor, left);
  place_windows (self);
  action = g_strdup_printf ("show.use-screen('%s')", gdk_monitor_get_connector (left));
  fore_show_offer (self, _ ("The audience’s screen was unplugged"),
                   _ ("Show the slides here"), action);
}

static void
monitor_removed_cb (ForeShow *self, GdkMonitor *monitor)
{
  fore_show_update_actions (self);
  if (!self->running || self->mode == FORE_SHOW_WINDOWS)
    return;
  if (monitor == self->offered) {
    g_clear_object (&self->offered);
    fore_show_offer (self, NULL, NULL, NULL);
  }
  if (monitor == self->audience_monitor) {
    lose_audience_monitor (self);
  } else if (monitor == self->speaker_monitor) {
    /* The audience must not read the notes: its window comes to the front again. */
    g_clear_object (&self->speaker_monitor);
    fore_show_place_audience (self);
  }
}

/* --- Sizes --- */

void
fore_show_toggle_full_screen (ForeShow *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window != self->audience && window != self->speaker)
    window = self->audience != NULL ? self->audience : self->speaker;
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    fill_monitor (self, window,
                  window == self->audience ? self->audience_monitor
                                           : self->speaker_monitor);
}

void
fore_show_resize (ForeShow *self, int width, int height)
{
  if (self->audience == NULL || width < 1 || height < 1)
    return;
  if (gtk_window_is_fullscreen (self->audience))
    gtk_window_unfullscreen (self->audience);
  gtk_window_set_default_size (self->audience, width, height);
}

/* On the speaker's screen; where that is the audience's too, a window of its own. */
void
fore_show_open_help (ForeShow *self)
{
  if (self->help != NULL) {
    gtk_window_present (self->help);
    return;
  }
  self->help = GTK_WINDOW (fore_key_help_new (self->keys));
  g_object_add_weak_pointer (G_OBJECT (self->help), (gpointer *) &self->help);
  gtk_window_set_application (self->help, self->application);
  gtk_window_set_transient_for (self->help,
                                self->speaker != NULL ? self->speaker : self->audience);
  gtk_window_set_modal (self->help, self->speaker != NULL);
  gtk_window_present (self->help);
}

/* --- All of them --- */

void
fore_show_open_windows (ForeShow *self, const ForeShowPlan *plan)
{
  GdkMonitor *audience = plan->audience;
  GdkMonitor *speaker = plan->speaker;

  self->mode = plan->mode;
  self->homeless = FALSE;
  fore_screens_choose (self->screens, plan->near, &audience, &speaker);
  g_set_object (&self->audience_monitor, audience);
  g_set_object (&self->speaker_monitor, speaker);

  if (self->mode != FORE_SHOW_REHEARSAL)
    make_audience (self);
  if (self->mode != FORE_SHOW_SCREENS || audience != speaker)
    make_speaker (self);
  g_signal_connect_object (self->screens, "added", G_CALLBACK (monitor_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->screens, "removed", G_CALLBACK (monitor_removed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "notify::picture", G_CALLBACK (picture_changed_cb),
                           self, G_CONNECT_SWAPPED);
  place_windows (self);
  speaker_changed (self);
}

void
fore_show_close_windows (ForeShow *self)
{
  g_signal_handlers_disconnect_by_func (self->screens, monitor_added_cb, self);
  g_signal_handlers_disconnect_by_func (self->screens, monitor_removed_cb, self);
  g_signal_handlers_disconnect_by_func (self->talk, picture_changed_cb, self);
  if (self->help != NULL)
    gtk_window_destroy (self->help);
  fore_show_set_overview_open (self, FALSE);
  g_clear_pointer (&self->speaker, gtk_window_destroy);
  g_clear_pointer (&self->audience, gtk_window_destroy);
  speaker_changed (self);
}
