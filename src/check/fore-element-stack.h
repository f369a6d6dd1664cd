/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-tag-scan.h"

G_BEGIN_DECLS

/**
 * ForeElementStack:
 *
 * Which elements of raw HTML are open, to find those that are never closed.
 */
typedef struct _ForeElementStack ForeElementStack;

/**
 * ForeTagFunc:
 * @tag: a start tag without its end tag, or an end tag without its start tag
 */
typedef void (*ForeTagFunc) (const ForeScannedTag *tag, gpointer user_data);

ForeElementStack *fore_element_stack_new (void) G_GNUC_WARN_UNUSED_RESULT;
void fore_element_stack_free (ForeElementStack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeElementStack, fore_element_stack_free)

/**
 * fore_element_stack_add:
 * @func: (nullable): called for each tag that turns out to lack the other one
 *
 * Goes on with the next tag of the text. Elements that need no end tag do not count.
 */
void fore_element_stack_add (ForeElementStack *self,
                             const ForeScannedTag *tag,
                             ForeTagFunc func,
                             gpointer user_data);

/**
 * fore_element_stack_get_depth:
 *
 * Returns: how many elements are open
 */
guint fore_element_stack_get_depth (const ForeElementStack *self);

/**
 * fore_element_stack_end:
 *
 * Ends the text: what is open now lacks its end tag.
 */
void
fore_element_stack_end (ForeElementStack *self, ForeTagFunc func, gpointer user_data);

G_END_DECLS
