/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * fore_stage_keys_add:
 *
 * Lets people step through the slides of a stage that has the focus: Page keys and the
 * space bar in reading order with all fragment steps, arrow keys along columns and
 * stacks, Home and End to the ends.
 */
void fore_stage_keys_add (ForeStage *stage);

G_END_DECLS
