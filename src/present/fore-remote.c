/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What changes is told at most once in a turn of the main loop, with all that changed in
 * it. Times change all the time and are not told at all: whoever shows them asks once,
 * and counts on by the state of the timer. */

#include "fore-remote.h"

#include <glib/gi18n.h>

struct _ForeRemote {
  GObject parent_instance;

  ForeShow *show; /* its owner */
  GDBusConnection *connection;
  char *path;
  guint object;
  guint actions;
  GHashTable *changed; /* names of properties, in a table of this file */
  guint idle;
};

G_DEFINE_FINAL_TYPE (ForeRemote, fore_remote, G_TYPE_OBJECT)

static const char introspection[] =
  "<node>"
  "<interface name='" FORE_REMOTE_INTERFACE "'>"
  "<method name='Next'/>"
  "<method name='Previous'/>"
  "<method name='GoTo'><arg name='place' type='s' direction='in'/></method>"
  "<method name='Do'><arg name='command' type='s' direction='in'/></method>"
  "<property name='Title' type='s' access='read'/>"
  "<property name='Index' type='u' access='read'/>"
  "<property name='Slides' type='u' access='read'/>"
  "<property name='SlideTitle' type='s' access='read'/>"
  "<property name='Step' type='u' access='read'/>"
  "<property name='Steps' type='u' access='read'/>"
  "<property name='Picture' type='s' access='readwrite'/>"
  "<property name='Frozen' type='b' access='readwrite'/>"
  "<property name='Timer' type='s' access='read'/>"
  "<property name='Elapsed' type='x' access='readwrite'>"
  "<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
  "</property>"
  "<property name='Remaining' type='x' access='read'>"
  "<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
  "</property>"
  "</interface>"
  "</node>";

/* --- Properties --- */

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (class, value);

  return found != NULL ? found->value_nick : "";
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static GVariant *
get_title (ForeTalk *talk)
{
  return g_variant_new_string (
    or_empty (fore_deck_get_title (fore_talk_get_deck (talk))));
}

static GVariant *
get_index (ForeTalk *talk)
{
  return g_variant_new_uint32 (fore_talk_get_index (talk));
}

static GVariant *
get_slides (ForeTalk *talk)
{
  return g_variant_new_uint32 (fore_deck_get_n_slides (fore_talk_get_deck (talk)));
}

static GVariant *
get_slide_title (ForeTalk *talk)
{
  return g_variant_new_string (or_empty (
    fore_deck_get_slide_title (fore_talk_get_deck (talk), fore_talk_get_index (talk))));
}

static GVariant *
get_step (ForeTalk *talk)
{
  return g_variant_new_uint32 (fore_talk_get_step (talk));
}

static GVariant *
get_steps (ForeTalk *talk)
{
  return g_variant_new_uint32 (fore_talk_get_n_steps (talk));
}

static GVariant *
get_picture (ForeTalk *talk)
{
  return g_variant_new_string (
    get_nick (FORE_TYPE_PICTURE, (int) fore_talk_get_picture (talk)));
}

static GVariant *
get_frozen (ForeTalk *talk)
{
  return g_variant_new_boolean (fore_talk_get_frozen (talk));
}

static GVariant *
get_timer (ForeTalk *talk)
{
  ForeTimer *timer = fore_talk_get_timer (talk);

  return g_variant_new_string (
    get_nick (FORE_TYPE_TIMER_STATE, (int) fore_timer_get_state (timer)));
}

static GVariant *
get_elapsed (ForeTalk *talk)
{
  return g_variant_new_int64 (fore_timer_get_elapsed (fore_talk_get_timer (talk)));
}

static GVariant *
get_remaining (ForeTalk *talk)
{
  return g_variant_new_int64 (fore_timer_get_remaining (fore_talk_get_timer (talk)));
}

static gboolean
set_picture (ForeTalk *talk, GVariant *value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (FORE_TYPE_PICTURE);
  GEnumValue *found =
    g_enum_get_value_by_nick (class, g_variant_get_string (value, NULL));

  if (found == NULL)
    return FALSE;
  fore_talk_set_picture (talk, (ForePicture) found->value);
  return TRUE;
}

static gboolean
set_frozen (ForeTalk *talk, GVariant *value)
{
  fore_talk_set_frozen (talk, g_variant_get_boolean (value));
  return TRUE;
}

static gboolean
set_elapsed (ForeTalk *talk, GVariant *value)
{
  gint64 seconds = g_variant_get_int64 (value);

  if (seconds < 0)
    return FALSE;
  fore_timer_set_elapsed (fore_talk_get_timer (talk), seconds);
  return TRUE;
}

/* @changes: the properties of the talk, or with “timer::” of its timer, that it follows
 */
static const struct {
  const char *name;
  GVariant *(*get) (ForeTalk *talk);
  gboolean (*set) (ForeTalk *talk, GVariant *value);
  const char *changes[3];
} properties[] = {
  { "Title", get_title, NULL, { "deck" } },
  { "Index", get_index, NULL, { "index" } },
  { "Slides", get_slides, NULL, { "deck" } },
  { "SlideTitle", get_slide_title, NULL, { "index", "deck" } },
  { "Step", get_step, NULL, { "step" } },
  { "Steps", get_steps, NULL, { "n-steps" } },
  { "Picture", get_picture, set_picture, { "picture" } },
  { "Frozen", get_frozen, set_frozen, { "frozen" } },
  { "Timer", get_timer, NULL, { "timer::state" } },
  { "Elapsed", get_elapsed, set_elapsed, { NULL } },
  { "Remaining", get_remaining, NULL, { NULL } },
};

static ForeTalk *
get_talk (ForeRemote *self)
{
  return fore_show_get_talk (self->show);
}

static gboolean
tell_cb (gpointer user_data)
{
  ForeRemote *self = user_data;
  GVariantBuilder values;

  self->idle = 0;
  g_variant_builder_init (&values, G_VARIANT_TYPE_VARDICT);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (g_hash_table_contains (self->changed, properties[i].name))
      g_variant_builder_add (&values, "{sv}", properties[i].name,
                             properties[i].get (get_talk (self)));
  }
  g_hash_table_remove_all (self->changed);
  g_dbus_connection_emit_signal (
    self->connection, NULL, self->path, "org.freedesktop.DBus.Properties",
    "PropertiesChanged",
    g_variant_new ("(sa{sv}as)", FORE_REMOTE_INTERFACE, &values, NULL), NULL);
  return G_SOURCE_REMOVE;
}

static void
note_change (ForeRemote *self, const char *prefix, GParamSpec *pspec)
{
  g_autofree char *change = g_strconcat (prefix, pspec->name, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++) {
    for (const char *const *each = properties[i].changes; *each != NULL; each++) {
      if (g_str_equal (*each, change))
        g_hash_table_add (self->changed, (gpointer) properties[i].name);
    }
  }
  if (g_hash_table_size (self->changed) > 0 && self->idle == 0)
    self->idle = g_idle_add (tell_cb, self);
}

static void
talk_changed_cb (ForeRemote *self, GParamSpec *pspec)
{
  note_change (self, "", pspec);
}

static void
timer_changed_cb (ForeRemote *self, GParamSpec *pspec)
{
  note_change (self, "timer::", pspec);
}

/* --- What is asked for --- */

static void
go_to (ForeRemote *self, const char *place, GDBusMethodInvocation *invocation)
{
  guint index;

  if (!fore_talk_find (get_talk (self), place, &index)) {
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR,
                                           G_DBUS_ERROR_INVALID_ARGS,
                                           _ ("There is no slide “%s”."), place);
    return;
  }
  fore_talk_go_to (get_talk (self), index, 0);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* The show may end here, and this object with it. */
static void
do_command (ForeRemote *self, const char *name, GDBusMethodInvocation *invocation)
{
  if (fore_show_activate (self->show, name))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR,
                                           G_DBUS_ERROR_INVALID_ARGS,
                                           _ ("There is no command “%s”."), name);
}

static void
method_call_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  ForeRemote *self = user_data;
  const char *text;

  if (g_str_equal (method, "Next")) {
    do_command (self, "next", invocation);
  } else if (g_str_equal (method, "Previous")) {
    do_command (self, "previous", invocation);
  } else {
    g_variant_get (parameters, "(&s)", &text);
    if (g_str_equal (method, "GoTo"))
      go_to (self, text, invocation);
    else
      do_command (self, text, invocation);
  }
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GError **error,
                 gpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (g_str_equal (properties[i].name, name))
      return g_variant_ref_sink (properties[i].get (get_talk (user_data)));
  }
  g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_PROPERTY, "%s", name);
  return NULL;
}

static gboolean
set_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GVariant *value,
                 GError **error,
                 gpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (g_str_equal (properties[i].name, name) && properties[i].set != NULL &&
        properties[i].set (get_talk (user_data), value))
      return TRUE;
  }
  g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
               _ ("“%s” cannot be set to that."), name);
  return FALSE;
}

/* --- The object --- */

static gboolean
put_on_bus (ForeRemote *self, GError **error)
{
  static const GDBusInterfaceVTable vtable = { method_call_cb, get_property_cb,
                                               set_property_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, NULL);

  g_assert (info != NULL);
  self->object = g_dbus_connection_register_object (
    self->connection, self->path, info->interfaces[0], &vtable, self, NULL, error);
  if (self->object == 0)
    return FALSE;
  self->actions = g_dbus_connection_export_action_group (
    self->connection, self->path, G_ACTION_GROUP (fore_show_get_actions (self->show)),
    error);
  return self->actions != 0;
}

static void
dispose (GObject *object)
{
  ForeRemote *self = FORE_REMOTE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->actions != 0)
    g_dbus_connection_unexport_action_group (self->connection, self->actions);
  self->actions = 0;
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->connection, self->object);
  self->object = 0;
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (fore_remote_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeRemote *self = FORE_REMOTE (object);

  g_free (self->path);
  g_hash_table_unref (self->changed);

  G_OBJECT_CLASS (fore_remote_parent_class)->finalize (object);
}

static void
fore_remote_class_init (ForeRemoteClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
}

static void
fore_remote_init (ForeRemote *self)
{
  self->changed = g_hash_table_new (g_str_hash, g_str_equal);
}

ForeRemote *
fore_remote_new (ForeShow *show,
                 GDBusConnection *connection,
                 const char *path,
                 GError **error)
{
  g_autoptr (ForeRemote) self = g_object_new (FORE_TYPE_REMOTE, NULL);
  ForeTalk *talk = fore_show_get_talk (show);

  self->show = show;
  self->connection = g_object_ref (connection);
  self->path = g_strdup (path);
  if (!put_on_bus (self, error))
    return NULL;
  g_signal_connect_object (talk, "notify", G_CALLBACK (talk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fore_talk_get_timer (talk), "notify",
                           G_CALLBACK (timer_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}
