/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-next-pane.h"

#include "fore-present.h"
#include "fore-talk-words.h"

#include <glib/gi18n.h>

/* Of a title, where it is squeezed. */
#define LEAST_CHARS 8

struct _ForeNextPane {
  GtkWidget parent_instance;

  ForeTalk *talk;
  ForeAssets *assets;
  ForeStage *related;
  ForeSlideCard *card;
  ForeSlideCard *audience_card;

  GtkWidget *box;
  GtkBox *cards;
  GtkBox *next_box;
  GtkLabel *next_label;
  GtkBox *audience_box;
  GtkLabel *audience_label;
  GtkWidget *publish;
  GtkWidget *down;
  GtkWidget *right;
};

G_DEFINE_FINAL_TYPE (ForeNextPane, fore_next_pane, GTK_TYPE_WIDGET)

/* --- The next step --- */

static GtkWidget *
create_end (void)
{
  GtkWidget *label = gtk_label_new (_ ("End of the deck"));

  gtk_widget_add_css_class (label, "slide-cover");
  return label;
}

static gboolean
update_next (ForeNextPane *self, guint *index)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  guint step;

  if (!fore_talk_peek_next (self->talk, index, &step)) {
    gtk_label_set_label (self->next_label, _ ("Next"));
    fore_slide_card_show (self->card, deck, fore_talk_get_index (self->talk), G_MAXUINT);
    fore_slide_card_set_cover (self->card, create_end ());
    return FALSE;
  }

  gtk_label_set_label (self->next_label, *index == fore_talk_get_index (self->talk)
                                           ? _ ("Next step")
                                           : _ ("Next slide"));
  fore_slide_card_set_cover (self->card, NULL);
  fore_slide_card_show (self->card, deck, *index, step);
  return TRUE;
}

/* --- Slides that lie elsewhere --- */

static void
set_other (ForeNextPane *self,
           GtkWidget *button,
           gboolean is_there,
           guint index,
           const char *arrow)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  const char *title;
  GtkWidget *label;

  gtk_widget_set_visible (button, is_there);
  if (!is_there)
    return;

  title = fore_deck_get_slide_title (deck, index);
  number = g_strdup_printf ("%u", index + 1);
  text = g_strdup_printf ("%s %s", arrow, *title != '\0' ? title : number);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", number);
}

static void
update_others (ForeNextPane *self, gboolean has_next, guint next)
{
  gboolean is_right_to_left =
    fore_deck_is_right_to_left (fore_talk_get_deck (self->talk));
  guint down, right;
  gboolean has_down =
    fore_talk_peek_down (self->talk, &down) && !(has_next && down == next);
  gboolean has_right =
    fore_talk_peek_right (self->talk, &right) && !(has_next && right == next);

  set_other (self, self->down, has_down, down, "↓");
  set_other (self, self->right, has_right, right, is_right_to_left ? "←" : "→");
}

/* --- What the audience sees --- */

static GtkWidget *
create_cover (ForePicture picture)
{
  GtkWidget *cover;

  if (picture == FORE_PICTURE_SLIDE)
    return NULL;
  if (picture == FORE_PICTURE_HIDDEN) {
    cover = gtk_image_new_from_icon_name ("view-conceal-symbolic");
    gtk_image_set_icon_size (GTK_IMAGE (cover), GTK_ICON_SIZE_LARGE);
  } else {
    cover = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_widget_add_css_class (cover, picture == FORE_PICTURE_BLACK ? "black" : "white");
  }
  gtk_widget_add_css_class (cover, "slide-cover");
  return cover;
}

static ForeSlideCard *
ensure_audience_card (ForeNextPane *self)
{
  if (self->audience_card == NULL) {
    self->audience_card = FORE_SLIDE_CARD (
      fore_slide_card_new (self->assets, self->related, _ ("What the audience sees")));
    fore_slide_card_align_start (self->audience_card);
    gtk_widget_set_can_target (GTK_WIDGET (self->audience_card), FALSE);
    gtk_widget_set_vexpand (GTK_WIDGET (self->audience_card), TRUE);
    gtk_box_append (self->audience_box, GTK_WIDGET (self->audience_card));
  }
  return self->audience_card;
}

static void
update_audience (ForeNextPane *self)
{
  ForePicture picture = fore_talk_get_picture (self->talk);
  gboolean is_held = fore_talk_get_has_held_edits (self->talk);
  gboolean differs =
    picture != FORE_PICTURE_SLIDE || fore_talk_get_frozen (self->talk) || is_held;

  gtk_widget_set_visible (GTK_WIDGET (self->audience_box), differs);
  if (!differs)
    return;

  fore_slide_card_set_cover (ensure_audience_card (self), create_cover (picture));
  fore_slide_card_show (self->audience_card, fore_talk_get_audience_deck (self->talk),
                        fore_talk_get_audience_index (self->talk),
                        fore_talk_get_audience_step (self->talk));
  gtk_label_set_label (self->audience_label,
                       is_held ? _ ("Edits held back") : _ ("The audience sees"));
  gtk_widget_set_visible (self->publish, is_held);
}

static void
update (ForeNextPane *self)
{
  guint next = 0;
  gboolean has_next = update_next (self, &next);

  update_others (self, has_next, next);
  update_audience (self);
}

/* Only what can change what is seen: time goes by once a second. */
static void
notify_cb (ForeNextPane *self, GParamSpec *pspec)
{
  static const char *const names[] = { "deck",
                                       "index",
                                       "step",
                                       "n-steps",
                                       "audience-deck",
                                       "audience-index",
                                       "audience-step",
                                       "picture",
                                       "frozen",
                                       "has-held-edits",
                                       NULL };

  if (g_strv_contains (names, pspec->name))
    update (self);
}

static void
add_card (ForeNextPane *self)
{
  self->card =
    FORE_SLIDE_CARD (fore_slide_card_new (self->assets, self->related, _ ("Next step")));
  fore_slide_card_align_start (self->card);
  gtk_widget_set_can_target (GTK_WIDGET (self->card), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->card), TRUE);
  gtk_box_append (self->next_box, GTK_WIDGET (self->card));
}

GtkWidget *
fore_next_pane_new (ForeTalk *talk, ForeAssets *assets, ForeStage *related)
{
  ForeNextPane *self = g_object_new (FORE_TYPE_NEXT_PANE, NULL);

  self->talk = g_object_ref (talk);
  self->assets = g_object_ref (assets);
  g_set_object (&self->related, related);
  add_card (self);
  g_signal_connect_object (talk, "notify", G_CALLBACK (notify_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

ForeSlideCard *
fore_next_pane_get_card (ForeNextPane *self)
{
  g_return_val_if_fail (FORE_IS_NEXT_PANE (self), NULL);

  return self->card;
}

ForeSlideCard *
fore_next_pane_get_audience_card (ForeNextPane *self)
{
  g_return_val_if_fail (FORE_IS_NEXT_PANE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->audience_box)) ? self->audience_card
                                                                  : NULL;
}

/* --- The widget --- */

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (FORE_NEXT_PANE (widget)->box, orientation, for_size, minimum,
                      natural, NULL, NULL);
}

/* The two slides lie beside each other or below, whichever leaves them larger. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeNextPane *self = FORE_NEXT_PANE (widget);
  GtkOrientation orientation =
    width > height ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->cards)) != orientation)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), orientation);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
dispose (GObject *object)
{
  ForeNextPane *self = FORE_NEXT_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_NEXT_PANE);
  g_clear_object (&self->talk);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);

  G_OBJECT_CLASS (fore_next_pane_parent_class)->dispose (object);
}

static void
fore_next_pane_class_init (ForeNextPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "next-pane");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-next-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, box);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, cards);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, next_box);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, next_label);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, audience_box);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, publish);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, down);
  gtk_widget_class_bind_template_child (widget_class, ForeNextPane, right);
}

static void
fore_next_pane_init (ForeNextPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
