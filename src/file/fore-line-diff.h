/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeLineHunk:
 * @old_line: where old lines are taken out, counted from 0
 * @n_old: how many
 * @new_line: where the new lines that replace them stand, counted from 0
 * @n_new: how many
 *
 * A run of lines that differs between two texts.
 */
typedef struct {
  guint old_line;
  guint n_old;
  guint new_line;
  guint n_new;
} ForeLineHunk;

/**
 * fore_line_diff:
 * @before: a text; lines end after LF
 * @after: another text
 *
 * Finds the lines that differ, so that a text can be brought up to date without touching
 * what is the same in both. A text that ends with LF has one more line, which is empty.
 *
 * If the texts differ in more than a thousand places, all from the first to the last is
 * one hunk.
 *
 * Returns: (transfer full) (element-type ForeLineHunk): the hunks, from top to bottom;
 *   between two of them is at least one equal line
 */
GArray *fore_line_diff (GBytes *before, GBytes *after) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_line_diff_find_line:
 * @line: counted from 0
 *
 * Returns: the offset in bytes where the line starts; the length of the text if it has
 *   fewer lines
 */
gsize fore_line_diff_find_line (GBytes *text, guint line);

G_END_DECLS
