/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-audience.h"

#include <glib/gi18n.h>

#define POINTER_SECONDS 2

struct _ForeAudience {
  GtkWindow parent_instance;

  ForeAssets *assets;
  ForeStage *related;
  ForeStage *stage;
  GtkWidget *curtain;
  GtkWidget *shield; /* lies over the page while the pointer is hidden */
  gboolean black;

  guint index, step; /* known to whoever sees the window go, when the stage is gone */

  guint pointer_timeout;
  double pointer_x, pointer_y;
  double wheel; /* what has been turned of the next step */
  guint inhibit_cookie;
};

enum {
  PROP_ASSETS = 1,
  PROP_RELATED,
  PROP_DECK,
  PROP_INDEX,
  PROP_STEP,
  PROP_BLACK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeAudience, fore_audience, GTK_TYPE_WINDOW)

static void
set_black (ForeAudience *self, gboolean black)
{
  if (self->black == black)
    return;
  self->black = black;
  gtk_widget_set_visible (self->curtain, black);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BLACK]);
}

/* Whatever would move the show first brings the picture back, and does no more: nobody
 * sees where they would be going. */
static gboolean
raise_curtain (ForeAudience *self)
{
  if (!self->black)
    return FALSE;
  set_black (self, FALSE);
  return TRUE;
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    fore_stage_next (self->stage);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    fore_stage_previous (self->stage);
}

static void
next_slide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  guint index = fore_stage_get_index (self->stage);

  if (!raise_curtain (self) && deck != NULL && index + 1 < fore_deck_get_n_slides (deck))
    fore_stage_show (self->stage, index + 1, 0);
}

static void
previous_slide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);
  guint index = fore_stage_get_index (self->stage);

  if (!raise_curtain (self) && index > 0)
    fore_stage_show (self->stage, index - 1, G_MAXUINT);
}

static gboolean
move_in_stack (ForeAudience *self, int by, guint step)
{
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  guint column, row, index;

  if (deck == NULL)
    return FALSE;
  fore_deck_get_position (deck, fore_stage_get_index (self->stage), &column, &row);
  if (by < 0 && row == 0)
    return FALSE;
  if (!fore_deck_find_position (deck, column, row + (guint) by, &index))
    return FALSE;
  fore_stage_show (self->stage, index, step);
  return TRUE;
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    move_in_stack (self, -1, G_MAXUINT);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    move_in_stack (self, 1, 0);
}

static void
first_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    fore_stage_show (self->stage, 0, 0);
}

static void
last_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  if (!raise_curtain (self))
    fore_stage_show (self->stage, G_MAXUINT, G_MAXUINT);
}

static void
black_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeAudience *self = FORE_AUDIENCE (widget);

  set_black (self, !self->black);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!raise_curtain (FORE_AUDIENCE (widget)))
    gtk_window_close (GTK_WINDOW (widget));
}

/* --- Input --- */

static const struct {
  guint key;
  GdkModifierType modifiers;
  const char *action;
} bindings[] = {
  { GDK_KEY_Right, 0, "show.next" },
  { GDK_KEY_space, 0, "show.next" },
  { GDK_KEY_Return, 0, "show.next" },
  { GDK_KEY_KP_Enter, 0, "show.next" },
  { GDK_KEY_Page_Down, 0, "show.next" },
  { GDK_KEY_KP_Page_Down, 0, "show.next" },
  { GDK_KEY_n, 0, "show.next" },
  { GDK_KEY_Forward, 0, "show.next" },
  { GDK_KEY_Left, 0, "show.previous" },
  { GDK_KEY_space, GDK_SHIFT_MASK, "show.previous" },
  { GDK_KEY_BackSpace, 0, "show.previous" },
  { GDK_KEY_Page_Up, 0, "show.previous" },
  { GDK_KEY_KP_Page_Up, 0, "show.previous" },
  { GDK_KEY_p, 0, "show.previous" },
  { GDK_KEY_Back, 0, "show.previous" },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "show.next-slide" },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "show.previous-slide" },
  { GDK_KEY_Up, 0, "show.up" },
  { GDK_KEY_Down, 0, "show.down" },
  { GDK_KEY_Home, 0, "show.first" },
  { GDK_KEY_End, 0, "show.last" },
  { GDK_KEY_b, 0, "show.black" },
  { GDK_KEY_period, 0, "show.black" },
  { GDK_KEY_Escape, 0, "show.leave" },
  { GDK_KEY_F5, 0, "show.leave" },
};

/* Keys are taken before the page gets them: it would step by itself. */
static void
add_shortcuts (ForeAudience *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++) {
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (bindings[i].key, bindings[i].modifiers),
                        gtk_named_action_new (bindings[i].action)));
  }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
hide_pointer_cb (gpointer user_data)
{
  ForeAudience *self = user_data;

  self->pointer_timeout = 0;
  /* The page chooses the pointer over itself: only what lies over it can hide it. */
  gtk_widget_set_visible (self->shield, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_pointer (ForeAudience *self)
{
  gtk_widget_set_visible (self->shield, FALSE);
  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  self->pointer_timeout = g_timeout_add_seconds (POINTER_SECONDS, hide_pointer_cb, self);
}

static void
motion_cb (ForeAudience *self, double x, double y)
{
  /* A widget that changes below a pointer at rest is reported as motion too. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  show_pointer (self);
}

static gboolean
scroll_cb (ForeAudience *self, double dx, double dy)
{
  self->wheel += dy;
  if (self->wheel >= 1.0)
    gtk_widget_activate_action (GTK_WIDGET (self), "show.next", NULL);
  else if (self->wheel <= -1.0)
    gtk_widget_activate_action (GTK_WIDGET (self), "show.previous", NULL);
  else
    return GDK_EVENT_STOP;
  self->wheel = 0;
  return GDK_EVENT_STOP;
}

static void
shield_pressed_cb (ForeAudience *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "show.next", NULL);
}

static void
add_shield (ForeAudience *self, GtkOverlay *overlay)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->shield = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_cursor_from_name (self->shield, "none");
  gtk_widget_set_visible (self->shield, FALSE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (shield_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->shield, GTK_EVENT_CONTROLLER (click));
  gtk_overlay_add_overlay (overlay, self->shield);
}

static void
add_pointer_controllers (ForeAudience *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* --- The window --- */

static void
update_title (ForeAudience *self)
{
  ForeDeck *deck = fore_stage_get_deck (self->stage);
  const char *title = deck ? fore_deck_get_title (deck) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title ? title : _ ("Slides"));
}

static void
index_changed_cb (ForeAudience *self)
{
  self->index = fore_stage_get_index (self->stage);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDEX]);
}

static void
step_changed_cb (ForeAudience *self)
{
  self->step = fore_stage_get_step (self->stage);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

static void
map (GtkWidget *widget)
{
  ForeAudience *self = FORE_AUDIENCE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (fore_audience_parent_class)->map (widget);

  if (application != NULL && self->inhibit_cookie == 0)
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self),
                                                    GTK_APPLICATION_INHIBIT_IDLE |
                                                      GTK_APPLICATION_INHIBIT_SUSPEND,
                                                    _ ("A deck is being presented"));
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  show_pointer (self);
}

static void
unmap (GtkWidget *widget)
{
  ForeAudience *self = FORE_AUDIENCE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  g_clear_handle_id (&self->pointer_timeout, g_source_remove);

  GTK_WIDGET_CLASS (fore_audience_parent_class)->unmap (widget);
}

static void
constructed (GObject *object)
{
  ForeAudience *self = FORE_AUDIENCE (object);
  GtkWidget *overlay = gtk_overlay_new ();

  G_OBJECT_CLASS (fore_audience_parent_class)->constructed (object);

  self->stage =
    FORE_STAGE (fore_stage_new (self->assets, FORE_STAGE_SHOW, self->related));
  g_signal_connect_object (self->stage, "notify::index", G_CALLBACK (index_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::step", G_CALLBACK (step_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stage));

  self->curtain = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->curtain, "fore-curtain");
  gtk_widget_set_visible (self->curtain, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->curtain);
  add_shield (self, GTK_OVERLAY (overlay));
  gtk_window_set_child (GTK_WINDOW (self), overlay);

  add_shortcuts (self);
  add_pointer_controllers (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeAudience *self = FORE_AUDIENCE (object);

  switch (id) {
  case PROP_ASSETS:
    g_value_set_object (value, self->assets);
    break;
  case PROP_RELATED:
    g_value_set_object (value, self->related);
    break;
  case PROP_DECK:
    g_value_set_boxed (value, fore_stage_get_deck (self->stage));
    break;
  case PROP_INDEX:
    g_value_set_uint (value, fore_audience_get_index (self));
    break;
  case PROP_STEP:
    g_value_set_uint (value, fore_audience_get_step (self));
    break;
  case PROP_BLACK:
    g_value_set_boolean (value, self->black);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeAudience *self = FORE_AUDIENCE (object);

  switch (id) {
  case PROP_ASSETS:
    self->assets = g_value_dup_object (value);
    break;
  case PROP_RELATED:
    self->related = g_value_dup_object (value);
    break;
  case PROP_DECK:
    fore_audience_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_BLACK:
    set_black (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeAudience *self = FORE_AUDIENCE (object);

  g_clear_handle_id (&self->pointer_timeout, g_source_remove);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);

  G_OBJECT_CLASS (fore_audience_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags construct_only =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags write =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_ASSETS] =
    g_param_spec_object ("assets", NULL, NULL, FORE_TYPE_ASSETS, construct_only);
  props[PROP_RELATED] =
    g_param_spec_object ("related", NULL, NULL, FORE_TYPE_STAGE, construct_only);
  props[PROP_DECK] = g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, write);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_BLACK] = g_param_spec_boolean ("black", NULL, NULL, FALSE, write);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fore_audience_class_init (ForeAudienceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = constructed;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;

  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "show.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "show.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "show.next-slide", NULL,
                                   next_slide_action);
  gtk_widget_class_install_action (widget_class, "show.previous-slide", NULL,
                                   previous_slide_action);
  gtk_widget_class_install_action (widget_class, "show.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "show.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "show.first", NULL, first_action);
  gtk_widget_class_install_action (widget_class, "show.last", NULL, last_action);
  gtk_widget_class_install_action (widget_class, "show.black", NULL, black_action);
  gtk_widget_class_install_action (widget_class, "show.leave", NULL, leave_action);
}

static void
fore_audience_init (ForeAudience *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "fore-audience");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

GtkWidget *
fore_audience_new (GtkApplication *application, ForeAssets *assets, ForeStage *related)
{
  return g_object_new (FORE_TYPE_AUDIENCE, "application", application, "assets", assets,
                       "related", related, NULL);
}

void
fore_audience_set_deck (ForeAudience *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_AUDIENCE (self));

  if (fore_stage_get_deck (self->stage) == deck)
    return;
  fore_stage_set_deck (self->stage, deck);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DECK]);
}

void
fore_audience_show_slide (ForeAudience *self, guint index, guint step)
{
  g_return_if_fail (FORE_IS_AUDIENCE (self));

  fore_stage_show (self->stage, index, step);
}

guint
fore_audience_get_index (ForeAudience *self)
{
  g_return_val_if_fail (FORE_IS_AUDIENCE (self), 0);

  return self->index;
}

guint
fore_audience_get_step (ForeAudience *self)
{
  g_return_val_if_fail (FORE_IS_AUDIENCE (self), 0);

  return self->step;
}

ForeStage *
fore_audience_get_stage (ForeAudience *self)
{
  g_return_val_if_fail (FORE_IS_AUDIENCE (self), NULL);

  return self->stage;
}
