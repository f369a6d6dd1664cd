/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-splice.h"
#include "fore-stroke.h"

G_BEGIN_DECLS

/**
 * ForeTool:
 * @FORE_TOOL_NONE: the pointer is the slide's own: it clicks links and plays films
 * @FORE_TOOL_LASER: a dot that leaves a fading trace
 * @FORE_TOOL_PEN: writes
 * @FORE_TOOL_ERASER: takes away the strokes that it touches
 * @FORE_TOOL_SPOTLIGHT: all is dark but the surroundings of the pointer
 * @FORE_TOOL_ZOOM: chooses what is shown larger
 *
 * What the speaker holds.
 */
typedef enum {
  FORE_TOOL_NONE,
  FORE_TOOL_LASER,
  FORE_TOOL_PEN,
  FORE_TOOL_ERASER,
  FORE_TOOL_SPOTLIGHT,
  FORE_TOOL_ZOOM,
} ForeTool;

GType fore_tool_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_TOOL (fore_tool_get_type ())

/**
 * ForePenWidth:
 *
 * How broadly a pen writes.
 */
typedef enum {
  FORE_PEN_FINE,
  FORE_PEN_MEDIUM,
  FORE_PEN_BROAD,
} ForePenWidth;

#define FORE_N_PEN_WIDTHS 3

GType fore_pen_width_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_PEN_WIDTH (fore_pen_width_get_type ())

/**
 * fore_pen_width_get_share:
 *
 * Returns: the line's width as a share of the slide's
 */
double fore_pen_width_get_share (ForePenWidth width);

/* How long a laser's trace is seen, in microseconds. */
#define FORE_POINTER_TRACE_TIME (G_USEC_PER_SEC * 7 / 10)

#define FORE_POINTER_MAX_ZOOM 8.0

/**
 * ForePointer:
 *
 * The speaker's tool and where it points: one for all windows, so that each of them shows
 * the same. Places are those of [struct@InkPoint]; a place belongs to a slide, and
 * windows that show another one show nothing of it.
 *
 * Knows no clock: whoever moves it says when that is.
 *
 * Properties, all with `notify`:
 * - `tool` (ForeTool, readwrite): laying a tool away makes the laser and the spotlight
 *   vanish; what has been zoomed stays so
 * - `colour` (ForeInkColour, readwrite), `pen-width` (ForePenWidth, readwrite)
 * - `spotlight-radius` (double, readwrite): 0.03 to 0.5
 * - `zoom` (double, read only): how many times larger the picture is shown; 1 is not
 *
 * Signals:
 * - `moved ()`: the place, or the trace, or what is zoomed in upon has changed
 */
#define FORE_TYPE_POINTER (fore_pointer_get_type ())

G_DECLARE_FINAL_TYPE (ForePointer, fore_pointer, FORE, POINTER, GObject)

ForePointer *fore_pointer_new (void) G_GNUC_WARN_UNUSED_RESULT;

void fore_pointer_set_tool (ForePointer *self, ForeTool tool);
ForeTool fore_pointer_get_tool (ForePointer *self);
void fore_pointer_set_colour (ForePointer *self, ForeInkColour colour);
ForeInkColour fore_pointer_get_colour (ForePointer *self);
void fore_pointer_set_pen_width (ForePointer *self, ForePenWidth width);
ForePenWidth fore_pointer_get_pen_width (ForePointer *self);
void fore_pointer_set_spotlight_radius (ForePointer *self, double radius);
double fore_pointer_get_spotlight_radius (ForePointer *self);

/**
 * fore_pointer_move:
 * @index: the slide pointed at
 * @now: the time in microseconds, of any clock that does not run backwards
 *
 * Points somewhere. The laser leaves a trace from where it was.
 */
void fore_pointer_move (ForePointer *self, guint index, double x, double y, gint64 now);

/**
 * fore_pointer_leave:
 *
 * Points nowhere. A trace fades as it would.
 */
void fore_pointer_leave (ForePointer *self);

/**
 * fore_pointer_get_place:
 * @index: the slide that is shown
 * @x: (out): across
 * @y: (out): down
 *
 * Returns: whether the pointer is on that slide
 */
gboolean fore_pointer_get_place (ForePointer *self, guint index, double *x, double *y);

/**
 * ForeTracePoint:
 * @freshness: 1 for where the laser is, 0 for what has faded away
 * @is_start: whether the trace before it ends there
 */
typedef struct {
  float x, y;
  float freshness;
  gboolean is_start;
} ForeTracePoint;

/**
 * fore_pointer_dup_trace:
 * @index: the slide that is shown
 * @now: the time, by the clock of fore_pointer_move()
 *
 * Forgets what has faded.
 *
 * Returns: (transfer full) (element-type ForeTracePoint): the trace on that slide, the
 *   oldest first; may be empty
 */
GArray *fore_pointer_dup_trace (ForePointer *self,
                                guint index,
                                gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_pointer_zoom_to:
 * @x: the middle of what is to be seen
 * @factor: how many times larger; brought into 1 to %FORE_POINTER_MAX_ZOOM
 *
 * Shows a part of a slide larger, until another slide is shown.
 */
void
fore_pointer_zoom_to (ForePointer *self, guint index, double x, double y, double factor);

/**
 * fore_pointer_zoom_out:
 *
 * Shows the whole slide again.
 *
 * Returns: whether there was anything to do
 */
gboolean fore_pointer_zoom_out (ForePointer *self);

/**
 * fore_pointer_get_zoom:
 * @index: the slide that is shown
 * @x: (out): the middle of what is to be seen
 * @y: (out): likewise
 *
 * Returns: how many times larger; 1 if that slide is not zoomed
 */
double fore_pointer_get_zoom (ForePointer *self, guint index, double *x, double *y);

/**
 * fore_pointer_get_zoom_factor:
 *
 * Returns: how many times larger whatever is zoomed is shown; 1 if nothing is
 */
double fore_pointer_get_zoom_factor (ForePointer *self);

/**
 * fore_pointer_put_away:
 *
 * Lays the tool away and shows the whole slide: what Esc does first.
 *
 * Returns: whether there was anything to do
 */
gboolean fore_pointer_put_away (ForePointer *self);

/**
 * fore_pointer_follow:
 * @splice: an edit of the deck
 *
 * Lets what belongs to a slide go with it.
 */
void fore_pointer_follow (ForePointer *self, const ForeSplice *splice);

G_END_DECLS
