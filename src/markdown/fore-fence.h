/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeFence:
 * @language: (nullable): the first letter of its name in the info string
 * @language_length: bytes in @language; 0 if none is named
 * @numbered: lines are numbered: `=`
 * @continued: numbers go on where the last numbered block of the slide ended: `=+`
 * @first_number: the number of the first line: `=N`, else 1
 * @wrapped: long lines are wrapped: `!` at the end
 * @steps: (nullable): which lines are highlighted in which step: `1|3-5`
 * @steps_length: bytes in @steps
 *
 * What stands behind the opening of a fenced code block: for HedgeDoc 1.x, and between
 * brackets for reveal.js, where `[]` numbers lines and `[7:1|3]` from 7 on.
 */
typedef struct {
  const char *language;
  gsize language_length;
  gboolean numbered;
  gboolean continued;
  guint first_number;
  gboolean wrapped;
  const char *steps;
  gsize steps_length;
} ForeFence;

/**
 * fore_fence_read:
 * @info: what cmark calls the info string; must outlive the result
 */
ForeFence fore_fence_read (const char *info);

G_END_DECLS
