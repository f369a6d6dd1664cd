/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-input.h"

#define MAX_TYPED 9
#define TYPED_SECONDS 5
/* Keyboards repeat sooner than this; a key whose release went to another program must not
 * stay dead. */
#define REPEAT_USEC (2 * G_USEC_PER_SEC)

#define LET_THROUGH "fore-key-input-let-through"

struct _ForeKeyInput {
  GObject parent_instance;

  ForeKeyTable *table;
  GHashTable *held; /* key code: when it was last heard of */
  GString *typed;
  guint typed_timeout;
};

enum { PROP_TYPED = 1, N_PROPS };
enum { COMMAND, GO_TO, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeKeyInput, fore_key_input, G_TYPE_OBJECT)

/* --- Digits --- */

static void
set_typed (ForeKeyInput *self, gsize length)
{
  g_string_truncate (self->typed, length);
  if (length == 0)
    g_clear_handle_id (&self->typed_timeout, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TYPED]);
}

/* Nobody remembers what they typed a while ago. */
static gboolean
typed_timeout_cb (gpointer user_data)
{
  ForeKeyInput *self = user_data;

  self->typed_timeout = 0;
  set_typed (self, 0);
  return G_SOURCE_REMOVE;
}

static void
type_character (ForeKeyInput *self, char character)
{
  if (self->typed->len < MAX_TYPED)
    g_string_append_c (self->typed, character);
  g_clear_handle_id (&self->typed_timeout, g_source_remove);
  self->typed_timeout = g_timeout_add_seconds (TYPED_SECONDS, typed_timeout_cb, self);
  set_typed (self, self->typed->len);
}

static void
go_to_typed (ForeKeyInput *self)
{
  g_autofree char *text = g_strdup (self->typed->str);

  set_typed (self, 0);
  g_signal_emit (self, signals[GO_TO], 0, text);
}

/* Returns: whether the key belongs to a number that is being typed */
static gboolean
take_typed (ForeKeyInput *self, ForeKey key)
{
  int digit = fore_key_get_digit (key);

  if (digit >= 0 && fore_key_table_find (self->table, key) == NULL) {
    type_character (self, (char) ('0' + digit));
    return TRUE;
  }
  if (self->typed->len == 0 || key.modifiers != 0)
    return FALSE;

  switch (key.keyval) {
  case GDK_KEY_slash:
    type_character (self, '/');
    return TRUE;
  case GDK_KEY_Return:
    go_to_typed (self);
    return TRUE;
  case GDK_KEY_BackSpace:
    set_typed (self, self->typed->len - 1);
    return TRUE;
  case GDK_KEY_Escape:
    set_typed (self, 0);
    return TRUE;
  default:
    set_typed (self, 0);
    return FALSE;
  }
}

/* --- Keys --- */

static gboolean
is_repeat (ForeKeyInput *self, guint code)
{
  gint64 now = g_get_monotonic_time ();
  gint64 *last = g_hash_table_lookup (self->held, GUINT_TO_POINTER (code));
  gboolean repeat = last != NULL && now - *last < REPEAT_USEC;

  g_hash_table_insert (self->held, GUINT_TO_POINTER (code), g_memdup2 (&now, sizeof now));
  return repeat;
}

/* On a keyboard that writes Greek or Russian, the keys are those that are engraved. */
static const ForeShowCommand *
find_engraved (ForeKeyInput *self, GdkDisplay *display, guint code, ForeKey key)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n_keys = 0;

  if (gdk_keyval_to_unicode (key.keyval) < 0x80 ||
      !gdk_display_map_keycode (display, code, &keys, &keyvals, &n_keys))
    return NULL;
  for (int i = 0; i < n_keys; i++) {
    if (keys[i].level == 0 && keyvals[i] >= GDK_KEY_a && keyvals[i] <= GDK_KEY_z)
      return fore_key_table_find (self->table, (ForeKey){ keyvals[i], key.modifiers });
  }
  return NULL;
}

static gboolean
has_own_keys (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL)
    return FALSE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;
  for (; focus != NULL; focus = gtk_widget_get_parent (focus)) {
    if (g_object_get_data (G_OBJECT (focus), LET_THROUGH) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_of_presenter (ForeKey key)
{
  return key.modifiers == 0 &&
         (key.keyval == GDK_KEY_Page_Up || key.keyval == GDK_KEY_Page_Down ||
          key.keyval == GDK_KEY_F5);
}

static gboolean
take_key (ForeKeyInput *self, GtkWidget *window, guint code, ForeKey key)
{
  const ForeShowCommand *command = fore_key_table_find (self->table, key);
  gboolean repeat = is_repeat (self, code);

  if (has_own_keys (window) && !is_of_presenter (key))
    return FALSE;
  if (repeat && (command == NULL || !command->repeats))
    return command != NULL;
  if (take_typed (self, key))
    return TRUE;
  if (command == NULL)
    command = find_engraved (self, gtk_widget_get_display (window), code, key);
  if (command == NULL)
    return FALSE;

  g_signal_emit (self, signals[COMMAND], 0, command->name);
  return TRUE;
}

/* Taken before the page gets it, which would step by itself. */
static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint keyval,
            guint code,
            GdkModifierType state,
            ForeKeyInput *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  GtkWidget *window = gtk_event_controller_get_widget (base);
  gboolean whole = g_object_get_data (G_OBJECT (controller), "whole") != NULL;
  g_autoptr (ForeKeyInput) kept = g_object_ref (self); /* the show may end here */

  if (fore_key_is_modifier (keyval))
    return FALSE;
  return take_key (
           self, window, code,
           fore_key_make (keyval, state, gdk_key_event_get_consumed_modifiers (event))) ||
         whole;
}

static void
released_cb (ForeKeyInput *self, guint keyval, guint code)
{
  g_hash_table_remove (self->held, GUINT_TO_POINTER (code));
}

void
fore_key_input_watch (ForeKeyInput *self, GtkWidget *window, gboolean whole)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (FORE_IS_KEY_INPUT (self));
  g_return_if_fail (GTK_IS_ROOT (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_object_set_data (G_OBJECT (controller), "whole", whole ? controller : NULL);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (controller, "key-released", G_CALLBACK (released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
}

void
fore_key_input_let_through (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), LET_THROUGH, widget);
}

const char *
fore_key_input_get_typed (ForeKeyInput *self)
{
  g_return_val_if_fail (FORE_IS_KEY_INPUT (self), NULL);

  return self->typed->len > 0 ? self->typed->str : NULL;
}

/* --- The object --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_TYPED:
    g_value_set_string (value, fore_key_input_get_typed (FORE_KEY_INPUT (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeKeyInput *self = FORE_KEY_INPUT (object);

  g_clear_handle_id (&self->typed_timeout, g_source_remove);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (fore_key_input_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeKeyInput *self = FORE_KEY_INPUT (object);

  g_string_free (self->typed, TRUE);
  g_hash_table_unref (self->held);

  G_OBJECT_CLASS (fore_key_input_parent_class)->finalize (object);
}

static void
fore_key_input_class_init (ForeKeyInputClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GType type = FORE_TYPE_KEY_INPUT;

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  props[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[COMMAND] = g_signal_new ("command", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GO_TO] = g_signal_new ("go-to", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fore_key_input_init (ForeKeyInput *self)
{
  self->typed = g_string_new (NULL);
  self->held = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
}

ForeKeyInput *
fore_key_input_new (ForeKeyTable *table)
{
  ForeKeyInput *self = g_object_new (FORE_TYPE_KEY_INPUT, NULL);

  self->table = g_object_ref (table);
  return self;
}
