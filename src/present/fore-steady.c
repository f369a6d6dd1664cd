/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* GTK keeps what a widget drew last as a tree of nodes. As long as the page is alive,
 * each such tree is held on to; the moment it is lost, and before the next frame could
 * show the empty page, the tree is laid over it. That costs nothing but a reference: no
 * picture is taken while all goes well. */

#include "fore-steady.h"

/* A page that says that it has painted has handed its frame over, but the window may not
 * have drawn it yet. */
#define FRAMES_TO_WAIT 3

struct _ForeSteady {
  GtkWidget parent_instance;

  ForeStage *stage;
  GtkWidget *cover;
  GdkPaintable *live; /* what the stage draws */
  GdkPaintable *last; /* what it drew last, while it was live */
  gboolean was_live;
  guint tick;
  guint frames_left;
};

enum { PROP_COVERED = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeSteady, fore_steady, GTK_TYPE_WIDGET)

static void
set_covered (ForeSteady *self, gboolean covered)
{
  if (gtk_widget_get_visible (self->cover) == covered)
    return;
  gtk_picture_set_paintable (GTK_PICTURE (self->cover), covered ? self->last : NULL);
  gtk_widget_set_visible (self->cover, covered);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COVERED]);
}

static gboolean
is_back (ForeSteady *self)
{
  return fore_stage_get_state (self->stage) == FORE_STAGE_LIVE &&
         fore_stage_get_settled (self->stage);
}

static void
forget_tick (ForeSteady *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  ForeSteady *self = FORE_STEADY (widget);

  gtk_widget_queue_draw (widget); /* that there is a next frame */
  if (--self->frames_left > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  self->was_live = TRUE;
  set_covered (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
uncover_soon (ForeSteady *self)
{
  if (!gtk_widget_get_visible (self->cover)) {
    self->was_live = TRUE;
    return;
  }
  if (self->tick != 0)
    return;
  self->frames_left = FRAMES_TO_WAIT;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
stage_changed_cb (ForeSteady *self)
{
  if (is_back (self)) {
    uncover_soon (self);
    return;
  }
  if (fore_stage_get_state (self->stage) == FORE_STAGE_LIVE)
    return;

  forget_tick (self);
  if (self->was_live && self->last != NULL)
    set_covered (self, TRUE);
  self->was_live = FALSE;
}

static void
drawn_cb (ForeSteady *self)
{
  g_autoptr (GdkPaintable) image = NULL;

  /* What is drawn while the page is away, or the window hidden, is no picture. */
  if (!self->was_live || fore_stage_get_state (self->stage) != FORE_STAGE_LIVE)
    return;
  image = gdk_paintable_get_current_image (self->live);
  if (gdk_paintable_get_intrinsic_width (image) > 0 &&
      gdk_paintable_get_intrinsic_height (image) > 0)
    g_set_object (&self->last, image);
}

gboolean
fore_steady_get_covered (ForeSteady *self)
{
  g_return_val_if_fail (FORE_IS_STEADY (self), FALSE);

  return gtk_widget_get_visible (self->cover);
}

/* --- The widget --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_COVERED:
    g_value_set_boolean (value, fore_steady_get_covered (FORE_STEADY (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeSteady *self = FORE_STEADY (object);
  GtkWidget *child;

  forget_tick (self);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  self->stage = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->live);
  g_clear_object (&self->last);

  G_OBJECT_CLASS (fore_steady_parent_class)->dispose (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FORE_STEADY (widget)->stage));
}

static void
fore_steady_class_init (ForeSteadyClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  widget_class->grab_focus = grab_focus;

  props[PROP_COVERED] = g_param_spec_boolean ("covered", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fore_steady_init (ForeSteady *self)
{
}

GtkWidget *
fore_steady_new (ForeStage *stage)
{
  ForeSteady *self = g_object_new (FORE_TYPE_STEADY, NULL);

  self->stage = stage;
  gtk_widget_set_parent (GTK_WIDGET (stage), GTK_WIDGET (self));
  self->cover = gtk_picture_new ();
  gtk_widget_set_can_target (self->cover, FALSE);
  gtk_widget_set_visible (self->cover, FALSE);
  gtk_widget_set_parent (self->cover, GTK_WIDGET (self));

  self->live = gtk_widget_paintable_new (GTK_WIDGET (stage));
  g_signal_connect_object (self->live, "invalidate-contents", G_CALLBACK (drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::state", G_CALLBACK (stage_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::settled", G_CALLBACK (stage_changed_cb), self,
                           G_CONNECT_SWAPPED);
  stage_changed_cb (self);
  return GTK_WIDGET (self);
}
