/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-dialect.h"

#include "fore-abbreviation.h"
#include "fore-autolink.h"
#include "fore-container.h"
#include "fore-embed.h"
#include "fore-footnote.h"
#include "fore-lazy-line.h"
#include "fore-math.h"
#include "fore-pairs.h"
#include "fore-sign.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

#define OPTIONS CMARK_OPT_UNSAFE

/* In the order in which they are asked. The table's own says that it has found something
 * when it has not. */
enum {
  PAIRS,
  FOOTNOTE,
  AUTOLINK,
  EMBED,
  CONTAINER,
  ABBREVIATION,
  DEFINITION_LIST,
  TABLE,
  N_EXTENSIONS,
};

typedef struct {
  ForeDialect types;
  cmark_syntax_extension *extensions[N_EXTENSIONS];
  /* While cmark parses the inlines of a document it keeps the special characters of the
   * parser's extensions in tables that all parsers share. */
  GMutex mutex;
} Dialect;

/* An extension costs time wherever one of its characters stands. */
static gboolean
is_wanted (guint extension, const char *text, gsize length)
{
  switch (extension) {
  case PAIRS:
    return fore_pairs_may_be_in (text, length);
  case FOOTNOTE:
    return fore_sign_is_in (text, length, "^[", '^') ||
           fore_sign_is_in (text, length, "[^", '^');
  case AUTOLINK:
    return fore_sign_is_in (text, length, "://", ':');
  case EMBED:
    return fore_sign_is_in (text, length, "{%", '{');
  case CONTAINER:
    return fore_sign_is_in (text, length, ":::", ':');
  case ABBREVIATION:
    return fore_sign_is_in (text, length, "*[", '*');
  case DEFINITION_LIST:
    return fore_definition_list_may_be_in (text, length);
  default:
    return TRUE;
  }
}

static void
feed (cmark_parser *parser, const char *text, const char *end)
{
  ForeLazyLines lines;
  const char *line;

  fore_lazy_lines_init (&lines, text, end);
  while (memchr (text, '<', end - text) != NULL &&
         (line = fore_lazy_lines_next (&lines)) != NULL) {
    cmark_parser_feed (parser, text, line - text);
    cmark_parser_feed (parser, "    ", 4);
    text = line;
  }
  cmark_parser_feed (parser, text, end - text);
}

static cmark_node *
parse (Dialect *self, const char *text, gsize length, const char *definitions)
{
  gboolean has_notes = fore_footnote_may_be_in (text, length, definitions);
  cmark_parser *parser =
    cmark_parser_new (has_notes ? OPTIONS | CMARK_OPT_FOOTNOTES : OPTIONS);
  cmark_node *document;

  for (gsize i = 0; i < G_N_ELEMENTS (self->extensions); i++) {
    if (is_wanted (i, text, length) ||
        (i == ABBREVIATION && definitions != NULL && strstr (definitions, "*[") != NULL))
      cmark_parser_attach_syntax_extension (parser, self->extensions[i]);
  }

  fore_math_attach (parser, text, length);
  feed (parser, text, text + length);
  if (definitions != NULL) {
    cmark_parser_feed (parser, "\n\n", 2);
    cmark_parser_feed (parser, definitions, strlen (definitions));
  }
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);

  return document;
}

/* The numbers of node types are not in cmark's installed headers: look at a document that
 * has one node of each. */
static void
learn_types (Dialect *self)
{
  static const char sample[] = "|a|\n|-|";
  cmark_node *document = parse (self, sample, strlen (sample), NULL);
  cmark_node *table = cmark_node_first_child (document);
  cmark_node *row = cmark_node_first_child (table);

  self->types.table = cmark_node_get_type (table);
  self->types.table_row = cmark_node_get_type (row);
  self->types.table_cell = cmark_node_get_type (cmark_node_first_child (row));

  cmark_node_free (document);
}

static void
make_extensions (Dialect *self)
{
  ForeDialect *types = &self->types;

  types->container = cmark_syntax_extension_add_node (FALSE);
  types->abbreviation = cmark_syntax_extension_add_node (FALSE);
  types->definitions.list = cmark_syntax_extension_add_node (FALSE);
  types->definitions.term = cmark_syntax_extension_add_node (FALSE);
  types->definitions.definition = cmark_syntax_extension_add_node (FALSE);

  self->extensions[PAIRS] = fore_pairs_new ();
  self->extensions[FOOTNOTE] = fore_footnote_new ();
  self->extensions[AUTOLINK] = fore_autolink_new ();
  self->extensions[EMBED] = fore_embed_new ();
  self->extensions[CONTAINER] = fore_container_new (types->container);
  self->extensions[ABBREVIATION] = fore_abbreviation_new (types->abbreviation);
  self->extensions[DEFINITION_LIST] = fore_definition_list_new (&types->definitions);
}

static Dialect *
get_dialect (void)
{
  static Dialect *dialect;

  if (g_once_init_enter (&dialect)) {
    Dialect *made = g_new0 (Dialect, 1);

    cmark_gfm_core_extensions_ensure_registered ();
    made->extensions[TABLE] = cmark_find_syntax_extension ("table");
    g_mutex_init (&made->mutex);
    make_extensions (made);
    learn_types (made);
    g_once_init_leave (&dialect, made);
  }

  return dialect;
}

const ForeDialect *
fore_dialect_get (void)
{
  return &get_dialect ()->types;
}

static int
count_lines (const char *text, gsize length)
{
  int n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';

  return n_lines;
}

/* A fence or a comment that is open where the text ends takes in the definitions too: it
 * then reaches further than the blank line after the text. */
static gboolean
took_definitions_in (cmark_node *document, int n_lines)
{
  cmark_node *last = cmark_node_last_child (document);
  cmark_node_type type = last != NULL ? cmark_node_get_type (last) : CMARK_NODE_NONE;

  if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK)
    return FALSE;

  return cmark_node_get_start_line (last) <= n_lines + 1 &&
         cmark_node_get_end_line (last) > n_lines + 1;
}

/* What only looked like a definition is text, but not of this slide. */
static void
remove_below (const Dialect *self, cmark_node *document, int n_lines)
{
  cmark_node *before;

  for (cmark_node *node = cmark_node_last_child (document); node != NULL; node = before) {
    cmark_node_type type = cmark_node_get_type (node);

    before = cmark_node_previous (node);
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION || type == self->types.abbreviation)
      continue;
    if (cmark_node_get_start_line (node) <= n_lines + 1)
      break;
    cmark_node_free (node);
  }
}

cmark_node *
fore_dialect_parse (const char *text, gsize length, const char *definitions)
{
  Dialect *self = get_dialect ();
  g_autofree char *prepared = fore_math_prepare (text, length);
  cmark_node *document;

  if (prepared != NULL)
    text = prepared;
  g_mutex_lock (&self->mutex);
  document = parse (self, text, length, definitions);
  if (definitions != NULL) {
    int n_lines = count_lines (text, length);

    if (took_definitions_in (document, n_lines)) {
      cmark_node_free (document);
      document = parse (self, text, length, NULL);
    } else {
      remove_below (self, document, n_lines);
    }
  }
  g_mutex_unlock (&self->mutex);
  if (prepared != NULL)
    fore_math_restore (document);

  return document;
}
