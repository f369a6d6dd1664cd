/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-autolink.h"

#include "fore-linkify.h"

#include <cmark-gfm.h>
#include <string.h>

#define SCHEME_MAX 8
#define ADDRESS_MAX 2048

static gboolean
is_scheme_character (guchar c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '+' || c == '-';
}

/* Returns the length of the scheme before @colon, or 0 if that cannot be one. */
static int
measure_scheme (cmark_inline_parser *parser, int colon)
{
  int length = 0;

  while (length < colon && length <= SCHEME_MAX &&
         is_scheme_character (cmark_inline_parser_peek_at (parser, colon - length - 1)))
    length++;

  return length <= SCHEME_MAX ? length : 0;
}

static GString *
copy_word (cmark_inline_parser *parser, int start)
{
  GString *word = g_string_new (NULL);
  guchar c;

  while (word->len < ADDRESS_MAX &&
         (c = cmark_inline_parser_peek_at (parser, start + (int) word->len)) > ' ')
    g_string_append_c (word, c);

  return word;
}

static cmark_node *
make_link (const char *address)
{
  cmark_node *link = cmark_node_new (CMARK_NODE_LINK);
  cmark_node *text = cmark_node_new (CMARK_NODE_TEXT);

  cmark_node_set_url (link, address);
  cmark_node_set_literal (text, address);
  cmark_node_append_child (link, text);

  return link;
}

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inlines)
{
  int colon = cmark_inline_parser_get_offset (inlines);
  g_autoptr (GString) word = NULL;
  gsize length;
  int scheme;

  if (character != ':' || cmark_inline_parser_peek_at (inlines, colon + 1) != '/' ||
      cmark_inline_parser_peek_at (inlines, colon + 2) != '/' ||
      cmark_inline_parser_in_bracket (inlines, FALSE) ||
      cmark_inline_parser_in_bracket (inlines, TRUE))
    return NULL;

  scheme = measure_scheme (inlines, colon);
  if (scheme == 0)
    return NULL;
  word = copy_word (inlines, colon - scheme);
  length = fore_link_measure (word->str, word->len);
  /* These may end emphasis. */
  while (length > 0 && word->str[length - 1] == '*')
    length--;
  if (length <= (gsize) scheme + 1)
    return NULL;

  g_string_truncate (word, length);
  cmark_node_unput (parent, scheme);
  cmark_inline_parser_set_offset (inlines, colon - scheme + (int) length);

  return make_link (word->str);
}

cmark_syntax_extension *
fore_autolink_new (void)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("address");
  cmark_mem *memory = cmark_get_default_mem_allocator ();

  cmark_syntax_extension_set_match_inline_func (self, match_cb);
  cmark_syntax_extension_set_special_inline_chars (
    self, cmark_llist_append (memory, NULL, GINT_TO_POINTER (':')));

  return self;
}
