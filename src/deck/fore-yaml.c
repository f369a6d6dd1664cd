/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* libyaml's events are put together to a tree with a stack of our own, so that depth and
 * size have a limit whatever the text. A node belongs to its parent as soon as it starts:
 * when the text breaks off, what was read hangs together. */

#include "fore-yaml.h"

#include "fore-yaml-message.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <yaml.h>

typedef struct {
  ForeYaml *root;
  GPtrArray *open;
  ForeYaml *name;
  guint n_nodes;
  ForeYamlError *error;
} Reader;

void
fore_yaml_free (ForeYaml *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static ForeYaml *
yaml_new (ForeYamlKind kind, const yaml_mark_t *mark)
{
  ForeYaml *self = g_new0 (ForeYaml, 1);

  self->kind = kind;
  self->line = mark != NULL ? (guint) mark->line + 1 : 1;
  self->column = mark != NULL ? (guint) mark->column + 1 : 1;
  if (kind >= FORE_YAML_LIST)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_yaml_free);
  if (kind == FORE_YAML_MAPPING)
    self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_yaml_free);

  return self;
}

static gboolean
fail (Reader *reader, const yaml_mark_t *mark, const char *message)
{
  reader->error->line = (guint) mark->line + 1;
  reader->error->column = (guint) mark->column + 1;
  reader->error->message = g_strdup (message);

  return FALSE;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

static gboolean
read_number (const char *text, double *number)
{
  const char *digits = *text == '-' || *text == '+' ? text + 1 : text;
  char *end = NULL;

  if (g_str_has_prefix (digits, "0x") || g_str_has_prefix (digits, "0o")) {
    gboolean is_hex = digits[1] == 'x';

    if (!g_ascii_isalnum (digits[2]))
      return FALSE;
    *number = (double) g_ascii_strtoull (digits + 2, &end, is_hex ? 16 : 8);
    if (*text == '-')
      *number = -*number;
    return *end == '\0';
  }
  if (strspn (text, "0123456789+-.eE") != strlen (text) ||
      strpbrk (text, "0123456789") == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

static void
resolve_plain (ForeYaml *self)
{
  static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
  static const char *const yes[] = { "true", "True", "TRUE", NULL };
  static const char *const no[] = { "false", "False", "FALSE", NULL };

  if (is_one_of (self->text, nulls)) {
    self->kind = FORE_YAML_NULL;
  } else if (is_one_of (self->text, yes) || is_one_of (self->text, no)) {
    self->kind = FORE_YAML_BOOLEAN;
    self->number = is_one_of (self->text, yes) ? 1 : 0;
  } else if (read_number (self->text, &self->number)) {
    self->kind = FORE_YAML_NUMBER;
  }
}

/* Puts a node where it belongs; in a mapping, names and values take turns. */
static gboolean
attach (Reader *reader, ForeYaml *node, const yaml_mark_t *mark)
{
  ForeYaml *parent;

  if (reader->root == NULL) {
    reader->root = node;
    return TRUE;
  }
  if (reader->open->len == 0) {
    fore_yaml_free (node);
    return TRUE;
  }

  parent = g_ptr_array_index (reader->open, reader->open->len - 1);
  if (parent->kind == FORE_YAML_LIST) {
    g_ptr_array_add (parent->items, node);
  } else if (parent->names->len == parent->items->len) {
    if (node->items != NULL) {
      fore_yaml_free (node);
      return fail (reader, mark, _ ("A key must be a word, not a list or a mapping."));
    }
    g_ptr_array_add (parent->names, node);
  } else {
    g_ptr_array_add (parent->items, node);
  }

  return TRUE;
}

static gboolean
start_collection (Reader *reader, ForeYamlKind kind, const yaml_event_t *event)
{
  ForeYaml *node;

  if (reader->open->len >= FORE_YAML_MAX_DEPTH)
    return fail (reader, &event->start_mark, _ ("This is nested too deep."));

  node = yaml_new (kind, &event->start_mark);
  if (!attach (reader, node, &event->start_mark))
    return FALSE;
  g_ptr_array_add (reader->open, node);

  return TRUE;
}

static gboolean
add_scalar (Reader *reader, const yaml_event_t *event)
{
  ForeYaml *node = yaml_new (FORE_YAML_STRING, &event->start_mark);

  node->text =
    g_strndup ((const char *) event->data.scalar.value, event->data.scalar.length);
  if (event->data.scalar.plain_implicit)
    resolve_plain (node);

  return attach (reader, node, &event->start_mark);
}

static gboolean
is_marked (const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.anchor != NULL ||
           event->data.sequence_start.tag != NULL;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.anchor != NULL ||
           event->data.mapping_start.tag != NULL;
  default:
    return event->type == YAML_ALIAS_EVENT;
  }
}

static gboolean
read_event (Reader *reader, const yaml_event_t *event)
{
  if (is_marked (event))
    return fail (
      reader, &event->start_mark,
      _ ("Anchors, aliases and tags are not supported here. Quote the value if "
         "it starts with “&”, “*” or “!”."));
  if (++reader->n_nodes > FORE_YAML_MAX_NODES)
    return fail (reader, &event->start_mark, _ ("This is too long."));

  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return add_scalar (reader, event);
  case YAML_SEQUENCE_START_EVENT:
    return start_collection (reader, FORE_YAML_LIST, event);
  case YAML_MAPPING_START_EVENT:
    return start_collection (reader, FORE_YAML_MAPPING, event);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    g_ptr_array_set_size (reader->open, reader->open->len - 1);
    return TRUE;
  default:
    return TRUE;
  }
}

static void
fail_with_problem (Reader *reader, const yaml_parser_t *parser)
{
  const yaml_mark_t *mark = parser->problem != NULL && parser->error != YAML_READER_ERROR
                              ? &parser->problem_mark
                              : &parser->mark;
  const char *problem =
    parser->problem != NULL ? fore_yaml_message_translate (parser->problem) : "";
  g_autofree char *message =
    parser->context != NULL
      /* Translators: what is wrong, what was being read then, and where that starts:
       * “did not find expected key, while parsing a block mapping that starts on line 2”
       */
      ? g_strdup_printf (_ ("%s, %s that starts on line %u"), problem,
                         fore_yaml_message_translate (parser->context),
                         (guint) parser->context_mark.line + 1)
      : g_strdup (problem);

  fail (reader, mark, message);
}

/* A name whose value never came has none. */
static void
complete_names (ForeYaml *self)
{
  if (self->names != NULL && self->names->len > self->items->len)
    g_ptr_array_add (self->items, yaml_new (FORE_YAML_NULL, NULL));
}

ForeYaml *
fore_yaml_parse (const char *text, gsize length, ForeYamlError *error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { .open = open, .error = error };
  yaml_parser_t parser;
  gboolean more = TRUE;

  memset (error, 0, sizeof *error);
  if (!yaml_parser_initialize (&parser))
    g_error ("Out of memory");
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);

  while (more) {
    yaml_event_t event;

    if (!yaml_parser_parse (&parser, &event)) {
      fail_with_problem (&reader, &parser);
      break;
    }
    more = read_event (&reader, &event) && event.type != YAML_DOCUMENT_END_EVENT &&
           event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);

  for (guint i = 0; i < open->len; i++)
    complete_names (g_ptr_array_index (open, i));

  return reader.root != NULL ? reader.root : yaml_new (FORE_YAML_NULL, NULL);
}
