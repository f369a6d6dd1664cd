/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-report-window.h"

#include "fore-report-row.h"

#include <glib/gi18n.h>

struct _ForeReportWindow {
  AdwWindow parent_instance;

  GPtrArray *runs;

  AdwWindowTitle *window_title;
  GtkDropDown *run_chooser;
  GtkDropDown *other_chooser;
  GtkLabel *summary;
  GtkColumnView *view;
};

enum { WRITE_TIMING, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeReportWindow, fore_report_window, ADW_TYPE_WINDOW)

/* --- Cells --- */

static const struct {
  const char *title;
  const char *(*get) (ForeReportRow *row);
  gboolean is_number;
} columns[] = {
  { N_ ("Slide"), fore_report_row_get_number, TRUE },
  { N_ ("Title"), fore_report_row_get_title, FALSE },
  { N_ ("Time"), fore_report_row_get_time, TRUE },
  { N_ ("Planned"), fore_report_row_get_planned, TRUE },
  { N_ ("Other talk"), fore_report_row_get_before, TRUE },
};

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = columns[GPOINTER_TO_UINT (column)].is_number;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  ForeReportRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), columns[GPOINTER_TO_UINT (column)].get (row));
  if (fore_report_row_get_is_section (row))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
add_columns (ForeReportWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = NULL;

    g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
    g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
    column = gtk_column_view_column_new (_ (columns[i].title), factory);
    gtk_column_view_column_set_expand (column, !columns[i].is_number);
    gtk_column_view_append_column (self->view, column);
  }
}

/* --- The talks --- */

static char *
describe_run (const ForeRun *run)
{
  g_autoptr (GDateTime) when =
    g_date_time_new_from_unix_local (fore_run_get_time (run) / G_USEC_PER_SEC);
  /* Translators: when a talk was, as in “Nov 26, 14:30” */
  g_autofree char *date = g_date_time_format (when, _ ("%b %-d, %H:%M"));
  g_autofree char *time = fore_report_format_time (fore_run_get_elapsed (run));

  return g_strdup_printf ("%s · %s", date, time);
}

static char *
describe_sum (const ForeRun *run)
{
  gint64 over = fore_run_get_elapsed (run) - fore_run_get_planned (run);
  g_autofree char *elapsed = fore_report_format_time (fore_run_get_elapsed (run));
  g_autofree char *planned = fore_report_format_time (fore_run_get_planned (run));
  g_autofree char *difference = fore_report_format_time (ABS (over));

  if (fore_run_get_planned (run) == 0)
    return g_strdup (elapsed);
  if (over > 0)
    /* Translators: times: what a talk took, what was planned, and how much it was over */
    return g_strdup_printf (_ ("%s of %s planned: %s over"), elapsed, planned,
                            difference);
  /* Translators: times: what a talk took, what was planned, and how much was left */
  return g_strdup_printf (_ ("%s of %s planned: %s left"), elapsed, planned, difference);
}

static ForeRun *
get_run (ForeReportWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->run_chooser);

  return g_ptr_array_index (self->runs, MIN (selected, self->runs->len - 1));
}

/* The first entry of the other chooser is “none”. */
static ForeRun *
get_other (ForeReportWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->other_chooser);

  return selected > 0 && selected <= self->runs->len
           ? g_ptr_array_index (self->runs, selected - 1)
           : NULL;
}

static void
update (ForeReportWindow *self)
{
  ForeRun *run = get_run (self);
  g_autoptr (GListModel) rows = fore_report_rows_new (run, get_other (self));
  GtkNoSelection *selection = gtk_no_selection_new (g_steal_pointer (&rows));
  g_autofree char *sum = describe_sum (run);

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_label_set_label (self->summary, sum);
}

static void
fill_choosers (ForeReportWindow *self)
{
  GtkStringList *runs = gtk_string_list_new (NULL);
  GtkStringList *others = gtk_string_list_new (NULL);

  gtk_string_list_append (others, _ ("Compare with…"));
  for (guint i = 0; i < self->runs->len; i++) {
    g_autofree char *text = describe_run (g_ptr_array_index (self->runs, i));

    gtk_string_list_append (runs, text);
    gtk_string_list_append (others, text);
  }
  gtk_drop_down_set_model (self->run_chooser, G_LIST_MODEL (runs));
  gtk_drop_down_set_model (self->other_chooser, G_LIST_MODEL (others));
  g_object_unref (runs);
  g_object_unref (others);
  gtk_widget_set_visible (GTK_WIDGET (self->other_chooser), self->runs->len > 1);
  /* What one wants to know is whether it went better than the time before. */
  gtk_drop_down_set_selected (self->other_chooser, self->runs->len > 1 ? 2 : 0);
}

static void
write_timing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[WRITE_TIMING], 0, get_run (FORE_REPORT_WINDOW (widget)));
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- The window --- */

static void
dispose (GObject *object)
{
  ForeReportWindow *self = FORE_REPORT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_REPORT_WINDOW);
  g_clear_pointer (&self->runs, g_ptr_array_unref);

  G_OBJECT_CLASS (fore_report_window_parent_class)->dispose (object);
}

static void
fore_report_window_class_init (ForeReportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  signals[WRITE_TIMING] =
    g_signal_new ("write-timing", FORE_TYPE_REPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, FORE_TYPE_RUN);
  gtk_widget_class_install_action (widget_class, "report.write-timing", NULL,
                                   write_timing_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeReportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ForeReportWindow, run_chooser);
  gtk_widget_class_bind_template_child (widget_class, ForeReportWindow, other_chooser);
  gtk_widget_class_bind_template_child (widget_class, ForeReportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ForeReportWindow, view);
}

static void
fore_report_window_init (ForeReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
}

GtkWidget *
fore_report_window_new (GtkWindow *parent, GPtrArray *runs)
{
  ForeReportWindow *self =
    g_object_new (FORE_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);
  const char *title = fore_run_get_title (g_ptr_array_index (runs, 0));

  self->runs = g_ptr_array_ref (runs);
  adw_window_title_set_subtitle (self->window_title, title ? title : "");
  fill_choosers (self);
  g_signal_connect_object (self->run_chooser, "notify::selected", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other_chooser, "notify::selected", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
