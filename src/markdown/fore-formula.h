/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A longer formula is not typeset. */
#define FORE_FORMULA_MAX (16 * 1024)

/**
 * fore_formula_typeset:
 * @source: TeX, valid UTF-8
 * @is_display: whether the formula stands on lines of its own
 * @error: (out) (transfer full): what is wrong with it, in English; `NULL` if that is not
 *   known
 *
 * Typesets a formula with KaTeX. The result has been checked: it is spans, MathML and
 * drawings made of paths, and leads nowhere.
 *
 * Returns: (transfer full) (nullable): HTML
 */
GRefString *fore_formula_typeset (const char *source,
                                  gboolean is_display,
                                  char **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_formula_is_clean:
 *
 * Returns: whether @html holds nothing but what KaTeX writes for formulas without links
 *   and pictures, every tag closed
 */
gboolean fore_formula_is_clean (const char *html);

G_END_DECLS
