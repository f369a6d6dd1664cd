/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-thumbnailer.h"

/* The pane asks for one picture at a time. The stage is made at the first question, so
 * that a window without slide list does not pay for it. */

#define THUMBNAIL_WIDTH 320

struct _ForeThumbnailer {
  GObject parent_instance;

  ForeSlidePane *pane;
  GtkScrolledWindow *bin;
  ForeAssets *assets;
  ForeStage *preview;
  ForeStage *stage; /* NULL until the first picture is asked for */
  ForeDeck *deck;

  ForeSlide *wanted; /* the slide that waits for the preview, or is being drawn */
  gboolean drawing;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ForeThumbnailer, fore_thumbnailer, G_TYPE_OBJECT)

static void
answer (ForeThumbnailer *self, GdkTexture *picture)
{
  g_autoptr (ForeSlide) slide = g_steal_pointer (&self->wanted);

  self->drawing = FALSE;
  if (slide != NULL)
    fore_slide_pane_set_thumbnail (self->pane, slide, picture);
}

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeThumbnailer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture =
    fore_stage_snapshot_finish (FORE_STAGE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* A slide that cannot be drawn now keeps its place in the list. */
  if (picture == NULL)
    g_debug ("No thumbnail: %s", error->message);
  answer (self, picture);
}

static gboolean
find_slide (ForeDeck *deck, ForeSlide *slide, guint *index)
{
  guint n_slides = deck ? fore_deck_get_n_slides (deck) : 0;

  for (guint i = 0; i < n_slides; i++) {
    if (fore_deck_get_slide (deck, i) == slide) {
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
ensure_stage (ForeThumbnailer *self)
{
  ForeOptions *options = fore_deck_get_options (self->deck);
  double ratio = fore_options_get_height (options) / fore_options_get_width (options);

  if (self->stage == NULL) {
    self->stage =
      FORE_STAGE (fore_stage_new (self->assets, FORE_STAGE_THUMBNAIL, self->preview));
    gtk_widget_set_can_focus (GTK_WIDGET (self->stage), FALSE);
    gtk_widget_set_halign (GTK_WIDGET (self->stage), GTK_ALIGN_START);
    gtk_widget_set_valign (GTK_WIDGET (self->stage), GTK_ALIGN_START);
    gtk_scrolled_window_set_child (self->bin, GTK_WIDGET (self->stage));
  }
  gtk_widget_set_size_request (GTK_WIDGET (self->stage), THUMBNAIL_WIDTH,
                               (int) CLAMP (THUMBNAIL_WIDTH * ratio, 32, 1024));
  fore_stage_set_deck (self->stage, self->deck);
}

static void
draw_if_due (ForeThumbnailer *self)
{
  guint index;

  if (self->wanted == NULL || self->drawing || !fore_stage_get_settled (self->preview))
    return;

  if (!find_slide (self->deck, self->wanted, &index)) {
    answer (self, NULL);
    return;
  }
  ensure_stage (self);
  self->drawing = TRUE;
  fore_stage_snapshot_async (self->stage, index, self->cancellable, snapshot_cb,
                             g_object_ref (self));
}

static void
thumbnail_func (guint index, gpointer user_data)
{
  ForeThumbnailer *self = user_data;

  if (self->deck == NULL || index >= fore_deck_get_n_slides (self->deck))
    return;
  g_set_object (&self->wanted, fore_deck_get_slide (self->deck, index));
  draw_if_due (self);
}

static void
dispose (GObject *object)
{
  ForeThumbnailer *self = FORE_THUMBNAILER (object);

  g_cancellable_cancel (self->cancellable);
  if (self->pane != NULL)
    fore_slide_pane_set_thumbnail_func (self->pane, NULL, NULL, NULL);
  g_clear_object (&self->pane);
  g_clear_object (&self->bin);
  g_clear_object (&self->assets);
  g_clear_object (&self->preview);
  g_clear_object (&self->wanted);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->deck, fore_deck_unref);

  G_OBJECT_CLASS (fore_thumbnailer_parent_class)->dispose (object);
}

static void
fore_thumbnailer_class_init (ForeThumbnailerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
}

static void
fore_thumbnailer_init (ForeThumbnailer *self)
{
  self->cancellable = g_cancellable_new ();
}

ForeThumbnailer *
fore_thumbnailer_new (ForeSlidePane *pane,
                      GtkScrolledWindow *bin,
                      ForeAssets *assets,
                      ForeStage *preview)
{
  ForeThumbnailer *self = g_object_new (FORE_TYPE_THUMBNAILER, NULL);

  self->pane = g_object_ref (pane);
  self->bin = g_object_ref (bin);
  self->assets = g_object_ref (assets);
  self->preview = g_object_ref (preview);
  g_signal_connect_object (preview, "notify::settled", G_CALLBACK (draw_if_due), self,
                           G_CONNECT_SWAPPED);
  fore_slide_pane_set_thumbnail_func (pane, thumbnail_func, self, NULL);
  return self;
}

void
fore_thumbnailer_set_deck (ForeThumbnailer *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_THUMBNAILER (self));

  if (self->deck == deck)
    return;
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = deck ? fore_deck_ref (deck) : NULL;
  draw_if_due (self);
}

void
fore_thumbnailer_reload (ForeThumbnailer *self)
{
  g_return_if_fail (FORE_IS_THUMBNAILER (self));

  if (self->stage != NULL)
    fore_stage_reload_assets (self->stage);
  fore_slide_pane_invalidate (self->pane);
}
