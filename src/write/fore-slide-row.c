/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-row.h"

#include "fore-severity.h"
#include "fore-slide-label.h"
#include "fore-thumbnail.h"

#include <glib/gi18n.h>

struct _ForeSlideRow {
  GtkWidget parent_instance;

  ForeSlide *slide;
  char *label;
  char *title;
  guint n_problems;
  ForeSeverity worst;

  GtkWidget *number_label;
  ForeThumbnail *thumbnail;
  GtkWidget *marks;         /* NULL until there is one */
  GtkWidget *problem_image; /* NULL until there is a problem */
  GtkWidget *hidden_image;  /* NULL until the slide is hidden */
};

G_DEFINE_FINAL_TYPE (ForeSlideRow, fore_slide_row, GTK_TYPE_WIDGET)

static GtkWidget *
add_mark (ForeSlideRow *self)
{
  GtkWidget *image = gtk_image_new ();

  if (self->marks == NULL) {
    self->marks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
  }
  gtk_box_append (GTK_BOX (self->marks), image);

  return image;
}

void
fore_slide_row_set_problems (ForeSlideRow *self, guint n_problems, ForeSeverity worst)
{
  const char *classes[] = { fore_severity_get_style (worst), NULL };
  g_autofree char *text = NULL;

  g_return_if_fail (FORE_IS_SLIDE_ROW (self));

  if (self->n_problems == n_problems && self->worst == worst)
    return;
  self->n_problems = n_problems;
  self->worst = worst;
  if (n_problems > 0 && self->problem_image == NULL)
    self->problem_image = add_mark (self);
  if (self->problem_image == NULL)
    return;

  text = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->problem_image),
                                fore_severity_get_icon (worst));
  gtk_widget_set_css_classes (self->problem_image, classes);
  gtk_widget_set_tooltip_text (self->problem_image, text);
  gtk_widget_set_visible (self->problem_image, n_problems > 0);
}

static void
set_hidden (ForeSlideRow *self, gboolean hidden)
{
  if (hidden && self->hidden_image == NULL) {
    self->hidden_image = add_mark (self);
    gtk_image_set_from_icon_name (GTK_IMAGE (self->hidden_image),
                                  "view-conceal-symbolic");
    gtk_widget_add_css_class (self->hidden_image, "dim-label");
    gtk_widget_set_tooltip_text (self->hidden_image, _ ("Not shown to the audience"));
  }
  if (self->hidden_image != NULL)
    gtk_widget_set_visible (self->hidden_image, hidden);
}

static void
set_label (ForeSlideRow *self, ForeDeck *deck, guint index, char *label)
{
  const char *title = fore_deck_get_slide_title (deck, index);
  g_autofree char *number = fore_slide_dup_number (deck, index);

  g_free (self->label);
  self->label = label;
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_label_set_label (GTK_LABEL (self->number_label), number);
  fore_thumbnail_set_title (self->thumbnail, title);
  /* The focus goes to the widget that the list makes around the row. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_slide (ForeSlideRow *self, ForeSlide *slide)
{
  const char *visibility;

  if (!g_set_object (&self->slide, slide))
    return;
  visibility =
    fore_markup_get_slide_attribute (fore_slide_get_markup (slide), "data-visibility");
  set_hidden (self, g_strcmp0 (visibility, "hidden") == 0);
}

/* Every visible row is told of every new deck, and in most nothing has changed: what
 * makes GTK work is done only where something has. */
void
fore_slide_row_set_slide (ForeSlideRow *self, ForeDeck *deck, guint index)
{
  g_autofree char *label = NULL;
  ForeOptions *options;
  guint row;

  g_return_if_fail (FORE_IS_SLIDE_ROW (self));

  if (deck == NULL) {
    g_clear_object (&self->slide);
    g_clear_pointer (&self->label, g_free);
    return;
  }

  set_slide (self, fore_deck_get_slide (deck, index));
  label = fore_slide_dup_label (deck, index);
  if (g_strcmp0 (self->label, label) != 0)
    set_label (self, deck, index, g_steal_pointer (&label));

  fore_deck_get_position (deck, index, NULL, &row);
  if (row > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vertical-slide");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vertical-slide");
  options = fore_deck_get_options (deck);
  fore_thumbnail_set_ratio (self->thumbnail, fore_options_get_height (options) /
                                               fore_options_get_width (options));
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
  ForeSlideRow *self = FORE_SLIDE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->slide);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fore_slide_row_parent_class)->dispose (object);
}

static void
fore_slide_row_finalize (GObject *object)
{
  g_clear_pointer (&FORE_SLIDE_ROW (object)->label, g_free);
  g_clear_pointer (&FORE_SLIDE_ROW (object)->title, g_free);

  G_OBJECT_CLASS (fore_slide_row_parent_class)->finalize (object);
}

/* To set the text of a tooltip is to ask the display where the pointer is, and the list
 * gives its rows other slides with every key that is pressed. */
static gboolean
fore_slide_row_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, FORE_SLIDE_ROW (widget)->title);

  return TRUE;
}

static void
fore_slide_row_class_init (ForeSlideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_slide_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = fore_slide_row_finalize;
  widget_class->query_tooltip = fore_slide_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "slide-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* A list view makes two hundred rows at once, seen or not, so there is no template here,
 * and of marks only those that are shown. */
static void
fore_slide_row_init (ForeSlideRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->number_label = g_object_new (
    GTK_TYPE_LABEL, "valign", GTK_ALIGN_START, "width-chars", 4, "xalign", 1.0,
    "css-classes", (const char *[]){ "caption", "dim-label", "numeric", NULL }, NULL);
  gtk_widget_set_parent (self->number_label, GTK_WIDGET (self));
  self->thumbnail = g_object_new (FORE_TYPE_THUMBNAIL, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->thumbnail), GTK_WIDGET (self));
}
