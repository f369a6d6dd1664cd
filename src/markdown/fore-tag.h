/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More attributes than this on one tag are left out. */
#define FORE_TAG_MAX_ATTRIBUTES 64

/**
 * ForeTag:
 * @length: bytes from `<` to `>`, both included
 * @name: the first byte of its name
 * @name_length: bytes in @name
 * @is_end: whether it is an end tag
 * @is_self_closing: whether it ends in `/>`
 * @attributes: each attribute from its name to the end of its value, as it is written
 * @n_attributes: how many of them were kept
 *
 * A tag in a piece of HTML.
 */
typedef struct {
  gsize length;
  const char *name;
  gsize name_length;
  gboolean is_end;
  gboolean is_self_closing;
  struct {
    const char *start;
    gsize length;
  } attributes[FORE_TAG_MAX_ATTRIBUTES];
  guint n_attributes;
} ForeTag;

/**
 * ForeTagResult:
 * @FORE_TAG_NONE: this is no tag
 * @FORE_TAG_UNCLOSED: this is a tag that does not end
 * @FORE_TAG_READ: this is a tag
 */
typedef enum {
  FORE_TAG_NONE,
  FORE_TAG_UNCLOSED,
  FORE_TAG_READ,
} ForeTagResult;

/**
 * fore_tag_read:
 * @at: a `<`
 * @end: where the HTML ends
 * @tag: (out): the tag there
 *
 * Reads a tag in the way of the HTML standard.
 */
ForeTagResult fore_tag_read (const char *at, const char *end, ForeTag *tag);

/**
 * fore_tag_find_end_tag:
 * @name: in lower case
 *
 * Returns: (nullable): the `<` of the first end tag with that @name
 */
const char *fore_tag_find_end_tag (const char *at, const char *end, const char *name);

G_END_DECLS
