/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The tokenizer of CSS Syntax Level 3, section 4: each function consumes one kind of
 * token as the section of the same name says. Where our tokens could differ from a
 * browser's, an address could hide; so even what decks never contain is read by the book.
 */

#include "fore-css.h"

#include <string.h>

static gboolean
is_newline (int c)
{
  return c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_space (int c)
{
  return c == ' ' || c == '\t' || is_newline (c);
}

static gboolean
is_name_start (int c)
{
  return g_ascii_isalpha (c) || c == '_' || c >= 0x80;
}

static gboolean
is_name (int c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-';
}

/* The byte @offset bytes on, or -1 after the end. */
static int
peek (const ForeCssReader *self, gsize offset)
{
  return offset < (gsize) (self->end - self->at) ? (guchar) self->at[offset] : -1;
}

static gboolean
starts_with (const ForeCssReader *self, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - self->at) >= length && memcmp (self->at, text, length) == 0;
}

static gboolean
is_escape (const ForeCssReader *self, gsize offset)
{
  return peek (self, offset) == '\\' && !is_newline (peek (self, offset + 1));
}

static gboolean
is_name_ahead (const ForeCssReader *self, gsize offset)
{
  int c = peek (self, offset);

  if (c == '-') {
    int d = peek (self, offset + 1);

    return is_name_start (d) || d == '-' || is_escape (self, offset + 1);
  }

  return is_name_start (c) || is_escape (self, offset);
}

static gboolean
is_number_ahead (const ForeCssReader *self)
{
  gsize i = peek (self, 0) == '+' || peek (self, 0) == '-' ? 1 : 0;

  if (peek (self, i) == '.')
    i++;

  return g_ascii_isdigit (peek (self, i));
}

/* Backslash, then up to six hexadecimal digits and a blank, or any one character. */
static void
consume_escape (ForeCssReader *self)
{
  gsize digits = 0;

  self->at++;
  while (digits < 6 && peek (self, 0) != -1 && g_ascii_isxdigit (peek (self, 0))) {
    self->at++;
    digits++;
  }

  if (digits == 0) {
    if (self->at < self->end)
      self->at++;
    while (self->at < self->end && (*self->at & 0xc0) == 0x80)
      self->at++;
  } else if (starts_with (self, "\r\n")) {
    self->at += 2;
  } else if (is_space (peek (self, 0))) {
    self->at++;
  }
}

static void
consume_name (ForeCssReader *self)
{
  while (TRUE) {
    if (is_name (peek (self, 0)))
      self->at++;
    else if (is_escape (self, 0))
      consume_escape (self);
    else
      return;
  }
}

static void
consume_digits (ForeCssReader *self)
{
  while (peek (self, 0) != -1 && g_ascii_isdigit (peek (self, 0)))
    self->at++;
}

static void
consume_number (ForeCssReader *self)
{
  int c;
  gsize sign;

  if (peek (self, 0) == '+' || peek (self, 0) == '-')
    self->at++;
  consume_digits (self);
  if (peek (self, 0) == '.' && g_ascii_isdigit (peek (self, 1))) {
    self->at++;
    consume_digits (self);
  }

  c = peek (self, 0);
  sign = peek (self, 1) == '+' || peek (self, 1) == '-' ? 1 : 0;
  if ((c == 'e' || c == 'E') && g_ascii_isdigit (peek (self, 1 + sign))) {
    self->at += 1 + sign;
    consume_digits (self);
  }

  if (is_name_ahead (self, 0))
    consume_name (self);
  else if (peek (self, 0) == '%')
    self->at++;
}

static void
consume_string (ForeCssReader *self, ForeCssToken *token)
{
  char quote = *self->at++;

  token->type = FORE_CSS_STRING;
  token->content = self->at;

  while (self->at < self->end && *self->at != quote) {
    if (is_newline (*self->at)) {
      token->type = FORE_CSS_BAD_STRING;
      break;
    }
    if (*self->at != '\\')
      self->at++;
    else if (self->at + 1 == self->end)
      self->at++;
    else if (starts_with (self, "\\\r\n"))
      self->at += 3;
    else if (is_newline (self->at[1]))
      self->at += 2;
    else
      consume_escape (self);
  }

  token->content_length = self->at - token->content;
  if (self->at < self->end && token->type == FORE_CSS_STRING)
    self->at++;
}

static void
consume_bad_url (ForeCssReader *self)
{
  while (self->at < self->end && *self->at != ')') {
    if (is_escape (self, 0))
      consume_escape (self);
    else
      self->at++;
  }
  if (self->at < self->end)
    self->at++;
}

static gboolean
is_allowed_in_url (int c)
{
  return c > ' ' && c != '"' && c != '\'' && c != '(' && c != 0x7f;
}

/* From behind `url(` and the blanks after it. */
static void
consume_url (ForeCssReader *self, ForeCssToken *token)
{
  token->type = FORE_CSS_URL;
  token->content = self->at;

  while (is_allowed_in_url (peek (self, 0)) && *self->at != ')') {
    if (is_escape (self, 0))
      consume_escape (self);
    else if (*self->at == '\\')
      break;
    else
      self->at++;
  }
  token->content_length = self->at - token->content;

  while (is_space (peek (self, 0)))
    self->at++;
  if (peek (self, 0) == ')') {
    self->at++;
  } else if (self->at < self->end) {
    token->type = FORE_CSS_BAD_URL;
    consume_bad_url (self);
  }
}

static void
consume_ident_like (ForeCssReader *self, ForeCssToken *token)
{
  const char *argument;

  token->type = FORE_CSS_IDENT;
  token->content = self->at;
  consume_name (self);
  token->content_length = self->at - token->content;

  if (peek (self, 0) != '(')
    return;

  token->type = FORE_CSS_FUNCTION;
  self->at++;
  if (!fore_css_token_is (token, "url"))
    return;

  argument = self->at;
  while (argument < self->end && is_space (*argument))
    argument++;
  if (argument < self->end && (*argument == '"' || *argument == '\''))
    return;

  self->at = argument;
  consume_url (self, token);
}

static void
consume_comment (ForeCssReader *self)
{
  const char *end = g_strstr_len (self->at + 2, self->end - self->at - 2, "*/");

  self->at = end != NULL ? end + 2 : self->end;
}

static void
consume_named (ForeCssReader *self, ForeCssToken *token, ForeCssTokenType type)
{
  token->type = type;
  self->at++;
  token->content = self->at;
  consume_name (self);
  token->content_length = self->at - token->content;
}

static void
consume_other (ForeCssReader *self, ForeCssToken *token)
{
  int c = peek (self, 0);

  if (is_number_ahead (self) && (g_ascii_isdigit (c) || strchr ("+-.", c) != NULL)) {
    token->type = FORE_CSS_NUMBER;
    consume_number (self);
  } else if (starts_with (self, "-->")) {
    token->type = FORE_CSS_HTML_COMMENT;
    self->at += 3;
  } else if (starts_with (self, "<!--")) {
    token->type = FORE_CSS_HTML_COMMENT;
    self->at += 4;
  } else if (is_name_ahead (self, 0)) {
    consume_ident_like (self, token);
  } else {
    token->type = FORE_CSS_DELIM;
    self->at++;
  }
}

ForeCssToken
fore_css_reader_next (ForeCssReader *self)
{
  ForeCssToken token = { .start = self->at };
  int c = peek (self, 0);

  if (c == -1) {
    token.type = FORE_CSS_END;
  } else if (is_space (c)) {
    token.type = FORE_CSS_SPACE;
    while (is_space (peek (self, 0)))
      self->at++;
  } else if (starts_with (self, "/*")) {
    token.type = FORE_CSS_COMMENT;
    consume_comment (self);
  } else if (c == '"' || c == '\'') {
    consume_string (self, &token);
  } else if (c == '#' && (is_name (peek (self, 1)) || is_escape (self, 1))) {
    consume_named (self, &token, FORE_CSS_HASH);
  } else if (c == '@' && is_name_ahead (self, 1)) {
    consume_named (self, &token, FORE_CSS_AT_KEYWORD);
  } else {
    consume_other (self, &token);
  }
  token.length = self->at - token.start;

  return token;
}

gboolean
fore_css_token_is (const ForeCssToken *self, const char *name)
{
  g_autofree char *content = NULL;

  if (self->content == NULL)
    return FALSE;
  if (memchr (self->content, '\\', self->content_length) == NULL)
    return self->content_length == strlen (name) &&
           g_ascii_strncasecmp (self->content, name, self->content_length) == 0;

  content = fore_css_token_dup_content (self);

  return g_ascii_strcasecmp (content, name) == 0;
}

/* Adds the character that an escape stands for; @at is behind the backslash. */
static const char *
decode_escape (const char *at, const char *end, GString *to)
{
  gunichar c = 0;
  gsize digits = 0;

  if (at == end)
    return at;
  if (is_newline (*at))
    return at + (at[0] == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1);

  for (; digits < 6 && at < end && g_ascii_isxdigit (*at); digits++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*at++);
  if (digits == 0) {
    g_string_append_c (to, *at);
    return at + 1;
  }

  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
    c = 0xfffd;
  g_string_append_unichar (to, c);
  if (at + 1 < end && at[0] == '\r' && at[1] == '\n')
    return at + 2;

  return at < end && is_space (*at) ? at + 1 : at;
}

char *
fore_css_token_dup_content (const ForeCssToken *self)
{
  GString *content = g_string_sized_new (self->content_length);
  const char *end = self->content + self->content_length;

  for (const char *at = self->content; at < end;) {
    if (*at == '\\')
      at = decode_escape (at + 1, end, content);
    else
      g_string_append_c (content, *at++);
  }

  return g_string_free (content, FALSE);
}
