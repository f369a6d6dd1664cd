/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-thumbnail.h"

/* Slides of the oddest proportions still get a row that one can hit. */
#define MIN_HEIGHT 40
#define MAX_HEIGHT 320

struct _ForeThumbnail {
  GtkWidget parent_instance;

  GtkWidget *label;
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
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? FORE_THUMBNAIL_WIDTH
                          : get_height (FORE_THUMBNAIL (widget));
}

static void
fore_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeThumbnail *self = FORE_THUMBNAIL (widget);
  int minimum_height, natural_height;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, &minimum_height,
                      &natural_height, NULL, NULL);
  gtk_widget_size_allocate (
    self->label, &(GtkAllocation){ 0, 0, width, MAX (height, minimum_height) }, -1);
}

static void
fore_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ForeThumbnail *self = FORE_THUMBNAIL (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double picture_width, picture_height, scale;

  if (self->picture == NULL) {
    GTK_WIDGET_CLASS (fore_thumbnail_parent_class)->snapshot (widget, snapshot);
    return;
  }

  /* Never cropped, never stretched. */
  picture_width = gdk_texture_get_width (self->picture);
  picture_height = gdk_texture_get_height (self->picture);
  scale = MIN (width / picture_width, height / picture_height);
  picture_width *= scale;
  picture_height *= scale;
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT ((width - picture_width) / 2,
                                                    (height - picture_height) / 2,
                                                    picture_width, picture_height));
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

  gtk_label_set_label (GTK_LABEL (self->label), title);
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
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (fore_thumbnail_parent_class)->dispose (object);
}

static void
fore_thumbnail_class_init (ForeThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_thumbnail_dispose;
  widget_class->measure = fore_thumbnail_measure;
  widget_class->size_allocate = fore_thumbnail_size_allocate;
  widget_class->snapshot = fore_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
}

static void
fore_thumbnail_init (ForeThumbnail *self)
{
  self->ratio = 0.75;
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize",
                              PANGO_ELLIPSIZE_END, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
