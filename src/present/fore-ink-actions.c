/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-actions.h"

static const struct {
  const char *name;
  ForeTool tool;
} tools[] = {
  { "laser", FORE_TOOL_LASER },   { "pen", FORE_TOOL_PEN },
  { "eraser", FORE_TOOL_ERASER }, { "spotlight", FORE_TOOL_SPOTLIGHT },
  { "zoom", FORE_TOOL_ZOOM },
};

static ForeTool
get_tool (GSimpleAction *action)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "tool"));
}

/* --- Tools -------------------------------------------------------------------------- */

static void
hold_action (GSimpleAction *action, GVariant *value, ForePointer *pointer)
{
  ForeTool tool = get_tool (action);

  if (g_variant_get_boolean (value)) {
    fore_pointer_set_tool (pointer, tool);
    return;
  }
  if (tool == FORE_TOOL_ZOOM)
    fore_pointer_zoom_out (pointer);
  if (fore_pointer_get_tool (pointer) == tool)
    fore_pointer_set_tool (pointer, FORE_TOOL_NONE);
}

static void
update_tool (GSimpleAction *action, GParamSpec *pspec, ForePointer *pointer)
{
  ForeTool tool = get_tool (action);
  gboolean is_held =
    fore_pointer_get_tool (pointer) == tool ||
    (tool == FORE_TOOL_ZOOM && fore_pointer_get_zoom_factor (pointer) > 1);

  g_simple_action_set_state (action, g_variant_new_boolean (is_held));
}

static void
add_tools (GActionMap *map, ForePointer *pointer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++) {
    g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (tools[i].name, NULL, g_variant_new_boolean (FALSE));

    g_object_set_data (G_OBJECT (action), "tool", GUINT_TO_POINTER (tools[i].tool));
    g_signal_connect_object (action, "change-state", G_CALLBACK (hold_action), pointer,
                             G_CONNECT_DEFAULT);
    g_signal_connect_object (pointer, "notify::tool", G_CALLBACK (update_tool), action,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (pointer, "notify::zoom", G_CALLBACK (update_tool), action,
                             G_CONNECT_SWAPPED);
    g_action_map_add_action (map, G_ACTION (action));
  }
}

/* --- Ink ---------------------------------------------------------------------------- */

static void
undo_action (ForeInk *ink)
{
  fore_ink_undo (ink);
}

static void
redo_action (ForeInk *ink)
{
  fore_ink_redo (ink);
}

static void
clear_action (ForeInk *ink)
{
  fore_ink_clear (ink);
}

static void
add_commands (GActionMap *map, ForeInk *ink)
{
  static const struct {
    const char *name;
    void (*activate) (ForeInk *ink);
    const char *enabled;
  } commands[] = {
    { "ink-undo", undo_action, "can-undo" },
    { "ink-redo", redo_action, "can-redo" },
    { "ink-clear", clear_action, "has-strokes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autoptr (GSimpleAction) action = g_simple_action_new (commands[i].name, NULL);

    g_signal_connect_object (action, "activate", G_CALLBACK (commands[i].activate), ink,
                             G_CONNECT_SWAPPED);
    g_object_bind_property (ink, commands[i].enabled, action, "enabled",
                            G_BINDING_SYNC_CREATE);
    g_action_map_add_action (map, G_ACTION (action));
  }
}

/* --- Pens --------------------------------------------------------------------------- */

static GEnumClass *
get_class (ForePointer *pointer, const char *property)
{
  GParamSpec *pspec =
    g_object_class_find_property (G_OBJECT_GET_CLASS (pointer), property);

  return G_PARAM_SPEC_ENUM (pspec)->enum_class;
}

/* Whoever chooses a pen is about to write. */
static void
choose_action (GSimpleAction *action, GVariant *nick, ForePointer *pointer)
{
  const char *property = g_object_get_data (G_OBJECT (action), "property");
  GEnumValue *value = g_enum_get_value_by_nick (get_class (pointer, property),
                                                g_variant_get_string (nick, NULL));

  if (value == NULL)
    return;
  g_object_set (pointer, property, value->value, NULL);
  fore_pointer_set_tool (pointer, FORE_TOOL_PEN);
}

static void
update_choice (GSimpleAction *action, GParamSpec *pspec, ForePointer *pointer)
{
  const char *property = g_object_get_data (G_OBJECT (action), "property");
  int value;

  g_object_get (pointer, property, &value, NULL);
  g_simple_action_set_state (
    action, g_variant_new_string (
              g_enum_get_value (get_class (pointer, property), value)->value_nick));
}

static void
add_choice (GActionMap *map, const char *name, ForePointer *pointer, const char *property)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  g_object_set_data (G_OBJECT (action), "property", (gpointer) property);
  g_signal_connect_object (action, "change-state", G_CALLBACK (choose_action), pointer,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (pointer, signal, G_CALLBACK (update_choice), action,
                           G_CONNECT_SWAPPED);
  update_choice (action, NULL, pointer);
  g_action_map_add_action (map, G_ACTION (action));
}

void
fore_ink_add_actions (GActionMap *map, ForeInk *ink)
{
  ForePointer *pointer;

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (FORE_IS_INK (ink));

  pointer = fore_ink_get_pointer (ink);
  add_tools (map, pointer);
  add_commands (map, ink);
  add_choice (map, "ink-colour", pointer, "colour");
  add_choice (map, "ink-width", pointer, "pen-width");
}
