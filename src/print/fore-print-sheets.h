/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForePrintLink:
 * @left: of the place that can be clicked, in points from the corner of the sheet, down
 * @top: the same
 * @right: the same
 * @bottom: the same
 * @slide: the slide that it leads to, if @uri is `NULL`
 * @uri: (nullable): where it leads out of the deck
 */
typedef struct {
  double left;
  double top;
  double right;
  double bottom;
  guint slide;
  char *uri;
} ForePrintLink;

/**
 * ForePrintSheet:
 * @slides: (element-type guint): what is on it
 * @links: (element-type ForePrintLink)
 */
typedef struct {
  GArray *slides;
  GPtrArray *links;
} ForePrintSheet;

/**
 * ForePrintSheets:
 * @sheets: (element-type ForePrintSheet): in order
 * @remarks: (element-type utf8): a translated sentence for each slide that is not on
 *   paper as it is on the screen
 * @losses: (element-type utf8): a translated sentence for each thing that is missing
 * @n_steps: fragment steps of the last slide that was laid out
 *
 * What a page said about the sheets that it laid out, collected.
 */
typedef struct {
  GPtrArray *sheets;
  GPtrArray *remarks;
  GPtrArray *losses;
  guint n_steps;
} ForePrintSheets;

ForePrintSheets *fore_print_sheets_new (void) G_GNUC_WARN_UNUSED_RESULT;

void fore_print_sheets_free (ForePrintSheets *self);

/**
 * fore_print_sheets_add:
 * @answer: what the page said: lines, of which those that make no sense are skipped
 *
 * Returns: how many sheets were added
 */
guint fore_print_sheets_add (ForePrintSheets *self, const char *answer);

/**
 * fore_print_sheets_add_failed:
 * @slide: the index of a slide that could not be drawn
 */
void fore_print_sheets_add_failed (ForePrintSheets *self, guint slide);

/**
 * fore_print_sheets_find_slide:
 * @sheet: (out): the first sheet with the slide on it
 *
 * Returns: whether there is one
 */
gboolean
fore_print_sheets_find_slide (const ForePrintSheets *self, guint slide, guint *sheet);

/**
 * fore_print_sheets_dup_messages:
 *
 * Returns: (transfer full) (array zero-terminated=1): losses and remarks
 */
char **
fore_print_sheets_dup_messages (const ForePrintSheets *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForePrintSheets, fore_print_sheets_free)

G_END_DECLS
