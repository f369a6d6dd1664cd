/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-pointer.h"

#include <math.h>

#define NOWHERE G_MAXUINT

typedef struct {
  float x, y;
  gint64 time;
  gboolean is_start;
} Trail;

struct _ForePointer {
  GObject parent_instance;

  ForeTool tool;
  ForeInkColour colour;
  ForePenWidth pen_width;
  double spotlight_radius;

  guint index; /* of the slide pointed at, or NOWHERE */
  double x, y;

  GArray *trail; /* Trail, the oldest first */
  guint trail_index;
  gboolean is_lifted; /* what comes next does not go on from the trail's end */

  guint zoom_index;
  double zoom, zoom_x, zoom_y;
};

enum {
  PROP_TOOL = 1,
  PROP_COLOUR,
  PROP_PEN_WIDTH,
  PROP_SPOTLIGHT_RADIUS,
  PROP_ZOOM,
  N_PROPERTIES,
};
enum { MOVED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForePointer, fore_pointer, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (ForeTool,
                    fore_tool,
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_LASER, "laser"),
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_PEN, "pen"),
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_ERASER, "eraser"),
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_SPOTLIGHT, "spotlight"),
                    G_DEFINE_ENUM_VALUE (FORE_TOOL_ZOOM, "zoom"))

G_DEFINE_ENUM_TYPE (ForePenWidth,
                    fore_pen_width,
                    G_DEFINE_ENUM_VALUE (FORE_PEN_FINE, "fine"),
                    G_DEFINE_ENUM_VALUE (FORE_PEN_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (FORE_PEN_BROAD, "broad"))

double
fore_pen_width_get_share (ForePenWidth width)
{
  static const double shares[FORE_N_PEN_WIDTHS] = { 0.0025, 0.005, 0.012 };

  g_return_val_if_fail ((guint) width < FORE_N_PEN_WIDTHS, 0.005);

  return shares[width];
}

static void
emit_moved (ForePointer *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/* --- What is held ------------------------------------------------------------------- */

void
fore_pointer_set_tool (ForePointer *self, ForeTool tool)
{
  g_return_if_fail (FORE_IS_POINTER (self));

  if (self->tool == tool)
    return;
  self->tool = tool;
  self->is_lifted = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

ForeTool
fore_pointer_get_tool (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), FORE_TOOL_NONE);

  return self->tool;
}

void
fore_pointer_set_colour (ForePointer *self, ForeInkColour colour)
{
  g_return_if_fail (FORE_IS_POINTER (self));
  g_return_if_fail ((guint) colour < FORE_INK_N_COLOURS);

  if (self->colour == colour)
    return;
  self->colour = colour;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

ForeInkColour
fore_pointer_get_colour (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), FORE_INK_RED);

  return self->colour;
}

void
fore_pointer_set_pen_width (ForePointer *self, ForePenWidth width)
{
  g_return_if_fail (FORE_IS_POINTER (self));
  g_return_if_fail ((guint) width < FORE_N_PEN_WIDTHS);

  if (self->pen_width == width)
    return;
  self->pen_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEN_WIDTH]);
}

ForePenWidth
fore_pointer_get_pen_width (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), FORE_PEN_MEDIUM);

  return self->pen_width;
}

void
fore_pointer_set_spotlight_radius (ForePointer *self, double radius)
{
  g_return_if_fail (FORE_IS_POINTER (self));

  radius = CLAMP (radius, 0.03, 0.5);
  if (self->spotlight_radius == radius)
    return;
  self->spotlight_radius = radius;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOTLIGHT_RADIUS]);
}

double
fore_pointer_get_spotlight_radius (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), 0);

  return self->spotlight_radius;
}

/* --- Where it points ---------------------------------------------------------------- */

static void
forget_faded (ForePointer *self, gint64 now)
{
  guint n_faded = 0;

  while (n_faded < self->trail->len &&
         now - g_array_index (self->trail, Trail, n_faded).time >=
           FORE_POINTER_TRACE_TIME)
    n_faded++;
  if (n_faded > 0)
    g_array_remove_range (self->trail, 0, n_faded);
}

static void
leave_trail (ForePointer *self, guint index, gint64 now)
{
  Trail point = { (float) self->x, (float) self->y, now, self->is_lifted };

  if (self->trail_index != index)
    g_array_set_size (self->trail, 0);
  self->trail_index = index;
  forget_faded (self, now);
  g_array_append_val (self->trail, point);
  self->is_lifted = FALSE;
}

void
fore_pointer_move (ForePointer *self, guint index, double x, double y, gint64 now)
{
  g_return_if_fail (FORE_IS_POINTER (self));
  g_return_if_fail (isfinite (x) && isfinite (y));

  if (self->index == index && self->x == x && self->y == y)
    return;
  self->index = index;
  self->x = x;
  self->y = y;
  if (self->tool == FORE_TOOL_LASER)
    leave_trail (self, index, now);
  emit_moved (self);
}

void
fore_pointer_leave (ForePointer *self)
{
  g_return_if_fail (FORE_IS_POINTER (self));

  if (self->index == NOWHERE)
    return;
  self->index = NOWHERE;
  self->is_lifted = TRUE;
  emit_moved (self);
}

gboolean
fore_pointer_get_place (ForePointer *self, guint index, double *x, double *y)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), FALSE);

  *x = self->x;
  *y = self->y;

  return self->index == index && index != NOWHERE;
}

GArray *
fore_pointer_dup_trace (ForePointer *self, guint index, gint64 now)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (ForeTracePoint));

  g_return_val_if_fail (FORE_IS_POINTER (self), trace);

  forget_faded (self, now);
  for (guint i = 0; self->trail_index == index && i < self->trail->len; i++) {
    const Trail *trail = &g_array_index (self->trail, Trail, i);
    double age = (double) (now - trail->time) / FORE_POINTER_TRACE_TIME;
    ForeTracePoint point = { trail->x, trail->y, (float) CLAMP (1 - age, 0, 1),
                             trail->is_start };

    g_array_append_val (trace, point);
  }

  return trace;
}

/* --- Zoom --------------------------------------------------------------------------- */

void
fore_pointer_zoom_to (ForePointer *self, guint index, double x, double y, double factor)
{
  g_return_if_fail (FORE_IS_POINTER (self));
  g_return_if_fail (isfinite (x) && isfinite (y) && isfinite (factor));

  factor = CLAMP (factor, 1, FORE_POINTER_MAX_ZOOM);
  g_object_freeze_notify (G_OBJECT (self));
  self->zoom_index = index;
  self->zoom_x = x;
  self->zoom_y = y;
  if (self->zoom != factor)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  self->zoom = factor;
  g_object_thaw_notify (G_OBJECT (self));
  emit_moved (self);
}

gboolean
fore_pointer_zoom_out (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), FALSE);

  if (self->zoom == 1)
    return FALSE;
  fore_pointer_zoom_to (self, self->zoom_index, self->zoom_x, self->zoom_y, 1);

  return TRUE;
}

double
fore_pointer_get_zoom (ForePointer *self, guint index, double *x, double *y)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), 1);

  *x = self->zoom_x;
  *y = self->zoom_y;

  return self->zoom_index == index ? self->zoom : 1;
}

double
fore_pointer_get_zoom_factor (ForePointer *self)
{
  g_return_val_if_fail (FORE_IS_POINTER (self), 1);

  return self->zoom;
}

gboolean
fore_pointer_put_away (ForePointer *self)
{
  gboolean held;

  g_return_val_if_fail (FORE_IS_POINTER (self), FALSE);

  held = self->tool != FORE_TOOL_NONE;
  fore_pointer_set_tool (self, FORE_TOOL_NONE);

  return fore_pointer_zoom_out (self) || held;
}

void
fore_pointer_follow (ForePointer *self, const ForeSplice *splice)
{
  g_return_if_fail (FORE_IS_POINTER (self));
  g_return_if_fail (splice != NULL);

  if (self->index != NOWHERE && !fore_splice_follow (splice, &self->index))
    fore_pointer_leave (self);
  if (!fore_splice_follow (splice, &self->trail_index))
    g_array_set_size (self->trail, 0);
  if (!fore_splice_follow (splice, &self->zoom_index))
    fore_pointer_zoom_out (self);
}

/* --- The object --------------------------------------------------------------------- */

ForePointer *
fore_pointer_new (void)
{
  return g_object_new (FORE_TYPE_POINTER, NULL);
}

static void
fore_pointer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForePointer *self = FORE_POINTER (object);

  switch (id) {
  case PROP_TOOL:
    g_value_set_enum (value, self->tool);
    break;
  case PROP_COLOUR:
    g_value_set_enum (value, self->colour);
    break;
  case PROP_PEN_WIDTH:
    g_value_set_enum (value, self->pen_width);
    break;
  case PROP_SPOTLIGHT_RADIUS:
    g_value_set_double (value, self->spotlight_radius);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, self->zoom);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_pointer_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  ForePointer *self = FORE_POINTER (object);

  switch (id) {
  case PROP_TOOL:
    fore_pointer_set_tool (self, g_value_get_enum (value));
    break;
  case PROP_COLOUR:
    fore_pointer_set_colour (self, g_value_get_enum (value));
    break;
  case PROP_PEN_WIDTH:
    fore_pointer_set_pen_width (self, g_value_get_enum (value));
    break;
  case PROP_SPOTLIGHT_RADIUS:
    fore_pointer_set_spotlight_radius (self, g_value_get_double (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_pointer_finalize (GObject *object)
{
  g_array_unref (FORE_POINTER (object)->trail);

  G_OBJECT_CLASS (fore_pointer_parent_class)->finalize (object);
}

static void
fore_pointer_class_init (ForePointerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fore_pointer_get_property;
  object_class->set_property = fore_pointer_set_property;
  object_class->finalize = fore_pointer_finalize;

  properties[PROP_TOOL] =
    g_param_spec_enum ("tool", NULL, NULL, FORE_TYPE_TOOL, FORE_TOOL_NONE, writable);
  properties[PROP_COLOUR] = g_param_spec_enum ("colour", NULL, NULL, FORE_TYPE_INK_COLOUR,
                                               FORE_INK_RED, writable);
  properties[PROP_PEN_WIDTH] = g_param_spec_enum (
    "pen-width", NULL, NULL, FORE_TYPE_PEN_WIDTH, FORE_PEN_MEDIUM, writable);
  properties[PROP_SPOTLIGHT_RADIUS] =
    g_param_spec_double ("spotlight-radius", NULL, NULL, 0, 1, 0.14, writable);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, 1, FORE_POINTER_MAX_ZOOM, 1, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MOVED] = g_signal_new ("moved", FORE_TYPE_POINTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_pointer_init (ForePointer *self)
{
  self->pen_width = FORE_PEN_MEDIUM;
  self->spotlight_radius = 0.14;
  self->index = NOWHERE;
  self->zoom = 1;
  self->is_lifted = TRUE;
  self->trail = g_array_new (FALSE, FALSE, sizeof (Trail));
}
