/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The caret says which slide the author works on. Whenever it moves or the text changes,
 * one idle source, which runs after the document has made its deck and before the frame
 * is drawn, looks up the slide and tells whoever follows, but only if it was the user who
 * moved it. What the program does to the caret is done between begin_quiet() and
 * end_quiet(), so that a preview which moves the caret never hears of it. */

#include "fore-source-pane.h"

#include "fore-find-bar.h"
#include "fore-language.h"
#include "fore-list-indenter.h"
#include "fore-problem-gutter.h"
#include "fore-source-style.h"
#include "fore-source-view.h"
#include "fore-write.h"

#include <glib/gi18n.h>
#include <math.h>

/* After the document's parse, and before the layout. */
#define FOLLOW_PRIORITY (G_PRIORITY_HIGH_IDLE - 15)

#define ZOOM_STEP 1.1

/* Where a slide that was gone to is shown, from the top. */
#define SLIDE_ALIGN 0.25

struct _ForeSourcePane {
  GtkWidget parent_instance;

  ForeDocument *document;
  ForeSourceStyle *style;
  ForeProblemGutter *gutter;
  guint index;
  guint follow_source;
  guint quiet;
  gboolean user_moved;

  GtkWidget *box;
  ForeFindBar *find_bar;
  ForeSourceView *view;
  GtkWidget *line_revealer;
  GtkWidget *line_entry;
};

enum {
  PROP_DOCUMENT = 1,
  PROP_INDEX,
  PROP_ZOOM,
  PROP_MONOSPACE,
  PROP_WRAP,
  PROP_LINE_NUMBERS,
  N_PROPERTIES
};

enum { CARET_MOVED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeSourcePane, fore_source_pane, GTK_TYPE_WIDGET)

/* --- Caret and slide ---------------------------------------------------------------- */

static GtkTextBuffer *
get_buffer (ForeSourcePane *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static guint
get_caret_line (ForeSourcePane *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));

  return fore_document_get_line (self->document, &iter);
}

static void
set_index (ForeSourcePane *self, guint index)
{
  if (self->index == index)
    return;
  self->index = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

static void
update_index (ForeSourcePane *self)
{
  guint index = 0;

  if (self->document != NULL)
    index = fore_deck_find_line (fore_document_get_deck (self->document),
                                 get_caret_line (self));
  set_index (self, index);
}

static gboolean
follow_cb (gpointer user_data)
{
  ForeSourcePane *self = user_data;

  self->follow_source = 0;
  update_index (self);
  if (self->user_moved) {
    self->user_moved = FALSE;
    g_signal_emit (self, signals[CARET_MOVED], 0);
  }

  return G_SOURCE_REMOVE;
}

static void
caret_changed_cb (ForeSourcePane *self)
{
  if (self->quiet == 0 && !fore_document_get_replacing (self->document))
    self->user_moved = TRUE;
  if (self->follow_source == 0)
    self->follow_source = g_idle_add_full (FOLLOW_PRIORITY, follow_cb, self, NULL);
}

static void
begin_quiet (ForeSourcePane *self)
{
  self->quiet++;
}

static void
end_quiet (ForeSourcePane *self)
{
  self->quiet--;
}

static void
place_caret (ForeSourcePane *self, guint line, guint column)
{
  GtkTextIter iter;

  fore_document_get_iter (self->document, line, column, &iter);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  update_index (self);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view),
                                gtk_text_buffer_get_insert (get_buffer (self)), 0, TRUE,
                                0, SLIDE_ALIGN);
}

void
fore_source_pane_go_to_slide (ForeSourcePane *self, guint index)
{
  ForeDeck *deck;

  g_return_if_fail (FORE_IS_SOURCE_PANE (self));
  g_return_if_fail (self->document != NULL);

  fore_document_update_deck (self->document);
  deck = fore_document_get_deck (self->document);
  index = MIN (index, fore_deck_get_n_slides (deck) - 1);
  update_index (self);
  if (self->index == index)
    return;

  begin_quiet (self);
  place_caret (self, fore_deck_get_content_line (deck, index), 0);
  end_quiet (self);
}

void
fore_source_pane_go_to_line (ForeSourcePane *self, guint line, guint column)
{
  g_return_if_fail (FORE_IS_SOURCE_PANE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (line > 0);

  begin_quiet (self);
  place_caret (self, line, column);
  end_quiet (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- Problems ----------------------------------------------------------------------- */

static void
go_to_problem (ForeSourcePane *self, gboolean forward)
{
  ForeProblemModel *model;
  ForeDiagnostic *diagnostic;
  guint line, position, n_problems;

  if (self->document == NULL)
    return;
  model = fore_document_get_problems (self->document);
  n_problems = g_list_model_get_n_items (G_LIST_MODEL (model));
  if (n_problems == 0) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }

  line = get_caret_line (self);
  position = fore_problem_model_find_line (model, forward ? line + 1 : line);
  position = (forward ? position : position + n_problems - 1) % n_problems;
  diagnostic = fore_problem_model_get_diagnostic (model, position);
  place_caret (self, fore_diagnostic_get_line (diagnostic),
               fore_diagnostic_get_column (diagnostic));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- Zoom --------------------------------------------------------------------------- */

static void
zoom_by (ForeSourcePane *self, double steps)
{
  double zoom = fore_source_style_get_zoom (self->style) * pow (ZOOM_STEP, steps);

  /* Steps in and out meet at the font's own size again. */
  if (G_APPROX_VALUE (zoom, 1.0, 0.02))
    zoom = 1.0;
  fore_source_style_set_zoom (self->style, zoom);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           ForeSourcePane *self)
{
  if (!(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) &
        GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, -dy);

  return GDK_EVENT_STOP;
}

/* --- Go to line --------------------------------------------------------------------- */

static void
close_line_bar (ForeSourcePane *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->line_revealer), FALSE);
}

static void
line_activated_cb (ForeSourcePane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->line_entry));
  guint64 line = g_ascii_strtoull (text, NULL, 10);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (line > 0)
    place_caret (self, MIN (line, G_MAXINT), 0);
}

static void
line_left_cb (ForeSourcePane *self)
{
  close_line_bar (self);
}

static gboolean
line_key_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             ForeSourcePane *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return GDK_EVENT_STOP;
}

/* --- Actions ------------------------------------------------------------------------ */

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_find_bar_open (FORE_SOURCE_PANE (widget)->find_bar, FALSE);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_find_bar_open (FORE_SOURCE_PANE (widget)->find_bar, TRUE);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_find_bar_next (FORE_SOURCE_PANE (widget)->find_bar);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_find_bar_previous (FORE_SOURCE_PANE (widget)->find_bar);
}

static void
go_to_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeSourcePane *self = FORE_SOURCE_PANE (widget);
  g_autofree char *line = NULL;

  if (self->document == NULL)
    return;
  line = g_strdup_printf ("%u", get_caret_line (self));
  gtk_editable_set_text (GTK_EDITABLE (self->line_entry), line);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->line_revealer), TRUE);
  gtk_widget_grab_focus (self->line_entry);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (FORE_SOURCE_PANE (widget), 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (FORE_SOURCE_PANE (widget), -1);
}

static void
zoom_normal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_source_style_set_zoom (FORE_SOURCE_PANE (widget)->style, 1.0);
}

static void
next_problem_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_problem (FORE_SOURCE_PANE (widget), TRUE);
}

static void
previous_problem_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_problem (FORE_SOURCE_PANE (widget), FALSE);
}

/* --- The object --------------------------------------------------------------------- */

void
fore_source_pane_set_document (ForeSourcePane *self, ForeDocument *document)
{
  g_return_if_fail (FORE_IS_SOURCE_PANE (self));
  g_return_if_fail (document == NULL || FORE_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  fore_find_bar_close (self->find_bar);
  if (self->document != NULL) {
    g_signal_handlers_disconnect_by_data (self->document, self);
    g_signal_handlers_disconnect_by_data (fore_document_get_buffer (self->document),
                                          self);
  }
  g_clear_handle_id (&self->follow_source, g_source_remove);
  self->user_moved = FALSE;

  g_set_object (&self->document, document);
  if (document != NULL) {
    GtkSourceBuffer *buffer = fore_document_get_buffer (document);

    fore_language_give (buffer);
    gtk_source_buffer_set_highlight_matching_brackets (buffer, TRUE);
    g_signal_connect_object (buffer, "notify::cursor-position",
                             G_CALLBACK (caret_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (buffer, "changed", G_CALLBACK (caret_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (document, "notify::deck", G_CALLBACK (update_index), self,
                             G_CONNECT_SWAPPED);
  }
  fore_source_view_set_document (self->view, document);
  fore_problem_gutter_set_document (self->gutter, document);
  update_index (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

guint
fore_source_pane_get_index (ForeSourcePane *self)
{
  g_return_val_if_fail (FORE_IS_SOURCE_PANE (self), 0);

  return self->index;
}

GtkWidget *
fore_source_pane_new (void)
{
  return g_object_new (FORE_TYPE_SOURCE_PANE, NULL);
}

static gboolean
fore_source_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FORE_SOURCE_PANE (widget)->view));
}

static void
fore_source_pane_get_property (GObject *object,
                               guint property_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  ForeSourcePane *self = FORE_SOURCE_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, fore_source_style_get_zoom (self->style));
    break;
  case PROP_MONOSPACE:
    g_value_set_boolean (value, fore_source_style_get_monospace (self->style));
    break;
  case PROP_WRAP:
    g_value_set_boolean (
      value, gtk_text_view_get_wrap_mode (GTK_TEXT_VIEW (self->view)) != GTK_WRAP_NONE);
    break;
  case PROP_LINE_NUMBERS:
    g_value_set_boolean (
      value, gtk_source_view_get_show_line_numbers (GTK_SOURCE_VIEW (self->view)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_source_pane_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  ForeSourcePane *self = FORE_SOURCE_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    fore_source_pane_set_document (self, g_value_get_object (value));
    break;
  case PROP_ZOOM:
    fore_source_style_set_zoom (self->style, g_value_get_double (value));
    break;
  case PROP_MONOSPACE:
    fore_source_style_set_monospace (self->style, g_value_get_boolean (value));
    break;
  case PROP_WRAP:
    gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), g_value_get_boolean (value)
                                                               ? GTK_WRAP_WORD_CHAR
                                                               : GTK_WRAP_NONE);
    break;
  case PROP_LINE_NUMBERS:
    gtk_source_view_set_show_line_numbers (GTK_SOURCE_VIEW (self->view),
                                           g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
zoom_changed_cb (ForeSourcePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* Up to GtkSourceView 5.6 each renderer of a gutter holds the view, and the view its
 * gutter: neither would ever go. */
static void
release_gutter (GtkSourceView *view)
{
  GtkSourceGutter *gutter = gtk_source_view_get_gutter (view, GTK_TEXT_WINDOW_LEFT);
  GtkWidget *renderer;

  while ((renderer = gtk_widget_get_first_child (GTK_WIDGET (gutter))) != NULL)
    gtk_source_gutter_remove (gutter, GTK_SOURCE_GUTTER_RENDERER (renderer));
}

static void
fore_source_pane_dispose (GObject *object)
{
  ForeSourcePane *self = FORE_SOURCE_PANE (object);

  if (self->find_bar != NULL) {
    fore_source_pane_set_document (self, NULL);
    fore_find_bar_set_view (self->find_bar, NULL);
    release_gutter (GTK_SOURCE_VIEW (self->view));
  }
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_object (&self->style);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_SOURCE_PANE);

  G_OBJECT_CLASS (fore_source_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] = g_param_spec_object (
    "document", NULL, NULL, FORE_TYPE_DOCUMENT, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, FORE_SOURCE_ZOOM_MIN, FORE_SOURCE_ZOOM_MAX,
                         1.0, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MONOSPACE] =
    g_param_spec_boolean ("monospace", NULL, NULL, TRUE, flags);
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, TRUE, flags);
  properties[PROP_LINE_NUMBERS] =
    g_param_spec_boolean ("line-numbers", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "source.find", find_action, GDK_KEY_f, GDK_CONTROL_MASK },
    { "source.replace", replace_action, GDK_KEY_h, GDK_CONTROL_MASK },
    { "source.find-next", find_next_action, GDK_KEY_g, GDK_CONTROL_MASK },
    { "source.find-previous", find_previous_action, GDK_KEY_g,
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "source.go-to-line", go_to_line_action, GDK_KEY_i, GDK_CONTROL_MASK },
    { "source.zoom-in", zoom_in_action, GDK_KEY_plus, GDK_CONTROL_MASK },
    { "source.zoom-out", zoom_out_action, GDK_KEY_minus, GDK_CONTROL_MASK },
    { "source.zoom-normal", zoom_normal_action, GDK_KEY_0, GDK_CONTROL_MASK },
    { "source.next-problem", next_problem_action, GDK_KEY_F8, 0 },
    { "source.previous-problem", previous_problem_action, GDK_KEY_F8, GDK_SHIFT_MASK },
  };
  static const struct {
    const char *name;
    guint key;
  } more_keys[] = {
    { "source.zoom-in", GDK_KEY_equal },
    { "source.zoom-in", GDK_KEY_KP_Add },
    { "source.zoom-out", GDK_KEY_KP_Subtract },
    { "source.zoom-normal", GDK_KEY_KP_0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
    gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                         actions[i].modifiers, actions[i].name, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (more_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, more_keys[i].key, GDK_CONTROL_MASK,
                                         more_keys[i].name, NULL);
}

static void
fore_source_pane_class_init (ForeSourcePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fore_write_register_resources ();
  g_type_ensure (FORE_TYPE_FIND_BAR);
  g_type_ensure (FORE_TYPE_SOURCE_VIEW);

  object_class->get_property = fore_source_pane_get_property;
  object_class->set_property = fore_source_pane_set_property;
  object_class->dispose = fore_source_pane_dispose;
  widget_class->grab_focus = fore_source_pane_grab_focus;

  install_properties (object_class);
  install_actions (widget_class);
  signals[CARET_MOVED] =
    g_signal_new ("caret-moved", FORE_TYPE_SOURCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeSourcePane, box);
  gtk_widget_class_bind_template_child (widget_class, ForeSourcePane, find_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeSourcePane, view);
  gtk_widget_class_bind_template_child (widget_class, ForeSourcePane, line_revealer);
  gtk_widget_class_bind_template_child (widget_class, ForeSourcePane, line_entry);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_key_cb);
}

static void
fore_source_pane_init (ForeSourcePane *self)
{
  g_autoptr (GtkSourceIndenter) indenter = fore_list_indenter_new ();
  GtkSourceView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  view = GTK_SOURCE_VIEW (self->view);

  self->style = fore_source_style_new (view);
  g_signal_connect_object (self->style, "notify::zoom", G_CALLBACK (zoom_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->gutter = FORE_PROBLEM_GUTTER (fore_problem_gutter_new ());
  gtk_source_gutter_insert (gtk_source_view_get_gutter (view, GTK_TEXT_WINDOW_LEFT),
                            GTK_SOURCE_GUTTER_RENDERER (self->gutter), 0);
  gtk_source_view_set_indenter (view, indenter);
  fore_find_bar_set_view (self->find_bar, view);
}
