/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-card.h"

#include "fore-steady.h"

struct _ForeSlideCard {
  GtkWidget parent_instance;

  GtkAspectFrame *frame;
  GtkOverlay *overlay;
  ForeStage *stage;
  GtkWidget *cover;
  GtkWidget *mark;
  GtkLabel *mark_label;
};

G_DEFINE_FINAL_TYPE (ForeSlideCard, fore_slide_card, GTK_TYPE_WIDGET)

static void
update_ratio (ForeSlideCard *self, ForeDeck *deck)
{
  ForeOptions *options = fore_deck_get_options (deck);

  if (fore_options_get_height (options) > 0)
    gtk_aspect_frame_set_ratio (self->frame, (float) (fore_options_get_width (options) /
                                                      fore_options_get_height (options)));
}

void
fore_slide_card_align_start (ForeSlideCard *self)
{
  g_return_if_fail (FORE_IS_SLIDE_CARD (self));

  gtk_aspect_frame_set_xalign (self->frame, 0.0f);
  gtk_aspect_frame_set_yalign (self->frame, 0.0f);
}

void
fore_slide_card_show (ForeSlideCard *self, ForeDeck *deck, guint index, guint step)
{
  g_return_if_fail (FORE_IS_SLIDE_CARD (self));
  g_return_if_fail (deck != NULL);

  if (fore_stage_get_deck (self->stage) != deck) {
    fore_stage_set_deck (self->stage, deck);
    update_ratio (self, deck);
  }
  fore_stage_show (self->stage, index, step);
}

void
fore_slide_card_set_mark (ForeSlideCard *self, const char *word)
{
  g_return_if_fail (FORE_IS_SLIDE_CARD (self));

  gtk_label_set_label (self->mark_label, word != NULL ? word : "");
  gtk_widget_set_visible (self->mark, word != NULL);
}

const char *
fore_slide_card_get_mark (ForeSlideCard *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_CARD (self), NULL);

  return gtk_widget_get_visible (self->mark) ? gtk_label_get_label (self->mark_label)
                                             : NULL;
}

void
fore_slide_card_set_cover (ForeSlideCard *self, GtkWidget *cover)
{
  g_return_if_fail (FORE_IS_SLIDE_CARD (self));

  if (self->cover != NULL)
    gtk_overlay_remove_overlay (self->overlay, self->cover);
  self->cover = cover;
  if (cover != NULL)
    gtk_overlay_add_overlay (self->overlay, cover);
}

ForeStage *
fore_slide_card_get_stage (ForeSlideCard *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_CARD (self), NULL);

  return self->stage;
}

GtkOverlay *
fore_slide_card_get_overlay (ForeSlideCard *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_CARD (self), NULL);

  return self->overlay;
}

/* --- The widget --- */

static void
add_mark (ForeSlideCard *self)
{
  self->mark_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->mark_label), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->mark_label), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->mark_label), TRUE);

  self->mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->mark), GTK_WIDGET (self->mark_label));
  gtk_widget_add_css_class (self->mark, "slide-mark");
  gtk_widget_set_can_target (self->mark, FALSE);
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->mark);
}

GtkWidget *
fore_slide_card_new (ForeAssets *assets, ForeStage *related, const char *label)
{
  ForeSlideCard *self = g_object_new (FORE_TYPE_SLIDE_CARD, NULL);
  GtkWidget *stage = fore_stage_new (assets, FORE_STAGE_SPEAKER, related);

  self->stage = FORE_STAGE (stage);
  gtk_widget_add_css_class (stage, "slide");
  gtk_widget_set_can_focus (stage, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stage), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_overlay_set_child (self->overlay, fore_steady_new (self->stage));

  return GTK_WIDGET (self);
}

static void
dispose (GObject *object)
{
  ForeSlideCard *self = FORE_SLIDE_CARD (object);
  GtkWidget *frame = GTK_WIDGET (self->frame);

  self->frame = NULL;
  g_clear_pointer (&frame, gtk_widget_unparent);

  G_OBJECT_CLASS (fore_slide_card_parent_class)->dispose (object);
}

static void
fore_slide_card_class_init (ForeSlideCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slide-card");
}

static void
fore_slide_card_init (ForeSlideCard *self)
{
  self->frame = GTK_ASPECT_FRAME (gtk_aspect_frame_new (0.5f, 0.5f, 4.0f / 3.0f, FALSE));
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_aspect_frame_set_child (self->frame, GTK_WIDGET (self->overlay));
  add_mark (self);
  gtk_widget_set_parent (GTK_WIDGET (self->frame), GTK_WIDGET (self));
}
