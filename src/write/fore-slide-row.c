/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-row.h"

#include "fore-severity.h"
#include "fore-slide-label.h"
#include "fore-thumbnail.h"
#include "fore-write.h"

#include <glib/gi18n.h>

struct _ForeSlideRow {
  GtkWidget parent_instance;

  ForeSlide *slide;

  GtkWidget *number_label;
  ForeThumbnail *thumbnail;
  GtkWidget *marks;
  GtkWidget *problem_image;
  GtkWidget *hidden_image;
};

G_DEFINE_FINAL_TYPE (ForeSlideRow, fore_slide_row, GTK_TYPE_WIDGET)

void
fore_slide_row_set_problems (ForeSlideRow *self, guint n_problems, ForeSeverity worst)
{
  const char *classes[] = { fore_severity_get_style (worst), NULL };
  g_autofree char *text = NULL;

  g_return_if_fail (FORE_IS_SLIDE_ROW (self));

  gtk_widget_set_visible (self->problem_image, n_problems > 0);
  if (n_problems == 0)
    return;
  text = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->problem_image),
                                fore_severity_get_icon (worst));
  gtk_widget_set_css_classes (self->problem_image, classes);
  gtk_widget_set_tooltip_text (self->problem_image, text);
}

void
fore_slide_row_set_slide (ForeSlideRow *self, ForeDeck *deck, guint index)
{
  g_autofree char *number = NULL;
  const char *visibility;
  ForeOptions *options;
  guint row;

  g_return_if_fail (FORE_IS_SLIDE_ROW (self));

  if (deck == NULL) {
    g_clear_object (&self->slide);
    return;
  }

  g_set_object (&self->slide, fore_deck_get_slide (deck, index));
  options = fore_deck_get_options (deck);
  fore_deck_get_position (deck, index, NULL, &row);
  number = fore_slide_dup_number (deck, index);
  gtk_label_set_label (GTK_LABEL (self->number_label), number);
  if (row > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vertical-slide");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vertical-slide");

  fore_thumbnail_set_ratio (self->thumbnail, fore_options_get_height (options) /
                                               fore_options_get_width (options));
  fore_thumbnail_set_title (self->thumbnail, fore_deck_get_slide_title (deck, index));
  visibility = fore_markup_get_slide_attribute (fore_slide_get_markup (self->slide),
                                                "data-visibility");
  gtk_widget_set_visible (self->hidden_image, g_strcmp0 (visibility, "hidden") == 0);
}

ForeSlide *
fore_slide_row_get_slide (ForeSlideRow *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_ROW (self), NULL);

  return self->slide;
}

void
fore_slide_row_set_picture (ForeSlideRow *self, GdkTexture *picture)
{
  g_return_if_fail (FORE_IS_SLIDE_ROW (self));

  fore_thumbnail_set_picture (self->thumbnail, picture);
}

GtkWidget *
fore_slide_row_new (void)
{
  return g_object_new (FORE_TYPE_SLIDE_ROW, NULL);
}

static void
fore_slide_row_dispose (GObject *object)
{
  g_clear_object (&FORE_SLIDE_ROW (object)->slide);
  gtk_widget_dispose_template (GTK_WIDGET (object), FORE_TYPE_SLIDE_ROW);

  G_OBJECT_CLASS (fore_slide_row_parent_class)->dispose (object);
}

static void
fore_slide_row_class_init (ForeSlideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fore_write_register_resources ();
  g_type_ensure (FORE_TYPE_THUMBNAIL);

  G_OBJECT_CLASS (klass)->dispose = fore_slide_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "slide-row");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-slide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeSlideRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, ForeSlideRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, ForeSlideRow, marks);
  gtk_widget_class_bind_template_child (widget_class, ForeSlideRow, problem_image);
  gtk_widget_class_bind_template_child (widget_class, ForeSlideRow, hidden_image);
}

static void
fore_slide_row_init (ForeSlideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
