/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-diagnostic.h"
#include "fore-measures.h"

G_BEGIN_DECLS

/**
 * fore_measure_rules_check:
 * @measure: what a page said about the slide
 * @options: of the deck
 * @content: the slide's own text
 * @n_above: lines of the deck above it
 * @findings: (inout) (element-type ForeDiagnostic): what is wrong is added
 *
 * Judges how a slide looks: whether all of it is seen, and can be read.
 */
void fore_measure_rules_check (const ForeSlideMeasure *measure,
                               const ForeOptions *options,
                               const char *content,
                               guint n_above,
                               GPtrArray *findings);

G_END_DECLS
