/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-jump-bar.h"

#include "fore-present.h"
#include "fore-talk-words.h"

#include <string.h>

/* More than these nobody looks through. */
#define MOST_ROWS 50

struct _ForeJumpBar {
  GtkWidget parent_instance;

  ForeTalk *talk;

  GtkWidget *box;
  GtkEditable *entry;
  GtkWidget *nothing;
  GtkWidget *scroller;
  GtkListBox *list;
};

enum { PROP_OPEN = 1, N_PROPS };
enum { PREVIEW, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeJumpBar, fore_jump_bar, GTK_TYPE_WIDGET)

/* --- The list --- */

static GQuark
index_quark (void)
{
  return g_quark_from_static_string ("fore-jump-bar-index");
}

static guint
get_index (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), index_quark ()));
}

static GtkWidget *
create_row (ForeDeck *deck, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *title_label = gtk_label_new (fore_deck_get_slide_title (deck, index));

  gtk_label_set_width_chars (GTK_LABEL (number_label), 4);
  gtk_label_set_xalign (GTK_LABEL (number_label), 1);
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (number_label, "quiet");
  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title_label, TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_qdata (G_OBJECT (row), index_quark (), GUINT_TO_POINTER (index));
  return row;
}

static void
clear_list (ForeJumpBar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* What fore_talk_find() means comes first; then all slides whose title has the words. */
static void
fill_list (ForeJumpBar *self, const char *text)
{
  ForeDeck *deck = fore_talk_get_deck (self->talk);
  guint n_rows = 0, meant;
  gboolean has_meant = fore_talk_find (self->talk, text, &meant);

  if (has_meant) {
    gtk_list_box_append (self->list, create_row (deck, meant));
    n_rows++;
  }
  for (guint i = 0; i < fore_deck_get_n_slides (deck) && n_rows < MOST_ROWS; i++) {
    if ((has_meant && i == meant) ||
        !g_str_match_string (text, fore_deck_get_slide_title (deck, i), TRUE))
      continue;
    gtk_list_box_append (self->list, create_row (deck, i));
    n_rows++;
  }
}

static void
update (ForeJumpBar *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkListBoxRow *first;

  clear_list (self);
  if (*text != '\0')
    fill_list (self, text);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_set_visible (self->scroller, first != NULL);
  gtk_widget_set_visible (self->nothing, first == NULL && *text != '\0');
  if (first != NULL)
    gtk_list_box_select_row (self->list, first);
  else
    g_signal_emit (self, signals[PREVIEW], 0, G_MAXUINT);
}

/* --- What the user does --- */

static void
changed_cb (ForeJumpBar *self)
{
  if (fore_jump_bar_get_open (self))
    update (self);
}

static void
row_selected_cb (ForeJumpBar *self, GtkListBoxRow *row)
{
  if (row != NULL && fore_jump_bar_get_open (self))
    g_signal_emit (self, signals[PREVIEW], 0, get_index (row));
}

static void
row_activated_cb (ForeJumpBar *self, GtkListBoxRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", get_index (row) + 1);

  fore_jump_bar_set_open (self, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "show.go-to", "s", number);
}

static void
activate_cb (ForeJumpBar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
select_beside (ForeJumpBar *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *other =
    row != NULL
      ? gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + by)
      : NULL;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (other == NULL)
    return;
  gtk_list_box_select_row (self->list, other);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_compute_bounds (GTK_WIDGET (other), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
next_match_cb (ForeJumpBar *self)
{
  select_beside (self, 1);
}

static void
previous_match_cb (ForeJumpBar *self)
{
  select_beside (self, -1);
}

static void
stop_cb (ForeJumpBar *self)
{
  fore_jump_bar_set_open (self, FALSE);
}

static gboolean
key_pressed_cb (ForeJumpBar *self, guint key, guint code, GdkModifierType modifiers)
{
  switch (key) {
  case GDK_KEY_Down:
    select_beside (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    select_beside (self, -1);
    return TRUE;
  default:
    return FALSE;
  }
}

/* --- What others want --- */

void
fore_jump_bar_set_open (ForeJumpBar *self, gboolean open)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (FORE_IS_JUMP_BAR (self));

  if (fore_jump_bar_get_open (self) == open)
    return;
  gtk_editable_set_text (self->entry, "");
  clear_list (self);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), open);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (root != NULL)
    gtk_root_set_focus (root, NULL);
  g_signal_emit (self, signals[PREVIEW], 0, G_MAXUINT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

gboolean
fore_jump_bar_get_open (ForeJumpBar *self)
{
  g_return_val_if_fail (FORE_IS_JUMP_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

GtkWidget *
fore_jump_bar_new (ForeTalk *talk)
{
  ForeJumpBar *self = g_object_new (FORE_TYPE_JUMP_BAR, NULL);

  self->talk = g_object_ref (talk);
  g_signal_connect_object (talk, "notify::deck", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* --- The widget --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_OPEN:
    g_value_set_boolean (value, fore_jump_bar_get_open (FORE_JUMP_BAR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_OPEN:
    fore_jump_bar_set_open (FORE_JUMP_BAR (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeJumpBar *self = FORE_JUMP_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_JUMP_BAR);
  g_clear_object (&self->talk);

  G_OBJECT_CLASS (fore_jump_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-jump-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeJumpBar, box);
  gtk_widget_class_bind_template_child (widget_class, ForeJumpBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ForeJumpBar, nothing);
  gtk_widget_class_bind_template_child (widget_class, ForeJumpBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, ForeJumpBar, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
fore_jump_bar_class_init (ForeJumpBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                             G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[PREVIEW] = g_signal_new ("preview", FORE_TYPE_JUMP_BAR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "jump-bar");
  bind_template (widget_class);
}

static void
fore_jump_bar_init (ForeJumpBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
