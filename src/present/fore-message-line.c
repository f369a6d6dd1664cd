/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-message-line.h"

#include "fore-present.h"

struct _ForeMessageLine {
  GtkWidget parent_instance;

  GtkWidget *row;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (ForeMessageLine, fore_message_line, GTK_TYPE_WIDGET)

/* In this order, name and target belong together at any time. */
static void
set_action (ForeMessageLine *self, const char *detailed)
{
  GtkActionable *button = GTK_ACTIONABLE (self->button);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, &error)) {
    g_critical ("%s", error->message);
    return;
  }
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

void
fore_message_line_show (ForeMessageLine *self,
                        const char *text,
                        const char *label,
                        const char *action)
{
  g_return_if_fail (FORE_IS_MESSAGE_LINE (self));
  g_return_if_fail (label == NULL || action != NULL);

  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL) {
    gtk_button_set_label (self->button, label);
    set_action (self, action);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

const char *
fore_message_line_get_text (ForeMessageLine *self)
{
  g_return_val_if_fail (FORE_IS_MESSAGE_LINE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->label)
                                                    : NULL;
}

GtkWidget *
fore_message_line_new (void)
{
  return g_object_new (FORE_TYPE_MESSAGE_LINE, NULL);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FORE_TYPE_MESSAGE_LINE);

  G_OBJECT_CLASS (fore_message_line_parent_class)->dispose (object);
}

static void
fore_message_line_class_init (ForeMessageLineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_css_name (widget_class, "message-line");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-message-line.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeMessageLine, row);
  gtk_widget_class_bind_template_child (widget_class, ForeMessageLine, label);
  gtk_widget_class_bind_template_child (widget_class, ForeMessageLine, button);
}

static void
fore_message_line_init (ForeMessageLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
