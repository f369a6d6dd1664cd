/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-audience.h"

#include "fore-ink-layer.h"
#include "fore-splice.h"
#include "fore-steady.h"

#include <glib/gi18n.h>

#define POINTER_SECONDS 2

struct _ForeAudience {
  GtkWindow parent_instance;

  ForeTalk *talk;
  ForeStage *stage;
  ForeSteady *steady;
  ForePointer *pointer; /* that is held, if there is ink */
  GtkOverlay *overlay;
  GtkWidget *curtain;
  GtkWidget *shield; /* lies over the page while the pointer is hidden */

  guint pointer_timeout;
  double pointer_x, pointer_y;
  double wheel; /* what has been turned of the next step */
};

G_DEFINE_FINAL_TYPE (ForeAudience, fore_audience, GTK_TYPE_WINDOW)

/* --- The talk --- */

static void
update_title (ForeAudience *self)
{
  const char *title = fore_deck_get_title (fore_talk_get_deck (self->talk));
  g_autofree char *text = NULL;

  /* Translators: the title of a window, as programs for video calls list it; %s is the
   * deck's title. */
  text = g_strdup_printf (_ ("Foredeck audience: %s"), title ? title : _ ("Slides"));
  gtk_window_set_title (GTK_WINDOW (self), text);
}

static void
show_place (ForeAudience *self)
{
  fore_stage_set_deck (self->stage, fore_talk_get_audience_deck (self->talk));
  fore_stage_show (self->stage, fore_talk_get_audience_index (self->talk),
                   fore_talk_get_audience_step (self->talk));
}

static void
picture_changed_cb (ForeAudience *self)
{
  ForePicture picture = fore_talk_get_picture (self->talk);

  if (picture == FORE_PICTURE_WHITE)
    gtk_widget_add_css_class (self->curtain, "white");
  else
    gtk_widget_remove_css_class (self->curtain, "white");
  gtk_widget_set_visible (self->curtain,
                          picture == FORE_PICTURE_BLACK || picture == FORE_PICTURE_WHITE);
}

/* A link in the page leads the talk, and the talk what the page shows. */
static void
user_moved_cb (ForeAudience *self)
{
  ForeDeck *from = fore_stage_get_deck (self->stage);
  ForeDeck *to = fore_talk_get_deck (self->talk);
  guint index = fore_stage_get_index (self->stage);

  if (from != to) {
    ForeSplice splice = fore_splice_between (from, to);

    index = fore_splice_move_index (&splice, index, fore_deck_get_n_slides (to));
  }
  fore_talk_go_to (self->talk, index, fore_stage_get_step (self->stage));
  show_place (self);
}

static void
settled_cb (ForeAudience *self)
{
  if (fore_stage_get_settled (self->stage) &&
      fore_stage_get_deck (self->stage) == fore_talk_get_deck (self->talk))
    fore_talk_correct_n_steps (self->talk, fore_stage_get_index (self->stage),
                               fore_stage_get_n_steps (self->stage));
}

/* A page that was lost too often is tried again when the talk goes on: the slide that
 * broke it may be behind. */
static void
place_changed_cb (ForeAudience *self)
{
  show_place (self);
  fore_stage_retry (self->stage);
}

static void
recovered_cb (void)
{
  g_message ("The page before the audience was lost, and is back");
}

static void
watch_talk (ForeAudience *self)
{
  const char *const places[] = { "notify::audience-deck", "notify::audience-index",
                                 "notify::audience-step" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_connect_object (self->talk, places[i], G_CALLBACK (place_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "notify::picture", G_CALLBACK (picture_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->talk, "notify::deck", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "user-moved", G_CALLBACK (user_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::settled", G_CALLBACK (settled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->stage, "recovered", G_CALLBACK (recovered_cb), NULL);
  update_title (self);
  picture_changed_cb (self);
  show_place (self);
}

/* --- The pointer --- */

static gboolean
is_held (ForeAudience *self)
{
  return self->pointer != NULL && fore_pointer_get_tool (self->pointer) != FORE_TOOL_NONE;
}

static gboolean
hide_pointer_cb (gpointer user_data)
{
  ForeAudience *self = user_data;

  self->pointer_timeout = 0;
  /* What is held is seen, and is in use where it rests. */
  if (is_held (self))
    return G_SOURCE_REMOVE;
  /* The page chooses the pointer over itself: only what lies over it can hide it. */
  gtk_widget_set_visible (self->shield, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_pointer (ForeAudience *self)
{
  gtk_widget_set_visible (self->shield, FALSE);
  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  self->pointer_timeout = g_timeout_add_seconds (POINTER_SECONDS, hide_pointer_cb, self);
}

static void
motion_cb (ForeAudience *self, double x, double y)
{
  /* A widget that changes below a pointer at rest is reported as motion too. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  show_pointer (self);
}

static gboolean
scroll_cb (ForeAudience *self, double dx, double dy)
{
  if (is_held (self))
    return GDK_EVENT_PROPAGATE;
  self->wheel += dy;
  if (self->wheel >= 1.0)
    gtk_widget_activate_action (GTK_WIDGET (self), "show.next", NULL);
  else if (self->wheel <= -1.0)
    gtk_widget_activate_action (GTK_WIDGET (self), "show.previous", NULL);
  else
    return GDK_EVENT_STOP;
  self->wheel = 0;
  return GDK_EVENT_STOP;
}

static void
step_cb (ForeAudience *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "show.next", NULL);
}

static void
add_click (ForeAudience *self, GtkWidget *widget)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (step_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
add_pointer_controllers (ForeAudience *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* --- The window --- */

static void
map (GtkWidget *widget)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  GTK_WIDGET_CLASS (fore_audience_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  show_pointer (self);
}

static void
unmap (GtkWidget *widget)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  g_clear_handle_id (&self->pointer_timeout, g_source_remove);

  GTK_WIDGET_CLASS (fore_audience_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  ForeAudience *self = FORE_AUDIENCE (object);

  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  g_clear_object (&self->talk);
  g_clear_object (&self->pointer);

  G_OBJECT_CLASS (fore_audience_parent_class)->dispose (object);
}

static void
fore_audience_class_init (ForeAudienceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;
}

static void
fore_audience_init (ForeAudience *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "fore-audience");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);

  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->overlay));
  self->curtain = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->curtain, "fore-curtain");
  add_click (self, self->curtain);
  gtk_overlay_add_overlay (self->overlay, self->curtain);
  self->shield = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_cursor_from_name (self->shield, "none");
  gtk_widget_set_visible (self->shield, FALSE);
  add_click (self, self->shield);
  gtk_overlay_add_overlay (self->overlay, self->shield);
  add_pointer_controllers (self);
}

GtkWidget *
fore_audience_new (GtkApplication *application,
                   ForeTalk *talk,
                   ForeAssets *assets,
                   ForeStage *related)
{
  ForeAudience *self =
    g_object_new (FORE_TYPE_AUDIENCE, "application", application, NULL);

  self->talk = g_object_ref (talk);
  self->stage = FORE_STAGE (fore_stage_new (assets, FORE_STAGE_SHOW, related));
  self->steady = FORE_STEADY (fore_steady_new (self->stage));
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->steady));
  watch_talk (self);
  return GTK_WIDGET (self);
}

ForeStage *
fore_audience_get_stage (ForeAudience *self)
{
  g_return_val_if_fail (FORE_IS_AUDIENCE (self), NULL);

  return self->stage;
}

void
fore_audience_add_layer (ForeAudience *self, GtkWidget *layer)
{
  g_return_if_fail (FORE_IS_AUDIENCE (self));
  g_return_if_fail (GTK_IS_WIDGET (layer));

  gtk_overlay_add_overlay (self->overlay, layer);
  gtk_widget_insert_before (layer, GTK_WIDGET (self->overlay), self->curtain);
}

void
fore_audience_set_ink (ForeAudience *self, ForeInk *ink)
{
  g_return_if_fail (FORE_IS_AUDIENCE (self));
  g_return_if_fail (FORE_IS_INK (ink));
  g_return_if_fail (self->pointer == NULL);

  self->pointer = g_object_ref (fore_ink_get_pointer (ink));
  /* A shield would take what is meant for the tool. */
  g_signal_connect_object (self->pointer, "notify::tool", G_CALLBACK (show_pointer), self,
                           G_CONNECT_SWAPPED);
  fore_audience_add_layer (
    self, fore_ink_layer_new (self->stage, GTK_WIDGET (self->steady), ink));
}

gboolean
fore_audience_is_covered (ForeAudience *self)
{
  g_return_val_if_fail (FORE_IS_AUDIENCE (self), FALSE);

  return fore_steady_get_covered (self->steady);
}
