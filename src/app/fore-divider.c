/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-divider.h"

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, GtkPaned *paned)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (paned), x, y, GTK_PICK_DEFAULT);

  /* The divider has no type of its own in the interface of GTK, only a name. */
  if (n_press != 2 || picked == NULL ||
      !g_str_equal (gtk_widget_get_css_name (picked), "separator"))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_paned_set_position (paned, gtk_widget_get_width (GTK_WIDGET (paned)) / 2);
}

void
fore_divider_halve_on_double_click (GtkPaned *paned)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_PANED (paned));

  /* Before the divider takes the second press for the start of a drag. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), paned);
  gtk_widget_add_controller (GTK_WIDGET (paned), GTK_EVENT_CONTROLLER (click));
}
