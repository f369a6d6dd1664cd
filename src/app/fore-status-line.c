/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-status-line.h"

#include "fore-diagnostic.h"
#include "fore-offline-button.h"
#include "fore-preview.h"

#include <glib/gi18n.h>

struct _ForeStatusLine {
  GtkWidget parent_instance;

  ForeDeck *deck;
  ForeProblemModel *problems;
  ForeOffline *offline;
  guint index;

  GtkWidget *problems_button;
  GtkImage *problems_image;
  GtkLabel *problems_label;
  GtkMenuButton *slide_button;
  GtkLabel *slide_label;
  GtkPopover *slide_popover;
  GtkEditable *slide_entry;
  GtkWidget *slide_go_button;
  ForeOfflineButton *offline_button;
  GtkLabel *words_label;
  GtkLabel *size_label;
};

enum { PROP_DECK = 1, PROP_INDEX, N_PROPS };

static GParamSpec *props[N_PROPS];
static guint slide_chosen_signal;

G_DEFINE_FINAL_TYPE (ForeStatusLine, fore_status_line, GTK_TYPE_WIDGET)

gboolean
fore_status_line_read_position (const ForeDeck *deck, const char *text, guint *index)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint64 column, row = 1;
  char *end = NULL;

  if (!g_ascii_isdigit (*stripped))
    return FALSE;
  column = g_ascii_strtoull (stripped, &end, 10);
  if (*end == '.' || *end == '/') {
    if (!g_ascii_isdigit (end[1]))
      return FALSE;
    row = g_ascii_strtoull (end + 1, &end, 10);
  }
  if (*end != '\0' || column < 1 || row < 1 || column > G_MAXUINT || row > G_MAXUINT)
    return FALSE;

  return fore_deck_find_position (deck, (guint) column - 1, (guint) row - 1, index);
}

static void
update_problems (ForeStatusLine *self)
{
  guint n_all = 0;
  guint n_serious = 0;
  g_autofree char *text = NULL;

  if (self->problems != NULL) {
    n_all = fore_problem_model_get_n_problems (self->problems, FORE_SEVERITY_INFO);
    n_serious = fore_problem_model_get_n_problems (self->problems, FORE_SEVERITY_WARNING);
  }

  if (n_serious > 0)
    text = g_strdup_printf (ngettext ("%u problem", "%u problems", n_serious), n_serious);
  else if (n_all > 0)
    text = g_strdup_printf (ngettext ("%u remark", "%u remarks", n_all), n_all);
  gtk_label_set_label (self->problems_label, text ? text : _ ("No problems"));

  gtk_image_set_from_icon_name (self->problems_image,
                                n_serious > 0 ? "dialog-warning-symbolic"
                                : n_all > 0   ? "dialog-information-symbolic"
                                              : "emblem-ok-symbolic");
  if (n_serious > 0)
    gtk_widget_add_css_class (self->problems_button, "fore-problems");
  else
    gtk_widget_remove_css_class (self->problems_button, "fore-problems");
}

static void
update_slide (ForeStatusLine *self)
{
  guint n_slides = fore_deck_get_n_slides (self->deck);
  g_autofree char *position =
    fore_preview_describe_position (self->deck, MIN (self->index, n_slides - 1));
  g_autofree char *text =
    /* Translators: the number of a slide, such as 3.1, and how many slides there are */
    g_strdup_printf (_ ("Slide %s of %u"), position, n_slides);

  gtk_label_set_label (self->slide_label, text);
}

static void
update_words (ForeStatusLine *self)
{
  guint n_words = fore_deck_get_n_words (self->deck);
  guint n_slides = fore_deck_get_n_slides (self->deck);
  guint n_columns = fore_deck_get_n_columns (self->deck);
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  g_autofree char *slides =
    g_strdup_printf (ngettext ("%u slide", "%u slides", n_slides), n_slides);
  g_autofree char *columns =
    g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  g_autofree char *all = g_strjoin ("\n", slides, columns, words, NULL);

  gtk_label_set_label (self->words_label, words);
  gtk_label_set_label (self->size_label, all);
}

static void
update (ForeStatusLine *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->deck != NULL);
  if (self->deck == NULL)
    return;

  update_slide (self);
  update_words (self);
}

static void
slide_popover_visible_cb (ForeStatusLine *self)
{
  g_autofree char *position = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->slide_popover)) || self->deck == NULL)
    return;

  position = fore_preview_describe_position (
    self->deck, MIN (self->index, fore_deck_get_n_slides (self->deck) - 1));
  gtk_editable_set_text (self->slide_entry, position);
  gtk_editable_select_region (self->slide_entry, 0, -1);
}

static void
slide_entry_changed_cb (ForeStatusLine *self)
{
  const char *text = gtk_editable_get_text (self->slide_entry);
  gboolean found =
    self->deck != NULL && fore_status_line_read_position (self->deck, text, NULL);

  gtk_widget_set_sensitive (self->slide_go_button, found);
  if (found || *text == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->slide_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->slide_entry), "error");
}

static void
slide_entry_activate_cb (ForeStatusLine *self)
{
  guint index;

  if (self->deck == NULL ||
      !fore_status_line_read_position (self->deck,
                                       gtk_editable_get_text (self->slide_entry), &index))
    return;

  gtk_popover_popdown (self->slide_popover);
  g_signal_emit (self, slide_chosen_signal, 0, index);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeStatusLine *self = FORE_STATUS_LINE (object);

  switch (id) {
  case PROP_DECK:
    g_value_set_boxed (value, self->deck);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeStatusLine *self = FORE_STATUS_LINE (object);

  switch (id) {
  case PROP_DECK:
    fore_status_line_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_INDEX:
    fore_status_line_set_index (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeStatusLine *self = FORE_STATUS_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_STATUS_LINE);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_object (&self->problems);
  g_clear_object (&self->offline);

  G_OBJECT_CLASS (fore_status_line_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, problems_button);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, problems_image);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, problems_label);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, slide_button);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, slide_label);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, slide_popover);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, slide_entry);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, slide_go_button);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, offline_button);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, words_label);
  gtk_widget_class_bind_template_child (widget_class, ForeStatusLine, size_label);
  /* gtk_widget_dispose_template() takes only those children away that it knows. */
  gtk_widget_class_bind_template_child_full (widget_class, "words_button", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "ready_button", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, slide_popover_visible_cb);
  gtk_widget_class_bind_template_callback (widget_class, slide_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, slide_entry_activate_cb);
}

static void
fore_status_line_class_init (ForeStatusLineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  props[PROP_DECK] = g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, flags);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  slide_chosen_signal =
    g_signal_new ("slide-chosen", FORE_TYPE_STATUS_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (FORE_TYPE_OFFLINE_BUTTON);
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
fore_status_line_init (ForeStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_problems (self);
  update (self);
}

GtkWidget *
fore_status_line_new (void)
{
  return g_object_new (FORE_TYPE_STATUS_LINE, NULL);
}

void
fore_status_line_set_deck (ForeStatusLine *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_STATUS_LINE (self));

  if (self->deck == deck)
    return;
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = deck ? fore_deck_ref (deck) : NULL;
  update (self);
}

void
fore_status_line_follow (ForeStatusLine *self, ForeDeck *deck, ForeStage *stage)
{
  g_return_if_fail (FORE_IS_STATUS_LINE (self));
  g_return_if_fail (FORE_IS_STAGE (stage));

  if (self->offline == NULL) {
    self->offline = fore_offline_new (fore_stage_get_assets (stage));
    g_signal_connect_object (self->offline, "replaced",
                             G_CALLBACK (fore_stage_reload_assets), stage,
                             G_CONNECT_SWAPPED);
    fore_offline_button_set_offline (self->offline_button, self->offline);
  }
  fore_status_line_set_deck (self, deck);
  fore_offline_set_deck (self->offline, deck);
}

void
fore_status_line_set_problems (ForeStatusLine *self, ForeProblemModel *problems)
{
  g_return_if_fail (FORE_IS_STATUS_LINE (self));
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (problems));

  if (!g_set_object (&self->problems, problems))
    return;
  g_signal_connect_object (problems, "items-changed", G_CALLBACK (update_problems), self,
                           G_CONNECT_SWAPPED);
  update_problems (self);
}

void
fore_status_line_set_index (ForeStatusLine *self, guint index)
{
  g_return_if_fail (FORE_IS_STATUS_LINE (self));

  if (self->index == index)
    return;
  self->index = index;
  if (self->deck != NULL)
    update_slide (self);
}

void
fore_status_line_ask_for_slide (ForeStatusLine *self)
{
  g_return_if_fail (FORE_IS_STATUS_LINE (self));

  gtk_menu_button_popup (self->slide_button);
}
