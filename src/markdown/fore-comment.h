/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-attributes.h"

G_BEGIN_DECLS

/**
 * ForeCommentKind:
 * @FORE_COMMENT_PLAIN: says nothing to us
 * @FORE_COMMENT_ELEMENT: `.element`: attributes for the element before it
 * @FORE_COMMENT_SLIDE: `.slide:`: attributes for the slide
 */
typedef enum {
  FORE_COMMENT_PLAIN,
  FORE_COMMENT_ELEMENT,
  FORE_COMMENT_SLIDE,
} ForeCommentKind;

/**
 * ForeComment:
 * @kind: what the comment is for
 * @attributes: (nullable) (element-type ForeAttribute): what it asks for
 * @is_lenient: whether some of @attributes are written in a way that HedgeDoc does not
 *   read: a value with `=`, without quotes or in single ones, or on a further line
 * @refused: (nullable): the name of an attribute that a comment may not set
 * @start: where in the comment the instruction starts
 * @length: its length; it is not part of what the comment says
 *
 * What a comment asks for (reveal.js 3, HedgeDoc 1.x).
 */
typedef struct {
  ForeCommentKind kind;
  GArray *attributes;
  gboolean is_lenient;
  char *refused;
  gsize start;
  gsize length;
} ForeComment;

/**
 * fore_comment_read:
 * @text: what stands between `<!--` and `-->`
 * @comment: (out): what it says; free it with fore_comment_clear()
 */
void fore_comment_read (const char *text, gsize length, ForeComment *comment);

void fore_comment_clear (ForeComment *self);

G_END_DECLS
