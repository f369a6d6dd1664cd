/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* cmark finds `[^1]` and what it refers to. Notes in the text are spans with their
 * source, until all is parsed; then each becomes a reference, and a note of its own. One
 * walk over the text and over each note in turn, as they come to be referred to, numbers
 * them.
 *
 * To cmark 0.29 any text that begins with `^` in brackets is a reference, of as many
 * bytes as the columns of both brackets are apart. Over a line end that is another
 * number, and cuts characters in two; and where the `^` was decoded, it reads memory that
 * it has freed. So what is no name is kept from it: a `^` becomes a span until all is
 * parsed, and in a text with one that no extension is asked about there are no notes. */

#include "fore-footnote.h"

#include "fore-inline.h"
#include "fore-sign.h"
#include "fore-span.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MAX 2048
#define NOTE_NAME_MAX 500

/* A blank that no block starts with, and that emphasis takes for one. */
#define GUARD "\xc2\xa0"

typedef struct {
  cmark_node *document;
  ForeFootnoteParse parse;
  /* By cmark's numbers. */
  GPtrArray *found;
  /* By ours. */
  GPtrArray *numbered;
} ForeFootnotes;

/* The text between brackets; NULL if they do not close. */
static GString *
read_text (cmark_inline_parser *inlines, int at, int *end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint depth = 1;

  for (; text->len < TEXT_MAX; at++) {
    guchar c = cmark_inline_parser_peek_at (inlines, at);

    if (c == '\0')
      return NULL;
    depth += c == '[';
    depth -= c == ']';
    if (depth == 0) {
      *end = at + 1;
      return g_steal_pointer (&text);
    }
    g_string_append_c (text, (char) c);
    if (c == '\\' && cmark_inline_parser_peek_at (inlines, at + 1) != '\0')
      g_string_append_c (text, (char) cmark_inline_parser_peek_at (inlines, ++at));
  }

  return NULL;
}

/* Whether what stands between `[^` and a bracket can be the name of a note. */
static gboolean
is_name_at (cmark_inline_parser *inlines, int at)
{
  for (int i = 0; i < NOTE_NAME_MAX; i++) {
    guchar c = cmark_inline_parser_peek_at (inlines, at + i);

    if (c <= ' ')
      return FALSE;
    if (c == ']')
      return i > 0;
  }

  return FALSE;
}

static cmark_node *
match_text (cmark_inline_parser *inlines, int start)
{
  int end;
  g_autoptr (GString) text = read_text (inlines, start + 2, &end);

  if (text == NULL)
    return NULL;

  cmark_inline_parser_set_offset (inlines, end);

  return fore_span_new_with_text (FORE_SPAN_FOOTNOTE,
                                  g_string_free (g_steal_pointer (&text), FALSE));
}

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inlines)
{
  int start = cmark_inline_parser_get_offset (inlines);
  cmark_node *node = NULL;

  if (character != '^')
    return NULL;
  if (cmark_inline_parser_peek_at (inlines, start + 1) == '[')
    node = match_text (inlines, start);
  if (node == NULL && start > 0 &&
      cmark_inline_parser_peek_at (inlines, start - 1) == '[' &&
      !is_name_at (inlines, start + 1)) {
    cmark_inline_parser_set_offset (inlines, start + 1);
    node = fore_span_new (FORE_SPAN_CARET, NULL);
  }

  return node;
}

cmark_syntax_extension *
fore_footnote_new (void)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("footnote");
  cmark_mem *memory = cmark_get_default_mem_allocator ();

  cmark_syntax_extension_set_match_inline_func (self, match_cb);
  cmark_syntax_extension_set_special_inline_chars (
    self, cmark_llist_append (memory, NULL, GINT_TO_POINTER ('^')));

  return self;
}

/* Whether a `^` is written here that cmark decodes by itself: as an escape, or by its
 * number or name. */
static gboolean
is_hidden_caret (const char *at, const char *end)
{
  g_autofree char *text = g_strndup (at, MIN ((gsize) (end - at), 16));

  if (g_str_has_prefix (text, "\\^"))
    return TRUE;
  if (g_ascii_strncasecmp (text, "&#x", 3) == 0)
    return g_ascii_strtoull (text + 3, NULL, 16) == '^';
  if (g_str_has_prefix (text, "&#"))
    return g_ascii_strtoull (text + 2, NULL, 10) == '^';

  return g_str_has_prefix (text, "&Hat;");
}

static gboolean
has_hidden_caret (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, '[', end - at)) != NULL; at++) {
    if (end - at > 2 && strchr ("\\&", at[1]) != NULL && is_hidden_caret (at + 1, end))
      return TRUE;
  }

  return FALSE;
}

gboolean
fore_footnote_may_be_in (const char *text, gsize length, const char *definitions)
{
  return fore_sign_is_in (text, length, "[^", '^') && !has_hidden_caret (text, length) &&
         (definitions == NULL || !has_hidden_caret (definitions, strlen (definitions)));
}

static void
footnote_free_cb (cmark_mem *memory, void *data)
{
  g_free (data);
}

static ForeFootnote *
tell (cmark_node *node, guint number, guint reference)
{
  ForeFootnote *self = g_new0 (ForeFootnote, 1);

  self->number = number;
  self->reference = reference;
  cmark_node_set_user_data (node, self);
  cmark_node_set_user_data_free_func (node, footnote_free_cb);

  return self;
}

static void
remove_guard (cmark_node *paragraph)
{
  cmark_node *text = cmark_node_first_child (paragraph);
  const char *literal = text != NULL ? cmark_node_get_literal (text) : NULL;
  g_autofree char *rest = NULL;

  if (literal == NULL || !g_str_has_prefix (literal, GUARD))
    return;
  rest = g_strdup (literal + strlen (GUARD));
  cmark_node_set_literal (text, rest);
}

/* A note of the text that a span holds. */
static cmark_node *
make_note (ForeFootnotes *self, const char *text)
{
  cmark_node *note = cmark_node_new (CMARK_NODE_FOOTNOTE_DEFINITION);
  g_autofree char *guarded = g_strconcat (GUARD, text, NULL);
  cmark_node *document = self->parse (guarded, strlen (guarded));
  cmark_node *paragraph = cmark_node_first_child (document);

  if (paragraph != NULL) {
    remove_guard (paragraph);
    cmark_node_append_child (note, paragraph);
  }
  cmark_node_free (document);

  return note;
}

/* A reference that took the place of a span, to a note that took its text. */
static cmark_node *
replace_span (ForeFootnotes *self, cmark_node *span, const char *text)
{
  cmark_node *reference = cmark_node_new (CMARK_NODE_FOOTNOTE_REFERENCE);
  cmark_node *note = make_note (self, text);

  g_ptr_array_add (self->numbered, note);
  tell (note, self->numbered->len, 1);
  tell (reference, self->numbered->len, 0);
  cmark_node_replace (span, reference);
  cmark_node_free (span);

  return reference;
}

static cmark_node *
replace_caret (cmark_node *span)
{
  cmark_node *text = fore_text_new ("^", 1);

  cmark_node_replace (span, text);
  cmark_node_free (span);

  return text;
}

static void
number_reference (ForeFootnotes *self, cmark_node *reference)
{
  const char *literal = cmark_node_get_literal (reference);
  guint index = literal != NULL ? (guint) strtoul (literal, NULL, 10) : 0;
  ForeFootnote *told;
  cmark_node *note;

  if (index == 0 || index > self->found->len)
    return;
  note = g_ptr_array_index (self->found, index - 1);
  told = cmark_node_get_user_data (note);
  if (told == NULL) {
    g_ptr_array_add (self->numbered, note);
    told = tell (note, self->numbered->len, 0);
  }

  tell (reference, told->number, told->reference);
  told->reference++;
}

static void
number_in (ForeFootnotes *self, cmark_node *root)
{
  for (cmark_node *node = root; node != NULL; node = fore_inline_next (node, root)) {
    const ForeSpan *span = fore_span_get (node);

    if (span != NULL && span->kind == FORE_SPAN_FOOTNOTE)
      node = replace_span (self, node, span->data);
    else if (span != NULL && span->kind == FORE_SPAN_CARET)
      node = replace_caret (node);
    else if (cmark_node_get_type (node) == CMARK_NODE_FOOTNOTE_REFERENCE)
      number_reference (self, node);
  }
}

/* cmark has put the notes at the end, in its own order. */
static void
take_notes (ForeFootnotes *self)
{
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (self->document); node != NULL;
       node = next) {
    next = cmark_node_next (node);
    if (cmark_node_get_type (node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
      cmark_node_unlink (node);
      g_ptr_array_add (self->found, node);
    }
  }
}

void
fore_footnotes_number (cmark_node *document, ForeFootnoteParse parse)
{
  ForeFootnotes self = { .document = document, .parse = parse };

  self.found = g_ptr_array_new ();
  self.numbered = g_ptr_array_new ();
  take_notes (&self);
  number_in (&self, document);
  for (guint i = 0; i < self.numbered->len; i++)
    number_in (&self, g_ptr_array_index (self.numbered, i));

  for (guint i = 0; i < self.numbered->len; i++)
    cmark_node_append_child (document, g_ptr_array_index (self.numbered, i));
  for (guint i = 0; i < self.found->len; i++) {
    cmark_node *note = g_ptr_array_index (self.found, i);

    if (cmark_node_get_user_data (note) == NULL)
      cmark_node_free (note);
  }

  g_ptr_array_unref (self.found);
  g_ptr_array_unref (self.numbered);
}

const ForeFootnote *
fore_footnote_get (cmark_node *node)
{
  return cmark_node_get_user_data (node);
}
