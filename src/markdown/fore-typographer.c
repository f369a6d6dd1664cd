/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Each run of a character is looked at once, with what stands before and after it in the
 * source. The order of the rules shows where they meet: dots become an ellipsis first,
 * then an ellipsis after `?` or `!` becomes two dots. All but the signs happen only to a
 * text that has one of the pairs for which they are there. */

#include "fore-typographer.h"

#include "fore-character.h"

#include <string.h>

#define ELLIPSIS "…"
#define EN_DASH "–"
#define EM_DASH "—"

typedef struct {
  const char *start;
  const char *at;
  const char *end;
  /* Up to where the text is in @result. */
  const char *done;
  GString *result;
  gboolean has_pairs;
} ForeTypographer;

static const struct {
  const char *source;
  const char *sign;
} signs[] = { { "(c)", "©" }, { "(r)", "®" }, { "(tm)", "™" } };

static gsize
count (const ForeTypographer *self, char c)
{
  const char *at = self->at;

  while (at < self->end && *at == c)
    at++;

  return at - self->at;
}

/* Writes @text in place of the next @length bytes. */
static void
replace (ForeTypographer *self, gsize length, const char *text)
{
  if (self->result == NULL)
    self->result = g_string_sized_new (self->end - self->start + 16);

  g_string_append_len (self->result, self->done, self->at - self->done);
  g_string_append (self->result, text);
  self->at += length;
  self->done = self->at;
}

static void
set_sign (ForeTypographer *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    gsize length = strlen (signs[i].source);

    if (g_ascii_strncasecmp (self->at, signs[i].source, length) == 0) {
      replace (self, length, signs[i].sign);
      return;
    }
  }
  self->at++;
}

static void
set_dots (ForeTypographer *self)
{
  gsize n = count (self, '.');
  gboolean is_after_mark =
    self->at > self->start && (self->at[-1] == '?' || self->at[-1] == '!');

  if (n == 1 || (n == 2 && is_after_mark))
    self->at += n;
  else
    replace (self, n, is_after_mark ? ".." : ELLIPSIS);
}

/* An ellipsis that the author wrote. */
static void
set_ellipsis (ForeTypographer *self)
{
  gboolean is_ellipsis = strncmp (self->at, ELLIPSIS, strlen (ELLIPSIS)) == 0;

  if (is_ellipsis && self->at > self->start &&
      (self->at[-1] == '?' || self->at[-1] == '!'))
    replace (self, strlen (ELLIPSIS), "..");
  else
    self->at++;
}

/* Four and more become three of the last one. */
static void
set_marks (ForeTypographer *self)
{
  const char *after = self->at;
  char last[4];

  while (after < self->end && (*after == '?' || *after == '!'))
    after++;
  if (after - self->at < 4) {
    self->at = after;
    return;
  }

  memset (last, after[-1], 3);
  last[3] = '\0';
  replace (self, after - self->at, last);
}

static void
set_commas (ForeTypographer *self)
{
  gsize n = count (self, ',');

  if (n > 1)
    replace (self, n, ",");
  else
    self->at++;
}

/* Two with blanks on both sides, or with none on either; three anywhere. */
static void
set_dashes (ForeTypographer *self)
{
  gsize n = count (self, '-');
  const char *after = self->at + n;
  gboolean blank_before =
    fore_character_is_blank (fore_character_get_before (self->start, self->at));
  gboolean blank_after = fore_character_is_blank (fore_character_get (after, self->end));
  gboolean is_edge = self->at == self->start || after == self->end;

  if (n == 3)
    replace (self, n, EM_DASH);
  else if (n == 2 && (is_edge || blank_before == blank_after))
    replace (self, n, EN_DASH);
  else
    self->at = after;
}

static gboolean
has_pairs (const char *text)
{
  for (const char *at = text; *at != '\0'; at++) {
    switch (*at) {
    case '-':
    case '.':
    case ',':
      if (at[1] == *at)
        return TRUE;
      break;
    case '+':
      if (at[1] == '-')
        return TRUE;
      break;
    case '!':
    case '?':
      if (at[1] == *at && at[2] == *at && at[3] == *at)
        return TRUE;
      break;
    }
  }

  return FALSE;
}

static void
set_next (ForeTypographer *self)
{
  if (*self->at == '(') {
    set_sign (self);
    return;
  }
  if (!self->has_pairs) {
    self->at++;
    return;
  }

  switch (*self->at) {
  case '+':
    if (self->at[1] == '-')
      replace (self, 2, "±");
    else
      self->at++;
    break;
  case '.':
    set_dots (self);
    break;
  case '?':
  case '!':
    set_marks (self);
    break;
  case ',':
    set_commas (self);
    break;
  case '-':
    set_dashes (self);
    break;
  case (char) 0xe2:
    set_ellipsis (self);
    break;
  default:
    self->at++;
  }
}

char *
fore_typographer_set (const char *text)
{
  ForeTypographer self = { .start = text, .at = text, .done = text };

  g_return_val_if_fail (text != NULL, NULL);

  self.end = text + strlen (text);
  self.has_pairs = has_pairs (text);
  if (!self.has_pairs && strchr (text, '(') == NULL)
    return NULL;

  while (self.at < self.end)
    set_next (&self);

  if (self.result == NULL)
    return NULL;
  g_string_append_len (self.result, self.done, self.end - self.done);

  return g_string_free (self.result, FALSE);
}
