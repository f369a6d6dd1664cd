/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-contact-sheet.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

/* What cairo can draw on. */
#define MAX_SIDE 32000
#define MAX_COLUMNS 6

struct _ForeContactSheet {
  cairo_surface_t *picture;
  cairo_t *cr;
  PangoLayout *layout;
  guint columns;
  guint gap;
  guint caption;
  guint tile_width;
  guint tile_height;
  guint n_added;
};

static void
measure (ForeContactSheet *self, guint width, double ratio, guint n)
{
  self->columns = CLAMP ((guint) ceil (sqrt (n)), 1, MIN (MAX_COLUMNS, MAX (n, 1)));
  self->gap = MAX (width / 80, 4);
  self->caption = MAX (width / 80, 8);
  self->tile_width = MAX ((width - (self->columns + 1) * self->gap) / self->columns, 1);
  self->tile_height = MAX ((guint) round (self->tile_width * ratio), 1);
}

ForeContactSheet *
fore_contact_sheet_new (guint width, double ratio, guint n, GError **error)
{
  ForeContactSheet *self = g_new0 (ForeContactSheet, 1);
  PangoFontDescription *description;
  guint rows;
  double height;

  measure (self, MAX (width, 64), ratio, n);
  rows = (n + self->columns - 1) / self->columns;
  height = (double) rows * (self->tile_height + self->caption + self->gap) + self->gap;
  if (height > MAX_SIDE) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("There are too many slides for one picture of this width."));
    g_free (self);
    return NULL;
  }

  self->picture =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) MAX (width, 64), (int) height);
  self->cr = cairo_create (self->picture);
  cairo_set_source_rgb (self->cr, 0.96, 0.96, 0.95);
  cairo_paint (self->cr);
  self->layout = pango_cairo_create_layout (self->cr);
  description = pango_font_description_from_string ("Sans");
  pango_font_description_set_absolute_size (description,
                                            self->caption * 0.7 * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
  return self;
}

void
fore_contact_sheet_free (ForeContactSheet *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->picture);
  g_free (self);
}

guint
fore_contact_sheet_get_tile_width (const ForeContactSheet *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->tile_width;
}

void
fore_contact_sheet_add (ForeContactSheet *self, cairo_surface_t *picture, guint number)
{
  guint column, row;
  double x, y;
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (self != NULL);

  column = self->n_added % self->columns;
  row = self->n_added / self->columns;
  self->n_added++;
  x = self->gap + (double) column * (self->tile_width + self->gap);
  y = self->gap + (double) row * (self->tile_height + self->caption + self->gap);

  cairo_set_source_surface (self->cr, picture, x, y);
  cairo_paint (self->cr);
  cairo_set_source_rgba (self->cr, 0, 0, 0, 0.25);
  cairo_set_line_width (self->cr, 1);
  cairo_rectangle (self->cr, x - 0.5, y - 0.5, self->tile_width + 1,
                   self->tile_height + 1);
  cairo_stroke (self->cr);

  cairo_set_source_rgb (self->cr, 0.3, 0.3, 0.3);
  pango_layout_set_text (self->layout, text, -1);
  cairo_move_to (self->cr, x, y + self->tile_height + self->caption * 0.15);
  pango_cairo_show_layout (self->cr, self->layout);
}

cairo_surface_t *
fore_contact_sheet_get_picture (ForeContactSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  cairo_surface_flush (self->picture);
  return self->picture;
}
