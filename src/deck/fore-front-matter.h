/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-options.h"

G_BEGIN_DECLS

/**
 * ForeFrontMatter:
 * @content: where the slides start, in bytes; 0 if there is no front matter
 * @extent: how far into the text one has to look to come to the same result
 * @title: (nullable): `title`
 * @language: (nullable): `lang`
 * @description: (nullable): `description`
 * @tags: (array zero-terminated=1): `tags`
 * @right_to_left: whether `dir` is `rtl`
 * @duration: how long the talk shall take, in seconds: `duration`, `allottedMinutes` or
 *   `timeForPresentation`; 0 if none is given
 * @hard_breaks: whether a line end is a line break; `FALSE` only for `breaks: false`
 * @options: `slideOptions`
 * @diagnostics: (element-type ForeDiagnostic): what to tell the author
 *
 * What stands at the head of a deck, between two lines `---`.
 *
 * Immutable and shared by reference.
 */
typedef struct {
  gsize content;
  gsize extent;
  char *title;
  char *language;
  char *description;
  char **tags;
  gboolean right_to_left;
  gint64 duration;
  gboolean hard_breaks;
  ForeOptions *options;
  GPtrArray *diagnostics;

  /*< private >*/
  gatomicrefcount references;
} ForeFrontMatter;

/**
 * fore_front_matter_read:
 * @text: the whole text, LF only
 * @length: bytes in it
 *
 * Reads the front matter. Never fails: what cannot be read has no effect but on
 * `diagnostics`.
 *
 * HedgeDoc 1.x ignores front matter below blank lines, loses the first slide of a deck
 * that starts with a separator, and shows front matter with an error as slides. This
 * keeps what the author meant, and says so.
 *
 * Returns: (transfer full): the front matter
 */
ForeFrontMatter *fore_front_matter_read (const char *text,
                                         gsize length) G_GNUC_WARN_UNUSED_RESULT;

ForeFrontMatter *fore_front_matter_ref (ForeFrontMatter *self);
void fore_front_matter_unref (ForeFrontMatter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeFrontMatter, fore_front_matter_unref)

G_END_DECLS
