/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-section-line.h"

#include "fore-present.h"
#include "fore-talk-words.h"

#include <glib/gi18n.h>

struct _ForeSectionLine {
  GtkWidget parent_instance;

  ForeTalk *talk;
  GtkLabel *section_label;
  GtkLabel *left_label;
  GtkLabel *next_label;
  GtkLabel *place_label;
};

G_DEFINE_FINAL_TYPE (ForeSectionLine, fore_section_line, GTK_TYPE_WIDGET)

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static char *
dup_left (ForeSectionLine *self)
{
  gint64 remaining = fore_talk_get_section_remaining (self->talk);
  g_autofree char *minutes = fore_talk_words_minutes (remaining);

  if (fore_talk_get_section_title (self->talk) == NULL ||
      fore_plan_get_total (fore_talk_get_plan (self->talk)) == 0)
    return NULL;
  if (remaining < 0)
    /* Translators: how much longer than planned a section takes; %s is such as “4 min” */
    return g_strdup_printf (_ ("%s over here"), minutes);
  /* Translators: how much time is left for a section of the talk; %s is such as “4 min”
   */
  return g_strdup_printf (_ ("%s left here"), minutes);
}

static void
update_section (ForeSectionLine *self)
{
  const char *title = fore_talk_get_section_title (self->talk);
  const char *next_title = fore_talk_get_next_section_title (self->talk);
  g_autofree char *left = dup_left (self);
  g_autofree char *next = NULL;

  if (next_title != NULL && *next_title != '\0')
    /* Translators: %s is the title of the next section */
    next = g_strdup_printf (_ ("then: %s"), next_title);
  set_words (self->section_label, title != NULL && *title != '\0' ? title : NULL);
  set_words (self->left_label, left);
  /* It takes the room that is left, so that the place stays at the edge. */
  gtk_label_set_label (self->next_label, next != NULL ? next : "");
}

static void
update_place (ForeSectionLine *self)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  guint n_steps = fore_talk_get_n_steps (self->talk);
  g_autofree char *place = fore_talk_words_place (deck, fore_talk_get_index (self->talk));
  g_autofree char *text = NULL;

  if (n_steps > 0)
    /* Translators: %s is “8 of 12”, or “8 of 12 · 5.2” */
    text = g_strdup_printf (_ ("%s · step %u of %u"), place,
                            MIN (fore_talk_get_step (self->talk), n_steps), n_steps);
  gtk_label_set_label (self->place_label, text != NULL ? text : place);
}

static void
update (ForeSectionLine *self)
{
  update_section (self);
  update_place (self);
}

GtkWidget *
fore_section_line_new (ForeTalk *talk)
{
  ForeSectionLine *self = g_object_new (FORE_TYPE_SECTION_LINE, NULL);

  self->talk = g_object_ref (talk);
  g_signal_connect_object (talk, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

static void
dispose (GObject *object)
{
  ForeSectionLine *self = FORE_SECTION_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_SECTION_LINE);
  g_clear_object (&self->talk);

  G_OBJECT_CLASS (fore_section_line_parent_class)->dispose (object);
}

static void
fore_section_line_class_init (ForeSectionLineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_css_name (widget_class, "section-line");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-section-line.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeSectionLine, section_label);
  gtk_widget_class_bind_template_child (widget_class, ForeSectionLine, left_label);
  gtk_widget_class_bind_template_child (widget_class, ForeSectionLine, next_label);
  gtk_widget_class_bind_template_child (widget_class, ForeSectionLine, place_label);
}

static void
fore_section_line_init (ForeSectionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
