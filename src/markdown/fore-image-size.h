/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-aside.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/**
 * ForeImageSize:
 * @width: number or percentage, or empty
 * @height: number or percentage, or empty
 *
 * What stands behind the address of a picture: `![](./a.png =300x200)` (HedgeDoc 1.x:
 * markdown-it-imsize).
 */
typedef struct {
  char *width;
  char *height;
} ForeImageSize;

/**
 * fore_image_size_set_aside:
 * @aside: (inout): where to put the size
 * @text: the whole text
 * @at: a `](` in it
 *
 * To cmark a picture with a size is no picture, so the size is set aside.
 *
 * Returns: where to go on reading
 */
const char *fore_image_size_set_aside (ForeAside *aside,
                                       const char *text,
                                       const char *at,
                                       const char *end);

/**
 * fore_image_size_apply:
 * @document: (inout): what cmark made of the text without sizes
 *
 * Gives pictures their sizes. Links that had one become text, since no link has one.
 */
void fore_image_size_apply (ForeAside *aside, cmark_node *document);

/**
 * fore_image_size_get:
 *
 * Returns: (nullable): the size of a picture
 */
const ForeImageSize *fore_image_size_get (cmark_node *image);

G_END_DECLS
