/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One gesture for all devices: GTK gives a stylus' pressure, and which of its ends it is,
 * with the events of any gesture. Where a device was faster than the frames, its events
 * bring the places in between along; without them, quick writing would have corners. */

#include "fore-ink-input.h"

#include "fore-ink-canvas.h"

#include <math.h>

#define CLICK_ZOOM 2.5
#define WHEEL_STEP 1.2

struct _ForeInkInput {
  ForeInkLayer *layer;
  GtkWidget *canvas;
  ForeInk *ink;
  ForePointer *pointer;
  GtkGesture *drag;
  GtkEventController *motion, *scroll;

  ForeTool tool; /* what the drag that goes on is done with; NONE without one */
  double start_x, start_y;
  ForeInkPoint last;   /* where the eraser was */
  ForeInkPoint middle; /* of what was seen when the drag began */
  gboolean has_dragged;
};

/* --- Places ------------------------------------------------------------------------- */

static gboolean
get_point (ForeInkInput *self, double x, double y, ForeInkPoint *point)
{
  ForeInkView view;

  if (fore_ink_layer_get_index (self->layer) == FORE_INK_ALL_SLIDES ||
      !fore_ink_layer_get_view (self->layer, &view))
    return FALSE;
  *point = fore_ink_view_get_point (&view, x, y);

  return TRUE;
}

static void
point_at (ForeInkInput *self, double x, double y)
{
  ForeInkPoint point;

  if (get_point (self, x, y, &point))
    fore_pointer_move (self->pointer, fore_ink_layer_get_index (self->layer), point.x,
                       point.y, g_get_monotonic_time ());
}

static GdkEvent *
get_event (ForeInkInput *self)
{
  GdkEventSequence *sequence =
    gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (self->drag));

  return gtk_gesture_get_last_event (self->drag, sequence);
}

static gboolean
is_of_type (GdkEvent *event, GdkDeviceToolType type)
{
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;

  return tool != NULL && gdk_device_tool_get_tool_type (tool) == type;
}

static gboolean
is_finger (GdkEvent *event)
{
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* --- Pen and eraser ----------------------------------------------------------------- */

static void
write_at (ForeInkInput *self, double x, double y, float pressure)
{
  guint index = fore_ink_layer_get_index (self->layer);
  ForeInkPoint point;

  if (!get_point (self, x, y, &point))
    return;
  point.pressure = pressure;
  if (self->tool == FORE_TOOL_PEN)
    fore_ink_draw (self->ink, index, &point);
  else
    fore_ink_erase (self->ink, index, &self->last, &point, FORE_INK_ERASER_RADIUS);
  self->last = point;
}

/* Events are in the coordinates of the surface. */
static gboolean
is_from_surface (ForeInkInput *self, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (self->canvas);
  double left, top;

  if (native == NULL)
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);

  return gtk_widget_translate_coordinates (GTK_WIDGET (native), self->canvas, *x - left,
                                           *y - top, x, y);
}

/* A mouse may have an axis for it too, on which there is always 0. */
static gboolean
has_pressure (GdkEvent *event)
{
  GdkDevice *device = gdk_event_get_device (event);

  return gdk_event_get_device_tool (event) != NULL ||
         (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_PEN);
}

static void
write_history (ForeInkInput *self, GdkEvent *event)
{
  guint n_places = 0;
  g_autofree GdkTimeCoord *places = gdk_event_get_history (event, &n_places);

  for (guint i = 0; i < n_places; i++) {
    const double *axes = places[i].axes;
    double x = axes[GDK_AXIS_X], y = axes[GDK_AXIS_Y], pressure = 0.5;

    if (!(places[i].flags & GDK_AXIS_FLAG_X) || !(places[i].flags & GDK_AXIS_FLAG_Y) ||
        !is_from_surface (self, &x, &y))
      continue;
    if ((places[i].flags & GDK_AXIS_FLAG_PRESSURE) && has_pressure (event))
      pressure = axes[GDK_AXIS_PRESSURE];
    write_at (self, x, y, (float) pressure);
  }
}

static void
write_event (ForeInkInput *self, double x, double y)
{
  GdkEvent *event = get_event (self);
  double pressure;

  if (event != NULL && gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY)
    write_history (self, event);
  if (event == NULL || !has_pressure (event) ||
      !gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure))
    pressure = 0.5;
  write_at (self, x, y, (float) pressure);
}

/* --- Zoom --------------------------------------------------------------------------- */

static double
get_zoom (ForeInkInput *self)
{
  double x, y;

  return fore_pointer_get_zoom (self->pointer, fore_ink_layer_get_index (self->layer), &x,
                                &y);
}

static gboolean
get_middle (ForeInkInput *self, ForeInkPoint *middle)
{
  return get_point (self, gtk_widget_get_width (self->canvas) / 2.0,
                    gtk_widget_get_height (self->canvas) / 2.0, middle);
}

static void
zoom_to (ForeInkInput *self, double x, double y, double factor)
{
  fore_pointer_zoom_to (self->pointer, fore_ink_layer_get_index (self->layer), x, y,
                        factor);
}

/* The frame drawn from where the drag began. */
static gboolean
get_choice (ForeInkInput *self, double dx, double dy, ForeInkBox *box)
{
  ForeInkPoint from, to;

  if (!get_point (self, self->start_x, self->start_y, &from) ||
      !get_point (self, self->start_x + dx, self->start_y + dy, &to))
    return FALSE;
  *box = (ForeInkBox){ MIN (from.x, to.x), MIN (from.y, to.y), MAX (from.x, to.x),
                       MAX (from.y, to.y) };

  return !fore_ink_box_is_empty (box);
}

static void
drag_zoom (ForeInkInput *self, double dx, double dy)
{
  ForeInkView view;
  ForeInkBox box;

  if (!self->has_dragged || !fore_ink_layer_get_view (self->layer, &view))
    return;
  if (get_zoom (self) > 1)
    zoom_to (self, self->middle.x - dx / view.scale, self->middle.y - dy / view.scale,
             get_zoom (self));
  else if (get_choice (self, dx, dy, &box))
    fore_ink_canvas_set_choice (FORE_INK_CANVAS (self->canvas), &box);
}

static void
click_zoom (ForeInkInput *self)
{
  ForeInkPoint point;

  if (fore_pointer_zoom_out (self->pointer) ||
      !get_point (self, self->start_x, self->start_y, &point))
    return;
  zoom_to (self, point.x, point.y, CLICK_ZOOM);
}

static void
end_zoom (ForeInkInput *self, double dx, double dy)
{
  ForeInkView view;
  ForeInkBox box;

  if (!self->has_dragged) {
    click_zoom (self);
  } else if (get_zoom (self) == 1 && fore_ink_layer_get_view (self->layer, &view) &&
             get_choice (self, dx, dy, &box)) {
    double across = gtk_widget_get_width (self->canvas) / view.scale;
    double down = gtk_widget_get_height (self->canvas) / view.scale;

    zoom_to (self, (box.left + box.right) / 2, (box.top + box.bottom) / 2,
             MIN (across / (box.right - box.left), down / (box.bottom - box.top)));
  }
  fore_ink_canvas_set_choice (FORE_INK_CANVAS (self->canvas), NULL);
}

/* What lies under the pointer stays there. */
static void
wheel_zoom (ForeInkInput *self, double turned)
{
  double zoom = get_zoom (self), wanted;
  ForeInkView view;
  ForeInkPoint middle;
  double x, y;

  if (!fore_ink_layer_get_final_view (self->layer, &view) ||
      !fore_pointer_get_place (self->pointer, fore_ink_layer_get_index (self->layer), &x,
                               &y))
    return;
  middle = fore_ink_view_get_point (&view, gtk_widget_get_width (self->canvas) / 2.0,
                                    gtk_widget_get_height (self->canvas) / 2.0);
  wanted = CLAMP (zoom * pow (WHEEL_STEP, -turned), 1, FORE_POINTER_MAX_ZOOM);
  zoom_to (self, x + (middle.x - x) * zoom / wanted, y + (middle.y - y) * zoom / wanted,
           wanted);
}

/* --- Gestures ----------------------------------------------------------------------- */

static void
begin_cb (ForeInkInput *self, double x, double y, GtkGesture *drag)
{
  self->tool = fore_pointer_get_tool (self->pointer);
  if (is_of_type (get_event (self), GDK_DEVICE_TOOL_TYPE_ERASER))
    self->tool = FORE_TOOL_ERASER;
  /* Only zoomed: there is nothing to do here. */
  if (self->tool == FORE_TOOL_NONE)
    return;
  self->start_x = x;
  self->start_y = y;
  self->has_dragged = FALSE;
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  point_at (self, x, y);
  get_point (self, x, y, &self->last);
  get_middle (self, &self->middle);
  if (self->tool == FORE_TOOL_PEN || self->tool == FORE_TOOL_ERASER)
    write_event (self, x, y);
}

static void
update_cb (ForeInkInput *self, double dx, double dy)
{
  double x = self->start_x + dx, y = self->start_y + dy;

  if (self->tool == FORE_TOOL_NONE)
    return;
  if (gtk_drag_check_threshold (self->canvas, (int) self->start_x, (int) self->start_y,
                                (int) x, (int) y))
    self->has_dragged = TRUE;
  point_at (self, x, y);
  if (self->tool == FORE_TOOL_PEN || self->tool == FORE_TOOL_ERASER)
    write_event (self, x, y);
  else if (self->tool == FORE_TOOL_ZOOM)
    drag_zoom (self, dx, dy);
}

static void
end_cb (ForeInkInput *self, double dx, double dy)
{
  ForeTool tool = self->tool;

  self->tool = FORE_TOOL_NONE;
  fore_ink_lift (self->ink);
  if (tool == FORE_TOOL_ZOOM)
    end_zoom (self, dx, dy);
  /* A finger is nowhere when it is lifted. */
  if (is_finger (get_event (self)))
    fore_pointer_leave (self->pointer);
}

static void
cancel_cb (ForeInkInput *self)
{
  self->tool = FORE_TOOL_NONE;
  fore_ink_lift (self->ink);
  fore_ink_canvas_set_choice (FORE_INK_CANVAS (self->canvas), NULL);
}

static void
motion_cb (ForeInkInput *self, double x, double y)
{
  /* The drag has said so already. */
  if (self->tool == FORE_TOOL_NONE)
    point_at (self, x, y);
}

static void
leave_cb (ForeInkInput *self)
{
  fore_pointer_leave (self->pointer);
}

static gboolean
scroll_cb (ForeInkInput *self, double dx, double dy)
{
  double radius = fore_pointer_get_spotlight_radius (self->pointer);

  switch (fore_pointer_get_tool (self->pointer)) {
  case FORE_TOOL_SPOTLIGHT:
    fore_pointer_set_spotlight_radius (self->pointer, radius * pow (WHEEL_STEP, -dy));
    return GDK_EVENT_STOP;
  case FORE_TOOL_ZOOM:
    wheel_zoom (self, dy);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
update_cursor (ForeInkInput *self)
{
  switch (fore_pointer_get_tool (self->pointer)) {
  case FORE_TOOL_NONE:
    gtk_widget_set_cursor (self->canvas, NULL);
    break;
  case FORE_TOOL_ZOOM:
    gtk_widget_set_cursor_from_name (
      self->canvas,
      fore_pointer_get_zoom_factor (self->pointer) > 1 ? "zoom-out" : "zoom-in");
    break;
  case FORE_TOOL_SPOTLIGHT:
  case FORE_TOOL_LASER:
  case FORE_TOOL_PEN:
  case FORE_TOOL_ERASER:
  default:
    /* The canvas draws what is held, in all windows. */
    gtk_widget_set_cursor_from_name (self->canvas, "none");
  }
}

/* --- Making it ---------------------------------------------------------------------- */

static void
add_drag (ForeInkInput *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (self->canvas, GTK_EVENT_CONTROLLER (self->drag));
}

ForeInkInput *
fore_ink_input_new (ForeInkLayer *layer, GtkWidget *canvas)
{
  ForeInkInput *self = g_new0 (ForeInkInput, 1);

  self->layer = layer;
  self->canvas = canvas;
  self->ink = g_object_ref (fore_ink_layer_get_ink (layer));
  self->pointer = g_object_ref (fore_ink_get_pointer (self->ink));
  add_drag (self);
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (self->motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (self->motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (canvas, self->motion);
  self->scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect_swapped (self->scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (canvas, self->scroll);
  g_signal_connect_swapped (self->pointer, "notify::tool", G_CALLBACK (update_cursor),
                            self);
  g_signal_connect_swapped (self->pointer, "notify::zoom", G_CALLBACK (update_cursor),
                            self);
  update_cursor (self);

  return self;
}

void
fore_ink_input_free (ForeInkInput *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (self->pointer, self);
  gtk_widget_remove_controller (self->canvas, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_remove_controller (self->canvas, self->motion);
  gtk_widget_remove_controller (self->canvas, self->scroll);
  g_object_unref (self->ink);
  g_object_unref (self->pointer);
  g_free (self);
}

void
fore_ink_input_stop (ForeInkInput *self)
{
  g_return_if_fail (self != NULL);

  if (self->tool != FORE_TOOL_NONE)
    gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
}
