/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

G_BEGIN_DECLS

/**
 * ForeDiagramTroubles:
 *
 * What pages said about diagrams that they could not draw.
 *
 * It depends on nothing but the diagram, so it is kept by its text, and is true wherever
 * that stands in a deck.
 */
typedef struct _ForeDiagramTroubles ForeDiagramTroubles;

ForeDiagramTroubles *fore_diagram_troubles_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_diagram_troubles_free (ForeDiagramTroubles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeDiagramTroubles, fore_diagram_troubles_free)

/**
 * fore_diagram_troubles_add:
 * @diagram: see fore_markup_get_diagrams()
 * @trouble: what the page said
 *
 * Returns: whether that is new
 */
gboolean fore_diagram_troubles_add (ForeDiagramTroubles *self,
                                    const char *diagram,
                                    const char *trouble);

/**
 * fore_diagram_troubles_append:
 * @diagnostics: (inout) (element-type ForeDiagnostic): one is added for each diagram of
 *   @deck that is known to be wrong
 */
void fore_diagram_troubles_append (ForeDiagramTroubles *self,
                                   ForeDeck *deck,
                                   GPtrArray *diagnostics);

G_END_DECLS
