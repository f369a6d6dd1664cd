/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-diagnostic.h"
#include "fore-measures.h"
#include "fore-slide-facts.h"

G_BEGIN_DECLS

/**
 * ForeDeckView:
 * @deck: the deck
 * @facts: (element-type ForeSlideFacts): one for each slide
 * @name: (nullable): what its file is called
 * @files: (nullable): #ForeFileState by address, as far as somebody has looked
 * @measures: what pages said
 * @findings: (inout) (element-type ForeDiagnostic): what is wrong is added
 *
 * All that is known of a deck, for rules that look at more than one slide.
 */
typedef struct {
  ForeDeck *deck;
  GPtrArray *facts;
  const char *name;
  GHashTable *files;
  ForeMeasures *measures;
  GPtrArray *findings;
} ForeDeckView;

/* Links, pictures and names. */
void fore_deck_rules_check_addresses (const ForeDeckView *view);
void fore_deck_rules_check_ids (const ForeDeckView *view);

/**
 * fore_deck_rules_check_dates:
 *
 * A deck is of the day that its front matter, its title, the name of its file or its
 * first headings say, in this order. The others must not say another day, and what comes
 * after it should not be before.
 */
void fore_deck_rules_check_dates (const ForeDeckView *view);

/* CSS that a page did not understand, or that matches nothing; and fonts. */
void fore_deck_rules_check_styles (const ForeDeckView *view);

/**
 * fore_deck_view_get_line:
 *
 * Returns: the line of the deck that a line of a slide is
 */
guint fore_deck_view_get_line (const ForeDeckView *view, guint index, guint line);

/**
 * fore_style_fact_dup_question:
 *
 * Returns: (transfer full) (nullable): what to ask a page about a declaration or a
 *   selector, as fore_measures_get_answer() has it; `NULL` if there is nothing to ask
 */
char *fore_style_fact_dup_question (const ForeStyleFact *fact) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_style_fact_dup_fonts:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the fonts that it names
 */
GPtrArray *
fore_style_fact_dup_fonts (const ForeStyleFact *fact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
