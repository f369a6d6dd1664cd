/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-steps.h"

#include "fore-tag.h"

#include <string.h>

static const char blanks[] = " \t\n\f\r";

/* The value of the attribute at @start if that is its name. What we write stands in
 * double quotes. */
static gboolean
find_value (const char *start, gsize length, const char *name, const char **value)
{
  gsize name_length = strlen (name);

  if (length < name_length + 3 || memcmp (start, name, name_length) != 0 ||
      start[name_length] != '=' || start[name_length + 1] != '"')
    return FALSE;
  *value = start + name_length + 2;

  return TRUE;
}

static gboolean
is_fragment (const char *classes)
{
  static const char word[] = "fragment";

  while (*classes != '"') {
    gsize length = strcspn (classes, " \t\n\f\r\"");

    if (length == strlen (word) && memcmp (classes, word, length) == 0)
      return TRUE;
    classes += length;
    classes += strspn (classes, blanks);
  }

  return FALSE;
}

/* JavaScript's parseInt (), and then whether an array has such a place. */
static gboolean
read_index (const char *text, guint *index)
{
  char *end;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  *index = (guint) CLAMP (number, 0, G_MAXUINT32);

  return end > text && number >= 0 && number < G_MAXUINT32;
}

static void
add (ForeSteps *self, const char *classes, const char *position)
{
  guint index;

  if (classes == NULL || !is_fragment (classes))
    return;

  if (position == NULL) {
    self->n_loose++;
  } else if (read_index (position, &index)) {
    if (self->indices == NULL)
      self->indices = g_hash_table_new (NULL, NULL);
    g_hash_table_add (self->indices, GUINT_TO_POINTER (index));
  }
}

static void
add_tag (ForeSteps *self, const ForeTag *tag)
{
  const char *classes = NULL, *position = NULL, *value;

  for (guint i = 0; !tag->is_end && i < tag->n_attributes; i++) {
    const char *start = tag->attributes[i].start;
    gsize length = tag->attributes[i].length;

    if (find_value (start, length, "class", &value))
      classes = value;
    else if (find_value (start, length, "data-fragment-index", &value))
      position = value;
  }
  add (self, classes, position);
}

void
fore_steps_add_attributes (ForeSteps *self, const char *attributes)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (attributes != NULL);

  if (strstr (attributes, "fragment") == NULL)
    return;
  tag = g_strdup_printf ("<div%s>", attributes);
  fore_steps_add_html (self, tag);
}

void
fore_steps_add_html (ForeSteps *self, const char *html)
{
  const char *end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (html != NULL);

  /* Nearly all slides have no steps. */
  if (strstr (html, "fragment") == NULL)
    return;

  end = html + strlen (html);
  while ((html = memchr (html, '<', end - html)) != NULL) {
    ForeTag tag;

    if (g_str_has_prefix (html, "<!--")) {
      const char *after = strstr (html + 4, "-->");

      if (after == NULL)
        return;
      html = after + 3;
    } else if (fore_tag_read (html, end, &tag) == FORE_TAG_READ) {
      add_tag (self, &tag);
      html += tag.length;
    } else {
      html++;
    }
  }
}

guint
fore_steps_finish (ForeSteps *self)
{
  guint n_steps;

  g_return_val_if_fail (self != NULL, 0);

  n_steps = self->n_loose;
  if (self->indices != NULL)
    n_steps += g_hash_table_size (self->indices);
  g_clear_pointer (&self->indices, g_hash_table_unref);
  self->n_loose = 0;

  return n_steps;
}
