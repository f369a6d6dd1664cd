/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-canvas.h"

#include "fore-ink-picture.h"

#include <math.h>

/* As shares of the slide's width; a dot is never smaller than so many pixels. */
#define LASER_RADIUS 0.009
#define LASER_LEAST 6
#define TIP_LEAST 2.5

#define SHADE 0.7f

struct _ForeInkCanvas {
  GtkWidget parent_instance;

  ForeInk *ink;
  ForePointer *pointer;
  guint index;
  ForeInkView view;
  ForeInkPicture *picture;
  ForeInkBox choice;
  guint fading; /* a tick callback, while a trace is seen */
};

G_DEFINE_FINAL_TYPE (ForeInkCanvas, fore_ink_canvas, GTK_TYPE_WIDGET)

static graphene_point_t
get_place (ForeInkCanvas *self, double x, double y)
{
  return GRAPHENE_POINT_INIT ((float) (self->view.x + x * self->view.scale),
                              (float) (self->view.y + y * self->view.scale));
}

static graphene_rect_t
get_all (ForeInkCanvas *self)
{
  return GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
}

static graphene_rect_t
around (const graphene_point_t *middle, float radius)
{
  return GRAPHENE_RECT_INIT (middle->x - radius, middle->y - radius, 2 * radius,
                             2 * radius);
}

/* --- Laser -------------------------------------------------------------------------- */

static gboolean
fade_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
keep_fading (ForeInkCanvas *self, gboolean is_seen)
{
  if (is_seen && self->fading == 0) {
    self->fading = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
  } else if (!is_seen && self->fading != 0) {
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fading);
    self->fading = 0;
  }
}

static void
draw_trace (ForeInkCanvas *self, GArray *trace, double radius, GtkSnapshot *snapshot)
{
  graphene_rect_t all = get_all (self);
  ForeInkBox box = FORE_INK_BOX_EMPTY;
  double reach = radius / self->view.scale;
  graphene_rect_t bounds;
  cairo_t *cr;

  for (guint i = 0; i < trace->len; i++) {
    const ForeTracePoint *point = &g_array_index (trace, ForeTracePoint, i);

    fore_ink_box_add (&box, &(ForeInkBox){ point->x - reach, point->y - reach,
                                           point->x + reach, point->y + reach });
  }
  bounds = fore_ink_view_get_bounds (&self->view, &box);
  if (!graphene_rect_intersection (&bounds, &all, &bounds))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  /* Each piece replaces the end of the one before, or there would be beads on the line.
   */
  cairo_push_group (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 1; i < trace->len; i++) {
    const ForeTracePoint *from = &g_array_index (trace, ForeTracePoint, i - 1);
    const ForeTracePoint *to = from + 1;
    graphene_point_t a = get_place (self, from->x, from->y);
    graphene_point_t b = get_place (self, to->x, to->y);

    if (to->is_start)
      continue;
    cairo_set_source_rgba (cr, 1, 0.1, 0.1, 0.75 * to->freshness * to->freshness);
    cairo_set_line_width (cr, radius * (0.25 + to->freshness));
    cairo_move_to (cr, a.x, a.y);
    cairo_line_to (cr, b.x, b.y);
    cairo_stroke (cr);
  }
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* Red with a thin white ring, so that it is seen on red too, and a glow around. */
static void
draw_dot (const graphene_point_t *middle, float radius, GtkSnapshot *snapshot)
{
  static const GskColorStop stops[] = {
    { 0.0f, { 1, 0.35f, 0.3f, 1 } }, { 0.38f, { 0.93f, 0.05f, 0.1f, 1 } },
    { 0.42f, { 1, 1, 1, 0.9f } },    { 0.5f, { 1, 1, 1, 0.9f } },
    { 0.54f, { 1, 0, 0, 0.45f } },   { 1.0f, { 1, 0, 0, 0 } },
  };
  graphene_rect_t bounds = around (middle, 2 * radius);

  gtk_snapshot_append_radial_gradient (snapshot, &bounds, middle, 2 * radius, 2 * radius,
                                       0, 1, stops, G_N_ELEMENTS (stops));
}

static void
draw_laser (ForeInkCanvas *self, GtkSnapshot *snapshot)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GArray) trace = fore_pointer_dup_trace (self->pointer, self->index, now);
  double radius = MAX (LASER_RADIUS * self->view.scale, LASER_LEAST);
  double x, y;

  keep_fading (self, trace->len > 0);
  if (trace->len > 1)
    draw_trace (self, trace, radius, snapshot);
  if (fore_pointer_get_tool (self->pointer) == FORE_TOOL_LASER &&
      fore_pointer_get_place (self->pointer, self->index, &x, &y)) {
    graphene_point_t middle = get_place (self, x, y);

    draw_dot (&middle, (float) radius, snapshot);
  }
}

/* --- Spotlight, and what will be zoomed --------------------------------------------- */

static void
draw_spotlight (ForeInkCanvas *self, double x, double y, GtkSnapshot *snapshot)
{
  static const GskColorStop stops[] = {
    { 0.0f, { 0, 0, 0, 0 } },
    { 0.8f, { 0, 0, 0, 0 } },
    { 0.9f, { 0, 0, 0, SHADE / 2 } },
    { 1.0f, { 0, 0, 0, SHADE } },
  };
  double share = fore_pointer_get_spotlight_radius (self->pointer);
  float radius = (float) (share * self->view.scale / 0.9);
  graphene_point_t middle = get_place (self, x, y);
  graphene_rect_t all = get_all (self);

  gtk_snapshot_append_radial_gradient (snapshot, &all, &middle, radius, radius, 0, 1,
                                       stops, G_N_ELEMENTS (stops));
}

static void
draw_choice (ForeInkCanvas *self, GtkSnapshot *snapshot)
{
  graphene_rect_t all = get_all (self);
  graphene_point_t from = get_place (self, self->choice.left, self->choice.top);
  graphene_point_t to = get_place (self, self->choice.right, self->choice.bottom);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, all.size.width, all.size.height);
  cairo_rectangle (cr, from.x, from.y, to.x - from.x, to.y - from.y);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.4);
  cairo_fill (cr);
  cairo_rectangle (cr, round (from.x) - 1, round (from.y) - 1, round (to.x - from.x) + 2,
                   round (to.y - from.y) + 2);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.95);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* --- Ink ---------------------------------------------------------------------------- */

static void
draw_unfinished (ForeInkCanvas *self, GtkSnapshot *snapshot)
{
  ForeStroke *stroke = fore_ink_get_unfinished (self->ink, self->index);
  graphene_rect_t all = get_all (self);
  graphene_rect_t bounds;
  ForeInkBox box;
  cairo_t *cr;

  if (stroke == NULL)
    return;
  box = fore_stroke_get_box (stroke);
  bounds = fore_ink_view_get_bounds (&self->view, &box);
  if (!graphene_rect_intersection (&bounds, &all, &bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  fore_ink_view_draw_stroke (&self->view, stroke, cr);
  cairo_destroy (cr);
}

/* A ring: dark on light and light on dark at once. */
static void
draw_ring (const graphene_point_t *middle, double radius, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = around (middle, (float) radius + 3);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_arc (cr, middle->x, middle->y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.5);
  cairo_set_line_width (cr, 3.5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_pen_tip (ForeInkCanvas *self, const graphene_point_t *middle, GtkSnapshot *snapshot)
{
  ForePenWidth width = fore_pointer_get_pen_width (self->pointer);
  double radius = fore_pen_width_get_share (width) * self->view.scale / 2;
  guint32 rgb = fore_ink_colour_get_rgb (fore_pointer_get_colour (self->pointer));
  GdkRGBA colour = { (float) (rgb >> 16) / 255, (float) (rgb >> 8 & 0xff) / 255,
                     (float) (rgb & 0xff) / 255, 1 };
  graphene_rect_t bounds;
  GskRoundedRect circle;

  radius = MAX (radius, TIP_LEAST);
  draw_ring (middle, radius + 0.75, snapshot);
  bounds = around (middle, (float) radius);
  gsk_rounded_rect_init_from_rect (&circle, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_tip (ForeInkCanvas *self, double x, double y, GtkSnapshot *snapshot)
{
  graphene_point_t middle = get_place (self, x, y);

  if (fore_pointer_get_tool (self->pointer) == FORE_TOOL_PEN)
    draw_pen_tip (self, &middle, snapshot);
  else if (fore_pointer_get_tool (self->pointer) == FORE_TOOL_ERASER)
    draw_ring (&middle, FORE_INK_ERASER_RADIUS * self->view.scale, snapshot);
}

static void
fore_ink_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ForeInkCanvas *self = FORE_INK_CANVAS (widget);
  double x, y;

  if (self->index == FORE_INK_ALL_SLIDES || self->view.scale <= 0)
    return;
  fore_ink_picture_snapshot (self->picture, fore_ink_get_strokes (self->ink, self->index),
                             &self->view, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget),
                             gtk_widget_get_scale_factor (widget), snapshot);
  draw_unfinished (self, snapshot);
  if (fore_pointer_get_place (self->pointer, self->index, &x, &y)) {
    if (fore_pointer_get_tool (self->pointer) == FORE_TOOL_SPOTLIGHT)
      draw_spotlight (self, x, y, snapshot);
    draw_tip (self, x, y, snapshot);
  }
  if (!fore_ink_box_is_empty (&self->choice))
    draw_choice (self, snapshot);
  draw_laser (self, snapshot);
}

/* --- The widget --------------------------------------------------------------------- */

static void
slide_changed_cb (ForeInkCanvas *self, guint index)
{
  if (index == self->index || index == FORE_INK_ALL_SLIDES)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fore_ink_canvas_set_index (ForeInkCanvas *self, guint index)
{
  g_return_if_fail (FORE_IS_INK_CANVAS (self));

  if (self->index == index)
    return;
  self->index = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fore_ink_canvas_set_view (ForeInkCanvas *self, const ForeInkView *view)
{
  g_return_if_fail (FORE_IS_INK_CANVAS (self));
  g_return_if_fail (view != NULL);

  if (self->view.x == view->x && self->view.y == view->y &&
      self->view.scale == view->scale)
    return;
  self->view = *view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fore_ink_canvas_set_choice (ForeInkCanvas *self, const ForeInkBox *box)
{
  g_return_if_fail (FORE_IS_INK_CANVAS (self));

  self->choice = box != NULL ? *box : FORE_INK_BOX_EMPTY;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
fore_ink_canvas_new (ForeInk *ink)
{
  ForeInkCanvas *self = g_object_new (FORE_TYPE_INK_CANVAS, NULL);

  self->ink = g_object_ref (ink);
  self->pointer = g_object_ref (fore_ink_get_pointer (ink));
  g_signal_connect_object (ink, "strokes-changed", G_CALLBACK (slide_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ink, "stroke-grown", G_CALLBACK (slide_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pointer, "moved", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pointer, "notify", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
fore_ink_canvas_dispose (GObject *object)
{
  ForeInkCanvas *self = FORE_INK_CANVAS (object);

  keep_fading (self, FALSE);
  g_clear_object (&self->ink);
  g_clear_object (&self->pointer);

  G_OBJECT_CLASS (fore_ink_canvas_parent_class)->dispose (object);
}

static void
fore_ink_canvas_finalize (GObject *object)
{
  fore_ink_picture_free (FORE_INK_CANVAS (object)->picture);

  G_OBJECT_CLASS (fore_ink_canvas_parent_class)->finalize (object);
}

static void
fore_ink_canvas_class_init (ForeInkCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_ink_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = fore_ink_canvas_finalize;
  widget_class->snapshot = fore_ink_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fore_ink_canvas_init (ForeInkCanvas *self)
{
  self->index = FORE_INK_ALL_SLIDES;
  self->choice = FORE_INK_BOX_EMPTY;
  self->picture = fore_ink_picture_new ();
}
