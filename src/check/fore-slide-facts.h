/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-css-scan.h"
#include "fore-diagnostic.h"
#include "fore-place.h"
#include "fore-slide.h"

G_BEGIN_DECLS

/* More of one kind on one slide is not looked at. */
#define FORE_FACTS_MAX 500

/**
 * ForeFact:
 * @place: where it stands; lines are counted from 1 at the separator of the slide
 * @text: what it says: a name, an address, a date as it is written
 * @number: a #ForeAddressUse, or a Julian day
 *
 * Something that stands on a slide, which others may not agree with.
 */
typedef struct {
  ForePlace place;
  char *text;
  guint32 number;
} ForeFact;

/**
 * ForeStyleFact:
 * @place: where the value or the selector stands
 * @use: what it says; its `start` means nothing any more
 *
 * A declaration or a selector on a slide.
 */
typedef struct {
  ForePlace place;
  ForeCssUse use;
} ForeStyleFact;

/**
 * ForeSlideFacts:
 * @findings: (element-type ForeDiagnostic): what is wrong with the slide, whatever else
 *   is in the deck; lines as in [struct@Fact]
 * @ids: (element-type ForeFact): the names of its elements
 * @addresses: (element-type ForeFact): what it shows and links to
 * @dates: (element-type ForeFact): the days that it names
 * @styles: (element-type ForeStyleFact): its CSS
 * @allowed: (array zero-terminated=1): the rules that it says are not to be checked
 *
 * All that the rules have to know of a slide. It depends on nothing but the slide, so it
 * is kept for as long as that is.
 */
typedef struct {
  GPtrArray *findings;
  GArray *ids;
  GArray *addresses;
  GArray *dates;
  GArray *styles;
  char **allowed;
} ForeSlideFacts;

/**
 * fore_slide_facts_new:
 * @text: its source, the separator included
 */
ForeSlideFacts *fore_slide_facts_new (ForeSlide *slide,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;

void fore_slide_facts_free (ForeSlideFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeSlideFacts, fore_slide_facts_free)

G_END_DECLS
