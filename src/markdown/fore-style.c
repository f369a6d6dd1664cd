/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Style sheets are not parsed into rules: tokens are copied one after the other, and only
 * as much structure is kept as it takes to know what a token means: which parentheses are
 * open, whether a block is that of `@font-face`, and where a declaration starts. */

#include "fore-style.h"

#include "fore-css.h"

#include <string.h>

/* What a string inside of parentheses is. */
enum {
  PLAIN = 'p',
  ADDRESS = 'a',
};

typedef struct {
  ForeCssReader reader;
  ForeStylePlace place;
  ForeHtml *html;
  ForeStyleFinds finds;
  /* One of the above for each open parenthesis. */
  GByteArray *parentheses;
  guint depth;
  /* The depth of the `@font-face` that is open, else 0; G_MAXUINT before its block. */
  guint font_face;
  gboolean at_declaration;
} ForeStyle;

static void
add (ForeStyle *self, const char *css, gsize length)
{
  if (self->place == FORE_STYLE_SHEET)
    fore_html_add_style_text (self->html, css, length);
  else
    fore_html_add_attribute_text (self->html, css, length);
}

/* Skips to the end of a statement: a semicolon, a block that closes, or the end of the
 * block that the statement stands in, which is left to read. */
static void
skip_statement (ForeStyle *self)
{
  guint depth = 0;

  while (TRUE) {
    ForeCssReader before = self->reader;
    ForeCssToken token = fore_css_reader_next (&self->reader);
    char c = token.type == FORE_CSS_DELIM ? *token.start : '\0';

    if (token.type == FORE_CSS_END)
      return;
    if (depth == 0 && c == ';')
      return;
    if (depth == 0 && c == '}') {
      self->reader = before;
      return;
    }

    if (c == '{' || c == '(' || c == '[' || token.type == FORE_CSS_FUNCTION)
      depth++;
    else if ((c == '}' || c == ')' || c == ']') && depth > 0)
      depth--;
    if (depth == 0 && c == '}')
      return;
  }
}

static ForeAddressUse
get_use (ForeStyle *self)
{
  return self->font_face != 0 ? FORE_ADDRESS_FONT : FORE_ADDRESS_IMAGE;
}

/* Writes what a string or url token says as an address between the quotes that the caller
 * has written, or `about:invalid`, which browsers do not load. */
static void
add_address (ForeStyle *self, const ForeCssToken *token)
{
  g_autofree char *content = fore_css_token_dup_content (token);
  gboolean is_local = content[0] == '#' || content[0] == '\0';
  char *address = NULL;

  if (is_local || self->place != FORE_STYLE_LOCAL)
    address = fore_address_clean (content, get_use (self), NULL);
  if (address == NULL) {
    self->finds |= FORE_STYLE_ADDRESS;
    add (self, "about:invalid", strlen ("about:invalid"));
    return;
  }

  fore_html_add_css_address (self->html, self->place == FORE_STYLE_SHEET, get_use (self),
                             address);
}

/* A string that the style sheet ends in is closed there. */
static void
add_plain_string (ForeStyle *self, const ForeCssToken *token)
{
  const char *end = token->content + token->content_length;
  gboolean is_closed = end < token->start + token->length;
  gsize n_backslashes = 0;

  while (!is_closed && end > token->content && end[-1] == '\\') {
    end--;
    n_backslashes++;
  }

  add (self, token->start, token->length - n_backslashes % 2);
  if (!is_closed)
    add (self, token->start, 1);
}

static void
write_string (ForeStyle *self, const ForeCssToken *token)
{
  GByteArray *parentheses = self->parentheses;
  gboolean is_address =
    parentheses->len > 0 && parentheses->data[parentheses->len - 1] == ADDRESS;

  if (!is_address) {
    add_plain_string (self, token);
    return;
  }

  add (self, "\"", 1);
  add_address (self, token);
  add (self, "\"", 1);
}

static void
write_url (ForeStyle *self, const ForeCssToken *token)
{
  add (self, "url(\"", 5);
  add_address (self, token);
  add (self, "\")", 2);
}

static void
open_parenthesis (ForeStyle *self, guint8 kind)
{
  g_byte_array_append (self->parentheses, &kind, 1);
}

static void
write_function (ForeStyle *self, const ForeCssToken *token)
{
  static const char *const address_functions[] = { "url", "src", "image", "image-set",
                                                   "-webkit-image-set" };
  guint8 kind = PLAIN;

  for (gsize i = 0; i < G_N_ELEMENTS (address_functions); i++) {
    if (fore_css_token_is (token, address_functions[i]))
      kind = ADDRESS;
  }
  open_parenthesis (self, kind);

  if (fore_css_token_is (token, "expression")) {
    self->finds |= FORE_STYLE_PROGRAM;
    add (self, "x-expression(", strlen ("x-expression("));
  } else {
    add (self, token->start, token->length);
  }
}

static void
write_at_keyword (ForeStyle *self, const ForeCssToken *token)
{
  if (fore_css_token_is (token, "import")) {
    self->finds |= FORE_STYLE_IMPORT;
    skip_statement (self);
    return;
  }

  self->at_declaration = FALSE;
  if (fore_css_token_is (token, "font-face"))
    self->font_face = G_MAXUINT;
  add (self, token->start, token->length);
}

static gboolean
is_colon_next (ForeStyle *self)
{
  ForeCssReader reader = self->reader;
  ForeCssToken token;

  do {
    token = fore_css_reader_next (&reader);
  } while (token.type == FORE_CSS_SPACE || token.type == FORE_CSS_COMMENT);

  return token.type == FORE_CSS_DELIM && *token.start == ':';
}

static void
write_ident (ForeStyle *self, const ForeCssToken *token)
{
  gboolean is_program =
    self->at_declaration &&
    (fore_css_token_is (token, "behavior") || fore_css_token_is (token, "-moz-binding"));

  self->at_declaration = FALSE;
  if (is_program && is_colon_next (self)) {
    self->finds |= FORE_STYLE_PROGRAM;
    skip_statement (self);
    self->at_declaration = TRUE;
    return;
  }

  add (self, token->start, token->length);
}

static void
write_delim (ForeStyle *self, const ForeCssToken *token)
{
  char c = *token->start;

  switch (c) {
  case '(':
    open_parenthesis (self, PLAIN);
    break;
  case ')':
    if (self->parentheses->len > 0)
      g_byte_array_set_size (self->parentheses, self->parentheses->len - 1);
    break;
  case '{':
    self->depth++;
    if (self->font_face == G_MAXUINT)
      self->font_face = self->depth;
    break;
  case '}':
    if (self->font_face == self->depth)
      self->font_face = 0;
    if (self->depth > 0)
      self->depth--;
    g_byte_array_set_size (self->parentheses, 0);
    break;
  case ';':
    if (self->font_face == G_MAXUINT)
      self->font_face = 0;
    break;
  }

  self->at_declaration = c == '{' || c == '}' || c == ';';
  if (c != '<') {
    add (self, &c, 1);
    return;
  }

  /* With a blank behind it, it cannot be taken for the start of a tag. */
  if (self->reader.at < self->reader.end && *self->reader.at == ' ')
    self->reader.at++;
  add (self, "< ", 2);
}

static void
write_token (ForeStyle *self, const ForeCssToken *token)
{
  switch (token->type) {
  case FORE_CSS_COMMENT:
    add (self, "/**/", 4);
    break;
  case FORE_CSS_IDENT:
    write_ident (self, token);
    break;
  case FORE_CSS_FUNCTION:
    write_function (self, token);
    break;
  case FORE_CSS_AT_KEYWORD:
    write_at_keyword (self, token);
    break;
  case FORE_CSS_STRING:
    write_string (self, token);
    break;
  case FORE_CSS_URL:
    write_url (self, token);
    break;
  case FORE_CSS_DELIM:
    write_delim (self, token);
    break;
  case FORE_CSS_BAD_URL:
  case FORE_CSS_HTML_COMMENT:
  case FORE_CSS_END:
    break;
  case FORE_CSS_SPACE:
  case FORE_CSS_BAD_STRING:
  case FORE_CSS_HASH:
  case FORE_CSS_NUMBER:
    add (self, token->start, token->length);
    break;
  }
}

ForeStyleFinds
fore_style_clean (const char *css, gsize length, ForeStylePlace place, ForeHtml *html)
{
  ForeCssToken token;
  ForeStyle self = {
    .reader = { css, css + length },
    .place = place,
    .html = html,
    .at_declaration = TRUE,
  };

  g_return_val_if_fail (css != NULL, 0);
  g_return_val_if_fail (html != NULL, 0);

  self.parentheses = g_byte_array_new ();
  do {
    token = fore_css_reader_next (&self.reader);
    write_token (&self, &token);
  } while (token.type != FORE_CSS_END);
  g_byte_array_unref (self.parentheses);

  return self.finds;
}
