/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeLazyLines:
 *
 * Goes over lines that hold nothing but a tag, such as `<br>`, and go on with a paragraph
 * of a list or quote without standing inside of it. cmark 0.29 ends the list there; with
 * four blanks before the line, it goes on, as CommonMark has it.
 */
typedef struct {
  /*< private >*/
  const char *at;
  const char *end;
  int state;
  gboolean in_fence;
} ForeLazyLines;

/**
 * fore_lazy_lines_init:
 * @text: Markdown
 * @end: where it ends
 */
void fore_lazy_lines_init (ForeLazyLines *self, const char *text, const char *end);

/**
 * fore_lazy_lines_next:
 *
 * Returns: (nullable): the start of the next such line
 */
const char *fore_lazy_lines_next (ForeLazyLines *self);

G_END_DECLS
