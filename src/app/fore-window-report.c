/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-report-window.h"
#include "fore-run-store.h"

#include <glib/gi18n.h>
#include <string.h>

/* The report of a talk is kept when the show ends, and shown when it is asked for. */

/* Whoever looks whether the projector works gives no talk. */
#define LEAST_SECONDS 10

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!fore_run_store_save_finish (result, &error))
    g_warning ("The report of a talk could not be kept: %s", error->message);
  g_application_release (application);
}

void
fore_window_keep_report (ForeWindow *self, ForeTalk *talk)
{
  g_autofree char *folder = NULL;

  if (fore_timer_get_elapsed (fore_talk_get_timer (talk)) < LEAST_SECONDS)
    return;
  g_clear_pointer (&self->last_run, fore_run_unref);
  self->last_run = fore_run_new (talk, fore_document_get_file (self->document));
  if (fore_run_get_uri (self->last_run) == NULL)
    return;
  folder = fore_run_store_dup_folder ();
  g_application_hold (G_APPLICATION (self->application));
  fore_run_store_save_async (self->last_run, folder, NULL, saved_cb,
                             g_object_ref (self->application));
}

/* --- Times into the deck --- */

/* What differs is one piece of the text: all slides with a time, and what is between. */
static void
replace_text (ForeWindow *self, ForeDeck *deck, GBytes *after)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (self->document));
  gsize old_length, new_length, start = 0, end = 0;
  const char *old = g_bytes_get_data (fore_deck_get_text (deck), &old_length);
  const char *new = g_bytes_get_data (after, &new_length);
  GtkTextIter from, to;

  while (start < old_length && start < new_length && old[start] == new[start])
    start++;
  while (end < old_length - start && end < new_length - start &&
         old[old_length - end - 1] == new[new_length - end - 1])
    end++;
  /* Comments are whole ASCII, but a difference may begin or end within a character. */
  while (start > 0 && ((guchar) new[start] & 0xc0) == 0x80)
    start--;
  while (end > 0 && ((guchar) new[new_length - end] & 0xc0) == 0x80)
    end--;

  gtk_text_buffer_get_iter_at_offset (buffer, &from,
                                      (int) g_utf8_strlen (old, (gssize) start));
  gtk_text_buffer_get_iter_at_offset (
    buffer, &to, (int) g_utf8_strlen (old, (gssize) (old_length - end)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, new + start, (int) (new_length - end - start));
  gtk_text_buffer_end_user_action (buffer);
}

typedef struct {
  ForeRun *run;
  ForeDeck *deck;
  guint n_written;
} Timing;

static void
timing_free (gpointer data)
{
  Timing *timing = data;

  fore_run_unref (timing->run);
  fore_deck_unref (timing->deck);
  g_free (timing);
}

static void
apply_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Timing *timing = data;

  g_task_return_pointer (
    task, fore_run_apply_timing (timing->run, timing->deck, &timing->n_written),
    (GDestroyNotify) g_bytes_unref);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeWindow *self = FORE_WINDOW (source);
  Timing *timing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *said = NULL;

  if (text == NULL || self->document == NULL)
    return;
  fore_document_update_deck (self->document);
  if (!g_bytes_equal (fore_deck_get_text (fore_document_get_deck (self->document)),
                      fore_deck_get_text (timing->deck))) {
    fore_window_show_toast (self, _ ("The deck has changed; nothing was written"));
    return;
  }
  if (timing->n_written > 0)
    replace_text (self, timing->deck, text);
  said = g_strdup_printf (ngettext ("The time of %u slide is in the deck",
                                    "The times of %u slides are in the deck",
                                    timing->n_written),
                          timing->n_written);
  fore_window_show_toast (self, said);
}

static void
write_timing_cb (ForeWindow *self, ForeRun *run)
{
  g_autoptr (GTask) task = NULL;
  Timing *timing;

  if (self->document == NULL)
    return;
  fore_document_update_deck (self->document);
  timing = g_new0 (Timing, 1);
  timing->run = fore_run_ref (run);
  timing->deck = fore_deck_ref (fore_document_get_deck (self->document));
  task = g_task_new (self, self->cancellable, applied_cb, NULL);
  g_task_set_source_tag (task, write_timing_cb);
  g_task_set_task_data (task, timing, timing_free);
  g_task_run_in_thread (task, apply_thread);
}

/* --- The window --- */

static void
open_report (ForeWindow *self, GPtrArray *runs)
{
  GtkWidget *report;

  if (runs->len == 0) {
    fore_window_show_toast (self, _ ("There was no talk of this deck yet"));
    return;
  }
  report = fore_report_window_new (GTK_WINDOW (self), runs);
  g_signal_connect_object (report, "write-timing", G_CALLBACK (write_timing_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (report));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = fore_run_store_list_finish (result, &error);

  if (runs != NULL)
    open_report (self, runs);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fore_window_show_trouble (self, error->message, NULL, NULL);
}

void
fore_window_show_report (ForeWindow *self)
{
  GFile *file = fore_document_get_file (self->document);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *folder = NULL;

  if (file == NULL) {
    runs = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_run_unref);
    if (self->last_run != NULL)
      g_ptr_array_add (runs, fore_run_ref (self->last_run));
    open_report (self, runs);
    return;
  }
  folder = fore_run_store_dup_folder ();
  fore_run_store_list_async (folder, file, self->cancellable, listed_cb,
                             g_object_ref (self));
}
