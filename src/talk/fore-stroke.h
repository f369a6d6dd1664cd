/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeInkColour:
 *
 * What pens write with. Each of them can be read on white and on black.
 */
typedef enum {
  FORE_INK_RED,
  FORE_INK_ORANGE,
  FORE_INK_GREEN,
  FORE_INK_BLUE,
  FORE_INK_PURPLE,
} ForeInkColour;

#define FORE_INK_N_COLOURS 5

GType fore_ink_colour_get_type (void) G_GNUC_CONST;
#define FORE_TYPE_INK_COLOUR (fore_ink_colour_get_type ())

/**
 * fore_ink_colour_get_rgb:
 *
 * Returns: the colour as 0xRRGGBB, in sRGB
 */
guint32 fore_ink_colour_get_rgb (ForeInkColour colour);

/**
 * fore_ink_colour_get_name:
 *
 * Returns: what files and actions call it, such as `red`
 */
const char *fore_ink_colour_get_name (ForeInkColour colour);

/**
 * fore_ink_colour_from_name:
 * @colour: (out): the colour of that name
 *
 * Returns: whether there is one
 */
gboolean fore_ink_colour_from_name (const char *name, ForeInkColour *colour);

/**
 * ForeInkPoint:
 * @x: from the slide's left edge
 * @y: from its top edge
 * @pressure: how hard the pen was pressed, 0 to 1; a mouse or a finger gives 0.5
 *
 * A point of a stroke. In all that concerns ink, 1 is the width of the slide, across as
 * well as down: so circles stay circles, and ink lies on the same words in every window.
 * Points beside the slide are allowed, as far as a window has room there.
 */
typedef struct {
  float x, y;
  float pressure;
} ForeInkPoint;

/**
 * ForeStroke:
 *
 * What a pen leaves between being put down and being lifted.
 *
 * Grows while it is drawn and does not change afterwards; shared by reference.
 */
typedef struct _ForeStroke ForeStroke;

#define FORE_TYPE_STROKE (fore_stroke_get_type ())

GType fore_stroke_get_type (void) G_GNUC_CONST;

/**
 * fore_stroke_new:
 * @width: of the line at a pressure of 0.5, as a share of the slide's width
 */
ForeStroke *fore_stroke_new (ForeInkColour colour,
                             double width) G_GNUC_WARN_UNUSED_RESULT;

ForeStroke *fore_stroke_ref (ForeStroke *self);
void fore_stroke_unref (ForeStroke *self);

/**
 * fore_stroke_add:
 * @point: where the pen is now; its pressure is brought into its range
 *
 * Leads the stroke on. Points too near to the last one to be seen are left out.
 *
 * Returns: whether the stroke has grown
 */
gboolean fore_stroke_add (ForeStroke *self, const ForeInkPoint *point);

ForeInkColour fore_stroke_get_colour (const ForeStroke *self);
double fore_stroke_get_width (const ForeStroke *self);

/**
 * fore_stroke_get_points:
 * @n_points: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_points): the points, until the stroke grows
 */
const ForeInkPoint *fore_stroke_get_points (const ForeStroke *self, guint *n_points);

/**
 * fore_stroke_get_width_at:
 *
 * Returns: how wide the line is where the pen is pressed like that
 */
double fore_stroke_get_width_at (const ForeStroke *self, double pressure);

/**
 * ForeInkBox:
 *
 * A rectangle around ink, its lines' width included. Empty if @left is not below @right.
 */
typedef struct {
  double left, top, right, bottom;
} ForeInkBox;

#define FORE_INK_BOX_EMPTY ((ForeInkBox){ 0, 0, -1, -1 })

gboolean fore_ink_box_is_empty (const ForeInkBox *self);

/**
 * fore_ink_box_add:
 *
 * Makes @self hold @other too.
 */
void fore_ink_box_add (ForeInkBox *self, const ForeInkBox *other);

/**
 * fore_stroke_get_box:
 *
 * Returns: what the stroke covers; empty for one without points
 */
ForeInkBox fore_stroke_get_box (const ForeStroke *self);

/**
 * fore_stroke_is_touched:
 * @from: where the eraser was
 * @to: where it is
 * @radius: of the eraser
 *
 * Returns: whether a round eraser on its straight way touches the line
 */
gboolean fore_stroke_is_touched (const ForeStroke *self,
                                 const ForeInkPoint *from,
                                 const ForeInkPoint *to,
                                 double radius);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeStroke, fore_stroke_unref)

G_END_DECLS
