/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"
#include "fore-diagnostic.h"
#include "fore-place.h"

G_BEGIN_DECLS

/**
 * ForeEdit:
 * @from: where the text begins that goes away, in the text of the deck
 * @to: where it ends
 * @text: what stands there instead
 * @caret: where in @text the caret should go, in characters; G_MAXUINT to leave it alone
 *
 * A change of a deck's source.
 */
typedef struct {
  ForePlace from;
  ForePlace to;
  char *text;
  guint caret;
} ForeEdit;

void fore_edit_free (ForeEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeEdit, fore_edit_free)

/**
 * fore_fix_plan:
 * @deck: the deck that @finding is of
 * @fix: one of the fixes of @finding
 *
 * Works out how to change the source so that the finding is gone, in Markdown that other
 * programs read as well. Whether it was enough, only checking again can tell.
 *
 * Returns: (transfer full) (nullable): the change, or `NULL` if the source does not allow
 *   it: there is no place to split a slide at
 */
ForeEdit *fore_fix_plan (ForeDeck *deck,
                         const ForeDiagnostic *finding,
                         ForeFixes fix) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_edit_apply:
 *
 * Returns: (transfer full): @text with the change
 */
char *fore_edit_apply (const ForeEdit *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_fix_get_name:
 * @fix: a single fix
 *
 * Returns: what the button says that does it, translated
 */
const char *fore_fix_get_name (ForeFixes fix);

G_END_DECLS
