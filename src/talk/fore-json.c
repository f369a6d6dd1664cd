/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-json.h"

JsonObject *
fore_json_parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || !json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root)
                                                       : NULL;
}

GBytes *
fore_json_format (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;
  char *data;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  data = json_generator_to_data (generator, &length);

  return g_bytes_new_take (data, length);
}

static JsonNode *
find (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

gint64
fore_json_get_int (JsonObject *object, const char *name, gint64 least, gint64 most)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);
  gint64 number = node != NULL && json_node_get_value_type (node) == G_TYPE_INT64
                    ? json_node_get_int (node)
                    : 0;

  return CLAMP (number, least, most);
}

const char *
fore_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);
  const char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  return text != NULL && text[0] != '\0' ? text : NULL;
}

GPtrArray *
fore_json_dup_objects (JsonObject *object, const char *name)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonNode *node = find (object, name, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *element = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_OBJECT (element))
      g_ptr_array_add (objects, json_node_get_object (element));
  }

  return objects;
}

char **
fore_json_dup_strings (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonNode *node = find (object, name, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *element = json_array_get_element (array, i);
    gboolean is_string = JSON_NODE_HOLDS_VALUE (element) &&
                         json_node_get_value_type (element) == G_TYPE_STRING;

    g_strv_builder_add (strings, is_string ? json_node_get_string (element) : "");
  }

  return g_strv_builder_end (strings);
}

void
fore_json_set_digest (JsonObject *object, const char *name, guint64 digest)
{
  g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", digest);

  json_object_set_string_member (object, name, text);
}

guint64
fore_json_get_digest (JsonObject *object, const char *name)
{
  const char *text = fore_json_get_string (object, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 16) : 0;
}
