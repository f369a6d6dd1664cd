/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Zooming draws once more, larger, what the stage has drawn: nodes, not pixels of ours,
 * with the stage's next frame. The page below stays as it is, so it must not be reached
 * through the larger picture: the layer takes the pointer while there is one. It does so
 * too while a tool is held: a page chooses the cursor over itself, and takes all that is
 * done to it. */

#include "fore-ink-layer.h"

#include "fore-ink-canvas.h"
#include "fore-ink-input.h"

#include <adwaita.h>

#define ZOOM_TIME 220 /* ms */

typedef struct {
  double zoom, x, y;
} Zoom;

struct _ForeInkLayer {
  GtkWidget parent_instance;

  ForeStage *stage;
  GdkPaintable *picture;
  ForeInk *ink;
  ForePointer *pointer;
  GtkWidget *canvas;
  ForeInkInput *input;

  guint index;
  Zoom from, to, now;
  AdwAnimation *animation;
};

G_DEFINE_FINAL_TYPE (ForeInkLayer, fore_ink_layer, GTK_TYPE_WIDGET)

/* --- Which slide -------------------------------------------------------------------- */

static void update_zoom (ForeInkLayer *self);
static void update_target (ForeInkLayer *self);

/* Until the page has painted another slide, the one before is seen with its ink. */
static void
update_index (ForeInkLayer *self)
{
  guint index;

  if (!fore_stage_get_settled (self->stage))
    return;
  index = fore_stage_get_index (self->stage);
  if (!fore_ink_find_index (self->ink, fore_stage_get_deck (self->stage), &index))
    index = FORE_INK_ALL_SLIDES;
  if (self->index == index)
    return;
  fore_ink_input_stop (self->input);
  self->index = index;
  fore_ink_canvas_set_index (FORE_INK_CANVAS (self->canvas), index);
  update_zoom (self);
}

/* --- Zoom --------------------------------------------------------------------------- */

static void
zoom_cb (double value, gpointer user_data)
{
  ForeInkLayer *self = user_data;

  self->now.zoom = self->from.zoom + (self->to.zoom - self->from.zoom) * value;
  self->now.x = self->from.x + (self->to.x - self->from.x) * value;
  self->now.y = self->from.y + (self->to.y - self->from.y) * value;
  update_target (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Larger and smaller takes its time, so that the eye can follow; what a hand moves does
 * not. */
static void
update_zoom (ForeInkLayer *self)
{
  Zoom to;
  gboolean is_moved;

  to.zoom = fore_pointer_get_zoom (self->pointer, self->index, &to.x, &to.y);
  if (to.zoom == self->to.zoom && to.x == self->to.x && to.y == self->to.y)
    return;
  is_moved = to.zoom == self->to.zoom && to.zoom > 1;
  /* From the whole slide, the way leads straight to the place. */
  self->from = self->now;
  if (self->now.zoom == 1) {
    self->from.x = to.x;
    self->from.y = to.y;
  }
  self->to = to;
  if (is_moved || (to.zoom == 1 && self->now.zoom == 1)) {
    adw_animation_reset (self->animation);
    self->from = to;
    zoom_cb (1, self);
  } else {
    adw_animation_reset (self->animation);
    adw_animation_play (self->animation);
  }
}

static void
update_target (ForeInkLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self),
                             self->now.zoom > 1 ||
                               fore_pointer_get_tool (self->pointer) != FORE_TOOL_NONE);
}

/* --- Layout ------------------------------------------------------------------------- */

static gboolean
get_view (ForeInkLayer *self, const Zoom *zoom, ForeInkView *view)
{
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  ForeSlideArea area;

  if (deck == NULL || width <= 0 || height <= 0)
    return FALSE;
  fore_slide_area_init (&area, fore_deck_get_options (deck), width, height);
  fore_ink_view_init (view, &area, width, height, zoom->zoom, zoom->x, zoom->y);

  return view->scale > 0;
}

gboolean
fore_ink_layer_get_view (ForeInkLayer *self, ForeInkView *view)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), FALSE);

  return get_view (self, &self->now, view);
}

gboolean
fore_ink_layer_get_final_view (ForeInkLayer *self, ForeInkView *view)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), FALSE);

  return get_view (self, &self->to, view);
}

static void
fore_ink_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeInkLayer *self = FORE_INK_LAYER (widget);
  ForeInkView view;

  gtk_widget_allocate (self->canvas, width, height, -1, NULL);
  if (fore_ink_layer_get_view (self, &view))
    fore_ink_canvas_set_view (FORE_INK_CANVAS (self->canvas), &view);
}

static void
draw_larger (ForeInkLayer *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double zoom = self->now.zoom;
  ForeInkView view, whole;

  if (!fore_ink_layer_get_view (self, &view) ||
      !get_view (self, &(Zoom){ 1, 0, 0 }, &whole))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (view.x - whole.x * zoom),
                                                (float) (view.y - whole.y * zoom)));
  gtk_snapshot_scale (snapshot, (float) zoom, (float) zoom);
  gdk_paintable_snapshot (self->picture, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
fore_ink_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ForeInkLayer *self = FORE_INK_LAYER (widget);

  if (self->now.zoom > 1)
    draw_larger (self, snapshot);
  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
}

static void
drawn_cb (ForeInkLayer *self)
{
  if (self->now.zoom > 1)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- The widget --------------------------------------------------------------------- */

static void
add_stage (ForeInkLayer *self, ForeStage *stage, GtkWidget *picture)
{
  self->stage = g_object_ref (stage);
  self->picture = gtk_widget_paintable_new (picture);
  g_signal_connect_object (self->picture, "invalidate-contents", G_CALLBACK (drawn_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::settled", G_CALLBACK (update_index), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::deck", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
}

static void
add_ink (ForeInkLayer *self, ForeInk *ink)
{
  self->ink = g_object_ref (ink);
  self->pointer = g_object_ref (fore_ink_get_pointer (ink));
  self->canvas = fore_ink_canvas_new (ink);
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  self->input = fore_ink_input_new (self, self->canvas);
  g_signal_connect_object (ink, "notify::deck", G_CALLBACK (update_index), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pointer, "moved", G_CALLBACK (update_zoom), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pointer, "notify::tool", G_CALLBACK (update_target),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
fore_ink_layer_new (ForeStage *stage, GtkWidget *picture, ForeInk *ink)
{
  ForeInkLayer *self;

  g_return_val_if_fail (FORE_IS_STAGE (stage), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (picture), NULL);
  g_return_val_if_fail (FORE_IS_INK (ink), NULL);

  self = g_object_new (FORE_TYPE_INK_LAYER, NULL);
  add_stage (self, stage, picture);
  add_ink (self, ink);
  update_target (self);
  update_index (self);

  return GTK_WIDGET (self);
}

ForeStage *
fore_ink_layer_get_stage (ForeInkLayer *self)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), NULL);

  return self->stage;
}

ForeInk *
fore_ink_layer_get_ink (ForeInkLayer *self)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), NULL);

  return self->ink;
}

guint
fore_ink_layer_get_index (ForeInkLayer *self)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), FORE_INK_ALL_SLIDES);

  return self->index;
}

gboolean
fore_ink_layer_get_is_moving (ForeInkLayer *self)
{
  g_return_val_if_fail (FORE_IS_INK_LAYER (self), FALSE);

  return adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

static void
fore_ink_layer_dispose (GObject *object)
{
  ForeInkLayer *self = FORE_INK_LAYER (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->input, fore_ink_input_free);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->stage);
  g_clear_object (&self->picture);
  g_clear_object (&self->ink);
  g_clear_object (&self->pointer);

  G_OBJECT_CLASS (fore_ink_layer_parent_class)->dispose (object);
}

static void
fore_ink_layer_class_init (ForeInkLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_ink_layer_dispose;
  widget_class->size_allocate = fore_ink_layer_size_allocate;
  widget_class->snapshot = fore_ink_layer_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ink-layer");
}

static void
fore_ink_layer_init (ForeInkLayer *self)
{
  self->index = FORE_INK_ALL_SLIDES;
  self->from = self->to = self->now = (Zoom){ 1, 0, 0 };
  self->animation =
    adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ZOOM_TIME,
                             adw_callback_animation_target_new (zoom_cb, self, NULL));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
