/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-address.h"

G_BEGIN_DECLS

/**
 * ForeElementFlags:
 * @FORE_ELEMENT_BLOCK: stands on lines of its own
 * @FORE_ELEMENT_HEADING: `h1` to `h6`
 * @FORE_ELEMENT_VOID: has no content and no end tag
 * @FORE_ELEMENT_FORMATTING: an HTML parser opens it again in the blocks after the one
 *   that it was left open in
 * @FORE_ELEMENT_SCOPE: end tags inside it close nothing outside of it
 * @FORE_ELEMENT_RAW: its content is not markup
 * @FORE_ELEMENT_IMPLIED_END: the start tag of the next one like it ends it
 * @FORE_ELEMENT_CELL: a cell of a table
 * @FORE_ELEMENT_TERM: `dt` or `dd`
 * @FORE_ELEMENT_ROWS: rows of a table
 * @FORE_ELEMENT_TABLE: a table or a part of one
 * @FORE_ELEMENT_OURS: made of Markdown only
 *
 * What must be known of an element to handle it, after the HTML standard.
 */
typedef enum {
  FORE_ELEMENT_BLOCK = 1 << 0,
  FORE_ELEMENT_HEADING = 1 << 1,
  FORE_ELEMENT_VOID = 1 << 2,
  FORE_ELEMENT_FORMATTING = 1 << 3,
  FORE_ELEMENT_SCOPE = 1 << 4,
  FORE_ELEMENT_RAW = 1 << 5,
  FORE_ELEMENT_IMPLIED_END = 1 << 6,
  FORE_ELEMENT_CELL = 1 << 7,
  FORE_ELEMENT_TERM = 1 << 8,
  FORE_ELEMENT_ROWS = 1 << 9,
  FORE_ELEMENT_TABLE = 1 << 10,
  FORE_ELEMENT_OURS = 1 << 11,
} ForeElementFlags;

/**
 * ForeElement:
 * @key: the name that a deck uses, in lower case
 * @name: its name as it is written
 *
 * An element that a deck may use.
 */
typedef struct {
  const char *key;
  const char *name;
  ForeElementFlags flags;

  /*< private >*/
  const char *attributes;
} ForeElement;

/**
 * fore_policy_find_element:
 * @name: a tag name in any case, not terminated
 *
 * Finds an element of HTML that a deck may use: those of HedgeDoc 1.x, and `main`, `q`,
 * `var`, `samp`, `wbr`, `picture`, `source` and `svg`. A `section` becomes a `div`.
 *
 * Returns: (nullable): the element, or `NULL` if decks may not use it
 */
const ForeElement *fore_policy_find_element (const char *name, gsize length);

/**
 * fore_policy_find_own_element:
 * @name: a tag name in any case, not terminated
 *
 * Finds an element that Markdown may become, but that an author may not write: the box of
 * a task.
 */
const ForeElement *fore_policy_find_own_element (const char *name, gsize length);

/**
 * fore_policy_find_svg_element:
 * @name: a tag name in any case, not terminated
 *
 * Finds an element that may stand in an `svg`, itself included. There are no scripts,
 * styles, animations, pictures or pieces of HTML among these.
 */
const ForeElement *fore_policy_find_svg_element (const char *name, gsize length);

/**
 * ForeAttributeKind:
 * @FORE_ATTRIBUTE_REFUSED: must not stand in a page
 * @FORE_ATTRIBUTE_TEXT: any text
 * @FORE_ATTRIBUTE_ADDRESS: an address
 * @FORE_ATTRIBUTE_ADDRESS_LIST: addresses between commas
 * @FORE_ATTRIBUTE_SOURCE_SET: addresses between commas, each with a width or density
 * @FORE_ATTRIBUTE_BACKGROUND: the address of a picture, or a value of CSS
 * @FORE_ATTRIBUTE_STYLE: declarations of CSS
 * @FORE_ATTRIBUTE_LOCAL: a value of CSS that may only refer to the same drawing
 * @FORE_ATTRIBUTE_LOCAL_ADDRESS: an address in the same drawing: `#name`
 * @FORE_ATTRIBUTE_INDEX: a place in a list, which must not be far out
 *
 * What the value of an attribute is.
 */
typedef enum {
  FORE_ATTRIBUTE_REFUSED,
  FORE_ATTRIBUTE_TEXT,
  FORE_ATTRIBUTE_ADDRESS,
  FORE_ATTRIBUTE_ADDRESS_LIST,
  FORE_ATTRIBUTE_SOURCE_SET,
  FORE_ATTRIBUTE_BACKGROUND,
  FORE_ATTRIBUTE_STYLE,
  FORE_ATTRIBUTE_LOCAL,
  FORE_ATTRIBUTE_LOCAL_ADDRESS,
  FORE_ATTRIBUTE_INDEX,
} ForeAttributeKind;

/**
 * fore_policy_judge_attribute:
 * @element: (nullable): the element, or `NULL` for the `section` of a slide
 * @name: the attribute in lower case, or in an `svg` as SVG writes it
 * @use: (out): what an address in it is for
 */
ForeAttributeKind fore_policy_judge_attribute (const ForeElement *element,
                                               const char *name,
                                               ForeAddressUse *use);

G_END_DECLS
