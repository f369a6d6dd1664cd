/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The layer has two children of its own size: the stage, which it transforms to zoom, and
 * a canvas, which draws the ink where the slide is seen then. The canvas is also what
 * keeps the pointer from the page: a page chooses the cursor over itself, and takes all
 * that is done to it. */

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
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
update_tool (ForeInkLayer *self)
{
  gtk_widget_set_can_target (self->canvas,
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

static GskTransform *
new_transform (ForeInkLayer *self, int width, int height)
{
  ForeInkView view;
  ForeSlideArea area;
  double zoom = self->now.zoom;

  if (zoom == 1 || !fore_ink_layer_get_view (self, &view))
    return NULL;
  fore_slide_area_init (&area, fore_deck_get_options (fore_stage_get_deck (self->stage)),
                        width, height);

  return gsk_transform_scale (
    gsk_transform_translate (NULL,
                             &GRAPHENE_POINT_INIT ((float) (view.x - area.x * zoom),
                                                   (float) (view.y - area.y * zoom))),
    (float) zoom, (float) zoom);
}

static void
fore_ink_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeInkLayer *self = FORE_INK_LAYER (widget);
  ForeInkView view;

  gtk_widget_allocate (GTK_WIDGET (self->stage), width, height, -1,
                       new_transform (self, width, height));
  gtk_widget_allocate (self->canvas, width, height, -1, NULL);
  if (fore_ink_layer_get_view (self, &view))
    fore_ink_canvas_set_view (FORE_INK_CANVAS (self->canvas), &view);
}

static void
fore_ink_layer_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (FORE_INK_LAYER (widget)->stage), orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
fore_ink_layer_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (FORE_INK_LAYER (widget)->stage));
}

static gboolean
fore_ink_layer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FORE_INK_LAYER (widget)->stage));
}

/* --- The widget --------------------------------------------------------------------- */

static void
add_stage (ForeInkLayer *self, ForeStage *stage)
{
  self->stage = stage;
  gtk_widget_insert_before (GTK_WIDGET (stage), GTK_WIDGET (self), self->canvas);
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
  g_signal_connect_object (self->pointer, "notify::tool", G_CALLBACK (update_tool), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fore_ink_layer_new (ForeStage *stage, ForeInk *ink)
{
  ForeInkLayer *self;

  g_return_val_if_fail (FORE_IS_STAGE (stage), NULL);
  g_return_val_if_fail (FORE_IS_INK (ink), NULL);

  self = g_object_new (FORE_TYPE_INK_LAYER, NULL);
  add_ink (self, ink);
  add_stage (self, stage);
  update_tool (self);
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
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  g_clear_pointer ((GtkWidget **) &self->stage, gtk_widget_unparent);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->ink);
  g_clear_object (&self->pointer);

  G_OBJECT_CLASS (fore_ink_layer_parent_class)->dispose (object);
}

static void
fore_ink_layer_class_init (ForeInkLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_ink_layer_dispose;
  widget_class->measure = fore_ink_layer_measure;
  widget_class->get_request_mode = fore_ink_layer_get_request_mode;
  widget_class->size_allocate = fore_ink_layer_size_allocate;
  widget_class->grab_focus = fore_ink_layer_grab_focus;
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
