/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include <glib/gi18n.h>

/* What a window tells: toasts for what has been done, bars for what needs a decision. */

void
fore_window_update_conflict (ForeWindow *self)
{
  ForeConflict conflict =
    self->document ? fore_document_get_conflict (self->document) : FORE_CONFLICT_NONE;
  GFile *file = self->document ? fore_document_get_file (self->document) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autofree char *text = NULL;

  fore_bar_set_revealed (self->changed_bar, conflict == FORE_CONFLICT_CHANGED);
  fore_bar_set_revealed (self->gone_bar, conflict == FORE_CONFLICT_GONE);
  if (conflict == FORE_CONFLICT_CHANGED) {
    text = g_strdup_printf (
      _ ("“%s” was changed by another program, and so was your text here."), name);
    fore_bar_set_text (self->changed_bar, text);
  } else if (conflict == FORE_CONFLICT_GONE) {
    text =
      g_strdup_printf (_ ("“%s” is not there any more. Your text is kept here."), name);
    fore_bar_set_text (self->gone_bar, text);
  }
}

static void
left_behind_changed_cb (ForeWindow *self)
{
  guint n_copies =
    fore_left_behind_get_n_copies (fore_application_get_left_behind (self->application));
  g_autofree char *text = NULL;

  fore_bar_set_revealed (self->recovery_bar, n_copies > 0);
  if (n_copies == 0)
    return;

  text = g_strdup_printf (
    ngettext ("Foredeck stopped last time before your changes to a deck were saved.",
              "Foredeck stopped last time before your changes to %u decks were saved.",
              n_copies),
    n_copies);
  fore_bar_set_text (self->recovery_bar, text);
}

void
fore_window_watch_left_behind (ForeWindow *self)
{
  g_signal_connect_object (fore_application_get_left_behind (self->application),
                           "notify::n-copies", G_CALLBACK (left_behind_changed_cb), self,
                           G_CONNECT_SWAPPED);
  left_behind_changed_cb (self);
}

static void
cut_short_changed_cb (ForeWindow *self)
{
  ForeInterrupted *talk =
    fore_cut_short_get_talk (fore_application_get_cut_short (self->application));
  const ForeMoment *moment = talk ? fore_interrupted_get_moment (talk) : NULL;
  g_autofree char *text = NULL;

  fore_bar_set_revealed (self->talk_bar, talk != NULL);
  if (talk == NULL)
    return;

  /* Translators: %s is the title of a deck, the first number that of a slide, and the
   * last two are minutes and seconds. */
  text = g_strdup_printf (
    _ ("Foredeck stopped during the talk “%s”, on slide %u, %d:%02d into it."),
    moment->title ? moment->title : _ ("Slides"), moment->index + 1,
    (int) (moment->elapsed / 60), (int) (moment->elapsed % 60));
  fore_bar_set_text (self->talk_bar, text);
}

void
fore_window_watch_cut_short (ForeWindow *self)
{
  g_signal_connect_object (fore_application_get_cut_short (self->application),
                           "notify::talk", G_CALLBACK (cut_short_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cut_short_changed_cb (self);
}

typedef struct {
  ForeLeftBehind *left_behind;
  GPtrArray *copies;
} Discarded;

static void
discarded_free (gpointer data, GClosure *closure)
{
  Discarded *self = data;

  g_object_unref (self->left_behind);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

static void
undo_clicked_cb (Discarded *discarded)
{
  fore_left_behind_put_back (discarded->left_behind, discarded->copies);
  /* The toast goes next, and takes nothing along. */
  g_ptr_array_unref (discarded->copies);
  discarded->copies = g_ptr_array_new ();
}

static void
dismissed_cb (Discarded *discarded)
{
  for (guint i = 0; i < discarded->copies->len; i++)
    fore_recovered_discard (g_ptr_array_index (discarded->copies, i));
}

void
fore_window_offer_undo (ForeWindow *self, GPtrArray *copies)
{
  AdwToast *toast = adw_toast_new (_ ("Unsaved changes discarded"));
  Discarded *discarded = g_new0 (Discarded, 1);

  discarded->left_behind =
    g_object_ref (fore_application_get_left_behind (self->application));
  discarded->copies = g_ptr_array_ref (copies);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_swapped (toast, "button-clicked", G_CALLBACK (undo_clicked_cb),
                            discarded);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (dismissed_cb), discarded,
                         discarded_free, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
fore_window_show_toast (ForeWindow *self, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (FORE_IS_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static GtkWidget *
new_bar_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

void
fore_window_show_trouble (ForeWindow *self,
                          const char *text,
                          const char *label,
                          const char *action)
{
  g_return_if_fail (FORE_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  fore_bar_set_text (self->trouble_bar, text);
  fore_bar_remove_buttons (self->trouble_bar);
  if (label != NULL && action != NULL)
    fore_bar_add_button (self->trouble_bar, new_bar_button (label, action));
  fore_bar_add_button (self->trouble_bar,
                       new_bar_button (_ ("_Dismiss"), "win.dismiss-trouble"));
  fore_bar_set_revealed (self->trouble_bar, TRUE);
}

void
fore_window_clear_trouble (ForeWindow *self)
{
  fore_bar_set_revealed (self->trouble_bar, FALSE);
}
