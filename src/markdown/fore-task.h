/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeTaskState:
 * @FORE_TASK_NONE: no task
 * @FORE_TASK_OPEN: `[ ]`
 * @FORE_TASK_DONE: `[x]`
 *
 * Whether a list item is a task, and done.
 */
typedef enum {
  FORE_TASK_NONE,
  FORE_TASK_OPEN,
  FORE_TASK_DONE,
} ForeTaskState;

/**
 * fore_task_find:
 * @paragraph: (inout): the first paragraph of a list item
 *
 * Makes a box of the `[ ]` or `[x]` that the item starts with, in any kind of list
 * (HedgeDoc 1.x), unless a comment gives the item another class.
 */
void fore_task_find (cmark_node *paragraph);

/**
 * fore_task_get_state:
 * @item: a list item
 */
ForeTaskState fore_task_get_state (cmark_node *item);

G_END_DECLS
