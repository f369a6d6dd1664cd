/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-problem-gutter.h"

#include "fore-severity.h"

#include <glib/gi18n.h>

#define ICON_SIZE 16
#define WIDTH 22

struct _ForeProblemGutter {
  GtkSourceGutterRenderer parent_instance;

  ForeDocument *document;
};

G_DEFINE_FINAL_TYPE (ForeProblemGutter,
                     fore_problem_gutter,
                     GTK_SOURCE_TYPE_GUTTER_RENDERER)

/* Finds the problems of a line of the deck. Returns how many, and the first position. */
static guint
find_problems (ForeProblemGutter *self, guint line, guint *first)
{
  ForeProblemModel *model;
  ForeDiagnostic *diagnostic;
  guint n_problems = 0;

  if (self->document == NULL)
    return 0;

  model = fore_document_get_problems (self->document);
  *first = fore_problem_model_find_line (model, line);
  while ((diagnostic = fore_problem_model_get_diagnostic (model, *first + n_problems)) !=
           NULL &&
         fore_diagnostic_get_line (diagnostic) == line)
    n_problems++;

  return n_problems;
}

static ForeSeverity
find_worst (ForeProblemGutter *self, guint first, guint n_problems)
{
  ForeProblemModel *model = fore_document_get_problems (self->document);
  ForeSeverity worst = FORE_SEVERITY_INFO;

  for (guint i = 0; i < n_problems; i++) {
    ForeDiagnostic *diagnostic = fore_problem_model_get_diagnostic (model, first + i);

    worst = MAX (worst, fore_diagnostic_get_severity (diagnostic));
  }

  return worst;
}

static void
lookup_color (GtkWidget *widget, ForeSeverity severity, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const char *name = severity == FORE_SEVERITY_ERROR     ? "error_color"
                     : severity == FORE_SEVERITY_WARNING ? "warning_color"
                                                         : NULL;

  gtk_style_context_get_color (context, color);
  if (name != NULL)
    gtk_style_context_lookup_color (context, name, color);
}

static void
draw_icon (ForeProblemGutter *self,
           GtkSnapshot *snapshot,
           ForeSeverity severity,
           double x,
           double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
    theme, fore_severity_get_icon (severity), NULL, ICON_SIZE,
    gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  GdkRGBA colors[4];

  lookup_color (widget, severity, &colors[0]);
  for (guint i = 1; i < G_N_ELEMENTS (colors); i++)
    colors[i] = colors[0];

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            ICON_SIZE, ICON_SIZE, colors,
                                            G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
fore_problem_gutter_snapshot_line (GtkSourceGutterRenderer *renderer,
                                   GtkSnapshot *snapshot,
                                   GtkSourceGutterLines *lines,
                                   guint line)
{
  ForeProblemGutter *self = FORE_PROBLEM_GUTTER (renderer);
  GtkTextIter iter;
  guint first, n_problems;
  int y, height;

  if (self->document == NULL)
    return;
  gtk_source_gutter_lines_get_iter_at_line (lines, &iter, line);
  n_problems =
    find_problems (self, fore_document_get_line (self->document, &iter), &first);
  if (n_problems == 0)
    return;

  gtk_source_gutter_lines_get_line_yrange (
    lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &y, &height);
  draw_icon (self, snapshot, find_worst (self, first, n_problems),
             (gtk_widget_get_width (GTK_WIDGET (self)) - ICON_SIZE) / 2,
             y + (height - ICON_SIZE) / 2);
}

/* Always of one width, so that the text does not move when a first problem comes. */
static void
fore_problem_gutter_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static gboolean
fore_problem_gutter_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  ForeProblemGutter *self = FORE_PROBLEM_GUTTER (widget);
  GtkSourceView *view =
    gtk_source_gutter_renderer_get_view (GTK_SOURCE_GUTTER_RENDERER (widget));
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter iter;
  double view_y;
  int buffer_y;
  guint first, n_problems;

  if (self->document == NULL || keyboard_tooltip)
    return FALSE;
  gtk_widget_translate_coordinates (widget, GTK_WIDGET (view), x, y, NULL, &view_y);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, 0,
                                         view_y, NULL, &buffer_y);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (view), &iter, buffer_y, NULL);
  n_problems =
    find_problems (self, fore_document_get_line (self->document, &iter), &first);

  for (guint i = 0; i < n_problems; i++) {
    ForeDiagnostic *diagnostic = fore_problem_model_get_diagnostic (
      fore_document_get_problems (self->document), first + i);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            fore_diagnostic_get_message (diagnostic));
  }
  gtk_tooltip_set_text (tooltip, text->str);

  return n_problems > 0;
}

void
fore_problem_gutter_set_document (ForeProblemGutter *self, ForeDocument *document)
{
  g_return_if_fail (FORE_IS_PROBLEM_GUTTER (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (fore_document_get_problems (self->document),
                                          self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (fore_document_get_problems (document), "items-changed",
                             G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkSourceGutterRenderer *
fore_problem_gutter_new (void)
{
  return g_object_new (FORE_TYPE_PROBLEM_GUTTER, NULL);
}

static void
fore_problem_gutter_dispose (GObject *object)
{
  fore_problem_gutter_set_document (FORE_PROBLEM_GUTTER (object), NULL);

  G_OBJECT_CLASS (fore_problem_gutter_parent_class)->dispose (object);
}

static void
fore_problem_gutter_class_init (ForeProblemGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkSourceGutterRendererClass *renderer_class = GTK_SOURCE_GUTTER_RENDERER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_problem_gutter_dispose;
  widget_class->measure = fore_problem_gutter_measure;
  widget_class->query_tooltip = fore_problem_gutter_query_tooltip;
  renderer_class->snapshot_line = fore_problem_gutter_snapshot_line;
}

static void
fore_problem_gutter_init (ForeProblemGutter *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
