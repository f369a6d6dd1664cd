/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-thumbnail.h"

/* Slides of the oddest proportions still get a row that one can hit. */
#define MIN_HEIGHT 40
#define MAX_HEIGHT 320

/* Of the title. */
#define MARGIN 6
#define MAX_LINES 3

struct _ForeThumbnail {
  GtkWidget parent_instance;

  char *title;
  GdkTexture *picture;
  double ratio;
};

G_DEFINE_FINAL_TYPE (ForeThumbnail, fore_thumbnail, GTK_TYPE_WIDGET)

static int
get_height (ForeThumbnail *self)
{
  return CLAMP ((int) (FORE_THUMBNAIL_WIDTH * self->ratio + 0.5), MIN_HEIGHT, MAX_HEIGHT);
}

static void
fore_thumbnail_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ForeThumbnail *self = FORE_THUMBNAIL (widget);

  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? FORE_THUMBNAIL_WIDTH : get_height (self);
}

static void
draw_title (ForeThumbnail *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->title);
  int width = gtk_widget_get_width (widget) - 2 * MARGIN;
  int height;
  GdkRGBA color;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &height);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (MARGIN, (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_picture (ForeThumbnail *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double picture_width = gdk_texture_get_width (self->picture);
  double picture_height = gdk_texture_get_height (self->picture);
  /* Never cropped, never stretched. */
  double scale = MIN (width / picture_width, height / picture_height);

  picture_width *= scale;
  picture_height *= scale;
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT ((width - picture_width) / 2,
                                                    (height - picture_height) / 2,
                                                    picture_width, picture_height));
}

static void
fore_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ForeThumbnail *self = FORE_THUMBNAIL (widget);

  if (self->picture != NULL)
    draw_picture (self, snapshot);
  else if (self->title != NULL)
    draw_title (self, snapshot);
}

void
fore_thumbnail_set_ratio (ForeThumbnail *self, double ratio)
{
  g_return_if_fail (FORE_IS_THUMBNAIL (self));
  g_return_if_fail (ratio > 0);

  if (G_APPROX_VALUE (self->ratio, ratio, 0.001))
    return;
  self->ratio = ratio;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fore_thumbnail_set_title (ForeThumbnail *self, const char *title)
{
  g_return_if_fail (FORE_IS_THUMBNAIL (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  if (self->picture == NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fore_thumbnail_set_picture (ForeThumbnail *self, GdkTexture *picture)
{
  g_return_if_fail (FORE_IS_THUMBNAIL (self));

  if (!g_set_object (&self->picture, picture))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fore_thumbnail_dispose (GObject *object)
{
  ForeThumbnail *self = FORE_THUMBNAIL (object);

  g_clear_object (&self->picture);

  G_OBJECT_CLASS (fore_thumbnail_parent_class)->dispose (object);
}

static void
fore_thumbnail_finalize (GObject *object)
{
  g_clear_pointer (&FORE_THUMBNAIL (object)->title, g_free);

  G_OBJECT_CLASS (fore_thumbnail_parent_class)->finalize (object);
}

static void
fore_thumbnail_class_init (ForeThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_thumbnail_dispose;
  G_OBJECT_CLASS (klass)->finalize = fore_thumbnail_finalize;
  widget_class->measure = fore_thumbnail_measure;
  widget_class->snapshot = fore_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
}

static void
fore_thumbnail_init (ForeThumbnail *self)
{
  self->ratio = 0.75;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
