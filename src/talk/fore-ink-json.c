/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink.h"

#include "fore-ink-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>

#define VERSION 1

/* --- Writing ------------------------------------------------------------------------ */

/* A hundredth of a pixel, and not the sixteen digits that a double has. */
static void
add_number (JsonBuilder *builder, double number)
{
  json_builder_add_double_value (builder, round (number * 1e5) / 1e5);
}

static void
add_stroke (JsonBuilder *builder, ForeStroke *stroke)
{
  guint n_points;
  const ForeInkPoint *points = fore_stroke_get_points (stroke, &n_points);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "colour");
  json_builder_add_string_value (
    builder, fore_ink_colour_get_name (fore_stroke_get_colour (stroke)));
  json_builder_set_member_name (builder, "width");
  add_number (builder, fore_stroke_get_width (stroke));
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_points; i++) {
    add_number (builder, points[i].x);
    add_number (builder, points[i].y);
    add_number (builder, points[i].pressure);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
fore_ink_dup_json (ForeInk *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (FORE_IS_INK (self), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "slides");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fore_ink_get_n_slides (self); i++) {
    GPtrArray *strokes = fore_ink_get_strokes (self, i);

    if (strokes == NULL)
      continue;
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "index");
    json_builder_add_int_value (builder, i);
    json_builder_set_member_name (builder, "strokes");
    json_builder_begin_array (builder);
    for (guint j = 0; j < strokes->len; j++)
      add_stroke (builder, g_ptr_array_index (strokes, j));
    json_builder_end_array (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* --- Reading ------------------------------------------------------------------------ */

/* Whatever is not there or not of its kind is NULL, or not a number, and the whole is not
 * read: half of what was drawn may say the opposite. */

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static double
get_number (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
       json_node_get_value_type (node) != G_TYPE_INT64))
    return NAN;

  return json_node_get_double (node);
}

static JsonObject *
get_item (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_points (JsonArray *numbers, ForeStroke *stroke)
{
  guint n_numbers = json_array_get_length (numbers);

  for (guint i = 0; i + 2 < n_numbers; i += 3) {
    double x = get_number (json_array_get_element (numbers, i));
    double y = get_number (json_array_get_element (numbers, i + 1));
    double pressure = get_number (json_array_get_element (numbers, i + 2));

    if (!isfinite (x) || !isfinite (y) || !isfinite (pressure))
      return FALSE;
    fore_stroke_add (stroke, &(ForeInkPoint){ (float) x, (float) y, (float) pressure });
  }

  return n_numbers > 0 && n_numbers % 3 == 0;
}

static ForeStroke *
read_stroke (JsonObject *object)
{
  g_autoptr (ForeStroke) stroke = NULL;
  JsonArray *points = get_array (object, "points");
  ForeInkColour colour;
  double width;

  if (points == NULL ||
      !fore_ink_colour_from_name (
        json_object_get_string_member_with_default (object, "colour", NULL), &colour))
    return NULL;
  width = get_number (json_object_get_member (object, "width"));
  if (!(width > 0 && width < 1))
    return NULL;
  stroke = fore_stroke_new (colour, width);

  return read_points (points, stroke) ? g_steal_pointer (&stroke) : NULL;
}

static GPtrArray *
read_strokes (JsonArray *array)
{
  g_autoptr (GPtrArray) strokes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_stroke_unref);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    ForeStroke *stroke = read_stroke (get_item (array, i));

    if (stroke == NULL)
      return NULL;
    g_ptr_array_add (strokes, stroke);
  }

  return g_steal_pointer (&strokes);
}

static void
free_strokes (gpointer strokes)
{
  if (strokes != NULL)
    g_ptr_array_unref (strokes);
}

static gboolean
read_slide (JsonObject *object, GPtrArray *slides)
{
  JsonArray *array = get_array (object, "strokes");
  g_autoptr (GPtrArray) strokes = array != NULL ? read_strokes (array) : NULL;
  double index;

  if (strokes == NULL)
    return FALSE;
  index = get_number (json_object_get_member (object, "index"));
  if (!(index >= 0))
    return FALSE;
  if (index >= slides->len)
    return TRUE;
  free_strokes (g_ptr_array_index (slides, (guint) index));
  g_ptr_array_index (slides, (guint) index) = g_steal_pointer (&strokes);

  return TRUE;
}

static gboolean
read_slides (JsonNode *root, GPtrArray *slides)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *array = get_array (object, "slides");

  if (array == NULL || get_number (json_object_get_member (object, "version")) != VERSION)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (!read_slide (get_item (array, i), slides))
      return FALSE;
  }

  return TRUE;
}

gboolean
fore_ink_load_json (ForeInk *self, const char *json, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) slides = g_ptr_array_new_with_free_func (free_strokes);

  g_return_val_if_fail (FORE_IS_INK (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);

  root = json_from_string (json, error);
  if (root == NULL && error != NULL && *error != NULL)
    return FALSE;
  g_ptr_array_set_size (slides, (gint) fore_ink_get_n_slides (self));
  if (root == NULL || !read_slides (root, slides)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The ink of the talk cannot be read."));
    return FALSE;
  }
  fore_ink_replace (self, g_steal_pointer (&slides));

  return TRUE;
}
