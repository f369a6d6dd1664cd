/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Where a word may start, the text is looked up with each length that there is an
 * abbreviation of, the longest first. There can be no more different lengths than the
 * square root of what stands on the slide, and no more than LENGTHS_MAX. */

#include "fore-abbreviation.h"

#include "fore-character.h"
#include "fore-inline.h"
#include "fore-span.h"

#include <stdlib.h>
#include <string.h>

#define LENGTHS_MAX 256

typedef struct {
  char *label;
  char *title;
} ForeAbbreviation;

struct _ForeAbbreviations {
  GHashTable *titles;
  /* Bytes in labels, without repetition, the longest first. */
  GArray *lengths;
};

static void
abbreviation_free_cb (cmark_mem *memory, void *data)
{
  ForeAbbreviation *self = data;

  g_free (self->label);
  g_free (self->title);
  g_free (self);
}

/* The `]` after a label; NULL if it is not one. */
static const char *
find_label_end (const char *at, const char *end)
{
  for (; at < end; at++) {
    if (*at == '[')
      return NULL;
    if (*at == ']')
      return at;
    if (*at == '\\')
      at++;
  }

  return NULL;
}

static char *
unescape (const char *text, gsize length)
{
  GString *result = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++) {
    if (text[i] == '\\' && i + 1 < length)
      i++;
    g_string_append_c (result, text[i]);
  }

  return g_string_free (result, FALSE);
}

static ForeAbbreviation *
read_line (const char *at, const char *end)
{
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  const char *label_end;
  ForeAbbreviation *self;

  if (end - at < 2 || at[0] != '*' || at[1] != '[')
    return NULL;
  label_end = find_label_end (at + 2, end);
  if (label_end == NULL || end - label_end < 2 || label_end[1] != ':')
    return NULL;
  label = unescape (at + 2, label_end - at - 2);
  title = g_strstrip (g_strndup (label_end + 2, end - label_end - 2));
  if (label[0] == '\0' || title[0] == '\0')
    return NULL;

  self = g_new0 (ForeAbbreviation, 1);
  self->label = g_steal_pointer (&label);
  self->title = g_steal_pointer (&title);

  return self;
}

static cmark_node *
open_cb (cmark_syntax_extension *extension,
         int indented,
         cmark_parser *parser,
         cmark_node *parent,
         unsigned char *input,
         int length)
{
  int first = cmark_parser_get_first_nonspace (parser);
  ForeAbbreviation *abbreviation;
  cmark_node *node;

  if (indented)
    return NULL;
  abbreviation = read_line ((const char *) input + first, (const char *) input + length);
  if (abbreviation == NULL)
    return NULL;

  node = cmark_parser_add_child (
    parser, parent,
    (cmark_node_type) GPOINTER_TO_INT (cmark_syntax_extension_get_private (extension)),
    first + 1);
  cmark_node_set_syntax_extension (node, extension);
  cmark_node_set_user_data (node, abbreviation);
  cmark_node_set_user_data_free_func (node, abbreviation_free_cb);
  cmark_parser_advance_offset (parser, (const char *) input,
                               length - 1 - cmark_parser_get_offset (parser), FALSE);

  return node;
}

/* A line is all there is of it. */
static int
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          unsigned char *input,
          int length,
          cmark_node *node)
{
  return FALSE;
}

static int
can_contain_cb (cmark_syntax_extension *extension,
                cmark_node *node,
                cmark_node_type child)
{
  return FALSE;
}

cmark_syntax_extension *
fore_abbreviation_new (cmark_node_type type)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("abbreviation");

  cmark_syntax_extension_set_private (self, GINT_TO_POINTER (type), NULL);
  cmark_syntax_extension_set_open_block_func (self, open_cb);
  cmark_syntax_extension_set_match_block_func (self, match_cb);
  cmark_syntax_extension_set_can_contain_func (self, can_contain_cb);

  return self;
}

static int
compare_lengths (const void *a, const void *b)
{
  gsize x = *(const gsize *) a, y = *(const gsize *) b;

  return x < y ? 1 : x > y ? -1 : 0;
}

static void
collect_lengths (ForeAbbreviations *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer label;

  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_hash_table_iter_init (&iter, self->titles);
  while (g_hash_table_iter_next (&iter, &label, NULL)) {
    gsize length = strlen (label);

    if (self->lengths->len < LENGTHS_MAX &&
        g_hash_table_add (seen, GSIZE_TO_POINTER (length)))
      g_array_append_val (self->lengths, length);
  }
  qsort (self->lengths->data, self->lengths->len, sizeof (gsize), compare_lengths);
}

/* The first that is said of a word counts. */
ForeAbbreviations *
fore_abbreviations_take (cmark_node *document, cmark_node_type type)
{
  ForeAbbreviations *self = NULL;
  cmark_node *next;

  for (cmark_node *node = document; node != NULL; node = next) {
    next = fore_inline_next (node, document);
    if (cmark_node_get_type (node) != type)
      continue;

    if (self == NULL) {
      self = g_new0 (ForeAbbreviations, 1);
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
    ForeAbbreviation *abbreviation = cmark_node_get_user_data (node);

    if (!g_hash_table_contains (self->titles, abbreviation->label))
      g_hash_table_insert (self->titles, g_steal_pointer (&abbreviation->label),
                           g_steal_pointer (&abbreviation->title));
    cmark_node_free (node);
  }
  if (self != NULL)
    collect_lengths (self);

  return self;
}

void
fore_abbreviations_free (ForeAbbreviations *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->titles);
  g_array_unref (self->lengths);
  g_free (self);
}

static gboolean
is_edge (gunichar c)
{
  return fore_character_is_blank (c) || fore_character_is_punctuation (c) ||
         (c < 0x80 && fore_character_is_symbol (c));
}

/* Returns the length of the abbreviation here, or 0. */
static gsize
find (const ForeAbbreviations *self, const char *at, const char *end, const char **title)
{
  for (guint i = 0; i < self->lengths->len; i++) {
    gsize length = g_array_index (self->lengths, gsize, i);
    g_autofree char *label = NULL;

    if (length > (gsize) (end - at) || !is_edge (fore_character_get (at + length, end)))
      continue;
    label = g_strndup (at, length);
    *title = g_hash_table_lookup (self->titles, label);
    if (*title != NULL)
      return length;
  }

  return 0;
}

void
fore_abbreviations_mark (const ForeAbbreviations *self, cmark_node *node)
{
  ForeTextCut cut;
  const char *text = fore_text_cut_init (&cut, node);
  const char *end = text + strlen (text);
  gunichar before = ' ';

  for (const char *at = text; at < end;) {
    const char *title;
    gsize length = is_edge (before) ? find (self, at, end, &title) : 0;

    if (length > 0) {
      cmark_node *span =
        fore_span_new_with_text (FORE_SPAN_ABBREVIATION, g_strdup (title));
      g_autofree char *label = g_strndup (at, length);

      cmark_node_append_child (span, fore_text_new (label, length));
      fore_text_cut_put (&cut, at - text, length, span);
      at += length;
      before = fore_character_get_before (text, at);
    } else {
      before = fore_character_get (at, end);
      at = g_utf8_next_char (at);
    }
  }
  fore_text_cut_finish (&cut);
}
