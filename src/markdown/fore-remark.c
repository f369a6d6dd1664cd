/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-remark.h"

#include "fore-inline.h"
#include "fore-span.h"

#include <string.h>

#define VALUE_MAX 500

/* What a name may be made of is anything. */
static const struct {
  const char *start;
  ForeSpanKind kind;
  const char *characters;
} kinds[] = {
  { "[name=", FORE_SPAN_NAME, NULL },
  { "[time=", FORE_SPAN_TIME, ":,+-() \t_" },
  { "[color=", FORE_SPAN_COLOUR, "#(), \t_" },
};

static gboolean
may_be_in (char c, const char *characters)
{
  return characters == NULL || g_ascii_isalnum (c) || strchr (characters, c) != NULL;
}

/* Reads a remark. Returns its length, or 0. */
static gsize
read_remark (const char *at, ForeSpanKind *kind, char **value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const char *start = at + strlen (kinds[i].start);
    const char *end = start;

    if (!g_str_has_prefix (at, kinds[i].start))
      continue;
    while (*end != '\0' && *end != ']' && end - start < VALUE_MAX &&
           may_be_in (*end, kinds[i].characters))
      end++;
    if (*end != ']')
      return 0;

    *kind = kinds[i].kind;
    *value = g_strndup (start, end - start);
    return end + 1 - at;
  }

  return 0;
}

/* A name and a time go together. */
static gsize
read_remarks (const char *at, cmark_node **span)
{
  g_autofree char *value = NULL;
  g_autofree char *time = NULL;
  ForeSpanKind kind, next_kind;
  gsize length = read_remark (at, &kind, &value);
  const char *next = at + length;
  gsize next_length;

  if (length == 0)
    return 0;

  if (kind == FORE_SPAN_NAME) {
    next += strspn (next, " \t");
    next_length = read_remark (next, &next_kind, &time);
    if (next_length > 0 && next_kind == FORE_SPAN_TIME) {
      *span =
        fore_span_new_with_text (FORE_SPAN_NAME, g_strconcat (value, "\n", time, NULL));
      return next + next_length - at;
    }
  }
  *span = fore_span_new_with_text (kind, g_steal_pointer (&value));

  return length;
}

static void
colour_free_cb (cmark_mem *memory, void *data)
{
  g_free (data);
}

static void
colour_quote (cmark_node *span)
{
  cmark_node *quote = cmark_node_parent (span);

  while (quote != NULL && cmark_node_get_type (quote) != CMARK_NODE_BLOCK_QUOTE)
    quote = cmark_node_parent (quote);
  if (quote == NULL)
    return;

  g_free (cmark_node_get_user_data (quote));
  cmark_node_set_user_data (quote, fore_remark_read_colour (fore_span_get (span)->data));
  cmark_node_set_user_data_free_func (quote, colour_free_cb);
}

static void
find_in_text (cmark_node *node)
{
  ForeTextCut cut;
  const char *text = fore_text_cut_init (&cut, node);

  for (const char *at = text; (at = strchr (at, '[')) != NULL;) {
    cmark_node *span;
    gsize length = read_remarks (at, &span);

    if (length > 0)
      fore_text_cut_put (&cut, at - text, length, span);
    if (length > 0 && fore_span_get (span)->kind == FORE_SPAN_COLOUR)
      colour_quote (span);
    at += MAX (length, 1);
  }
  fore_text_cut_finish (&cut);
}

void
fore_remarks_find (cmark_node *paragraph)
{
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL; node = next) {
    next = cmark_node_next (node);
    if (cmark_node_get_type (node) == CMARK_NODE_TEXT &&
        strchr (cmark_node_get_literal (node), '[') != NULL)
      find_in_text (node);
  }
}

const char *
fore_remark_get_colour (cmark_node *quote)
{
  return cmark_node_get_user_data (quote);
}

char *
fore_remark_read_colour (const char *colour)
{
  gsize length = strlen (colour);
  guint parts[3];

  if (colour[0] != '#' || (length != 4 && length != 7) ||
      strspn (colour + 1, "0123456789abcdefABCDEF") != length - 1)
    return g_strdup (colour);

  for (guint i = 0; i < 3; i++) {
    const char *first = length == 4 ? colour + 1 + i : colour + 1 + 2 * i;
    const char *second = length == 4 ? first : first + 1;

    parts[i] =
      (guint) g_ascii_xdigit_value (*first) * 16 + (guint) g_ascii_xdigit_value (*second);
  }

  return g_strdup_printf ("rgb(%u, %u, %u)", parts[0], parts[1], parts[2]);
}
