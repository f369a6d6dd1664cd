/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeCssTokenType:
 * @FORE_CSS_END: there are no more
 * @FORE_CSS_SPACE: white space
 * @FORE_CSS_COMMENT: a comment
 * @FORE_CSS_IDENT: a name
 * @FORE_CSS_FUNCTION: a name with the parenthesis that opens its arguments
 * @FORE_CSS_AT_KEYWORD: `@` and a name
 * @FORE_CSS_HASH: `#` and a name
 * @FORE_CSS_STRING: text in quotes
 * @FORE_CSS_BAD_STRING: a quote whose line ends before it is closed
 * @FORE_CSS_URL: `url(` and `)` around an address without quotes
 * @FORE_CSS_BAD_URL: the same around something that is not an address
 * @FORE_CSS_NUMBER: a number, with its unit
 * @FORE_CSS_HTML_COMMENT: `<!--` or `-->`, which style sheets ignore
 * @FORE_CSS_DELIM: any other character
 *
 * The tokens of CSS Syntax Level 3, with fewer kinds of number.
 */
typedef enum {
  FORE_CSS_END,
  FORE_CSS_SPACE,
  FORE_CSS_COMMENT,
  FORE_CSS_IDENT,
  FORE_CSS_FUNCTION,
  FORE_CSS_AT_KEYWORD,
  FORE_CSS_HASH,
  FORE_CSS_STRING,
  FORE_CSS_BAD_STRING,
  FORE_CSS_URL,
  FORE_CSS_BAD_URL,
  FORE_CSS_NUMBER,
  FORE_CSS_HTML_COMMENT,
  FORE_CSS_DELIM,
} ForeCssTokenType;

/**
 * ForeCssToken:
 * @start: its first byte in the style sheet
 * @length: how many bytes it takes up
 * @content: the first byte of what it says: inside quotes, after `@`, after `url(`
 * @content_length: how many bytes these are
 *
 * A piece of a style sheet.
 */
typedef struct {
  ForeCssTokenType type;
  const char *start;
  gsize length;
  const char *content;
  gsize content_length;
} ForeCssToken;

/**
 * ForeCssReader:
 * @at: what is read next
 * @end: where the style sheet ends
 *
 * Reads a style sheet token by token. It never goes back and looks ahead only by a few
 * bytes.
 */
typedef struct {
  const char *at;
  const char *end;
} ForeCssReader;

/**
 * fore_css_reader_next:
 *
 * Returns: the next token; all of them together are the style sheet
 */
ForeCssToken fore_css_reader_next (ForeCssReader *self);

/**
 * fore_css_token_is:
 * @name: in lower case
 *
 * Returns: whether the token says @name in any case, escapes decoded
 */
gboolean fore_css_token_is (const ForeCssToken *self, const char *name);

/**
 * fore_css_token_dup_content:
 *
 * Returns: (transfer full): what the token says, escapes decoded; valid UTF-8 if the
 *   style sheet is
 */
char *fore_css_token_dup_content (const ForeCssToken *self);

G_END_DECLS
