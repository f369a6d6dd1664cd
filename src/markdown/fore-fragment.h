/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-renderer.h"

G_BEGIN_DECLS

/**
 * fore_fragment_clean:
 * @rendering: (inout): its HTML and summary are made anew, its wrapper's attributes and
 *   its report added to
 * @marks: (element-type ForeRawMark): the tags and comments that the author wrote
 *
 * Cleans HTML of what a deck may not use, and applies `.element` comments. This is the
 * wall: nothing passes that is not in the policy.
 *
 * The HTML is parsed, and written anew from the tree in such a way that it reads back as
 * the same tree.
 */
void fore_fragment_clean (ForeRendering *rendering, const GArray *marks);

G_END_DECLS
