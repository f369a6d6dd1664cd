/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-tool-bar.h"

#include "fore-ink-menu.h"
#include "fore-present.h"

/* In the order in which they stand. */
static const char *const names[] = { "previous", "next",  "overview", "laser", "pen",
                                     "zoom",     "black", "freeze",   "swap",  "help" };

#define N_BUTTONS G_N_ELEMENTS (names)

struct _ForeToolBar {
  GtkWidget parent_instance;

  GtkWidget *row;
  GtkMenuButton *pens;
  GtkWidget *buttons[N_BUTTONS];
  GtkWidget *labels[N_BUTTONS];
  char *tooltips[N_BUTTONS];
  int width; /* that it last had to fit into */
};

G_DEFINE_FINAL_TYPE (ForeToolBar, fore_tool_bar, GTK_TYPE_WIDGET)

static int
measure_child (GtkWidget *child, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

static void
fit (ForeToolBar *self)
{
  gboolean fits;

  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_widget_set_visible (self->labels[i], TRUE);
  fits = measure_child (self->row, GTK_ORIENTATION_HORIZONTAL) <= self->width;
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_widget_set_visible (self->labels[i], fits);
}

void
fore_tool_bar_fit (ForeToolBar *self, int width)
{
  g_return_if_fail (FORE_IS_TOOL_BAR (self));

  if (self->width == width)
    return;
  self->width = width;
  fit (self);
}

/* A button is sensitive as soon as there is an action for it. Those that stay may be
 * insensitive again: there is nothing before the first slide. */
static void
sensitive_cb (ForeToolBar *self, GParamSpec *pspec, GtkWidget *button)
{
  if (gtk_widget_get_visible (button) || !gtk_widget_get_sensitive (button))
    return;
  gtk_widget_set_visible (button, TRUE);
  fit (self);
}

void
fore_tool_bar_set_keys (ForeToolBar *self, ForeKeyLabel label, gpointer user_data)
{
  g_return_if_fail (FORE_IS_TOOL_BAR (self));
  g_return_if_fail (label != NULL);

  for (guint i = 0; i < N_BUTTONS; i++)
    fore_key_label_set_tooltip (self->buttons[i], self->tooltips[i], names[i], label,
                                user_data);
}

GtkWidget *
fore_tool_bar_new (void)
{
  return g_object_new (FORE_TYPE_TOOL_BAR, NULL);
}

/* --- The widget --- */

/* What the words beside the pictures take, which can go. */
static int
measure_labels (ForeToolBar *self)
{
  int width = 0;

  for (guint i = 0; i < N_BUTTONS; i++) {
    if (gtk_widget_get_visible (self->buttons[i]) &&
        gtk_widget_get_visible (self->labels[i]))
      width += measure_child (self->labels[i], GTK_ORIENTATION_HORIZONTAL) +
               gtk_box_get_spacing (GTK_BOX (gtk_widget_get_parent (self->labels[i])));
  }
  return width;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  ForeToolBar *self = FORE_TOOL_BAR (widget);

  *minimum = *natural = measure_child (self->row, orientation);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum -= measure_labels (self);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeToolBar *self = FORE_TOOL_BAR (widget);
  int row = measure_child (self->row, GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_size_allocate (self->row,
                            &(GtkAllocation){ (width - row) / 2, 0, row, height }, -1);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FORE_TYPE_TOOL_BAR);

  G_OBJECT_CLASS (fore_tool_bar_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    g_free (FORE_TOOL_BAR (object)->tooltips[i]);

  G_OBJECT_CLASS (fore_tool_bar_parent_class)->finalize (object);
}

static void
fore_tool_bar_class_init (ForeToolBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;

  gtk_widget_class_set_css_name (widget_class, "tool-bar");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-tool-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeToolBar, row);
  gtk_widget_class_bind_template_child (widget_class, ForeToolBar, pens);
  for (guint i = 0; i < N_BUTTONS; i++) {
    g_autofree char *label = g_strconcat (names[i], "_label", NULL);

    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
    gtk_widget_class_bind_template_child_full (widget_class, label, FALSE, 0);
  }
}

static void
fore_tool_bar_init (ForeToolBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);
  gtk_menu_button_set_popover (self->pens, fore_ink_menu_new ());
  for (guint i = 0; i < N_BUTTONS; i++) {
    g_autofree char *label = g_strconcat (names[i], "_label", NULL);

    self->buttons[i] =
      GTK_WIDGET (gtk_widget_get_template_child (widget, FORE_TYPE_TOOL_BAR, names[i]));
    self->labels[i] =
      GTK_WIDGET (gtk_widget_get_template_child (widget, FORE_TYPE_TOOL_BAR, label));
    self->tooltips[i] = g_strdup (gtk_widget_get_tooltip_text (self->buttons[i]));
    g_signal_connect_object (self->buttons[i], "notify::sensitive",
                             G_CALLBACK (sensitive_cb), self, G_CONNECT_SWAPPED);
  }
}
