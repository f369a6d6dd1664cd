/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-diagnostic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeQuestions:
 * @slides: the slides to measure, by index, parted by blanks
 * @n_slides: how many these are
 * @styles: declarations and selectors, a line for each; see `measureSlides ()` in
 * measure.js
 * @fonts: names of fonts, a line for each
 *
 * What only a page can tell of a deck.
 */
typedef struct {
  char *slides;
  guint n_slides;
  char *styles;
  char *fonts;
} ForeQuestions;

void fore_questions_free (ForeQuestions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeQuestions, fore_questions_free)

/**
 * ForeChecker:
 *
 * Finds what will go wrong when a deck is shown: what the parser says, and the rules of
 * [struct@Rule].
 *
 * What is known of a slide is kept for as long as the deck has it, so an edit costs the
 * slides that it touched. Files and pages are asked by others, who hand over what they
 * were told; until then, those rules find nothing.
 */
#define FORE_TYPE_CHECKER (fore_checker_get_type ())

G_DECLARE_FINAL_TYPE (ForeChecker, fore_checker, FORE, CHECKER, GObject)

ForeChecker *fore_checker_new (void) G_GNUC_WARN_UNUSED_RESULT;

void fore_checker_set_deck (ForeChecker *self, ForeDeck *deck);

/**
 * fore_checker_set_file:
 * @file: (nullable): where the deck is kept, or `NULL` while it is not
 *
 * Forgets what is known of other files if the folder is another one.
 */
void fore_checker_set_file (ForeChecker *self, GFile *file);

/**
 * fore_checker_set_silent:
 * @rules: (array zero-terminated=1): names of rules that shall find nothing
 *
 * Returns: whether these are others than before
 */
gboolean fore_checker_set_silent (ForeChecker *self, const char *const *rules);

/**
 * fore_checker_look_async:
 * @again: whether to look also for files that were looked for
 *
 * Looks for the files that the deck names.
 */
void fore_checker_look_async (ForeChecker *self,
                              gboolean again,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * fore_checker_look_finish:
 *
 * Returns: whether that may have changed what is found
 */
gboolean
fore_checker_look_finish (ForeChecker *self, GAsyncResult *result, GError **error);

/**
 * fore_checker_dup_questions:
 * @most: how many slides may be measured at once
 *
 * Returns: (transfer full) (nullable): what a page should be asked about the deck, or
 *   `NULL` if all is known
 */
ForeQuestions *fore_checker_dup_questions (ForeChecker *self,
                                           guint most) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_checker_add_answer:
 * @deck: the deck that the page showed
 * @answer: what it said
 */
void fore_checker_add_answer (ForeChecker *self, ForeDeck *deck, const char *answer);

/**
 * fore_checker_forget_measures:
 *
 * Has all slides measured again, since pictures on them may be others.
 */
void fore_checker_forget_measures (ForeChecker *self);

/**
 * fore_checker_dup_findings:
 *
 * Returns: (transfer full) (element-type ForeDiagnostic): all there is to tell the
 * author, by line of the file; nothing if there is no deck
 */
GPtrArray *fore_checker_dup_findings (ForeChecker *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
