/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-screens.h"

#include <string.h>

#define SETTING "audience-screen"

struct _ForeScreens {
  GObject parent_instance;

  GListModel *monitors;
  GPtrArray *known; /* as they were before the last change */
  GSettings *settings;
};

enum { ADDED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeScreens, fore_screens, G_TYPE_OBJECT)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
dup_kind (GdkMonitor *monitor)
{
  char *kind =
    g_strdup_printf ("%s %s", or_empty (gdk_monitor_get_manufacturer (monitor)),
                     or_empty (gdk_monitor_get_model (monitor)));

  return g_strstrip (kind);
}

/* Kind and socket, so that two of a kind can be told apart. */
static char *
dup_id (GdkMonitor *monitor)
{
  g_autofree char *kind = dup_kind (monitor);

  return g_strdup_printf ("%s@%s", kind, or_empty (gdk_monitor_get_connector (monitor)));
}

char *
fore_screens_dup_name (GdkMonitor *monitor)
{
  g_autofree char *kind = dup_kind (monitor);

  if (*kind != '\0')
    return g_steal_pointer (&kind);
  return g_strdup (or_empty (gdk_monitor_get_connector (monitor)));
}

static gboolean
is_of_kind (GdkMonitor *monitor, const char *id)
{
  g_autofree char *kind = dup_kind (monitor);
  const char *end = strrchr (id, '@');

  return end != NULL && *kind != '\0' && strlen (kind) == (gsize) (end - id) &&
         strncmp (kind, id, strlen (kind)) == 0;
}

/* --- The list --- */

static GdkMonitor *
get_item (GListModel *monitors, guint position)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, position);

  return monitor; /* the list has it */
}

static GdkMonitor *
get_monitor (ForeScreens *self, guint position)
{
  return get_item (self->monitors, position);
}

guint
fore_screens_get_n (ForeScreens *self)
{
  g_return_val_if_fail (FORE_IS_SCREENS (self), 0);

  return g_list_model_get_n_items (self->monitors);
}

gboolean
fore_screens_has (ForeScreens *self, GdkMonitor *monitor)
{
  g_return_val_if_fail (FORE_IS_SCREENS (self), FALSE);

  for (guint i = 0; i < fore_screens_get_n (self); i++) {
    if (get_monitor (self, i) == monitor)
      return TRUE;
  }
  return FALSE;
}

static GPtrArray *
list_monitors (ForeScreens *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fore_screens_get_n (self); i++)
    g_ptr_array_add (list, g_list_model_get_item (self->monitors, i));
  return list;
}

static void
monitors_changed_cb (ForeScreens *self)
{
  g_autoptr (ForeScreens) kept = g_object_ref (self);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->known);
  g_autoptr (GPtrArray) now = list_monitors (self);

  self->known = g_ptr_array_ref (now);
  for (guint i = 0; i < before->len; i++) {
    if (!g_ptr_array_find (now, g_ptr_array_index (before, i), NULL))
      g_signal_emit (self, signals[REMOVED], 0, g_ptr_array_index (before, i));
  }
  for (guint i = 0; i < now->len; i++) {
    if (!g_ptr_array_find (before, g_ptr_array_index (now, i), NULL))
      g_signal_emit (self, signals[ADDED], 0, g_ptr_array_index (now, i));
  }
}

/* --- Choosing --- */

GdkMonitor *
fore_screens_find (GdkDisplay *display, const char *text)
{
  g_autofree char *folded = NULL;
  GListModel *monitors;
  GdkMonitor *found = NULL;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  folded = g_utf8_casefold (text, -1);
  monitors = gdk_display_get_monitors (display);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    GdkMonitor *monitor = get_item (monitors, i);
    g_autofree char *kind = dup_kind (monitor);
    g_autofree char *folded_kind = g_utf8_casefold (kind, -1);

    if (g_ascii_strcasecmp (or_empty (gdk_monitor_get_connector (monitor)), text) == 0)
      return monitor;
    if (found == NULL && *text != '\0' && strstr (folded_kind, folded) != NULL)
      found = monitor;
  }
  return found;
}

GdkMonitor *
fore_screens_get_other (ForeScreens *self, GdkMonitor *monitor)
{
  guint n = fore_screens_get_n (self);

  for (guint i = 0; i < n; i++) {
    if (get_monitor (self, i) == monitor && n > 1)
      return get_monitor (self, (i + 1) % n);
  }
  return n > 0 && get_monitor (self, 0) != monitor ? get_monitor (self, 0) : NULL;
}

static GdkMonitor *
find_remembered (ForeScreens *self, GdkMonitor *near)
{
  g_autofree char *wanted = g_settings_get_string (self->settings, SETTING);
  GdkMonitor *found = NULL;

  for (guint i = 0; i < fore_screens_get_n (self) && *wanted != '\0'; i++) {
    GdkMonitor *monitor = get_monitor (self, i);
    g_autofree char *id = dup_id (monitor);

    if (g_str_equal (id, wanted))
      return monitor;
    if (is_of_kind (monitor, wanted) && (found == NULL || found == near))
      found = monitor;
  }
  return found;
}

void
fore_screens_choose (ForeScreens *self,
                     GdkMonitor *near,
                     GdkMonitor **audience,
                     GdkMonitor **speaker)
{
  g_return_if_fail (FORE_IS_SCREENS (self));
  g_return_if_fail (audience != NULL && speaker != NULL);

  if (near == NULL && fore_screens_get_n (self) > 0)
    near = get_monitor (self, 0);
  if (*audience == NULL && *speaker == NULL)
    *audience = find_remembered (self, near);
  if (*audience == NULL)
    *audience = fore_screens_get_other (self, *speaker != NULL ? *speaker : near);
  if (*audience == NULL)
    *audience = near;
  if (*speaker == NULL)
    *speaker = near != *audience ? near : fore_screens_get_other (self, *audience);
  if (*speaker == NULL)
    *speaker = *audience;
}

void
fore_screens_remember (ForeScreens *self, GdkMonitor *monitor)
{
  g_autofree char *id = NULL;

  g_return_if_fail (FORE_IS_SCREENS (self));
  g_return_if_fail (GDK_IS_MONITOR (monitor));

  id = dup_id (monitor);
  g_settings_set_string (self->settings, SETTING, id);
}

gboolean
fore_screens_is_remembered (ForeScreens *self, GdkMonitor *monitor)
{
  g_return_val_if_fail (FORE_IS_SCREENS (self), FALSE);

  return find_remembered (self, NULL) == monitor;
}

char *
fore_screens_dup_list (GdkDisplay *display)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
    g_autofree char *kind = dup_kind (monitor);
    GdkRectangle area;

    gdk_monitor_get_geometry (monitor, &area);
    g_string_append_printf (list, "  %s  %s  %d×%d\n",
                            or_empty (gdk_monitor_get_connector (monitor)), kind,
                            area.width, area.height);
  }
  return g_string_free (list, FALSE);
}

/* --- The object --- */

static void
dispose (GObject *object)
{
  ForeScreens *self = FORE_SCREENS (object);

  g_clear_object (&self->monitors);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->known, g_ptr_array_unref);

  G_OBJECT_CLASS (fore_screens_parent_class)->dispose (object);
}

static void
fore_screens_class_init (ForeScreensClass *class)
{
  const GType type = FORE_TYPE_SCREENS;

  G_OBJECT_CLASS (class)->dispose = dispose;

  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GDK_TYPE_MONITOR);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, GDK_TYPE_MONITOR);
}

static void
fore_screens_init (ForeScreens *self)
{
}

ForeScreens *
fore_screens_new (GdkDisplay *display, GSettings *settings)
{
  ForeScreens *self = g_object_new (FORE_TYPE_SCREENS, NULL);

  self->monitors = g_object_ref (gdk_display_get_monitors (display));
  self->settings = g_object_ref (settings);
  self->known = list_monitors (self);
  g_signal_connect_object (self->monitors, "items-changed",
                           G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
