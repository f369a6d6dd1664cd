/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-dialogs.h"
#include "fore-notes-edit.h"
#include "fore-screens.h"
#include "fore-splice.h"

#include <glib/gi18n.h>
#include <string.h>

/* The show runs beside the editor and shares its web process. It follows each edit; when
 * it ends, the editor stands on the slide that the speaker was on, and its talk is kept:
 * whoever ended it by mistake goes on from there. */

static GdkMonitor *
get_monitor (ForeWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  if (surface == NULL)
    return NULL;
  return gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
}

static void
offer_to_resume (ForeWindow *self)
{
  g_autofree char *number =
    g_strdup_printf ("%u", fore_talk_get_index (self->ended_talk) + 1);
  g_autofree char *text = NULL;
  AdwToast *toast;

  /* Translators: %s is the number of a slide */
  text = g_strdup_printf (_ ("The show ended on slide %s"), number);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Go on"));
  adw_toast_set_action_name (toast, "win.resume-show");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
ended_cb (ForeWindow *self)
{
  g_autoptr (ForeShow) show = g_steal_pointer (&self->show);
  ForeTalk *talk = fore_show_get_talk (show);

  if (self->editor == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  fore_timer_pause (fore_talk_get_timer (talk));
  g_set_object (&self->ended_talk, talk);
  fore_window_update_actions (self);
  fore_editor_go_to_slide (self->editor, fore_talk_get_index (talk));
  offer_to_resume (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
show_link_cb (ForeWindow *self, const char *uri)
{
  fore_dialogs_show_link (GTK_WINDOW (self), uri);
}

/* The offsets of an edit are those of the text that it was made for: the buffer’s, which
 * may be ahead of the deck that the speaker looks at. */
static void
notes_edited_cb (ForeWindow *self, guint index, const char *notes)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (self->document));
  ForeDeck *seen = fore_talk_get_deck (fore_show_get_talk (self->show));
  g_auto (ForeNotesEdit) edit = { 0 };
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ForeSplice splice;
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  bytes = g_bytes_new_take (text, strlen (text));
  deck = fore_deck_parse (bytes, seen);
  splice = fore_splice_between (seen, deck);
  index = fore_splice_move_index (&splice, index, fore_deck_get_n_slides (deck));
  if (!fore_deck_replace_notes (deck, index, notes, &edit))
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                      (int) g_utf8_strlen (text, (gssize) edit.at));
  gtk_text_buffer_get_iter_at_offset (
    buffer, &end, (int) g_utf8_strlen (text, (gssize) (edit.at + edit.removed)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, edit.text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static GdkMonitor *
find_monitor (ForeWindow *self, const char *name)
{
  return name != NULL
           ? fore_screens_find (gtk_widget_get_display (GTK_WIDGET (self)), name)
           : NULL;
}

static void
run_show (ForeWindow *self, ForeTalk *talk, ForeShowRequest *request)
{
  const ForeShowPlan plan = {
    request->mode,
    get_monitor (self),
    find_monitor (self, request->audience),
    find_monitor (self, request->speaker),
  };

  self->show = fore_show_new (GTK_APPLICATION (self->application), talk,
                              fore_editor_get_assets (self->editor),
                              fore_editor_get_stage (self->editor), self->settings);
  g_object_bind_property (self->document, "deck", talk, "deck", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->show, "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "link-activated", G_CALLBACK (show_link_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notes-edited", G_CALLBACK (notes_edited_cb), self,
                           G_CONNECT_SWAPPED);
  fore_show_start (self->show, &plan);
}

static void
set_time (ForeTalk *talk, ForeShowRequest *request)
{
  ForeTimer *timer = fore_talk_get_timer (talk);
  g_autoptr (GDateTime) end = NULL;

  if (request->duration > 0)
    fore_timer_set_duration (timer, request->duration);
  if (request->end_hour < 0)
    return;
  end = fore_clock_dup_next (fore_talk_get_clock (talk), request->end_hour,
                             request->end_minute);
  fore_timer_set_end_time (timer, end);
}

void
fore_window_start_show (ForeWindow *self, ForeShowRequest *request)
{
  g_autoptr (ForeClock) clock = NULL;
  g_autoptr (ForeTalk) talk = NULL;
  ForeDeck *deck;

  g_return_if_fail (FORE_IS_WINDOW (self));
  g_return_if_fail (self->editor != NULL);
  g_return_if_fail (request != NULL);

  if (self->show != NULL) {
    fore_show_raise (self->show);
    return;
  }
  deck = fore_document_get_deck (self->document);
  clock = fore_clock_new_system ();
  talk = fore_talk_new (deck, clock);
  if (request->index > 0)
    fore_talk_go_to (talk, MIN (request->index, fore_deck_get_n_slides (deck) - 1), 0);
  /* Being there is not the same as having gone there. */
  fore_timer_restore (fore_talk_get_timer (talk), FORE_TIMER_WAITING, 0);
  set_time (talk, request);
  run_show (self, talk, request);
}

void
fore_window_resume_show (ForeWindow *self)
{
  g_autoptr (ForeShowRequest) request = NULL;
  g_autoptr (ForeTalk) talk = NULL;

  g_return_if_fail (FORE_IS_WINDOW (self));

  if (self->show != NULL || self->ended_talk == NULL)
    return;
  request = fore_show_request_new (FORE_SHOW_SCREENS, 0);
  talk = g_steal_pointer (&self->ended_talk);
  fore_window_update_actions (self);
  fore_timer_resume (fore_talk_get_timer (talk));
  run_show (self, talk, request);
}

ForeShow *
fore_window_get_show (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), NULL);

  return self->show;
}
