/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-page-problems.h"

void
fore_page_problems_connect (ForeStage *stage, ForeProblemModel *problems)
{
  g_return_if_fail (FORE_IS_STAGE (stage));
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (problems));

  g_signal_connect_object (stage, "diagram-failed",
                           G_CALLBACK (fore_problem_model_add_diagram), problems,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "asset-answered",
                           G_CALLBACK (fore_problem_model_set_asset), problems,
                           G_CONNECT_SWAPPED);
}
