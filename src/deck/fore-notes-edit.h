/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeNotesEdit:
 * @at: where in the text of the deck, in bytes
 * @removed: how many bytes go away there
 * @text: what takes their place
 *
 * A change of a deck's text.
 */
typedef struct {
  gsize at;
  gsize removed;
  char *text;
} ForeNotesEdit;

void fore_notes_edit_clear (ForeNotesEdit *self);

/**
 * fore_deck_has_fixed_notes:
 *
 * Returns: whether the notes of a slide stand in its `data-notes`, or below where a deck
 *   that is too large was cut, so that fore_deck_replace_notes() leaves them alone
 */
gboolean fore_deck_has_fixed_notes (const ForeDeck *self, guint index);

/**
 * fore_deck_replace_notes:
 * @notes: Markdown; blanks around it are ignored, and if there is nothing else, the slide
 *   will have no notes
 * @edit: (out caller-allocates): what to change; clear it with fore_notes_edit_clear()
 *
 * Finds out how the text of the deck gives a slide other notes. The author's own note
 * mark stays as it is; several become one. Only the notes change: a line in them that
 * would start a slide is written as `***`, which looks the same, and a code fence or
 * comment that is left open is closed.
 *
 * Returns: whether there is anything to change
 */
gboolean fore_deck_replace_notes (const ForeDeck *self,
                                  guint index,
                                  const char *notes,
                                  ForeNotesEdit *edit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForeNotesEdit, fore_notes_edit_clear)

G_END_DECLS
