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
}
