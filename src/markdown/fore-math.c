/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* cmark asks its extensions only for characters that it does not know itself, and a
 * backslash it knows. So where one may start a formula, a control character takes its
 * place before cmark sees the text. For that the extension is asked; where it was no
 * formula, or where no formula can be, as in code, the backslash is put back.
 *
 * To search for the end of each formula that has none takes a time that grows with the
 * square of the text. What such searches may read in all is limited. */

#include "fore-math.h"

#include <string.h>

/* Stands for a backslash. */
#define MARK '\x01'

#define BEGIN "begin{"
#define SEARCH_MIN (64 * 1024)
#define SEARCH_FACTOR 4

typedef struct {
  cmark_syntax_extension *extension;
  /* Bytes that searches may still read in vain. */
  gsize left;
} Math;

typedef struct {
  Math *math;
  cmark_inline_parser *parser;
  int at;
} Scanner;

/* --- backslashes
 * ---------------------------------------------------------------------------- */

/* Whether the backslash at @at, which no other one escapes, can start a formula. */
static gboolean
may_start (const char *at, const char *end)
{
  if (end - at >= 3 && at[1] == '\\' && (at[2] == '(' || at[2] == '['))
    return TRUE;

  return (gsize) (end - at) > strlen (BEGIN) &&
         memcmp (at + 1, BEGIN, strlen (BEGIN)) == 0;
}

char *
fore_math_prepare (const char *text, gsize length)
{
  const char *end = text + length;
  const char *at = text;
  char *prepared = NULL;

  while (at < end && (at = memchr (at, '\\', end - at)) != NULL) {
    if (may_start (at, end)) {
      if (prepared == NULL)
        prepared = g_strndup (text, length);
      prepared[at - text] = MARK;
    }
    /* A backslash escapes the next. */
    at += end - at > 1 && at[1] == '\\' ? 2 : 1;
  }

  return prepared;
}

static char *
restore (const char *text)
{
  char *restored;

  if (text == NULL || strchr (text, MARK) == NULL)
    return NULL;

  restored = g_strdup (text);
  for (char *at = restored; *at != '\0'; at++) {
    if (*at == MARK)
      *at = '\\';
  }

  return restored;
}

static void
restore_node (cmark_node *node)
{
  g_autofree char *literal = NULL;
  g_autofree char *title = NULL;

  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_CODE_BLOCK:
    title = restore (cmark_node_get_fence_info (node));
    if (title != NULL)
      cmark_node_set_fence_info (node, title);
    G_GNUC_FALLTHROUGH;
  case CMARK_NODE_CODE:
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_HTML_INLINE:
    literal = restore (cmark_node_get_literal (node));
    if (literal != NULL)
      cmark_node_set_literal (node, literal);
    break;
  case CMARK_NODE_LINK:
  case CMARK_NODE_IMAGE:
    literal = restore (cmark_node_get_url (node));
    title = restore (cmark_node_get_title (node));
    if (literal != NULL)
      cmark_node_set_url (node, literal);
    if (title != NULL)
      cmark_node_set_title (node, title);
    break;
  default:
    break;
  }
}

void
fore_math_restore (cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    if (event == CMARK_EVENT_ENTER)
      restore_node (cmark_iter_get_node (iter));
  }
  cmark_iter_free (iter);
}

/* --- formulas
 * ------------------------------------------------------------------------------- */

static char
peek (Scanner *self, int offset)
{
  return (char) cmark_inline_parser_peek_at (self->parser, self->at + offset);
}

static gboolean
looks_at (Scanner *self, int offset, const char *text)
{
  for (; *text != '\0'; text++, offset++) {
    if (peek (self, offset) != *text)
      return FALSE;
  }

  return TRUE;
}

/* The offset of @text from @start on, or -1. The text that cmark holds ends in NUL. */
static int
find (Scanner *self, int start, const char *text)
{
  int offset = start;

  while (peek (self, offset) != '\0' && (gsize) (offset - start) < self->math->left) {
    if (looks_at (self, offset, text))
      return offset;
    offset++;
  }
  self->math->left -= MIN ((gsize) (offset - start), self->math->left);

  return -1;
}

static char *
take (Scanner *self, int start, int end)
{
  char *text = g_malloc (end - start + 1);

  for (int i = start; i < end; i++)
    text[i - start] = peek (self, i) == MARK ? '\\' : peek (self, i);
  text[end - start] = '\0';

  return text;
}

static cmark_node *
make_node (Scanner *self, int start, int end, gboolean is_display, int length)
{
  g_autofree char *source = take (self, start, end);
  cmark_node *node = cmark_node_new (CMARK_NODE_CODE);
  guint line = MAX (cmark_inline_parser_get_line (self->parser), 1);

  cmark_node_set_literal (node, source);
  cmark_node_set_user_data (node, GUINT_TO_POINTER (line << 1 | is_display));
  cmark_inline_parser_set_offset (self->parser, self->at + length);

  return node;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

static cmark_node *
match_dollars (Scanner *self)
{
  gboolean is_display = peek (self, 1) == '$';
  const char *delimiter = is_display ? "$$" : "$";
  int start = is_display ? 2 : 1;
  int end;

  if (is_display ? peek (self, 2) == '$' : is_blank (peek (self, 1)))
    return NULL;
  end = find (self, start, delimiter);
  if (end < 0 || peek (self, end - 1) == '\\')
    return NULL;
  if (!is_display &&
      (is_blank (peek (self, end - 1)) || g_ascii_isdigit (peek (self, end + 1))))
    return NULL;

  return make_node (self, start, end, is_display, end + start);
}

/* The closing delimiter is never marked: it is not what a formula starts with. */
static cmark_node *
match_brackets (Scanner *self)
{
  gboolean is_display = peek (self, 2) == '[';
  int end = find (self, 3, is_display ? "\\\\]" : "\\\\)");

  return end >= 0 ? make_node (self, 3, end, is_display, end + 3) : NULL;
}

static cmark_node *
match_environment (Scanner *self)
{
  int brace = find (self, 1 + strlen (BEGIN), "}");
  g_autofree char *name = NULL;
  g_autofree char *delimiter = NULL;
  int end;

  if (brace < 0)
    return NULL;
  name = take (self, 1 + strlen (BEGIN), brace);
  delimiter = g_strconcat ("\\end{", name, "}", NULL);
  end = *name != '\0' ? find (self, brace + 1, delimiter) : -1;
  if (end < 0)
    return NULL;
  end += strlen (delimiter);

  return make_node (self, 0, end, TRUE, end);
}

/* What a mark is if it is no formula: a backslash, and for cmark an escaped one. */
static cmark_node *
make_backslash (Scanner *self)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);
  gboolean is_pair = peek (self, 1) == '\\';
  gboolean is_ours = is_pair || looks_at (self, 1, BEGIN);

  cmark_node_set_literal (node, is_ours ? "\\" : "\x01");
  cmark_inline_parser_set_offset (self->parser, self->at + (is_pair ? 2 : 1));

  return node;
}

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inline_parser)
{
  Math *math = cmark_syntax_extension_get_private (extension);
  Scanner scanner = { math, inline_parser,
                      cmark_inline_parser_get_offset (inline_parser) };
  cmark_node *node = NULL;

  if (character == '$')
    return match_dollars (&scanner);
  if (character != MARK)
    return NULL;

  /* Authors may write the mark as well, and even at the end of a text. */
  if (looks_at (&scanner, 1, "\\[") || looks_at (&scanner, 1, "\\("))
    node = match_brackets (&scanner);
  else if (looks_at (&scanner, 1, BEGIN))
    node = match_environment (&scanner);

  return node != NULL ? node : make_backslash (&scanner);
}

static Math *
get_math (void)
{
  static Math *math;

  if (g_once_init_enter (&math)) {
    Math *made = g_new0 (Math, 1);
    cmark_mem *memory = cmark_get_default_mem_allocator ();
    cmark_llist *characters = NULL;

    characters = cmark_llist_append (memory, characters, GINT_TO_POINTER ('$'));
    characters = cmark_llist_append (memory, characters, GINT_TO_POINTER (MARK));
    made->extension = cmark_syntax_extension_new ("math");
    cmark_syntax_extension_set_special_inline_chars (made->extension, characters);
    cmark_syntax_extension_set_match_inline_func (made->extension, match_cb);
    cmark_syntax_extension_set_private (made->extension, made, NULL);
    g_once_init_leave (&math, made);
  }

  return math;
}

void
fore_math_attach (cmark_parser *parser, const char *text, gsize length)
{
  Math *math;

  /* An extension costs time wherever one of its characters stands. */
  if (memchr (text, '$', length) == NULL && memchr (text, MARK, length) == NULL)
    return;

  math = get_math ();
  math->left = MAX (length * SEARCH_FACTOR, SEARCH_MIN);
  cmark_parser_attach_syntax_extension (parser, math->extension);
}

gboolean
fore_math_is_formula (cmark_node *node, gboolean *is_display, guint *line)
{
  guint data = GPOINTER_TO_UINT (cmark_node_get_user_data (node));

  *is_display = data & 1;
  *line = data >> 1;

  return data != 0;
}
