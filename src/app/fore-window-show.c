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

#define INTERRUPTED "fore-window-show-interrupted"

/* After a crash, people sit and wait; after that long they went home. */
#define WENT_ON_USEC (10 * 60 * G_USEC_PER_SEC)

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
end_journal (ForeWindow *self)
{
  fore_journal_end (self->journal);
  g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
}

static void
ended_cb (ForeWindow *self)
{
  g_autoptr (ForeShow) show = g_steal_pointer (&self->show);
  ForeTalk *talk = fore_show_get_talk (show);

  end_journal (self);
  if (self->document != NULL)
    fore_window_keep_report (self, talk);
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
file_changed_cb (ForeJournal *journal, GParamSpec *pspec, ForeDocument *document)
{
  fore_journal_set_file (journal, fore_document_get_file (document));
}

/* What was cut short is forgotten only when its new journal would outlive the program. */
static void
kept_cb (ForeWindow *self)
{
  ForeInterrupted *interrupted =
    g_object_get_data (G_OBJECT (self->journal), INTERRUPTED);

  if (interrupted != NULL && fore_journal_get_kept (self->journal)) {
    fore_interrupted_discard (interrupted);
    g_object_set_data (G_OBJECT (self->journal), INTERRUPTED, NULL);
  }
}

static void
start_journal (ForeWindow *self, ForeTalk *talk, ForeInterrupted *interrupted)
{
  g_autofree char *folder = fore_journal_dup_folder ();

  self->journal =
    fore_journal_new (talk, fore_document_get_file (self->document), folder);
  if (interrupted != NULL)
    g_object_set_data_full (G_OBJECT (self->journal), INTERRUPTED,
                            g_object_ref (interrupted), g_object_unref);
  g_signal_connect_object (self->journal, "notify::kept", G_CALLBACK (kept_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (file_changed_cb),
                           self->journal, G_CONNECT_SWAPPED);
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
  start_journal (self, talk, request->interrupted);
  fore_show_start (self->show, &plan);
}

static void
restore (ForeTalk *talk, ForeInterrupted *interrupted)
{
  const ForeMoment *moment = fore_interrupted_get_moment (interrupted);

  fore_moment_restore (moment, talk, g_get_real_time () - moment->time < WENT_ON_USEC);
}

/* --- Another start while a talk could be gone on with --- */

static ForeInterrupted *
peek_interrupted (ForeWindow *self)
{
  ForeInterrupted *talk =
    fore_cut_short_get_talk (fore_application_get_cut_short (self->application));
  GFile *file = fore_document_get_file (self->document);

  return talk != NULL && file != NULL &&
             g_file_equal (fore_interrupted_get_file (talk), file)
           ? talk
           : NULL;
}

static void
resume_cb (ForeWindow *self)
{
  ForeTalk *talk = fore_show_get_talk (self->show);
  g_autoptr (ForeMoment) moment = NULL;

  if (self->ended_talk != NULL) {
    moment = fore_moment_new (self->ended_talk, NULL, 0);
    fore_moment_restore (moment, talk, FALSE);
    fore_timer_resume (fore_talk_get_timer (talk));
    g_clear_object (&self->ended_talk);
    fore_window_update_actions (self);
  } else if (peek_interrupted (self) != NULL) {
    g_autoptr (ForeInterrupted) interrupted =
      fore_cut_short_take (fore_application_get_cut_short (self->application));

    restore (talk, interrupted);
    fore_interrupted_discard (interrupted);
  }
}

static void
offer_in_show (ForeWindow *self)
{
  ForeInterrupted *interrupted = peek_interrupted (self);
  g_autofree char *text = NULL;
  gint64 elapsed;
  guint index;

  if (self->ended_talk != NULL) {
    index = fore_talk_get_index (self->ended_talk);
    elapsed = fore_timer_get_elapsed (fore_talk_get_timer (self->ended_talk));
  } else if (interrupted != NULL) {
    index = fore_interrupted_get_moment (interrupted)->index;
    elapsed = fore_interrupted_get_moment (interrupted)->elapsed;
  } else {
    return;
  }
  /* Translators: the first number is that of a slide, the others are minutes and seconds.
   */
  text = g_strdup_printf (_ ("Last time you were on slide %u, at %d:%02d"), index + 1,
                          (int) (elapsed / 60), (int) (elapsed % 60));
  fore_show_offer_to_resume (self->show, text);
  g_signal_connect_object (self->show, "resume", G_CALLBACK (resume_cb), self,
                           G_CONNECT_SWAPPED);
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
  if (request->interrupted != NULL)
    restore (talk, request->interrupted);
  run_show (self, talk, request);
  if (request->interrupted == NULL)
    offer_in_show (self);
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
