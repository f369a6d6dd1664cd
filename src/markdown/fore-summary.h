/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeSummary:
 * @heading: (nullable): the plain text of the first heading that has any
 * @first_text: (nullable): the first line of the first block that has any text
 * @n_words: words that a viewer can read
 *
 * What a slide says, gathered while its HTML is written.
 */
typedef struct {
  GString *heading;
  GString *first_text;
  guint n_words;

  /*< private >*/
  gboolean in_word;
  gboolean in_heading;
  gboolean has_heading;
  gboolean has_first_text;
} ForeSummary;

/**
 * fore_summary_clear:
 *
 * Forgets everything; the summary can be used again.
 */
void fore_summary_clear (ForeSummary *self);

/**
 * fore_summary_start_block:
 * @is_heading: whether the block is a heading
 *
 * Tells that a block starts or ends here, so that text before and after does not hang
 * together.
 */
void fore_summary_start_block (ForeSummary *self, gboolean is_heading);

/**
 * fore_summary_add_text:
 * @text: visible text
 */
void fore_summary_add_text (ForeSummary *self, const char *text, gsize length);

/**
 * fore_summary_add_break:
 *
 * Tells that a line ends here within a block.
 */
void fore_summary_add_break (ForeSummary *self);

G_END_DECLS
