/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-stage-keys.h"

/* To the side a column opens at its top, as in reveal.js. Where there is nothing in that
 * direction, the key goes on in reading order, so that it always does something. */
static void
step_column (ForeStage *stage, int by)
{
  ForeDeck *deck = fore_stage_get_deck (stage);
  guint column, index;

  fore_deck_get_position (deck, fore_stage_get_index (stage), &column, NULL);
  if ((by < 0 && column == 0) ||
      !fore_deck_find_position (deck, (guint) ((int) column + by), 0, &index))
    return;
  fore_stage_show (stage, index, 0);
}

static void
step_row (ForeStage *stage, int by)
{
  ForeDeck *deck = fore_stage_get_deck (stage);
  guint column, row, index;

  fore_deck_get_position (deck, fore_stage_get_index (stage), &column, &row);
  if (fore_deck_get_n_rows (deck, column) == 1) {
    if (by > 0)
      fore_stage_next (stage);
    else
      fore_stage_previous (stage);
    return;
  }
  if ((by < 0 && row == 0) ||
      !fore_deck_find_position (deck, column, (guint) ((int) row + by), &index))
    return;
  fore_stage_show (stage, index, 0);
}

static void
step_sideways (ForeStage *stage, int by)
{
  gboolean has_more = by > 0
                        ? fore_stage_get_step (stage) < fore_stage_get_n_steps (stage)
                        : fore_stage_get_step (stage) > 0;

  /* Fragments first, as in reveal.js. */
  if (has_more && by > 0)
    fore_stage_next (stage);
  else if (has_more)
    fore_stage_previous (stage);
  else
    step_column (stage, by);
}

static gboolean
act (ForeStage *stage, guint key, GdkModifierType modifiers)
{
  switch (key) {
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
    if (modifiers & GDK_SHIFT_MASK)
      fore_stage_previous (stage);
    else
      fore_stage_next (stage);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    fore_stage_next (stage);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
  case GDK_KEY_BackSpace:
    fore_stage_previous (stage);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    step_sideways (stage, 1);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    step_sideways (stage, -1);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    step_row (stage, 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    step_row (stage, -1);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    fore_stage_show (stage, 0, 0);
    return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    fore_stage_show (stage, G_MAXUINT, G_MAXUINT);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_pressed_cb (ForeStage *stage, guint key, guint code, GdkModifierType modifiers)
{
  guint before;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      fore_stage_get_deck (stage) == NULL)
    return FALSE;

  before = fore_stage_get_index (stage);
  if (!act (stage, key, modifiers))
    return FALSE;
  if (fore_stage_get_index (stage) != before)
    g_signal_emit_by_name (stage, "user-moved");

  return TRUE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  /* The slide has one size; only the source can be zoomed. */
  return (modifiers & GDK_CONTROL_MASK) != 0;
}

void
fore_stage_keys_add (ForeStage *stage)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), stage);
  gtk_widget_add_controller (GTK_WIDGET (stage), keys);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (stage), scroll);
}
