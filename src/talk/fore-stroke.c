/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-stroke.h"

#include <math.h>

/* Half a pixel where a slide is 2000 pixels wide: nobody sees a point left out. */
#define NEAR 0.00025

struct _ForeStroke {
  gatomicrefcount references;
  ForeInkColour colour;
  double width;
  GArray *points; /* ForeInkPoint */
  ForeInkBox box;
};

G_DEFINE_BOXED_TYPE (ForeStroke, fore_stroke, fore_stroke_ref, fore_stroke_unref)

G_DEFINE_ENUM_TYPE (ForeInkColour,
                    fore_ink_colour,
                    G_DEFINE_ENUM_VALUE (FORE_INK_RED, "red"),
                    G_DEFINE_ENUM_VALUE (FORE_INK_ORANGE, "orange"),
                    G_DEFINE_ENUM_VALUE (FORE_INK_GREEN, "green"),
                    G_DEFINE_ENUM_VALUE (FORE_INK_BLUE, "blue"),
                    G_DEFINE_ENUM_VALUE (FORE_INK_PURPLE, "purple"))

/* GNOME's palette, the shades that stand out from white and from black by 3 : 1. */
static const struct {
  const char *name;
  guint32 rgb;
} colours[FORE_INK_N_COLOURS] = {
  [FORE_INK_RED] = { "red", 0xe01b24 },       [FORE_INK_ORANGE] = { "orange", 0xe66100 },
  [FORE_INK_GREEN] = { "green", 0x26a269 },   [FORE_INK_BLUE] = { "blue", 0x3584e4 },
  [FORE_INK_PURPLE] = { "purple", 0x9141ac },
};

guint32
fore_ink_colour_get_rgb (ForeInkColour colour)
{
  g_return_val_if_fail ((guint) colour < FORE_INK_N_COLOURS, 0);

  return colours[colour].rgb;
}

const char *
fore_ink_colour_get_name (ForeInkColour colour)
{
  g_return_val_if_fail ((guint) colour < FORE_INK_N_COLOURS, NULL);

  return colours[colour].name;
}

gboolean
fore_ink_colour_from_name (const char *name, ForeInkColour *colour)
{
  for (guint i = 0; i < FORE_INK_N_COLOURS; i++) {
    if (g_strcmp0 (colours[i].name, name) == 0) {
      *colour = i;
      return TRUE;
    }
  }

  return FALSE;
}

/* --- Boxes -------------------------------------------------------------------------- */

gboolean
fore_ink_box_is_empty (const ForeInkBox *self)
{
  return self->left >= self->right || self->top >= self->bottom;
}

void
fore_ink_box_add (ForeInkBox *self, const ForeInkBox *other)
{
  if (fore_ink_box_is_empty (other))
    return;
  if (fore_ink_box_is_empty (self)) {
    *self = *other;
    return;
  }
  self->left = MIN (self->left, other->left);
  self->top = MIN (self->top, other->top);
  self->right = MAX (self->right, other->right);
  self->bottom = MAX (self->bottom, other->bottom);
}

/* --- The stroke --------------------------------------------------------------------- */

ForeStroke *
fore_stroke_new (ForeInkColour colour, double width)
{
  ForeStroke *self;

  g_return_val_if_fail ((guint) colour < FORE_INK_N_COLOURS, NULL);
  g_return_val_if_fail (width > 0, NULL);

  self = g_new0 (ForeStroke, 1);
  g_atomic_ref_count_init (&self->references);
  self->colour = colour;
  self->width = width;
  self->points = g_array_new (FALSE, FALSE, sizeof (ForeInkPoint));
  self->box = FORE_INK_BOX_EMPTY;

  return self;
}

ForeStroke *
fore_stroke_ref (ForeStroke *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_stroke_unref (ForeStroke *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->points);
  g_free (self);
}

gboolean
fore_stroke_add (ForeStroke *self, const ForeInkPoint *point)
{
  ForeInkPoint added = *point;
  double radius;
  ForeInkBox box;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (isfinite (point->x) && isfinite (point->y), FALSE);

  if (self->points->len > 0) {
    ForeInkPoint *last =
      &g_array_index (self->points, ForeInkPoint, self->points->len - 1);

    if (hypot (last->x - point->x, last->y - point->y) < NEAR)
      return FALSE;
  }

  added.pressure = isfinite (point->pressure) ? CLAMP (point->pressure, 0, 1) : 0.5f;
  g_array_append_val (self->points, added);
  radius = fore_stroke_get_width_at (self, added.pressure) / 2;
  box = (ForeInkBox){ added.x - radius, added.y - radius, added.x + radius,
                      added.y + radius };
  fore_ink_box_add (&self->box, &box);

  return TRUE;
}

ForeInkColour
fore_stroke_get_colour (const ForeStroke *self)
{
  g_return_val_if_fail (self != NULL, FORE_INK_RED);

  return self->colour;
}

double
fore_stroke_get_width (const ForeStroke *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
fore_stroke_get_width_at (const ForeStroke *self, double pressure)
{
  g_return_val_if_fail (self != NULL, 0);

  /* The lightest touch still leaves a line, and a mouse the width that was asked for. */
  return self->width * (0.4 + 1.2 * pressure);
}

const ForeInkPoint *
fore_stroke_get_points (const ForeStroke *self, guint *n_points)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_points = self->points->len;

  return (const ForeInkPoint *) (gpointer) self->points->data;
}

ForeInkBox
fore_stroke_get_box (const ForeStroke *self)
{
  g_return_val_if_fail (self != NULL, FORE_INK_BOX_EMPTY);

  return self->box;
}

/* --- The eraser --------------------------------------------------------------------- */

static double
cross (const ForeInkPoint *origin, const ForeInkPoint *a, const ForeInkPoint *b)
{
  return ((double) a->x - origin->x) * ((double) b->y - origin->y) -
         ((double) a->y - origin->y) * ((double) b->x - origin->x);
}

static double
distance_to_line (const ForeInkPoint *p, const ForeInkPoint *a, const ForeInkPoint *b)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p->x - a->x) * dx + (p->y - a->y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);

  return hypot (p->x - a->x - t * dx, p->y - a->y - t * dy);
}

/* Between two straight lines: 0 if they cross, else from one of the four ends. */
static double
distance (const ForeInkPoint *a,
          const ForeInkPoint *b,
          const ForeInkPoint *c,
          const ForeInkPoint *d)
{
  if (cross (a, b, c) * cross (a, b, d) < 0 && cross (c, d, a) * cross (c, d, b) < 0)
    return 0;

  return MIN (MIN (distance_to_line (a, c, d), distance_to_line (b, c, d)),
              MIN (distance_to_line (c, a, b), distance_to_line (d, a, b)));
}

static gboolean
is_near_box (const ForeInkBox *box,
             const ForeInkPoint *from,
             const ForeInkPoint *to,
             double radius)
{
  return MAX (from->x, to->x) + radius >= box->left &&
         MIN (from->x, to->x) - radius <= box->right &&
         MAX (from->y, to->y) + radius >= box->top &&
         MIN (from->y, to->y) - radius <= box->bottom;
}

gboolean
fore_stroke_is_touched (const ForeStroke *self,
                        const ForeInkPoint *from,
                        const ForeInkPoint *to,
                        double radius)
{
  const ForeInkPoint *points;
  guint n_points;

  g_return_val_if_fail (self != NULL, FALSE);

  points = fore_stroke_get_points (self, &n_points);
  if (n_points == 0 || !is_near_box (&self->box, from, to, radius))
    return FALSE;

  for (guint i = 0; i < n_points; i++) {
    const ForeInkPoint *before = &points[i > 0 ? i - 1 : 0];
    double pressure = MAX (before->pressure, points[i].pressure);
    double reach = radius + fore_stroke_get_width_at (self, pressure) / 2;

    if (distance (before, &points[i], from, to) <= reach)
      return TRUE;
  }

  return FALSE;
}
