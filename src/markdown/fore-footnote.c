/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* cmark finds `[^1]` and what it refers to. Notes in the text are spans with their
 * source, until all is parsed; then each becomes a reference, and a note of its own. One
 * walk over the text and over each note in turn, as they come to be referred to, numbers
 * them. */

#include "fore-footnote.h"

#include "fore-inline.h"
#include "fore-span.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MAX 2048

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

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inlines)
{
  int start = cmark_inline_parser_get_offset (inlines);
  g_autoptr (GString) text = NULL;
  int end;

  if (character != '^' || cmark_inline_parser_peek_at (inlines, start + 1) != '[')
    return NULL;
  text = read_text (inlines, start + 2, &end);
  if (text == NULL)
    return NULL;

  cmark_inline_parser_set_offset (inlines, end);

  return fore_span_new_with_text (FORE_SPAN_FOOTNOTE,
                                  g_string_free (g_steal_pointer (&text), FALSE));
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
