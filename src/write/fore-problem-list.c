/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-problem-list.h"

#include "fore-document-fix.h"
#include "fore-problem-row.h"
#include "fore-write.h"

struct _ForeProblemList {
  GtkWidget parent_instance;

  ForeDocument *document;

  GtkWidget *stack;
  GtkWidget *list;
};

enum { PROP_DOCUMENT = 1, N_PROPERTIES };
enum { PROBLEM_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeProblemList, fore_problem_list, GTK_TYPE_WIDGET)

static void
fix_cb (ForeProblemList *self, guint fix, ForeProblemRow *row)
{
  ForeProblem *problem = fore_problem_row_get_problem (row);
  ForePlace place;

  if (problem != NULL &&
      fore_document_fix (self->document, fore_problem_get_diagnostic (problem), fix,
                         &place) &&
      place.line > 0)
    g_signal_emit (self, signals[PROBLEM_ACTIVATED], 0, place.line, place.column);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeProblemList *self)
{
  GtkWidget *row = fore_problem_row_new ();

  g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeProblemList *self)
{
  fore_problem_row_set_problem (FORE_PROBLEM_ROW (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item),
                                fore_document_get_problems (self->document));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeProblemList *self)
{
  fore_problem_row_set_problem (FORE_PROBLEM_ROW (gtk_list_item_get_child (item)), NULL,
                                NULL);
}

static void
activate_cb (ForeProblemList *self, guint position)
{
  ForeDiagnostic *diagnostic = fore_problem_model_get_diagnostic (
    fore_document_get_problems (self->document), position);

  if (diagnostic != NULL)
    g_signal_emit (self, signals[PROBLEM_ACTIVATED], 0,
                   fore_diagnostic_get_line (diagnostic),
                   fore_diagnostic_get_column (diagnostic));
}

static void
update_page (ForeProblemList *self)
{
  guint n_problems = 0;

  if (self->document != NULL)
    n_problems = g_list_model_get_n_items (
      G_LIST_MODEL (fore_document_get_problems (self->document)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n_problems > 0 ? "problems" : "empty");
}

void
fore_problem_list_set_document (ForeProblemList *self, ForeDocument *document)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (FORE_IS_PROBLEM_LIST (self));
  g_return_if_fail (document == NULL || FORE_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (fore_document_get_problems (self->document),
                                          self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_set_object (&self->document, document);
  if (document != NULL) {
    ForeProblemModel *problems = fore_document_get_problems (document);

    selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (problems))));
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
    g_signal_connect_object (problems, "items-changed", G_CALLBACK (update_page), self,
                             G_CONNECT_SWAPPED);
  }
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

GtkWidget *
fore_problem_list_new (void)
{
  return g_object_new (FORE_TYPE_PROBLEM_LIST, NULL);
}

static gboolean
fore_problem_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FORE_PROBLEM_LIST (widget)->list);
}

static void
fore_problem_list_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, FORE_PROBLEM_LIST (object)->document);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_problem_list_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_DOCUMENT:
    fore_problem_list_set_document (FORE_PROBLEM_LIST (object),
                                    g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_problem_list_dispose (GObject *object)
{
  ForeProblemList *self = FORE_PROBLEM_LIST (object);

  if (self->document != NULL)
    fore_problem_list_set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_PROBLEM_LIST);

  G_OBJECT_CLASS (fore_problem_list_parent_class)->dispose (object);
}

static void
fore_problem_list_class_init (ForeProblemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fore_write_register_resources ();

  object_class->get_property = fore_problem_list_get_property;
  object_class->set_property = fore_problem_list_set_property;
  object_class->dispose = fore_problem_list_dispose;
  widget_class->grab_focus = fore_problem_list_grab_focus;

  properties[PROP_DOCUMENT] = g_param_spec_object (
    "document", NULL, NULL, FORE_TYPE_DOCUMENT,
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[PROBLEM_ACTIVATED] =
    g_signal_new ("problem-activated", FORE_TYPE_PROBLEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-problem-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeProblemList, stack);
  gtk_widget_class_bind_template_child (widget_class, ForeProblemList, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
fore_problem_list_init (ForeProblemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
