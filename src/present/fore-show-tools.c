/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What a show has of ink, pointer and overview. There is one ink for all windows, and
 * each window that comes gets a layer of it. The overview lies over the speaker view;
 * where there is none, it is a window of its own. */

#include "fore-show-private.h"

#include "fore-ink-actions.h"
#include "fore-ink-layer.h"
#include "fore-overview.h"
#include "fore-speaker.h"

#define MAX_PICTURES 400

/* --- Ink ---------------------------------------------------------------------------- */

static gboolean
is_new (GtkWindow *window)
{
  static const char *const mark = "fore-has-ink";

  if (window == NULL || g_object_get_data (G_OBJECT (window), mark) != NULL)
    return FALSE;
  g_object_set_data (G_OBJECT (window), mark, GINT_TO_POINTER (TRUE));

  return TRUE;
}

/* Below the frame and the word that say that the audience sees something else. */
static void
lay_over_card (ForeSlideCard *card, ForeInk *ink)
{
  GtkOverlay *overlay = fore_slide_card_get_overlay (card);
  GtkWidget *picture = gtk_overlay_get_child (overlay);
  GtkWidget *layer = fore_ink_layer_new (fore_slide_card_get_stage (card), picture, ink);

  gtk_overlay_add_overlay (overlay, layer);
  gtk_widget_insert_after (layer, GTK_WIDGET (overlay), picture);
}

void
fore_show_lay_ink (ForeShow *self)
{
  if (is_new (self->audience))
    fore_audience_set_ink (FORE_AUDIENCE (self->audience), self->ink);
  if (is_new (self->speaker) && FORE_IS_SPEAKER (self->speaker))
    lay_over_card (fore_speaker_get_current_card (FORE_SPEAKER (self->speaker)),
                   self->ink);
  /* It was in a window that may be gone, or there is a better place for it now. */
  fore_show_set_overview_open (self, FALSE);
}

gboolean
fore_show_put_tools_away (ForeShow *self)
{
  if (self->overview != NULL) {
    fore_show_set_overview_open (self, FALSE);
    return TRUE;
  }

  return fore_pointer_put_away (fore_ink_get_pointer (self->ink));
}

/* --- Overview ----------------------------------------------------------------------- */

static void
chosen_cb (ForeShow *self, guint index)
{
  fore_show_set_overview_open (self, FALSE);
  fore_talk_go_to (self->talk, index, 0);
}

static void
closed_cb (ForeShow *self)
{
  fore_show_set_overview_open (self, FALSE);
}

static GtkWidget *
new_overview (ForeShow *self)
{
  GtkWidget *overview = fore_overview_new (self->assets, self->related, self->pictures);

  g_object_bind_property (self->talk, "deck", overview, "deck", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->talk, "index", overview, "index", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (overview, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (overview, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);

  return overview;
}

static gboolean
close_request_cb (ForeShow *self)
{
  fore_show_set_overview_open (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
open_overview (ForeShow *self)
{
  self->overview = new_overview (self);
  if (FORE_IS_SPEAKER (self->speaker)) {
    fore_speaker_set_cover (FORE_SPEAKER (self->speaker), self->overview);
    gtk_window_present (self->speaker);
    fore_overview_open (FORE_OVERVIEW (self->overview));
    return;
  }
  self->overview_window =
    fore_overview_new_window (self->application, FORE_OVERVIEW (self->overview));
  gtk_window_set_transient_for (self->overview_window, self->audience);
  g_signal_connect_object (self->overview_window, "close-request",
                           G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (self->overview_window);
}

static void
close_overview (ForeShow *self)
{
  self->overview = NULL;
  if (self->overview_window != NULL)
    g_clear_pointer (&self->overview_window, gtk_window_destroy);
  else if (FORE_IS_SPEAKER (self->speaker))
    fore_speaker_set_cover (FORE_SPEAKER (self->speaker), NULL);
}

void
fore_show_set_overview_open (ForeShow *self, gboolean open)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "overview");

  if (open == (self->overview != NULL))
    return;
  if (open)
    open_overview (self);
  else
    close_overview (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));
}

static void
overview_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  fore_show_set_overview_open (user_data, g_variant_get_boolean (value));
}

/* --- Its life ----------------------------------------------------------------------- */

/* Pictures outlive the overview, which is made anew each time. */
static void
deck_changed_cb (ForeShow *self)
{
  g_autoptr (ForeDeck) before = g_steal_pointer (&self->pictures_deck);

  self->pictures_deck = fore_deck_ref (fore_talk_get_deck (self->talk));
  if (before != NULL)
    fore_thumbnail_cache_follow (self->pictures, before, self->pictures_deck);
}

void
fore_show_add_tools (ForeShow *self)
{
  const GActionEntry entry = { "overview", NULL, NULL, "false", overview_action };

  self->ink = fore_ink_new ();
  g_object_bind_property (self->talk, "deck", self->ink, "deck", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->talk, "index", self->ink, "index", G_BINDING_SYNC_CREATE);
  fore_ink_add_actions (G_ACTION_MAP (self->actions), self->ink);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);

  self->pictures = fore_thumbnail_cache_new (MAX_PICTURES);
  g_signal_connect_object (self->talk, "notify::deck", G_CALLBACK (deck_changed_cb), self,
                           G_CONNECT_SWAPPED);
  deck_changed_cb (self);
}

void
fore_show_clear_tools (ForeShow *self)
{
  g_clear_object (&self->ink);
  g_clear_pointer (&self->pictures, fore_thumbnail_cache_unref);
  g_clear_pointer (&self->pictures_deck, fore_deck_unref);
}

ForeInk *
fore_show_get_ink (ForeShow *self)
{
  g_return_val_if_fail (FORE_IS_SHOW (self), NULL);

  return self->ink;
}
