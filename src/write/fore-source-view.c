/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-source-view.h"

#define LINE_ALPHA 0.25

struct _ForeSourceView {
  GtkSourceView parent_instance;

  ForeDocument *document;
};

G_DEFINE_FINAL_TYPE (ForeSourceView, fore_source_view, GTK_SOURCE_TYPE_VIEW)

static void
draw_border (ForeSourceView *self,
             GtkSnapshot *snapshot,
             const GdkRectangle *visible,
             guint index)
{
  ForeDeck *deck = fore_document_get_deck (self->document);
  GtkTextIter iter;
  GdkRGBA color;
  guint line, row;
  int y, height;

  fore_deck_get_lines (deck, index, &line, NULL);
  fore_deck_get_position (deck, index, NULL, &row);
  fore_document_get_iter (self->document, line, 0, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= row == 0 ? LINE_ALPHA : LINE_ALPHA / 2;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (visible->x, y, visible->width, 1));
}

static void
fore_source_view_snapshot_layer (GtkTextView *view,
                                 GtkTextViewLayer layer,
                                 GtkSnapshot *snapshot)
{
  ForeSourceView *self = FORE_SOURCE_VIEW (view);
  GdkRectangle visible;
  GtkTextIter top, bottom;
  guint first, last;
  ForeDeck *deck;

  GTK_TEXT_VIEW_CLASS (fore_source_view_parent_class)
    ->snapshot_layer (view, layer, snapshot);
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->document == NULL)
    return;

  deck = fore_document_get_deck (self->document);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  first = fore_deck_find_line (deck, fore_document_get_line (self->document, &top));
  last = fore_deck_find_line (deck, fore_document_get_line (self->document, &bottom));
  /* Nothing stands above the first slide. */
  for (guint index = MAX (first, 1); index <= last; index++)
    draw_border (self, snapshot, &visible, index);
}

void
fore_source_view_set_document (ForeSourceView *self, ForeDocument *document)
{
  g_return_if_fail (FORE_IS_SOURCE_VIEW (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  gtk_text_view_set_buffer (
    GTK_TEXT_VIEW (self),
    document != NULL ? GTK_TEXT_BUFFER (fore_document_get_buffer (document)) : NULL);
  if (document != NULL)
    g_signal_connect_object (document, "notify::deck", G_CALLBACK (gtk_widget_queue_draw),
                             self, G_CONNECT_SWAPPED);
}

/* GtkSourceView breaks the line and indents it in two steps of the undo history. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                ForeSourceView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkSourceIndenter *indenter = gtk_source_view_get_indenter (GTK_SOURCE_VIEW (self));
  GtkTextMark *caret = gtk_text_buffer_get_insert (buffer);
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, caret);
  if (indenter == NULL || !gtk_text_view_get_editable (view) ||
      !gtk_source_indenter_is_trigger (indenter, GTK_SOURCE_VIEW (self), &iter, state,
                                       key))
    return GDK_EVENT_PROPAGATE;
  if (gtk_text_view_im_context_filter_keypress (view, event))
    return GDK_EVENT_STOP;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, caret);
  gtk_source_indenter_indent (indenter, GTK_SOURCE_VIEW (self), &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, caret);

  return GDK_EVENT_STOP;
}

static void
fore_source_view_dispose (GObject *object)
{
  g_clear_object (&FORE_SOURCE_VIEW (object)->document);

  G_OBJECT_CLASS (fore_source_view_parent_class)->dispose (object);
}

static void
fore_source_view_class_init (ForeSourceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fore_source_view_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = fore_source_view_snapshot_layer;
}

static void
fore_source_view_init (ForeSourceView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* GtkSourceView's own controller captures keys as well, and was added before. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
