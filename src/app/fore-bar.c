/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-bar.h"

#include "fore-row-layout.h"

struct _ForeBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget *row;
  GtkImage *image;
  GtkLabel *label;
  GtkBox *buttons;
};

enum { PROP_TEXT = 1, PROP_ICON_NAME, PROP_REVEALED, N_PROPS };

static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  ForeBar *self = FORE_BAR (buildable);

  /* The template's own child comes before there are template children. */
  if (self->buttons != NULL && GTK_IS_WIDGET (child))
    fore_bar_add_button (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ForeBar,
                               fore_bar,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeBar *self = FORE_BAR (object);

  switch (id) {
  case PROP_TEXT:
    g_value_set_string (value, fore_bar_get_text (self));
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, gtk_image_get_icon_name (self->image));
    break;
  case PROP_REVEALED:
    g_value_set_boolean (value, fore_bar_get_revealed (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeBar *self = FORE_BAR (object);

  switch (id) {
  case PROP_TEXT:
    fore_bar_set_text (self, g_value_get_string (value));
    break;
  case PROP_ICON_NAME:
    gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
    break;
  case PROP_REVEALED:
    fore_bar_set_revealed (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FORE_TYPE_BAR);
  G_OBJECT_CLASS (fore_bar_parent_class)->dispose (object);
}

static void
fore_bar_class_init (ForeBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string (
    "icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ForeBar, row);
  gtk_widget_class_bind_template_child (widget_class, ForeBar, image);
  gtk_widget_class_bind_template_child (widget_class, ForeBar, label);
  gtk_widget_class_bind_template_child (widget_class, ForeBar, buttons);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
fore_bar_init (ForeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->row, fore_row_layout_new ());
}

GtkWidget *
fore_bar_new (void)
{
  return g_object_new (FORE_TYPE_BAR, NULL);
}

void
fore_bar_set_text (ForeBar *self, const char *text)
{
  g_return_if_fail (FORE_IS_BAR (self));

  if (g_strcmp0 (fore_bar_get_text (self), text ? text : "") == 0)
    return;
  gtk_label_set_label (self->label, text ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

const char *
fore_bar_get_text (ForeBar *self)
{
  g_return_val_if_fail (FORE_IS_BAR (self), NULL);

  return gtk_label_get_label (self->label);
}

void
fore_bar_set_revealed (ForeBar *self, gboolean revealed)
{
  g_return_if_fail (FORE_IS_BAR (self));

  if (gtk_revealer_get_reveal_child (self->revealer) == !!revealed)
    return;
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVEALED]);
}

gboolean
fore_bar_get_revealed (ForeBar *self)
{
  g_return_val_if_fail (FORE_IS_BAR (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

void
fore_bar_add_button (ForeBar *self, GtkWidget *button)
{
  g_return_if_fail (FORE_IS_BAR (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_box_append (self->buttons, button);
}

void
fore_bar_remove_buttons (ForeBar *self)
{
  GtkWidget *child;

  g_return_if_fail (FORE_IS_BAR (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
}
