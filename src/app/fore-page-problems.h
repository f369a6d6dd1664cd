/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-problem-model.h"
#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * fore_page_problems_connect:
 * @stage: a page that shows the deck of @problems
 *
 * Puts to the problems what a page alone finds out: diagrams that it cannot draw, and
 * files and addresses that do not give what they should. Ends with either of the two.
 */
void fore_page_problems_connect (ForeStage *stage, ForeProblemModel *problems);

G_END_DECLS
