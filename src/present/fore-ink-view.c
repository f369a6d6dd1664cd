/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-view.h"

#include <math.h>

/* Where the middle of what is seen may be, so that nothing beside the stage is seen. */
static double
keep_inside (double middle, double size, double zoom)
{
  return CLAMP (middle, size / zoom / 2, size - size / zoom / 2);
}

void
fore_ink_view_init (ForeInkView *self,
                    const ForeSlideArea *area,
                    double width,
                    double height,
                    double zoom,
                    double x,
                    double y)
{
  double middle_x = keep_inside (area->x + x * area->width, width, zoom);
  double middle_y = keep_inside (area->y + y * area->width, height, zoom);

  g_return_if_fail (zoom >= 1);

  self->x = width / 2 + (area->x - middle_x) * zoom;
  self->y = height / 2 + (area->y - middle_y) * zoom;
  self->scale = area->width * zoom;
}

ForeInkPoint
fore_ink_view_get_point (const ForeInkView *self, double x, double y)
{
  return (ForeInkPoint){ (float) ((x - self->x) / self->scale),
                         (float) ((y - self->y) / self->scale), 0.5f };
}

graphene_rect_t
fore_ink_view_get_bounds (const ForeInkView *self, const ForeInkBox *box)
{
  double left = floor (self->x + box->left * self->scale) - 1;
  double top = floor (self->y + box->top * self->scale) - 1;
  double right = ceil (self->x + box->right * self->scale) + 1;
  double bottom = ceil (self->y + box->bottom * self->scale) + 1;

  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                             (float) (bottom - top));
}

/* --- Strokes ------------------------------------------------------------------------ */

typedef struct {
  double x, y;
} Place;

static Place
get_place (const ForeInkView *self, const ForeInkPoint *point)
{
  return (Place){ self->x + point->x * self->scale, self->y + point->y * self->scale };
}

static Place
get_middle (const ForeInkView *self, const ForeInkPoint *a, const ForeInkPoint *b)
{
  return (Place){ self->x + (a->x + b->x) / 2 * self->scale,
                  self->y + (a->y + b->y) / 2 * self->scale };
}

/* From @from to @to, bent towards @over: a quadratic curve as cairo's cubic one. */
static void
add_curve (cairo_t *cr, Place from, Place over, Place to)
{
  cairo_curve_to (cr, from.x + (over.x - from.x) * 2 / 3,
                  from.y + (over.y - from.y) * 2 / 3, to.x + (over.x - to.x) * 2 / 3,
                  to.y + (over.y - to.y) * 2 / 3, to.x, to.y);
}

static gboolean
is_even (const ForeInkPoint *points, guint n_points)
{
  for (guint i = 1; i < n_points; i++) {
    if (fabsf (points[i].pressure - points[0].pressure) > 0.01f)
      return FALSE;
  }

  return TRUE;
}

/* Curves between the middles of the lines from point to point: they go where the hand
 * went, without its corners. Where the pressure changes, each has a width of its own;
 * their round ends hide that. */
static void
draw_line (const ForeInkView *self,
           ForeStroke *stroke,
           const ForeInkPoint *points,
           guint n_points,
           cairo_t *cr)
{
  gboolean even = is_even (points, n_points);
  Place from = get_place (self, &points[0]);

  cairo_move_to (cr, from.x, from.y);
  for (guint i = 1; i < n_points; i++) {
    gboolean is_last = i == n_points - 1;
    Place over = get_place (self, &points[i]);
    Place to = is_last ? over : get_middle (self, &points[i], &points[i + 1]);

    add_curve (cr, from, over, to);
    from = to;
    if (even && !is_last)
      continue;
    cairo_set_line_width (cr, self->scale *
                                fore_stroke_get_width_at (stroke, points[i].pressure));
    cairo_stroke (cr);
    cairo_move_to (cr, to.x, to.y);
  }
  cairo_new_path (cr);
}

static void
draw_dot (const ForeInkView *self,
          ForeStroke *stroke,
          const ForeInkPoint *point,
          cairo_t *cr)
{
  Place place = get_place (self, point);
  double width = self->scale * fore_stroke_get_width_at (stroke, point->pressure);

  cairo_arc (cr, place.x, place.y, width / 2, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
fore_ink_view_draw_stroke (const ForeInkView *self, ForeStroke *stroke, cairo_t *cr)
{
  guint32 rgb = fore_ink_colour_get_rgb (fore_stroke_get_colour (stroke));
  guint n_points;
  const ForeInkPoint *points = fore_stroke_get_points (stroke, &n_points);

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (n_points == 1)
    draw_dot (self, stroke, points, cr);
  else if (n_points > 1)
    draw_line (self, stroke, points, n_points, cr);
}
