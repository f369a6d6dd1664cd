/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-speaker.h"

#include "fore-jump-bar.h"
#include "fore-message-line.h"
#include "fore-next-pane.h"
#include "fore-notes-edit.h"
#include "fore-notes-pane.h"
#include "fore-present.h"
#include "fore-section-line.h"
#include "fore-talk-bar.h"

#include <glib/gi18n.h>

#define FIXED_NOTES_SECONDS 5

struct _ForeSpeaker {
  AdwApplicationWindow parent_instance;

  ForeTalk *talk;
  GSettings *settings;
  guint message_timeout;
  guint preview; /* a slide that is looked at before going there, or G_MAXUINT */

  ForeTalkBar *talk_bar;
  ForeSlideCard *current;
  ForeNextPane *next;
  ForeNotesPane *notes;
  ForeSpeakerPanes *panes;
  ForeJumpBar *jump;
  ForeToolBar *tool_bar;
  GtkWidget *cover;

  GtkWindowHandle *handle;
  GtkOverlay *overlay;
  ForeMessageLine *message;
  GtkBox *foot;
};

enum { PROP_LAYOUT = 1, N_PROPS };
enum { NOTES_EDITED, LINK_ACTIVATED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeSpeaker, fore_speaker, ADW_TYPE_APPLICATION_WINDOW)

/* --- What is shown --- */

static const char *
get_mark (ForeSpeaker *self)
{
  if (self->preview != G_MAXUINT)
    return _ ("PREVIEW");
  switch (fore_talk_get_picture (self->talk)) {
  case FORE_PICTURE_BLACK:
    return _ ("BLACK");
  case FORE_PICTURE_WHITE:
    return _ ("WHITE");
  case FORE_PICTURE_HIDDEN:
    return _ ("HIDDEN");
  case FORE_PICTURE_SLIDE:
  default:
    return fore_talk_get_frozen (self->talk) ? _ ("FROZEN") : NULL;
  }
}

static void
update_current (ForeSpeaker *self)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);

  if (self->preview < fore_deck_get_n_slides (deck))
    fore_slide_card_show (self->current, deck, self->preview, 0);
  else
    fore_slide_card_show (self->current, deck, fore_talk_get_index (self->talk),
                          fore_talk_get_step (self->talk));
  fore_slide_card_set_mark (self->current, get_mark (self));
  if (self->preview != G_MAXUINT)
    gtk_widget_add_css_class (GTK_WIDGET (self->current), "preview");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->current), "preview");
}

static gboolean
has_notes (ForeDeck *deck)
{
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    if (fore_slide_get_notes (fore_deck_get_slide (deck, i)) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
update_panes (ForeSpeaker *self)
{
  fore_speaker_panes_set_has_notes (self->panes,
                                    fore_notes_pane_get_editing (self->notes) ||
                                      has_notes (fore_talk_get_deck (self->talk)));
}

static void
update_title (ForeSpeaker *self)
{
  const char *deck_title = fore_deck_get_title (fore_talk_get_deck (self->talk));
  /* Translators: the title of a window; %s is the title of the deck */
  g_autofree char *title =
    deck_title != NULL ? g_strdup_printf (_ ("Speaker View: %s"), deck_title) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Speaker View"));
}

static void
notify_cb (ForeSpeaker *self, GParamSpec *pspec)
{
  static const char *const names[] = {
    "deck", "index", "step", "picture", "frozen", NULL
  };

  if (!g_strv_contains (names, pspec->name))
    return;
  update_current (self);
  if (g_str_equal (pspec->name, "deck")) {
    update_panes (self);
    update_title (self);
  }
}

static void
preview_cb (ForeSpeaker *self, guint index)
{
  self->preview = index;
  update_current (self);
}

/* --- What the pages say --- */

/* A link inside the deck, or reveal.js's own buttons. */
static void
user_moved_cb (ForeSpeaker *self, ForeStage *stage)
{
  fore_talk_go_to (self->talk, fore_stage_get_index (stage), fore_stage_get_step (stage));
}

static void
n_steps_changed_cb (ForeSpeaker *self, GParamSpec *pspec, ForeStage *stage)
{
  if (self->preview == G_MAXUINT && fore_stage_get_settled (stage) &&
      fore_stage_get_deck (stage) == fore_talk_get_deck (self->talk))
    fore_talk_correct_n_steps (self->talk, fore_stage_get_index (stage),
                               fore_stage_get_n_steps (stage));
}

static void
link_activated_cb (ForeSpeaker *self, const char *uri)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
}

/* --- Messages --- */

void
fore_speaker_show_message (ForeSpeaker *self,
                           const char *text,
                           const char *label,
                           const char *action)
{
  g_return_if_fail (FORE_IS_SPEAKER (self));

  g_clear_handle_id (&self->message_timeout, g_source_remove);
  fore_message_line_show (self->message, text, label, action);
}

const char *
fore_speaker_get_message (ForeSpeaker *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER (self), NULL);

  return fore_message_line_get_text (self->message);
}

static gboolean
message_timeout_cb (gpointer user_data)
{
  ForeSpeaker *self = user_data;

  self->message_timeout = 0;
  fore_message_line_show (self->message, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* --- Actions --- */

static void
layout_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeSpeaker *self = FORE_SPEAKER (widget);
  ForeSpeakerLayout layout = fore_speaker_panes_get_layout (self->panes);

  fore_speaker_panes_set_layout (self->panes, (layout + 1) % (FORE_SPEAKER_STACKED + 1));
}

static void
edit_notes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeSpeaker *self = FORE_SPEAKER (widget);
  gboolean editing = fore_notes_pane_get_editing (self->notes);

  if (editing) {
    fore_notes_pane_set_editing (self->notes, FALSE);
    return;
  }
  if (fore_deck_has_fixed_notes (fore_talk_get_deck (self->talk),
                                 fore_talk_get_index (self->talk))) {
    fore_speaker_show_message (self,
                               _ ("The notes of this slide stand in “data-notes” of its "
                                  "source. Edit them there."),
                               NULL, NULL);
    self->message_timeout =
      g_timeout_add_seconds (FIXED_NOTES_SECONDS, message_timeout_cb, self);
    return;
  }
  /* First there must be something that can have the focus. */
  fore_speaker_panes_set_has_notes (self->panes, TRUE);
  fore_notes_pane_set_editing (self->notes, TRUE);
  gtk_window_present (GTK_WINDOW (self));
}

static void
notes_larger_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_notes_pane_resize (FORE_SPEAKER (widget)->notes, 1);
}

static void
notes_smaller_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_notes_pane_resize (FORE_SPEAKER (widget)->notes, -1);
}

static void
notes_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_notes_pane_scroll (FORE_SPEAKER (widget)->notes, -0.5);
}

static void
notes_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_notes_pane_scroll (FORE_SPEAKER (widget)->notes, 0.5);
}

static void
timer_setup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (widget));
  fore_talk_bar_set_up (FORE_SPEAKER (widget)->talk_bar);
}

static void
jump_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeSpeaker *self = FORE_SPEAKER (widget);

  gtk_window_present (GTK_WINDOW (self));
  fore_jump_bar_set_open (self->jump, !fore_jump_bar_get_open (self->jump));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "show.layout", NULL, layout_action);
  gtk_widget_class_install_property_action (widget_class, "show.use-layout", "layout");
  gtk_widget_class_install_action (widget_class, "show.edit-notes", NULL,
                                   edit_notes_action);
  gtk_widget_class_install_action (widget_class, "show.notes-larger", NULL,
                                   notes_larger_action);
  gtk_widget_class_install_action (widget_class, "show.notes-smaller", NULL,
                                   notes_smaller_action);
  gtk_widget_class_install_action (widget_class, "show.notes-up", NULL, notes_up_action);
  gtk_widget_class_install_action (widget_class, "show.notes-down", NULL,
                                   notes_down_action);
  gtk_widget_class_install_action (widget_class, "show.timer-setup", NULL,
                                   timer_setup_action);
  gtk_widget_class_install_action (widget_class, "show.jump", NULL, jump_action);
}

/* --- Notes that were edited --- */

static void
notes_edited_cb (ForeSpeaker *self, guint index, const char *text)
{
  g_signal_emit (self, signals[NOTES_EDITED], 0, index, text);
}

static void
layout_changed_cb (ForeSpeaker *self)
{
  g_settings_set_enum (self->settings, "speaker-layout",
                       fore_speaker_panes_get_layout (self->panes));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYOUT]);
}

/* --- Its parts --- */

static void
add_current (ForeSpeaker *self, ForeAssets *assets, ForeStage *related)
{
  ForeStage *stage;

  self->current =
    FORE_SLIDE_CARD (fore_slide_card_new (assets, related, _ ("Current slide")));
  gtk_widget_add_css_class (GTK_WIDGET (self->current), "current");
  stage = fore_slide_card_get_stage (self->current);
  g_signal_connect_object (stage, "user-moved", G_CALLBACK (user_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::n-steps", G_CALLBACK (n_steps_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify::settled", G_CALLBACK (n_steps_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "link-activated", G_CALLBACK (link_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_notes (ForeSpeaker *self, ForeAssets *assets, ForeStage *related)
{
  self->notes =
    FORE_NOTES_PANE (fore_notes_pane_new (self->talk, assets, related, self->settings));
  g_signal_connect_object (self->notes, "notes-edited", G_CALLBACK (notes_edited_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "link-activated", G_CALLBACK (link_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "notify::editing", G_CALLBACK (update_panes),
                           self, G_CONNECT_SWAPPED);
}

static void
add_panes (ForeSpeaker *self)
{
  GtkWidget *panes =
    fore_speaker_panes_new (GTK_WIDGET (self->current), GTK_WIDGET (self->next),
                            GTK_WIDGET (self->notes), self->settings);

  self->panes = FORE_SPEAKER_PANES (panes);
  fore_speaker_panes_set_layout (self->panes,
                                 g_settings_get_enum (self->settings, "speaker-layout"));
  g_signal_connect_object (panes, "notify::layout", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_set_child (self->overlay, panes);
}

static void
add_rest (ForeSpeaker *self)
{
  GtkWidget *tool_bar = fore_tool_bar_new ();

  self->talk_bar = FORE_TALK_BAR (fore_talk_bar_new (self->talk, self->settings));
  gtk_window_handle_set_child (self->handle, GTK_WIDGET (self->talk_bar));
  gtk_box_append (self->foot, fore_section_line_new (self->talk));
  self->tool_bar = FORE_TOOL_BAR (tool_bar);
  gtk_box_append (self->foot, tool_bar);
  self->jump = FORE_JUMP_BAR (fore_jump_bar_new (self->talk));
  g_signal_connect_object (self->jump, "preview", G_CALLBACK (preview_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->jump));
}

GtkWidget *
fore_speaker_new (GtkApplication *application,
                  ForeTalk *talk,
                  ForeAssets *assets,
                  ForeStage *related,
                  GSettings *settings)
{
  ForeSpeaker *self = g_object_new (FORE_TYPE_SPEAKER, "application", application, NULL);

  self->talk = g_object_ref (talk);
  self->settings = g_object_ref (settings);
  add_current (self, assets, related);
  self->next = FORE_NEXT_PANE (fore_next_pane_new (talk, assets, related));
  add_notes (self, assets, related);
  add_panes (self);
  add_rest (self);
  g_signal_connect_object (talk, "notify", G_CALLBACK (notify_cb), self,
                           G_CONNECT_SWAPPED);
  update_current (self);
  update_panes (self);
  update_title (self);

  return GTK_WIDGET (self);
}

void
fore_speaker_set_keys (ForeSpeaker *self, ForeKeyLabel label, gpointer user_data)
{
  g_return_if_fail (FORE_IS_SPEAKER (self));

  fore_talk_bar_set_keys (self->talk_bar, label, user_data);
  fore_notes_pane_set_keys (self->notes, label, user_data);
  fore_tool_bar_set_keys (self->tool_bar, label, user_data);
}

void
fore_speaker_set_cover (ForeSpeaker *self, GtkWidget *cover)
{
  g_return_if_fail (FORE_IS_SPEAKER (self));

  if (self->cover != NULL)
    gtk_overlay_remove_overlay (self->overlay, self->cover);
  self->cover = cover;
  if (cover != NULL)
    gtk_overlay_add_overlay (self->overlay, cover);
}

ForeSlideCard *
fore_speaker_get_current_card (ForeSpeaker *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER (self), NULL);

  return self->current;
}

ForeSlideCard *
fore_speaker_get_next_card (ForeSpeaker *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER (self), NULL);

  return fore_next_pane_get_card (self->next);
}

ForeSlideCard *
fore_speaker_get_audience_card (ForeSpeaker *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER (self), NULL);

  return fore_next_pane_get_audience_card (self->next);
}

/* --- The window --- */

/* Everything in the window grows with it, so that it can be read from where it stands. */
static const struct {
  int height;
  const char *style;
  double scale;
} sizes[] = { { 0, NULL, 1.0 }, { 1200, "large", 1.4 }, { 1900, "huge", 2.0 } };

static void
fit (ForeSpeaker *self, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint size = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++) {
    if (height >= sizes[i].height && width >= sizes[i].height)
      size = i;
    gtk_widget_remove_css_class (widget, sizes[i].style);
  }
  if (size > 0)
    gtk_widget_add_css_class (widget, sizes[size].style);
  fore_notes_pane_set_base_scale (self->notes, sizes[size].scale);
  fore_talk_bar_fit (self->talk_bar, width, height);
  fore_tool_bar_fit (self->tool_bar, width);
}

static void
surface_layout_cb (ForeSpeaker *self, int width, int height)
{
  fit (self, width, height);
}

static void
realize (GtkWidget *widget)
{
  ForeSpeaker *self = FORE_SPEAKER (widget);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  fit (self, width, height);
  GTK_WIDGET_CLASS (fore_speaker_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (surface_layout_cb), self, G_CONNECT_SWAPPED);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LAYOUT:
    g_value_set_enum (value,
                      fore_speaker_panes_get_layout (FORE_SPEAKER (object)->panes));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LAYOUT:
    fore_speaker_panes_set_layout (FORE_SPEAKER (object)->panes,
                                   g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeSpeaker *self = FORE_SPEAKER (object);

  g_clear_handle_id (&self->message_timeout, g_source_remove);
  /* A show may end, or its window close, while somebody writes. */
  if (self->notes != NULL)
    fore_notes_pane_set_editing (self->notes, FALSE);
  self->notes = NULL;
  /* GTK 4.8 does not free a window's tooltip, which would go on to hold the actions, and
   * they the talk. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "show", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_SPEAKER);
  g_clear_object (&self->talk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_speaker_parent_class)->dispose (object);
}

static void
fore_speaker_class_init (ForeSpeakerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GType type = FORE_TYPE_SPEAKER;

  fore_present_register_resources ();
  g_type_ensure (FORE_TYPE_MESSAGE_LINE);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->realize = realize;

  props[PROP_LAYOUT] = g_param_spec_enum (
    "layout", NULL, NULL, FORE_TYPE_SPEAKER_LAYOUT, FORE_SPEAKER_SLIDES,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[NOTES_EDITED] =
    g_signal_new ("notes-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-speaker.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeSpeaker, handle);
  gtk_widget_class_bind_template_child (widget_class, ForeSpeaker, overlay);
  gtk_widget_class_bind_template_child (widget_class, ForeSpeaker, message);
  gtk_widget_class_bind_template_child (widget_class, ForeSpeaker, foot);
}

static void
fore_speaker_init (ForeSpeaker *self)
{
  self->preview = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
}
