/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-measures.h"
#include "fore-place.h"

G_BEGIN_DECLS

/**
 * fore_element_find_place:
 * @element: an element of a page
 * @content: the source of its slide
 *
 * Finds the source of an element by what it says.
 *
 * Returns: its place in @content; its start if it cannot be found
 */
ForePlace fore_element_find_place (const ForeElement *element, const char *content);

G_END_DECLS
