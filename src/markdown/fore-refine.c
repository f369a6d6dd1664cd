/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One walk over the blocks that hold text; for each of them one walk for each rule, and
 * no walk for rules of which no character stands in the slide at all. Text in a picture
 * is left alone: it is only its description. */

#include "fore-refine.h"

#include "fore-dialect.h"
#include "fore-emoji.h"
#include "fore-inline.h"
#include "fore-linkify.h"
#include "fore-quotes.h"
#include "fore-remark.h"
#include "fore-span.h"
#include "fore-task.h"
#include "fore-typographer.h"

#include <string.h>

typedef struct {
  const ForeDialect *dialect;
  const ForeAbbreviations *abbreviations;
  gboolean has_addresses;
  gboolean has_colons;
  gboolean has_quotes;
  gboolean has_signs;
  gboolean has_brackets;
} ForeRefinery;

static gboolean
is_text (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_TEXT;
}

/* `</a` counts down, `<a` up. */
static int
count_html_link (cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  gboolean is_end = html[0] == '<' && html[1] == '/';
  const char *name = html + (is_end ? 2 : 1);

  if (html[0] != '<' || g_ascii_tolower (name[0]) != 'a' || g_ascii_isalnum (name[1]) ||
      name[1] == '-')
    return 0;

  return is_end ? -1 : 1;
}

/* Takes a link away and leaves its content. */
static void
unlink_content (cmark_node *link)
{
  cmark_node *child;

  while ((child = cmark_node_first_child (link)) != NULL)
    cmark_node_insert_before (link, child);
  cmark_node_free (link);
}

/* Whether the link is an address that stands for itself. */
static gboolean
stands_for_itself (cmark_node *link)
{
  cmark_node *child = cmark_node_first_child (link);
  const char *text, *url = cmark_node_get_url (link);

  if (child == NULL || !is_text (child) || cmark_node_next (child) != NULL)
    return FALSE;
  text = cmark_node_get_literal (child);

  return url != NULL && text[0] != '\0' && g_str_has_suffix (url, text);
}

/* What is told of a link: that it was an address. */
static char automatic[] = "automatic";

static gboolean
is_automatic (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_LINK &&
         cmark_node_get_user_data (node) == automatic;
}

/* An address is shown with the characters that it stands for, as far as they mean nothing
 * in addresses. */
static void
decode_text (cmark_node *link)
{
  cmark_node *child = cmark_node_first_child (link);
  g_autofree char *text = fore_link_decode (cmark_node_get_literal (child));

  if (text != NULL)
    cmark_node_set_literal (child, text);
}

static cmark_node *
make_link (const ForeLink *link)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_LINK);
  g_autofree char *text = g_strndup (link->start, link->length);
  g_autofree char *address = g_strconcat (link->prefix, text, NULL);

  cmark_node_set_url (node, address);
  cmark_node_append_child (node, fore_text_new (text, link->length));
  decode_text (node);
  cmark_node_set_user_data (node, automatic);

  return node;
}

/* Whether there is a character in an inner place that addresses have. */
static gboolean
may_hold_address (const char *text)
{
  for (const char *at = text; (at = strpbrk (at, ".:/@")) != NULL; at++) {
    if (at[1] > ' ' || (at[1] & 0x80) != 0)
      return TRUE;
  }

  return FALSE;
}

static void
link_text (cmark_node *node)
{
  ForeLinkScanner scanner;
  ForeTextCut cut;
  const char *text;
  ForeLink link;

  if (!may_hold_address (cmark_node_get_literal (node)))
    return;

  text = fore_text_cut_init (&cut, node);
  fore_link_scanner_init (&scanner, text, strlen (text));
  while (fore_link_scanner_next (&scanner, &link))
    fore_text_cut_put (&cut, link.start - text, link.length, make_link (&link));
  fore_text_cut_finish (&cut);
}

static void
judge_link (cmark_node *link, gboolean is_in_html_link)
{
  if (!stands_for_itself (link))
    return;
  if (is_in_html_link) {
    unlink_content (link);
    return;
  }

  decode_text (link);
  cmark_node_set_user_data (link, automatic);
}

static void
link_block (cmark_node *block)
{
  int html_links = 0;
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (block); node != NULL; node = next) {
    switch ((int) cmark_node_get_type (node)) {
    case CMARK_NODE_LINK:
      next = fore_inline_skip (node, block);
      judge_link (node, html_links > 0);
      break;
    case CMARK_NODE_IMAGE:
      next = fore_inline_skip (node, block);
      break;
    case CMARK_NODE_HTML_INLINE:
      next = fore_inline_skip (node, block);
      html_links = MAX (html_links + count_html_link (node), 0);
      break;
    case CMARK_NODE_TEXT:
      next = fore_inline_skip (node, block);
      if (html_links == 0)
        link_text (node);
      break;
    default:
      next = fore_inline_next (node, block);
    }
  }
}

static void
draw_emoji (cmark_node *node)
{
  ForeTextCut cut;
  const char *text, *end;

  if (strchr (cmark_node_get_literal (node), ':') == NULL)
    return;

  text = fore_text_cut_init (&cut, node);
  end = text + strlen (text);
  for (const char *at = text; (at = strchr (at, ':')) != NULL;) {
    const ForeEmoji *emoji = fore_emoji_find (at, end);
    gsize length;

    if (emoji == NULL) {
      at++;
      continue;
    }
    length = strlen (emoji->name) + 2;
    fore_text_cut_put (&cut, at - text, length, fore_span_new (FORE_SPAN_EMOJI, emoji));
    at += length;
  }
  fore_text_cut_finish (&cut);
}

static void
draw_emojis (cmark_node *block)
{
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (block); node != NULL; node = next) {
    int type = cmark_node_get_type (node);

    if (type == CMARK_NODE_IMAGE || is_automatic (node))
      next = fore_inline_skip (node, block);
    else
      next = fore_inline_next (node, block);
    if (type == CMARK_NODE_TEXT)
      draw_emoji (node);
  }
}

static void
mark_abbreviations (const ForeRefinery *self, cmark_node *block)
{
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (block); node != NULL; node = next) {
    next = cmark_node_get_type (node) == CMARK_NODE_IMAGE
             ? fore_inline_skip (node, block)
             : fore_inline_next (node, block);
    if (is_text (node))
      fore_abbreviations_mark (self->abbreviations, node);
  }
}

static void
set_signs (cmark_node *block)
{
  cmark_node *next;

  for (cmark_node *node = cmark_node_first_child (block); node != NULL; node = next) {
    int type = cmark_node_get_type (node);
    g_autofree char *text = NULL;

    if (type == CMARK_NODE_IMAGE || is_automatic (node))
      next = fore_inline_skip (node, block);
    else
      next = fore_inline_next (node, block);
    if (type == CMARK_NODE_TEXT)
      text = fore_typographer_set (cmark_node_get_literal (node));
    if (text != NULL)
      cmark_node_set_literal (node, text);
  }
}

/* What stands for a node as a neighbour of quotes; NULL if nothing does. */
static const char *
get_content (cmark_node *node)
{
  const ForeSpan *span = fore_span_get (node);
  cmark_node *child;

  if (span != NULL && span->kind == FORE_SPAN_EMOJI)
    return ((const ForeEmoji *) span->data)->character;
  if (span != NULL && span->kind == FORE_SPAN_ESCAPED)
    return span->data;
  if (cmark_node_get_type (node) != CMARK_NODE_IMAGE)
    return cmark_node_get_literal (node);

  child = cmark_node_first_child (node);

  return child != NULL ? cmark_node_get_literal (child) : NULL;
}

static gboolean
is_break (int type)
{
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* The pieces of the text of a block, and the nodes that they are of. */
static void
gather (cmark_node *block, GArray *pieces, GPtrArray *nodes)
{
  ForeQuotable piece = { 0 };
  guint level = 0;

  for (cmark_node *node = cmark_node_first_child (block); node != NULL;) {
    int type = cmark_node_get_type (node);
    const char *content = get_content (node);
    cmark_node *child = type == CMARK_NODE_IMAGE ? NULL : cmark_node_first_child (node);

    piece.level = level;
    piece.lowest = MIN (piece.lowest, level);
    piece.text = content != NULL ? content : "";
    piece.is_break = is_break (type);
    piece.is_fixed = type != CMARK_NODE_TEXT;
    if (piece.text[0] != '\0' || piece.is_break) {
      g_array_append_val (pieces, piece);
      g_ptr_array_add (nodes, node);
      piece.lowest = level;
    }

    if (child != NULL) {
      level++;
      node = child;
      continue;
    }
    while (level > 0 && cmark_node_next (node) == NULL) {
      node = cmark_node_parent (node);
      level--;
      piece.lowest = MIN (piece.lowest, level);
    }
    node = cmark_node_next (node);
  }
}

static gboolean
holds_quotes (cmark_node *block)
{
  for (cmark_node *node = cmark_node_first_child (block); node != NULL;
       node = fore_inline_next (node, block)) {
    if (is_text (node) && strpbrk (cmark_node_get_literal (node), "\"'") != NULL)
      return TRUE;
  }

  return FALSE;
}

static void
set_quotes (cmark_node *block)
{
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  if (!holds_quotes (block))
    return;

  pieces = g_array_new (FALSE, FALSE, sizeof (ForeQuotable));
  nodes = g_ptr_array_new ();
  gather (block, pieces, nodes);
  fore_quotes_set (pieces);
  for (guint i = 0; i < pieces->len; i++) {
    ForeQuotable *piece = &g_array_index (pieces, ForeQuotable, i);

    if (piece->changed != NULL)
      cmark_node_set_literal (g_ptr_array_index (nodes, i), piece->changed);
    g_free (piece->changed);
  }
}

static gboolean
is_in (cmark_node *paragraph, cmark_node_type type)
{
  return cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH &&
         cmark_node_get_type (cmark_node_parent (paragraph)) == type;
}

/* `[TOC]`, but only at the end of a text. */
static void
find_contents (cmark_node *block)
{
  cmark_node *last = cmark_node_last_child (block);
  const char *text = last != NULL && is_text (last) ? cmark_node_get_literal (last) : "";
  gsize length = strlen (text);
  gsize mark = strlen ("[TOC]");
  g_autofree char *rest = NULL;

  if (length < mark || g_ascii_strcasecmp (text + length - mark, "[TOC]") != 0)
    return;

  cmark_node_insert_after (last, fore_span_new (FORE_SPAN_CONTENTS, NULL));
  rest = g_strndup (text, length - mark);
  cmark_node_set_literal (last, rest);
}

static void
refine_block (const ForeRefinery *self, cmark_node *block)
{
  if (self->has_brackets) {
    find_contents (block);
    if (is_in (block, CMARK_NODE_ITEM) && cmark_node_previous (block) == NULL)
      fore_task_find (block);
    if (is_in (block, CMARK_NODE_ITEM) || is_in (block, CMARK_NODE_BLOCK_QUOTE))
      fore_remarks_find (block);
  }
  if (self->has_addresses)
    link_block (block);
  if (self->has_colons)
    draw_emojis (block);
  if (self->abbreviations != NULL)
    mark_abbreviations (self, block);
  if (self->has_signs)
    set_signs (block);
  if (self->has_quotes)
    set_quotes (block);
}

static gboolean
holds_text (const ForeRefinery *self, cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
         type == self->dialect->table_cell;
}

static void
look_at (ForeRefinery *self, const char *text, gsize length)
{
  gboolean seen[256] = { FALSE };

  for (gsize i = 0; i < length; i++)
    seen[(guchar) text[i]] = TRUE;

  self->has_addresses = seen['.'] || seen[':'] || seen['/'] || seen['@'];
  self->has_colons = seen[':'];
  self->has_brackets = seen['['];
  self->has_quotes = seen['"'] || seen['\''] || seen['&'];
  self->has_signs = seen['('] || seen['.'] || seen['-'] || seen['+'] || seen[','] ||
                    seen['?'] || seen['!'] || seen['&'];
}

void
fore_refine (cmark_node *document,
             const char *text,
             gsize length,
             const ForeAbbreviations *abbreviations)
{
  ForeRefinery self = { .dialect = fore_dialect_get (), .abbreviations = abbreviations };

  g_return_if_fail (document != NULL);

  look_at (&self, text, length);
  if (!self.has_addresses && !self.has_quotes && !self.has_signs && !self.has_brackets &&
      abbreviations == NULL)
    return;

  for (cmark_node *node = document; node != NULL;) {
    if (holds_text (&self, node)) {
      refine_block (&self, node);
      node = fore_inline_skip (node, document);
    } else {
      node = fore_inline_next (node, document);
    }
  }
}
