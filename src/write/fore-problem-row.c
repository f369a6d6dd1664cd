/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-problem-row.h"

#include "fore-severity.h"
#include "fore-slide-label.h"
#include "fore-write.h"

#include <glib/gi18n.h>

struct _ForeProblemRow {
  GtkWidget parent_instance;

  ForeProblem *problem;
  ForeProblemModel *model;

  GtkWidget *image;
  GtkWidget *message_label;
  GtkWidget *place_label;
};

G_DEFINE_FINAL_TYPE (ForeProblemRow, fore_problem_row, GTK_TYPE_WIDGET)

static char *
dup_place (ForeProblemRow *self, guint line)
{
  ForeDeck *deck = fore_problem_model_get_deck (self->model);
  g_autofree char *number =
    fore_slide_dup_number (deck, fore_deck_find_line (deck, line));

  /* Translators: the number of a slide, such as “3.1”, and of a line of its source */
  return g_strdup_printf (_ ("Slide %s · line %u"), number, line);
}

static void
update (ForeProblemRow *self)
{
  ForeDiagnostic *diagnostic = fore_problem_get_diagnostic (self->problem);
  ForeSeverity severity = fore_diagnostic_get_severity (diagnostic);
  const char *message = fore_diagnostic_get_message (diagnostic);
  const char *classes[] = { fore_severity_get_style (severity), NULL };
  g_autofree char *place = dup_place (self, fore_diagnostic_get_line (diagnostic));
  /* Translators: for screen readers: how bad a problem is, what it is, and where */
  g_autofree char *label =
    g_strdup_printf (_ ("%s: %s %s"), fore_severity_get_name (severity), message, place);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image),
                                fore_severity_get_icon (severity));
  gtk_widget_set_css_classes (self->image, classes);
  gtk_label_set_label (GTK_LABEL (self->message_label), message);
  gtk_label_set_label (GTK_LABEL (self->place_label), place);
  /* The focus goes to the widget that the list makes around the row. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
fore_problem_row_set_problem (ForeProblemRow *self,
                              ForeProblem *problem,
                              ForeProblemModel *model)
{
  g_return_if_fail (FORE_IS_PROBLEM_ROW (self));
  g_return_if_fail ((problem == NULL) == (model == NULL));

  if (self->problem != NULL)
    g_signal_handlers_disconnect_by_data (self->problem, self);
  g_set_object (&self->problem, problem);
  g_set_object (&self->model, model);
  if (problem == NULL)
    return;
  g_signal_connect_object (problem, "notify::diagnostic", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
fore_problem_row_new (void)
{
  return g_object_new (FORE_TYPE_PROBLEM_ROW, NULL);
}

static void
fore_problem_row_dispose (GObject *object)
{
  fore_problem_row_set_problem (FORE_PROBLEM_ROW (object), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FORE_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (fore_problem_row_parent_class)->dispose (object);
}

static void
fore_problem_row_class_init (ForeProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fore_write_register_resources ();

  G_OBJECT_CLASS (klass)->dispose = fore_problem_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "problem-row");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, image);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, place_label);
}

static void
fore_problem_row_init (ForeProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
