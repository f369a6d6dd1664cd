/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeSpanKind:
 * @FORE_SPAN_STRIKETHROUGH: text between `~~`
 * @FORE_SPAN_MARK: text between `==`
 * @FORE_SPAN_INSERTION: text between `++`
 * @FORE_SPAN_SUBSCRIPT: text between `~`
 * @FORE_SPAN_SUPERSCRIPT: text between `^`
 * @FORE_SPAN_EMOJI: a name between colons; its data is a static #ForeEmoji
 * @FORE_SPAN_ABBREVIATION: a word; its data is what it is short for
 * @FORE_SPAN_FOOTNOTE: a note in the text; its data is that of the note, as Markdown
 * @FORE_SPAN_CARET: a `^`, until fore_footnotes_number()
 * @FORE_SPAN_EMBED: a card of a page elsewhere; see fore_embed_read()
 * @FORE_SPAN_CONTENTS: a table of contents
 * @FORE_SPAN_CHECKBOX: the box of a task; its data is `checked` if it is done
 * @FORE_SPAN_NAME: who said something, perhaps a line end, and when
 * @FORE_SPAN_TIME: when
 * @FORE_SPAN_COLOUR: a colour; its data is as the author wrote it
 * @FORE_SPAN_ESCAPED: a character that means nothing but itself; its data is it
 *
 * What an inline node is that CommonMark does not have.
 */
typedef enum {
  FORE_SPAN_STRIKETHROUGH,
  FORE_SPAN_MARK,
  FORE_SPAN_INSERTION,
  FORE_SPAN_SUBSCRIPT,
  FORE_SPAN_SUPERSCRIPT,
  FORE_SPAN_EMOJI,
  FORE_SPAN_ABBREVIATION,
  FORE_SPAN_FOOTNOTE,
  FORE_SPAN_CARET,
  FORE_SPAN_EMBED,
  FORE_SPAN_CONTENTS,
  FORE_SPAN_CHECKBOX,
  FORE_SPAN_NAME,
  FORE_SPAN_TIME,
  FORE_SPAN_COLOUR,
  FORE_SPAN_ESCAPED,
} ForeSpanKind;

/**
 * ForeSpan:
 * @kind: what it is
 * @data: (nullable): what its kind says
 *
 * An inline node of our own. To cmark it is emphasis: a table's cell takes no other types
 * than those that cmark knows.
 */
typedef struct {
  ForeSpanKind kind;
  gconstpointer data;

  /*< private >*/
  char *text;
} ForeSpan;

/**
 * fore_span_new:
 * @data: (nullable): static data
 *
 * Returns: (transfer full): a node
 */
cmark_node *fore_span_new (ForeSpanKind kind, gconstpointer data);

/**
 * fore_span_new_with_text:
 * @text: (transfer full): the data of the node
 *
 * Returns: (transfer full): a node
 */
cmark_node *fore_span_new_with_text (ForeSpanKind kind, char *text);

/**
 * fore_span_get:
 *
 * Returns: (nullable): what @node is, or `NULL` if it is not one of ours
 */
const ForeSpan *fore_span_get (cmark_node *node);

/**
 * fore_span_replace:
 * @node: any node
 *
 * Replaces each @old by @new in the data of a span that has text of its own.
 */
void fore_span_replace (cmark_node *node, const char *old, const char *new);

G_END_DECLS
