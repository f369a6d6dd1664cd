/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-figures.h"

#include <math.h>

/* To find out how tall the figures of a font are; large, so that rounding does not show.
 */
#define PROBE_SIZE 1000

struct _ForeFigures {
  GtkWidget parent_instance;

  PangoLayout *layout;
  int height;
};

G_DEFINE_FINAL_TYPE (ForeFigures, fore_figures, GTK_TYPE_WIDGET)

static void
set_font_size (PangoLayout *layout, double pixels)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute ((int) (pixels * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
}

static void
fit (ForeFigures *self)
{
  g_autoptr (PangoLayout) probe =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), "0123456789");
  PangoRectangle ink;

  set_font_size (probe, PROBE_SIZE);
  pango_layout_get_pixel_extents (probe, &ink, NULL);
  set_font_size (self->layout,
                 ceil ((double) self->height * PROBE_SIZE / MAX (ink.height, 1)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fore_figures_set_text (ForeFigures *self, const char *text)
{
  g_return_if_fail (FORE_IS_FIGURES (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
fore_figures_get_text (ForeFigures *self)
{
  g_return_val_if_fail (FORE_IS_FIGURES (self), NULL);

  return pango_layout_get_text (self->layout);
}

void
fore_figures_set_height (ForeFigures *self, int height)
{
  g_return_if_fail (FORE_IS_FIGURES (self));
  g_return_if_fail (height >= 1);

  if (self->height == height)
    return;
  self->height = height;
  fit (self);
}

int
fore_figures_get_height (ForeFigures *self)
{
  g_return_val_if_fail (FORE_IS_FIGURES (self), 0);

  return self->height;
}

GtkWidget *
fore_figures_new (void)
{
  return g_object_new (FORE_TYPE_FIGURES, NULL);
}

/* --- The widget --- */

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  ForeFigures *self = FORE_FIGURES (widget);
  int width;

  pango_layout_get_pixel_size (self->layout, &width, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : self->height;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ForeFigures *self = FORE_FIGURES (widget);
  PangoRectangle ink, logical;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  pango_layout_get_pixel_extents (self->layout, &ink, &logical);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - logical.width) / 2,
                          (float) (gtk_widget_get_height (widget) - self->height) / 2 -
                            (float) ink.y));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fore_figures_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (FORE_FIGURES (widget)->layout);
  fit (FORE_FIGURES (widget));
}

static void
dispose (GObject *object)
{
  g_clear_object (&FORE_FIGURES (object)->layout);

  G_OBJECT_CLASS (fore_figures_parent_class)->dispose (object);
}

static void
fore_figures_class_init (ForeFiguresClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->css_changed = css_changed;
  gtk_widget_class_set_css_name (widget_class, "figures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
fore_figures_init (ForeFigures *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  self->height = 1;
}
