/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-notes-pane.h"

#include "fore-notes-edit.h"
#include "fore-notes-view.h"
#include "fore-present.h"
#include "fore-splice.h"

#include <glib/gi18n.h>
#include <math.h>

/* One size larger is so many times as large. */
#define SIZE_STEP 1.15
#define SMALLEST 0.5
#define LARGEST 4.0

struct _ForeNotesPane {
  GtkWidget parent_instance;

  ForeTalk *talk;
  GSettings *settings;
  ForeNotesView *view;
  double base_scale;

  /* While the notes are edited: of which slide, in which deck. */
  ForeDeck *edited_deck;
  guint edited_index;

  GtkWidget *box;
  GtkStack *stack;
  GtkTextView *editor;
  GtkWidget *smaller;
  GtkWidget *larger;
  GtkButton *edit;
};

enum { PROP_EDITING = 1, N_PROPS };
enum { NOTES_EDITED, LINK_ACTIVATED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeNotesPane, fore_notes_pane, GTK_TYPE_WIDGET)

/* --- The notes --- */

static const char *
get_notes (ForeDeck *deck, guint index)
{
  return fore_slide_get_notes (fore_deck_get_slide (deck, index));
}

static void
update_buttons (ForeNotesPane *self)
{
  gboolean editing = self->edited_deck != NULL;

  gtk_widget_set_visible (self->smaller, !editing);
  gtk_widget_set_visible (self->larger, !editing);
  gtk_button_set_label (self->edit, editing ? _ ("Done") : _ ("Edit"));
  if (editing)
    gtk_widget_add_css_class (GTK_WIDGET (self->edit), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->edit), "suggested-action");
}

static void
update (ForeNotesPane *self)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  guint index = fore_talk_get_index (self->talk);

  update_buttons (self);
  if (self->edited_deck != NULL) {
    gtk_stack_set_visible_child_name (self->stack, "editor");
    return;
  }
  fore_notes_view_show (self->view, deck, index);
  gtk_stack_set_visible_child_name (self->stack,
                                    get_notes (deck, index) != NULL ? "view" : "empty");
}

static void
update_scale (ForeNotesPane *self)
{
  double scale = g_settings_get_double (self->settings, "notes-scale");

  fore_notes_view_set_scale (self->view, scale * self->base_scale);
}

/* --- Editing --- */

static void
set_text (ForeNotesPane *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->editor);
  GtkTextIter end;

  /* What was there before is none of this edit's history. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static char *
dup_text (ForeNotesPane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->editor);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
begin (ForeNotesPane *self)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  guint index = fore_talk_get_index (self->talk);

  if (fore_deck_has_fixed_notes (deck, index))
    return;

  self->edited_deck = fore_deck_ref (deck);
  self->edited_index = index;
  set_text (self, get_notes (deck, index));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

static void
end (ForeNotesPane *self, gboolean take)
{
  g_autoptr (ForeDeck) deck = g_steal_pointer (&self->edited_deck);
  g_autofree char *text = dup_text (self);
  const char *notes = get_notes (deck, self->edited_index);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  set_text (self, NULL);
  update (self);
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  if (take && g_strcmp0 (text, notes != NULL ? notes : "") != 0)
    g_signal_emit (self, signals[NOTES_EDITED], 0, self->edited_index, text);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

void
fore_notes_pane_set_editing (ForeNotesPane *self, gboolean editing)
{
  g_return_if_fail (FORE_IS_NOTES_PANE (self));

  if (editing == (self->edited_deck != NULL))
    return;
  if (editing)
    begin (self);
  else
    end (self, TRUE);
}

gboolean
fore_notes_pane_get_editing (ForeNotesPane *self)
{
  g_return_val_if_fail (FORE_IS_NOTES_PANE (self), FALSE);

  return self->edited_deck != NULL;
}

void
fore_notes_pane_drop_edit (ForeNotesPane *self)
{
  g_return_if_fail (FORE_IS_NOTES_PANE (self));

  if (self->edited_deck != NULL)
    end (self, FALSE);
}

static gboolean
key_pressed_cb (ForeNotesPane *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key != GDK_KEY_Escape && !(is_return && (modifiers & GDK_CONTROL_MASK) != 0))
    return FALSE;
  fore_notes_pane_set_editing (self, FALSE);
  return TRUE;
}

/* --- What the talk does --- */

static void
deck_changed_cb (ForeNotesPane *self)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);

  if (self->edited_deck != NULL && self->edited_deck != deck) {
    ForeSplice splice = fore_splice_between (self->edited_deck, deck);

    self->edited_index =
      fore_splice_move_index (&splice, self->edited_index, fore_deck_get_n_slides (deck));
    fore_deck_unref (self->edited_deck);
    self->edited_deck = fore_deck_ref (deck);
  }
  update (self);
}

static void
index_changed_cb (ForeNotesPane *self)
{
  /* An edit above moves the slide; that is not going to another one. */
  if (self->edited_deck == fore_talk_get_deck (self->talk) &&
      self->edited_index != fore_talk_get_index (self->talk))
    fore_notes_pane_set_editing (self, FALSE);
  update (self);
}

static void
link_activated_cb (ForeNotesPane *self, const char *uri)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
}

/* --- What others want --- */

void
fore_notes_pane_set_keys (ForeNotesPane *self, ForeKeyLabel label, gpointer user_data)
{
  g_return_if_fail (FORE_IS_NOTES_PANE (self));
  g_return_if_fail (label != NULL);

  fore_key_label_set_tooltip (self->smaller, _ ("Smaller Notes"), "notes-smaller", label,
                              user_data);
  fore_key_label_set_tooltip (self->larger, _ ("Larger Notes"), "notes-larger", label,
                              user_data);
  fore_key_label_set_tooltip (GTK_WIDGET (self->edit), _ ("Edit Notes"), "edit-notes",
                              label, user_data);
}

void
fore_notes_pane_resize (ForeNotesPane *self, int by)
{
  double scale;

  g_return_if_fail (FORE_IS_NOTES_PANE (self));

  scale = g_settings_get_double (self->settings, "notes-scale") * pow (SIZE_STEP, by);
  g_settings_set_double (self->settings, "notes-scale", CLAMP (scale, SMALLEST, LARGEST));
}

void
fore_notes_pane_set_base_scale (ForeNotesPane *self, double scale)
{
  g_return_if_fail (FORE_IS_NOTES_PANE (self));

  self->base_scale = scale;
  update_scale (self);
}

void
fore_notes_pane_scroll (ForeNotesPane *self, double pages)
{
  g_return_if_fail (FORE_IS_NOTES_PANE (self));

  fore_notes_view_scroll (self->view, pages);
}

GtkWidget *
fore_notes_pane_new (ForeTalk *talk,
                     ForeAssets *assets,
                     ForeStage *related,
                     GSettings *settings)
{
  ForeNotesPane *self = g_object_new (FORE_TYPE_NOTES_PANE, NULL);

  self->talk = g_object_ref (talk);
  self->settings = g_object_ref (settings);
  self->view = FORE_NOTES_VIEW (fore_notes_view_new (assets, related));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "view");
  g_signal_connect_object (self->view, "link-activated", G_CALLBACK (link_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "notify::deck", G_CALLBACK (deck_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "notify::index", G_CALLBACK (index_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::notes-scale", G_CALLBACK (update_scale),
                           self, G_CONNECT_SWAPPED);
  update_scale (self);
  update (self);

  return GTK_WIDGET (self);
}

/* --- The widget --- */

static void
add_keys (ForeNotesPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), keys);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_EDITING:
    g_value_set_boolean (value, FORE_NOTES_PANE (object)->edited_deck != NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_EDITING:
    fore_notes_pane_set_editing (FORE_NOTES_PANE (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeNotesPane *self = FORE_NOTES_PANE (object);

  g_clear_pointer (&self->edited_deck, fore_deck_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_NOTES_PANE);
  g_clear_object (&self->talk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_notes_pane_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[NOTES_EDITED] =
    g_signal_new ("notes-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fore_notes_pane_class_init (ForeNotesPaneClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  props[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (FORE_TYPE_NOTES_PANE);

  gtk_widget_class_set_css_name (widget_class, "notes-pane");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, box);
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, editor);
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, smaller);
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, larger);
  gtk_widget_class_bind_template_child (widget_class, ForeNotesPane, edit);
}

static void
fore_notes_pane_init (ForeNotesPane *self)
{
  self->base_scale = 1.0;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}
