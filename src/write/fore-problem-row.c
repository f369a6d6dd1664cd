/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-problem-row.h"

#include "fore-fix.h"
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
  GtkWidget *fix_box;
  GtkWidget *place_label;
  ForeFixes fixes; /* those that there is a button for */
};

static guint fix_signal;

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

/* Of what can be done at all, what the source allows. */
static ForeFixes
find_fixes (ForeProblemRow *self, ForeDiagnostic *diagnostic)
{
  ForeDeck *deck = fore_problem_model_get_deck (self->model);
  ForeFixes found = FORE_FIX_NONE;

  for (guint fix = FORE_FIX_UNQUOTE; fix <= FORE_FIX_SHRINK; fix <<= 1) {
    g_autoptr (ForeEdit) edit = NULL;

    if (fore_diagnostic_get_fixes (diagnostic) & fix)
      edit = fore_fix_plan (deck, diagnostic, fix);
    if (edit != NULL)
      found |= fix;
  }

  return found;
}

static GtkWidget *
create_menu (ForeFixes fixes)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint fix = FORE_FIX_UNQUOTE; fix <= FORE_FIX_SHRINK; fix <<= 1) {
    g_autoptr (GMenuItem) item = NULL;

    if (!(fixes & fix))
      continue;
    item = g_menu_item_new (fore_fix_get_name (fix), NULL);
    g_menu_item_set_action_and_target (item, "problem.fix", "u", fix);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Fix"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);

  return button;
}

static void
update_fixes (ForeProblemRow *self, ForeFixes fixes)
{
  GtkWidget *button;

  if (self->fixes == fixes)
    return;
  self->fixes = fixes;
  while ((button = gtk_widget_get_first_child (self->fix_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->fix_box), button);
  if (fixes == FORE_FIX_NONE)
    return;

  if ((fixes & (fixes - 1)) != 0) {
    button = create_menu (fixes);
  } else {
    button = gtk_button_new_with_label (fore_fix_get_name (fixes));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "problem.fix");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", fixes);
  }
  gtk_widget_add_css_class (button, "problem-fix");
  gtk_box_append (GTK_BOX (self->fix_box), button);
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
  update_fixes (self, find_fixes (self, diagnostic));
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

ForeProblem *
fore_problem_row_get_problem (ForeProblemRow *self)
{
  g_return_val_if_fail (FORE_IS_PROBLEM_ROW (self), NULL);

  return self->problem;
}

static void
fix_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, fix_signal, 0, g_variant_get_uint32 (parameter));
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
  fix_signal = g_signal_new ("fix", FORE_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "problem.fix", "u", fix_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, image);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, fix_box);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemRow, place_label);
}

static void
fore_problem_row_init (ForeProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
