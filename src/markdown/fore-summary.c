/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-summary.h"

#include <string.h>

#define FIRST_TEXT_MAX 80

void
fore_summary_clear (ForeSummary *self)
{
  if (self->heading != NULL)
    g_string_free (self->heading, TRUE);
  if (self->first_text != NULL)
    g_string_free (self->first_text, TRUE);
  *self = (ForeSummary){ 0 };
}

/* Adds @text with every run of blanks as one space, and none at the start. */
static void
append_collapsed (GString **to, const char *text, gsize length)
{
  if (*to == NULL)
    *to = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (*to, text[i]);
    else if ((*to)->len > 0 && (*to)->str[(*to)->len - 1] != ' ')
      g_string_append_c (*to, ' ');
  }
}

/* A character has at most four bytes, and more than FIRST_TEXT_MAX are never shown. */
static void
append_first_text (ForeSummary *self, const char *text, gsize length)
{
  if (self->first_text != NULL && self->first_text->len > FIRST_TEXT_MAX * 4)
    return;

  if (length > FIRST_TEXT_MAX * 8) {
    length = FIRST_TEXT_MAX * 8;
    while ((text[length] & 0xc0) == 0x80)
      length--;
  }
  append_collapsed (&self->first_text, text, length);
}

static gboolean
finish_line (GString *line)
{
  if (line == NULL)
    return FALSE;
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return line->len > 0;
}

static void
finish_first_text (ForeSummary *self)
{
  GString *text = self->first_text;

  if (self->has_first_text || !finish_line (text))
    return;

  self->has_first_text = TRUE;
  if (g_utf8_strlen (text->str, text->len) > FIRST_TEXT_MAX) {
    char *end = g_utf8_offset_to_pointer (text->str, FIRST_TEXT_MAX - 1);

    g_string_truncate (text, end - text->str);
    g_string_append (text, "…");
  }
}

void
fore_summary_start_block (ForeSummary *self, gboolean is_heading)
{
  if (self->in_heading && !self->has_heading)
    self->has_heading = finish_line (self->heading);

  self->in_heading = is_heading;
  fore_summary_add_break (self);
}

void
fore_summary_add_break (ForeSummary *self)
{
  self->in_word = FALSE;
  finish_first_text (self);
  if (self->in_heading && !self->has_heading)
    append_collapsed (&self->heading, " ", 1);
}

void
fore_summary_add_text (ForeSummary *self, const char *text, gsize length)
{
  if (self->in_heading && !self->has_heading)
    append_collapsed (&self->heading, text, length);
  if (!self->has_first_text)
    append_first_text (self, text, length);

  /* A word is a run without blanks that holds a letter or digit of any script. */
  for (gsize i = 0; i < length; i++) {
    guchar c = text[i];

    if (c == 0xe2 && i + 2 < length && ((guchar) text[i + 1] & 0xfe) == 0x80) {
      /* A dash, quote or the like: U+2000 to U+207F. */
      i += 2;
    } else if (c <= ' ') {
      self->in_word = FALSE;
    } else if (!self->in_word && (g_ascii_isalnum (c) || c >= 0x80)) {
      self->in_word = TRUE;
      self->n_words++;
    }
  }
}
