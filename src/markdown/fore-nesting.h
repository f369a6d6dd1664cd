/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-html.h"
#include "fore-policy.h"

G_BEGIN_DECLS

/* Elements inside of elements, of Markdown and of HTML each. */
#define FORE_NESTING_MAX 128

/**
 * ForeNesting:
 * @was_exceeded: whether something was left out since it went too deep
 *
 * Keeps the HTML parser out of what it cannot do quickly: deep nesting, and formatting
 * elements that nobody closes, which it opens again in every block that follows.
 */
typedef struct {
  gboolean was_exceeded;

  /*< private >*/
  GPtrArray *open;
  GPtrArray *formatting;
  guint n_reopened;
} ForeNesting;

void fore_nesting_init (ForeNesting *self);
void fore_nesting_clear (ForeNesting *self);

/**
 * fore_nesting_open:
 * @element: the element of a start tag
 *
 * Returns: whether to write the start tag; if not, its content stays where it is
 */
gboolean fore_nesting_open (ForeNesting *self, const ForeElement *element);

/**
 * fore_nesting_close:
 * @element: the element of an end tag
 */
void fore_nesting_close (ForeNesting *self, const ForeElement *element);

/**
 * fore_nesting_end_block:
 * @html: (inout): where end tags go, if formatting may not reach on from here
 *
 * Tells that a block starts or ends here.
 */
void fore_nesting_end_block (ForeNesting *self, ForeHtml *html);

G_END_DECLS
