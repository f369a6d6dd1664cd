/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-picture-file.h"

#include <glib/gi18n.h>
#include <webp/encode.h>

cairo_surface_t *
fore_picture_from_texture (GdkTexture *texture, guint width, guint height)
{
  int all_width = gdk_texture_get_width (texture);
  int all_height = gdk_texture_get_height (texture);
  cairo_surface_t *all =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, all_width, all_height);
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (picture);

  gdk_texture_download (texture, cairo_image_surface_get_data (all),
                        (gsize) cairo_image_surface_get_stride (all));
  cairo_surface_mark_dirty (all);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, all, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (all);
  cairo_surface_flush (picture);
  return picture;
}

/* What cairo keeps in a word, by the byte. */
static guint8 *
dup_rgb (cairo_surface_t *picture, int width, int height)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  guint8 *rgb = g_malloc_n ((gsize) width * (gsize) height, 3);
  guint8 *to = rgb;

  for (int y = 0; y < height; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

    for (int x = 0; x < width; x++) {
      *to++ = (row[x] >> 16) & 0xff;
      *to++ = (row[x] >> 8) & 0xff;
      *to++ = row[x] & 0xff;
    }
  }
  return rgb;
}

static GBytes *
encode_webp (const guint8 *rgb, int width, int height)
{
  uint8_t *data = NULL;
  size_t size = WebPEncodeLosslessRGB (rgb, width, height, width * 3, &data);
  GBytes *bytes = size > 0 ? g_bytes_new (data, size) : NULL;

  WebPFree (data);
  return bytes;
}

static GBytes *
encode_png (const guint8 *rgb, int width, int height)
{
  g_autoptr (GBytes) pixels =
    g_bytes_new_static (rgb, (gsize) width * (gsize) height * 3);
  g_autoptr (GdkTexture) texture =
    gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, pixels, (gsize) width * 3);

  return gdk_texture_save_to_png_bytes (texture);
}

GBytes *
fore_picture_encode (cairo_surface_t *picture, ForeExportFormat format, GError **error)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  g_autofree guint8 *rgb = dup_rgb (picture, width, height);
  GBytes *bytes = format == FORE_EXPORT_WEBP ? encode_webp (rgb, width, height)
                                             : encode_png (rgb, width, height);

  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("A picture of %d × %d pixels is too large for this form."), width,
                 height);
  return bytes;
}
