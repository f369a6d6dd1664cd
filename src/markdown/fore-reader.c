/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-reader.h"

#include "fore-aside.h"
#include "fore-dialect.h"
#include "fore-escape.h"
#include "fore-footnote.h"
#include "fore-image-size.h"
#include "fore-inline.h"
#include "fore-refine.h"
#include "fore-sign.h"

#include <string.h>

/* A comment with `--` in it on one line: CommonMark did not allow that in a paragraph
 * when cmark was written. Up to @open no comment ends. Returns where to go on reading. */
static const char *
set_comment_aside (
  ForeAside *aside, const char *text, const char *at, const char *end, const char **open)
{
  const char *start = at + strlen ("<!--");
  const char *line_end = memchr (start, '\n', end - start);
  const char *limit = line_end != NULL ? line_end : end;
  const char *after = start < *open ? NULL : memmem (start, limit - start, "-->", 3);

  if (after == NULL) {
    *open = limit;
    return start;
  }
  if (memmem (start, after - start, "--", 2) != NULL)
    fore_aside_put (aside, text, start - text, after - start, 0);

  return after;
}

static const GString *
set_aside (ForeAside *aside, const char *text, gsize length)
{
  const char *end = text + length;
  const char *open = text;
  gboolean has_sizes = fore_sign_is_in (text, length, " =", '=');
  gboolean has_comments = fore_sign_is_in (text, length, "<!--", '<');

  if ((!has_sizes && !has_comments) || !fore_aside_init (aside, text, length))
    return NULL;

  for (const char *at = text; at < end;) {
    if (*at != ']' && *at != '<')
      at++;
    else if (has_sizes && at[0] == ']' && end - at > 2 && at[1] == '(')
      at = fore_image_size_set_aside (aside, text, at, end);
    else if (has_comments && at[0] == '<' && end - at > 4 && memcmp (at, "<!--", 4) == 0)
      at = set_comment_aside (aside, text, at, end, &open);
    else
      at++;
  }

  return fore_aside_finish (aside, text, length);
}

static void
restore_literal (ForeAside *aside, cmark_node *node)
{
  g_autofree char *literal = fore_aside_restore (aside, cmark_node_get_literal (node));

  if (literal != NULL)
    cmark_node_set_literal (node, literal);
}

/* All that had no use for what was set aside gets it back. */
static void
restore (ForeAside *aside, cmark_node *document)
{
  for (cmark_node *node = document; node != NULL;
       node = fore_inline_next (node, document)) {
    g_autofree char *info = NULL;

    restore_literal (aside, node);
    if (cmark_node_get_type (node) == CMARK_NODE_CODE_BLOCK)
      info = fore_aside_restore (aside, cmark_node_get_fence_info (node));
    if (info != NULL)
      cmark_node_set_fence_info (node, info);
  }
}

static cmark_node *
parse_note (const char *text, gsize length)
{
  return fore_dialect_parse (text, length, NULL);
}

static void
finish (cmark_node *document, const char *text, gsize length, gboolean has_escapes)
{
  const ForeDialect *dialect = fore_dialect_get ();
  ForeAbbreviations *abbreviations;

  fore_footnotes_number (document, parse_note);
  fore_definition_list_join (document, &dialect->definitions);
  abbreviations = fore_abbreviations_take (document, dialect->abbreviation);
  if (has_escapes)
    fore_escapes_take (document);
  fore_refine (document, text, length, abbreviations);
  fore_abbreviations_free (abbreviations);
}

cmark_node *
fore_reader_read (const char *text, gsize length, const char *definitions)
{
  ForeAside aside = { 0 };
  GString *marked = fore_escapes_mark (text, length);
  const GString *source;
  cmark_node *document;

  if (marked != NULL) {
    text = marked->str;
    length = marked->len;
  }
  source = set_aside (&aside, text, length);
  document = source != NULL ? fore_dialect_parse (source->str, source->len, definitions)
                            : fore_dialect_parse (text, length, definitions);
  if (source != NULL) {
    fore_image_size_apply (&aside, document);
    restore (&aside, document);
  }
  fore_aside_clear (&aside);
  finish (document, text, length, marked != NULL);
  if (marked != NULL)
    g_string_free (marked, TRUE);

  return document;
}
