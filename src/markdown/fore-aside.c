/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-aside.h"

#include <stdlib.h>
#include <string.h>

/* Characters that Unicode keeps for the inner use of programs: U+FDD0 and U+FDD1. */
#define MARK_START "\xef\xb7\x90"
#define MARK_END "\xef\xb7\x91"
#define MARK_LENGTH 3

typedef struct {
  gsize keep;
  char text[];
} ForePiece;

gboolean
fore_aside_init (ForeAside *self, const char *text, gsize length)
{
  *self = (ForeAside){ 0 };

  return memmem (text, length, MARK_START, MARK_LENGTH) == NULL &&
         memmem (text, length, MARK_END, MARK_LENGTH) == NULL;
}

void
fore_aside_clear (ForeAside *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
}

void
fore_aside_put (ForeAside *self, const char *text, gsize start, gsize length, gsize keep)
{
  ForePiece *piece = g_malloc0 (sizeof *piece + length + 1);

  g_assert (start >= self->done && keep <= length);

  if (self->text == NULL) {
    self->text = g_string_new (NULL);
    self->pieces = g_ptr_array_new_with_free_func (g_free);
  }
  piece->keep = keep;
  memcpy (piece->text, text + start, length);

  g_string_append_len (self->text, text + self->done, start - self->done);
  g_string_append_printf (self->text, MARK_START "%u" MARK_END, self->pieces->len);
  g_string_append_len (self->text, text + start, keep);
  g_ptr_array_add (self->pieces, piece);
  self->done = start + length;
}

const GString *
fore_aside_finish (ForeAside *self, const char *text, gsize length)
{
  if (self->text != NULL)
    g_string_append_len (self->text, text + self->done, length - self->done);

  return self->text;
}

static const ForePiece *
read_mark (ForeAside *self, const char *mark, const char **end)
{
  char *after;
  gulong index = strtoul (mark + MARK_LENGTH, &after, 10);

  g_assert (index < self->pieces->len && g_str_has_prefix (after, MARK_END));
  *end = after + MARK_LENGTH;

  return g_ptr_array_index (self->pieces, index);
}

const char *
fore_aside_find (ForeAside *self, const char *text, const char **end, const char **piece)
{
  const char *mark = text != NULL ? strstr (text, MARK_START) : NULL;

  if (mark != NULL)
    *piece = read_mark (self, mark, end)->text;

  return mark;
}

char *
fore_aside_restore (ForeAside *self, const char *text)
{
  const char *mark = text != NULL ? strstr (text, MARK_START) : NULL;
  GString *restored;

  if (mark == NULL)
    return NULL;

  restored = g_string_new (NULL);
  for (; mark != NULL; mark = strstr (text, MARK_START)) {
    const char *end;
    const ForePiece *piece = read_mark (self, mark, &end);

    g_string_append_len (restored, text, mark - text);
    g_string_append (restored, piece->text);
    /* What was left standing is part of the piece. */
    text = end + (strncmp (end, piece->text, piece->keep) == 0 ? piece->keep : 0);
  }
  g_string_append (restored, text);

  return g_string_free (restored, FALSE);
}
