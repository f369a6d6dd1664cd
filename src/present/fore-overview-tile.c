/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-overview-tile.h"

#include "fore-slide-label.h"
#include "fore-thumbnail.h"

#include <glib/gi18n.h>

#define GAP 9

struct _ForeOverviewTile {
  GtkWidget parent_instance;

  ForeThumbnail *thumbnail;
  GtkWidget *line;
  GtkWidget *number_label;
  GtkWidget *hidden_image;
  GtkWidget *title_label;
};

G_DEFINE_FINAL_TYPE (ForeOverviewTile, fore_overview_tile, GTK_TYPE_WIDGET)

static int
get_line_height (ForeOverviewTile *self)
{
  int height;

  gtk_widget_measure (self->line, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);

  return height;
}

int
fore_overview_tile_get_height (ForeOverviewTile *self, int width, double ratio)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_TILE (self), 0);

  /* The oddest slides still leave room for others. */
  return (int) (width * CLAMP (ratio, 0.25, 1.5) + 0.5) + GAP + get_line_height (self);
}

static void
fore_overview_tile_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  ForeOverviewTile *self = FORE_OVERVIEW_TILE (widget);
  int line;

  gtk_widget_measure (GTK_WIDGET (self->thumbnail), orientation, -1, minimum, natural,
                      NULL, NULL);
  gtk_widget_measure (self->line, orientation, -1, &line, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = line + GAP;
  else
    *minimum = MAX (*minimum, line);
  *natural = MAX (*minimum, *natural);
}

static void
fore_overview_tile_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeOverviewTile *self = FORE_OVERVIEW_TILE (widget);
  int line = get_line_height (self);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->thumbnail), GTK_ORIENTATION_VERTICAL, -1,
                      &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    GTK_WIDGET (self->thumbnail),
    &(GtkAllocation){ 0, 0, width, MAX (height - line - GAP, minimum) }, -1);
  gtk_widget_size_allocate (self->line, &(GtkAllocation){ 0, height - line, width, line },
                            -1);
}

static gboolean
is_hidden (ForeDeck *deck, guint index)
{
  ForeMarkup *markup = fore_slide_get_markup (fore_deck_get_slide (deck, index));

  return g_strcmp0 (fore_markup_get_slide_attribute (markup, "data-visibility"),
                    "hidden") == 0;
}

void
fore_overview_tile_set_slide (ForeOverviewTile *self, ForeDeck *deck, guint index)
{
  ForeOptions *options = fore_deck_get_options (deck);
  const char *title = fore_deck_get_slide_title (deck, index);
  g_autofree char *number = fore_slide_dup_number (deck, index);
  g_autofree char *label = fore_slide_dup_label (deck, index);

  g_return_if_fail (FORE_IS_OVERVIEW_TILE (self));

  gtk_label_set_label (GTK_LABEL (self->number_label), number);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  fore_thumbnail_set_title (self->thumbnail, title);
  fore_thumbnail_set_ratio (self->thumbnail, fore_options_get_height (options) /
                                               fore_options_get_width (options));
  gtk_widget_set_visible (self->hidden_image, is_hidden (deck, index));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *title != '\0' ? title : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
fore_overview_tile_set_current (ForeOverviewTile *self, gboolean is_current)
{
  g_return_if_fail (FORE_IS_OVERVIEW_TILE (self));

  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

void
fore_overview_tile_set_picture (ForeOverviewTile *self, GdkTexture *picture)
{
  g_return_if_fail (FORE_IS_OVERVIEW_TILE (self));

  fore_thumbnail_set_picture (self->thumbnail, picture);
}

GtkWidget *
fore_overview_tile_new (void)
{
  return g_object_new (FORE_TYPE_OVERVIEW_TILE, NULL);
}

static void
fore_overview_tile_dispose (GObject *object)
{
  ForeOverviewTile *self = FORE_OVERVIEW_TILE (object);

  g_clear_pointer ((GtkWidget **) &self->thumbnail, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (fore_overview_tile_parent_class)->dispose (object);
}

static void
fore_overview_tile_class_init (ForeOverviewTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_overview_tile_dispose;
  widget_class->measure = fore_overview_tile_measure;
  widget_class->size_allocate = fore_overview_tile_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "overview-tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
add_to_line (ForeOverviewTile *self, GtkWidget *child, const char *style)
{
  gtk_widget_add_css_class (child, style);
  gtk_widget_add_css_class (child, "caption");
  gtk_box_append (GTK_BOX (self->line), child);
}

static void
fore_overview_tile_init (ForeOverviewTile *self)
{
  self->thumbnail = g_object_new (FORE_TYPE_THUMBNAIL, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->thumbnail), GTK_WIDGET (self));
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->number_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number_label, "numeric");
  add_to_line (self, self->number_label, "number");
  self->title_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title_label), 0);
  gtk_widget_set_hexpand (self->title_label, TRUE);
  add_to_line (self, self->title_label, "title");
  self->hidden_image = gtk_image_new_from_icon_name ("view-conceal-symbolic");
  gtk_widget_set_tooltip_text (self->hidden_image, _ ("Not shown to the audience"));
  add_to_line (self, self->hidden_image, "dim-label");
}
