/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* cmark forgets how a character was written. So a mark goes in behind each that was
 * escaped, before cmark sees the text, and what is text afterwards is cut there. The mark
 * is a sign of punctuation, as all those characters are: it changes nothing about what
 * can be emphasis beside it. */

#include "fore-escape.h"

#include "fore-inline.h"
#include "fore-span.h"

#include <string.h>

/* U+1039F, between words in Ugaritic: a text that has one is left as it is. */
#define MARK "\xf0\x90\x8e\x9f"

/* What the rules for text look at. */
#define MEANINGFUL "\"'().,-+?!:@/"

/* What these lines say is read from their source. */
static const char *const plain_lines[] = { ":::", "*[" };
static const char *const remarks[] = { "[name=", "[time=", "[color=" };

static const char *const entities[] = { "&quot;", "&#34;", "&#x22;",
                                        "&apos;", "&#39;", "&#x27;" };

static gboolean
is_plain_line (const char *line, gsize length)
{
  while (length > 0 && *line == ' ') {
    line++;
    length--;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (plain_lines); i++) {
    if (length >= strlen (plain_lines[i]) &&
        memcmp (line, plain_lines[i], strlen (plain_lines[i])) == 0)
      return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++) {
    if (memmem (line, length, remarks[i], strlen (remarks[i])) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* Bytes of what stands for one character and is to be marked. */
static gsize
measure (const char *at, const char *end)
{
  if (*at == '\\')
    return end - at > 1 && at[1] != '\0' && strchr (MEANINGFUL, at[1]) != NULL ? 2 : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    gsize length = strlen (entities[i]);

    if ((gsize) (end - at) >= length &&
        g_ascii_strncasecmp (at, entities[i], length) == 0)
      return length;
  }

  return 0;
}

static void
mark_line (GString *marked, const char *line, gsize length)
{
  const char *end = line + length;
  const char *done = line;

  for (const char *at = line; at < end;) {
    gsize n = *at == '\\' || *at == '&' ? measure (at, end) : 0;

    if (n > 0) {
      g_string_append_len (marked, done, at + n - done);
      g_string_append (marked, MARK);
      done = at + n;
    }
    at += n > 0 ? n : *at == '\\' && end - at > 1 ? 2 : 1;
  }
  g_string_append_len (marked, done, end - done);
}

static gboolean
has_escapes (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, '\\', end - at)) != NULL; at++) {
    if (measure (at, end) > 0)
      return TRUE;
  }
  for (const char *at = text; (at = memchr (at, '&', end - at)) != NULL; at++) {
    if (measure (at, end) > 0)
      return TRUE;
  }

  return FALSE;
}

GString *
fore_escapes_mark (const char *text, gsize length)
{
  const char *end = text + length;
  GString *marked;

  g_return_val_if_fail (text != NULL, NULL);

  if (!has_escapes (text, length) || memmem (text, length, MARK, strlen (MARK)) != NULL)
    return NULL;

  marked = g_string_sized_new (length + 64);
  while (text < end) {
    const char *newline = memchr (text, '\n', end - text);
    gsize n = (newline != NULL ? newline + 1 : end) - text;

    if (is_plain_line (text, n))
      g_string_append_len (marked, text, n);
    else
      mark_line (marked, text, n);
    text += n;
  }

  return marked;
}

static char *
unmark (const char *text)
{
  GString *plain;

  if (text == NULL || strstr (text, MARK) == NULL)
    return NULL;

  plain = g_string_new (text);
  g_string_replace (plain, MARK, "", 0);

  return g_string_free (plain, FALSE);
}

static void
cut_text (cmark_node *node)
{
  ForeTextCut cut;
  const char *text, *mark;

  if (strstr (cmark_node_get_literal (node), MARK) == NULL)
    return;

  text = fore_text_cut_init (&cut, node);
  for (const char *at = text; (mark = strstr (at, MARK)) != NULL;
       at = mark + strlen (MARK)) {
    /* Without one of them before it, an entity that the author wrote. */
    if (mark == at || strchr (MEANINGFUL, mark[-1]) == NULL)
      continue;
    fore_text_cut_put (
      &cut, mark - 1 - text, 1 + strlen (MARK),
      fore_span_new_with_text (FORE_SPAN_ESCAPED, g_strndup (mark - 1, 1)));
  }
  fore_text_cut_finish (&cut);
}

static void
unmark_literal (cmark_node *node)
{
  g_autofree char *plain = unmark (cmark_node_get_literal (node));

  if (plain != NULL)
    cmark_node_set_literal (node, plain);
}

static void
unmark_link (cmark_node *node)
{
  g_autofree char *url = unmark (cmark_node_get_url (node));
  g_autofree char *title = unmark (cmark_node_get_title (node));

  if (url != NULL)
    cmark_node_set_url (node, url);
  if (title != NULL)
    cmark_node_set_title (node, title);
}

static void
unmark_fence (cmark_node *node)
{
  g_autofree char *info = unmark (cmark_node_get_fence_info (node));

  if (info != NULL)
    cmark_node_set_fence_info (node, info);
  unmark_literal (node);
}

/* The text of a picture is only its description. */
static void
unmark_description (cmark_node *image)
{
  for (cmark_node *node = cmark_node_first_child (image); node != NULL;
       node = fore_inline_next (node, image)) {
    if (cmark_node_get_type (node) == CMARK_NODE_TEXT ||
        cmark_node_get_type (node) == CMARK_NODE_CODE)
      unmark_literal (node);
  }
}

static void
take (cmark_node *node)
{
  switch ((int) cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
    cut_text (node);
    break;
  case CMARK_NODE_CODE:
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_HTML_INLINE:
    unmark_literal (node);
    break;
  case CMARK_NODE_CODE_BLOCK:
    unmark_fence (node);
    break;
  case CMARK_NODE_IMAGE:
    unmark_description (node);
    G_GNUC_FALLTHROUGH;
  case CMARK_NODE_LINK:
    unmark_link (node);
    break;
  default:
    fore_span_replace (node, MARK, "");
  }
}

void
fore_escapes_take (cmark_node *document)
{
  cmark_node *next;

  g_return_if_fail (document != NULL);

  for (cmark_node *node = document; node != NULL; node = next) {
    next = fore_inline_next (node, document);
    take (node);
  }
}
