/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-picture.h"

#include <string.h>

struct _ForeInkPicture {
  GPtrArray *strokes; /* those on the surface */
  ForeInkView view;
  int width, height, scale;
  cairo_surface_t *surface; /* as large as the widget */

  GdkTexture *texture; /* the part of it that has ink */
  graphene_rect_t bounds;
  guint n_drawn;
};

ForeInkPicture *
fore_ink_picture_new (void)
{
  return g_new0 (ForeInkPicture, 1);
}

static void
forget (ForeInkPicture *self)
{
  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->texture);
}

void
fore_ink_picture_free (ForeInkPicture *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_free (self);
}

static gboolean
is_for (ForeInkPicture *self, const ForeInkView *view, int width, int height, int scale)
{
  return self->surface != NULL && self->width == width && self->height == height &&
         self->scale == scale && self->view.x == view->x && self->view.y == view->y &&
         self->view.scale == view->scale;
}

/* Whether the strokes drawn are the first ones of @strokes. */
static gboolean
goes_on (ForeInkPicture *self, GPtrArray *strokes)
{
  return self->strokes->len <= strokes->len &&
         memcmp (self->strokes->pdata, strokes->pdata,
                 self->strokes->len * sizeof (gpointer)) == 0;
}

static void
start (ForeInkPicture *self, const ForeInkView *view, int width, int height, int scale)
{
  forget (self);
  self->view = *view;
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (self->surface, scale, scale);
}

static void
draw (ForeInkPicture *self, GPtrArray *strokes, guint from)
{
  cairo_t *cr = cairo_create (self->surface);

  for (guint i = from; i < strokes->len; i++)
    fore_ink_view_draw_stroke (&self->view, g_ptr_array_index (strokes, i), cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->n_drawn += strokes->len - from;
}

/* A texture must not change, so it gets a copy of the pixels with ink. */
static void
copy_pixels (ForeInkPicture *self)
{
  graphene_rect_t all =
    GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  const guchar *data = cairo_image_surface_get_data (self->surface);
  ForeInkBox box = FORE_INK_BOX_EMPTY;
  g_autoptr (GBytes) bytes = NULL;
  gsize x, y, width, height;

  g_clear_object (&self->texture);
  for (guint i = 0; i < self->strokes->len; i++) {
    ForeInkBox other = fore_stroke_get_box (g_ptr_array_index (self->strokes, i));

    fore_ink_box_add (&box, &other);
  }
  self->bounds = fore_ink_view_get_bounds (&self->view, &box);
  if (data == NULL || !graphene_rect_intersection (&self->bounds, &all, &self->bounds))
    return;

  x = (gsize) self->bounds.origin.x * (gsize) self->scale;
  y = (gsize) self->bounds.origin.y * (gsize) self->scale;
  width = (gsize) self->bounds.size.width * (gsize) self->scale;
  height = (gsize) self->bounds.size.height * (gsize) self->scale;
  if (width == 0 || height == 0)
    return;
  bytes = g_bytes_new (data + y * stride + x * 4, (height - 1) * stride + width * 4);
  self->texture =
    gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_DEFAULT, bytes, stride);
}

void
fore_ink_picture_snapshot (ForeInkPicture *self,
                           GPtrArray *strokes,
                           const ForeInkView *view,
                           int width,
                           int height,
                           int scale,
                           GtkSnapshot *snapshot)
{
  guint from = 0;

  g_return_if_fail (self != NULL);

  if (strokes == NULL || width <= 0 || height <= 0) {
    forget (self);
    return;
  }
  if (is_for (self, view, width, height, scale) && goes_on (self, strokes))
    from = self->strokes->len;
  else
    start (self, view, width, height, scale);
  if (from < strokes->len) {
    draw (self, strokes, from);
    g_clear_pointer (&self->strokes, g_ptr_array_unref);
    self->strokes = g_ptr_array_ref (strokes);
    copy_pixels (self);
  }
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &self->bounds);
}

guint
fore_ink_picture_get_n_drawn (ForeInkPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_drawn;
}
