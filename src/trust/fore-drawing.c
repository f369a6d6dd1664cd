/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A drawing can name a part of itself ten times, in a part that is named ten times: two
 * kilobytes ask for a billion elements, and WebKit draws every one of them. Here tags are
 * read in one pass, as far as that needs: which part each element is in, and which parts
 * it names. Then each part's elements are added up once, as large as they would become.
 * A circle is nothing, since it is not drawn. Entities can do the same with text; the
 * few that drawing programs write are names of namespaces, so those that hold markup or
 * each other are refused. */

#include "fore-drawing.h"

#include <string.h>

/* Deeper is not drawn, and must not be walked. */
#define MAX_DEPTH 500
#define MAX_ENTITY_BYTES (50 * 1024 * 1024)

typedef struct {
  GArray *parts; /* of guint: those it holds */
  GPtrArray *named;
  guint64 n_elements;
  gboolean is_open; /* while it is added up */
  gboolean is_done;
} Part;

typedef struct {
  GPtrArray *parts;
  GHashTable *by_id; /* of number + 1 */
  GArray *open;      /* of the part that each open element is in */
  GPtrArray *named;  /* by the tag that is being read */
  char *id;          /* of that tag */
  gboolean is_too_large;
} Drawing;

static void
part_free (Part *self)
{
  g_array_unref (self->parts);
  g_ptr_array_unref (self->named);
  g_free (self);
}

static guint
add_part (Drawing *self)
{
  Part *part = g_new0 (Part, 1);

  part->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  part->named = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->parts, part);

  return self->parts->len - 1;
}

static Part *
get_open (Drawing *self)
{
  guint number = g_array_index (self->open, guint, self->open->len - 1);

  return g_ptr_array_index (self->parts, number);
}

/* --- tags
 * ---------------------------------------------------------------------------------- */

/* The number sign may be written as a reference. */
static char *
dup_value (const char *start, const char *end)
{
  GString *value = g_string_new_len (start, end - start);

  g_string_replace (value, "&#35;", "#", 0);
  g_string_replace (value, "&#x23;", "#", 0);

  return g_string_free (value, FALSE);
}

static void
read_attribute (Drawing *self, const char *name, gsize length, char *value)
{
  const char *colon = memchr (name, ':', length);
  g_autofree char *owned = value;

  if (colon != NULL) {
    length -= (gsize) (colon + 1 - name);
    name = colon + 1;
  }
  if (length == 2 && memcmp (name, "id", 2) == 0) {
    g_free (self->id);
    self->id = g_steal_pointer (&owned);
  } else if (length == 4 && memcmp (name, "href", 4) == 0) {
    g_strstrip (value);
    if (*value == '#')
      g_ptr_array_add (self->named, g_strdup (value + 1));
  } else {
    for (char *at = value; (at = strstr (at, "url(")) != NULL;) {
      at += strlen ("url(");
      at += strspn (at, " \t\n\r\"'");
      if (*at == '#')
        g_ptr_array_add (self->named,
                         g_strndup (at + 1, strcspn (at + 1, " \t\n\r\"')")));
    }
  }
}

/* Returns: where the tag ends, at its `>` */
static const char *
read_attributes (Drawing *self, const char *at, const char *end)
{
  while (at < end && *at != '>') {
    const char *name = at;
    const char *value;
    gsize length;

    while (at < end && !g_ascii_isspace (*at) && !strchr ("=>/", *at))
      at++;
    length = (gsize) (at - name);
    while (at < end && g_ascii_isspace (*at))
      at++;
    if (at < end && *at == '=')
      for (at++; at < end && g_ascii_isspace (*at);)
        at++;
    if (at < end && (*at == '"' || *at == '\'')) {
      value = at + 1;
      at = memchr (value, *at, (gsize) (end - value));
      if (at == NULL)
        return end;
      read_attribute (self, name, length, dup_value (value, at));
      at++;
    } else if (at == name) {
      at++;
    }
  }

  return at;
}

static void
start_element (Drawing *self, gboolean is_empty)
{
  Part *around = get_open (self);
  guint number = g_array_index (self->open, guint, self->open->len - 1);

  if (self->id != NULL && !g_hash_table_contains (self->by_id, self->id)) {
    number = add_part (self);
    g_array_append_val (around->parts, number);
    g_hash_table_insert (self->by_id, g_steal_pointer (&self->id),
                         GUINT_TO_POINTER (number + 1));
  }
  around = g_ptr_array_index (self->parts, number);
  around->n_elements++;
  g_ptr_array_extend_and_steal (around->named, self->named);
  self->named = g_ptr_array_new_with_free_func (g_free);
  g_clear_pointer (&self->id, g_free);
  if (!is_empty)
    g_array_append_val (self->open, number);
}

static const char *
read_tag (Drawing *self, const char *at, const char *end)
{
  if (*at == '/') {
    if (self->open->len > 1)
      g_array_set_size (self->open, self->open->len - 1);
    return at;
  }
  while (at < end && !g_ascii_isspace (*at) && *at != '>' && *at != '/')
    at++;
  at = read_attributes (self, at, end);
  start_element (self, at[-1] == '/');

  return at;
}

/* --- the rest of XML
 * ----------------------------------------------------------------------- */

static const char *
skip (const char *at, const char *end, const char *last)
{
  const char *found = g_strstr_len (at, end - at, last);

  return found != NULL ? found + strlen (last) : end;
}

/* Returns: where the declaration ends */
static const char *
read_entity (Drawing *self, const char *at, const char *end, gsize *n_bytes)
{
  const char *close;

  while (at < end && !strchr ("\"'>", *at))
    at++;
  if (at == end || *at == '>')
    return at;
  close = memchr (at + 1, *at, (gsize) (end - at - 1));
  if (close == NULL)
    return end;
  for (const char *c = at + 1; c < close; c++)
    self->is_too_large |= strchr ("&<%", *c) != NULL;
  *n_bytes += (gsize) (close - at);

  return close + 1;
}

static void
read_entities (Drawing *self, const char *text, const char *end)
{
  gsize n_bytes = 0;
  gsize n_uses = 0;

  for (const char *at = text; (at = g_strstr_len (at, end - at, "<!ENTITY")) != NULL;)
    at = read_entity (self, at + strlen ("<!ENTITY"), end, &n_bytes);
  for (const char *at = text; n_bytes > 0 && at < end; at++)
    n_uses += *at == '&';
  self->is_too_large |= n_uses > 0 && n_bytes > MAX_ENTITY_BYTES / n_uses;
}

static void
read_all (Drawing *self, const char *text, const char *end)
{
  const char *at = text;

  while (at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL) {
    at++;
    if (g_str_has_prefix (at, "!--"))
      at = skip (at, end, "-->");
    else if (g_str_has_prefix (at, "![CDATA["))
      at = skip (at, end, "]]>");
    else if (*at != '!' && *at != '?' && at < end)
      at = read_tag (self, at, end);
  }
}

/* --- what it comes to
 * ---------------------------------------------------------------------- */

static guint64 add_up (Drawing *self, guint number, guint depth);

static guint64
add_up_named (Drawing *self, const char *id, guint depth)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return number > 0 ? add_up (self, number - 1, depth) : 0;
}

static guint64
add_up (Drawing *self, guint number, guint depth)
{
  Part *part = g_ptr_array_index (self->parts, number);
  guint64 n = part->n_elements;

  if (part->is_done)
    return n;
  if (part->is_open)
    return 0;
  if (depth > MAX_DEPTH)
    return G_MAXUINT32;

  part->is_open = TRUE;
  for (guint i = 0; i < part->parts->len; i++)
    n += add_up (self, g_array_index (part->parts, guint, i), depth + 1);
  for (guint i = 0; i < part->named->len; i++)
    n += add_up_named (self, g_ptr_array_index (part->named, i), depth + 1);
  part->is_open = FALSE;
  part->is_done = TRUE;
  /* As it has bounds, no sum runs over. */
  part->n_elements = MIN (n, G_MAXUINT32);

  return part->n_elements;
}

static guint64
count_written (Drawing *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((Part *) g_ptr_array_index (self->parts, i))->n_elements;

  return n;
}

gboolean
fore_drawing_is_too_large (gconstpointer data, gsize length)
{
  Drawing drawing = { 0 };
  g_autofree char *text = NULL;
  guint root;
  guint64 n_written;
  gboolean is_too_large;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (length == 0 || g_strstr_len (data, (gssize) length, "<svg") == NULL)
    return FALSE;

  text = g_strndup (data, length);
  length = strlen (text);
  drawing.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  drawing.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  drawing.open = g_array_new (FALSE, FALSE, sizeof (guint));
  drawing.named = g_ptr_array_new_with_free_func (g_free);
  root = add_part (&drawing);
  g_array_append_val (drawing.open, root);

  read_entities (&drawing, text, text + length);
  read_all (&drawing, text, text + length);
  n_written = count_written (&drawing);
  is_too_large = drawing.is_too_large || add_up (&drawing, root, 0) >
                                           MAX (FORE_DRAWING_MAX_ELEMENTS, 8 * n_written);

  g_ptr_array_unref (drawing.parts);
  g_hash_table_unref (drawing.by_id);
  g_array_unref (drawing.open);
  g_ptr_array_unref (drawing.named);
  g_free (drawing.id);

  return is_too_large;
}
