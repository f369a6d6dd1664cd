/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Two equal characters are a delimiter as those of emphasis are, and cmark finds what
 * belongs together. Of a run of them each two are a delimiter; one that is left over
 * stands outside. What stands between single ones is text without blanks, which is read
 * at once. */

#include "fore-pairs.h"

#include "fore-inline.h"
#include "fore-sign.h"
#include "fore-span.h"

#include <string.h>

#define RUN_MAX 1000

static ForeSpanKind
get_kind (guchar character)
{
  switch (character) {
  case '=':
    return FORE_SPAN_MARK;
  case '+':
    return FORE_SPAN_INSERTION;
  default:
    return FORE_SPAN_STRIKETHROUGH;
  }
}

static cmark_node *
add_delimiter (cmark_inline_parser *inlines,
               guchar c,
               gboolean can_open,
               gboolean can_close)
{
  const char text[] = { c, c };
  cmark_node *node = fore_text_new (text, sizeof text);

  if (can_open || can_close)
    cmark_inline_parser_push_delimiter (inlines, c, can_open, can_close, node);

  return node;
}

/* The last node is returned, those before it are put into @parent. */
static cmark_node *
match_run (cmark_node *parent, cmark_inline_parser *inlines, guchar c)
{
  const char single[] = { c };
  int can_open, can_close, before, after;
  int n = cmark_inline_parser_scan_delimiters (inlines, RUN_MAX, c, &can_open, &can_close,
                                               &before, &after);
  gboolean odd_is_last = n % 2 == 1 && can_close && !can_open;
  cmark_node *last = NULL;

  if (n % 2 == 1 && !odd_is_last)
    cmark_node_append_child (parent, fore_text_new (single, 1));
  for (int i = 0; i < n / 2; i++) {
    if (last != NULL)
      cmark_node_append_child (parent, last);
    last = add_delimiter (inlines, c, can_open, can_close);
  }
  if (odd_is_last) {
    cmark_node_append_child (parent, last);
    last = fore_text_new (single, 1);
  }

  return last;
}

/* The text up to the next @c, escapes resolved; NULL if there is none or a blank. */
static GString *
read_short (cmark_inline_parser *inlines, int start, guchar c, int *end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int at = start;; at++) {
    guchar next = cmark_inline_parser_peek_at (inlines, at);

    if (next == c && at > start) {
      *end = at + 1;
      return g_steal_pointer (&text);
    }
    if (next <= ' ' || next == c)
      return NULL;
    if (next == '\\') {
      guchar escaped = cmark_inline_parser_peek_at (inlines, at + 1);

      if (escaped == ' ' || g_ascii_ispunct (escaped)) {
        next = escaped;
        at++;
      }
    }
    g_string_append_c (text, next);
  }
}

static cmark_node *
match_short (cmark_inline_parser *inlines, guchar c)
{
  int at = cmark_inline_parser_get_offset (inlines);
  g_autoptr (GString) text = NULL;
  cmark_node *node;
  int end;

  text = read_short (inlines, at + 1, c, &end);
  if (text == NULL)
    return NULL;

  node = fore_span_new (c == '~' ? FORE_SPAN_SUBSCRIPT : FORE_SPAN_SUPERSCRIPT, NULL);
  cmark_node_append_child (node, fore_text_new (text->str, text->len));
  cmark_inline_parser_set_offset (inlines, end);

  return node;
}

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inlines)
{
  int at = cmark_inline_parser_get_offset (inlines);
  gboolean is_double = cmark_inline_parser_peek_at (inlines, at + 1) == character;

  switch (character) {
  case '=':
  case '+':
    return is_double ? match_run (parent, inlines, character) : NULL;
  case '~':
    return is_double ? match_run (parent, inlines, character)
                     : match_short (inlines, character);
  case '^':
    return match_short (inlines, character);
  default:
    return NULL;
  }
}

/* Makes a span of what is between two delimiters. Those in between found no partner. */
static delimiter *
join_cb (cmark_syntax_extension *extension,
         cmark_parser *parser,
         cmark_inline_parser *inlines,
         delimiter *opener,
         delimiter *closer)
{
  delimiter *after = closer->next;
  cmark_node *start = opener->inl_text;
  cmark_node *end = closer->inl_text;
  cmark_node *span = fore_span_new (get_kind (closer->delim_char), NULL);
  cmark_node *node;

  while ((node = cmark_node_next (start)) != NULL && node != end)
    cmark_node_append_child (span, node);
  cmark_node_insert_before (start, span);

  while (closer != opener) {
    delimiter *before = closer->previous;

    cmark_inline_parser_remove_delimiter (inlines, closer);
    closer = before;
  }
  cmark_inline_parser_remove_delimiter (inlines, opener);
  cmark_node_free (start);
  cmark_node_free (end);

  return after;
}

cmark_syntax_extension *
fore_pairs_new (void)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("pairs");
  cmark_mem *memory = cmark_get_default_mem_allocator ();
  cmark_llist *characters = NULL;

  for (const char *c = "~=+^"; *c != '\0'; c++)
    characters = cmark_llist_append (memory, characters, GINT_TO_POINTER (*c));
  cmark_syntax_extension_set_special_inline_chars (self, characters);
  cmark_syntax_extension_set_match_inline_func (self, match_cb);
  cmark_syntax_extension_set_inline_from_delim_func (self, join_cb);

  return self;
}

gboolean
fore_pairs_may_be_in (const char *text, gsize length)
{
  return memchr (text, '~', length) != NULL || memchr (text, '^', length) != NULL ||
         fore_sign_is_in (text, length, "==", '=') ||
         fore_sign_is_in (text, length, "++", '+');
}
