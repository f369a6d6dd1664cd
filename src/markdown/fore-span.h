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

G_END_DECLS
