/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-html.h"
#include "fore-policy.h"
#include "fore-report.h"

G_BEGIN_DECLS

/* A list takes no more than this. */
#define FORE_ATTRIBUTES_MAX 64

/* A `data-fragment-index` beyond this becomes this. */
#define FORE_ATTRIBUTES_MAX_INDEX 9999

/**
 * ForeAttribute:
 *
 * A name and a value, not escaped.
 */
typedef struct {
  char *name;
  char *value;
} ForeAttribute;

/**
 * fore_attributes_set:
 * @attributes: (inout) (nullable) (element-type ForeAttribute): the list; made if there
 * is none
 *
 * Sets an attribute. One that is there already keeps its place.
 */
void fore_attributes_set (GArray **attributes, const char *name, const char *value);

/**
 * fore_attributes_get:
 * @attributes: (nullable) (element-type ForeAttribute)
 *
 * Returns: (nullable): the value of the attribute
 */
const char *fore_attributes_get (const GArray *attributes, const char *name);

/**
 * fore_attribute_write:
 * @element: (nullable): the element, or `NULL` for the `section` of a slide
 * @line: where it stands, or 0 if the author is not to be told anything
 *
 * Writes an attribute, or as much of it as may stand in a page.
 */
void fore_attribute_write (const ForeElement *element,
                           const char *name,
                           const char *value,
                           ForeHtml *html,
                           ForeReport *report,
                           guint line);

G_END_DECLS
