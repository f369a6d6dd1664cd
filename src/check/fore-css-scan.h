/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeCssUse:
 * @start: the first byte of @value, or of @selector
 * @property: (nullable): what is declared, in lower case; `NULL` for a selector
 * @value: (nullable): as its author wrote it, without `!important`
 * @selector: (nullable): what a rule is for; `NULL` for a declaration
 * @is_quoted: whether all of @value stands in quotes, and the property takes no text
 *
 * A declaration or a selector of a style sheet.
 */
typedef struct {
  const char *start;
  char *property;
  char *value;
  char *selector;
  gboolean is_quoted;
} ForeCssUse;

/**
 * fore_css_scan:
 * @css: a style sheet, or declarations; need not end in NUL
 * @is_sheet: whether it has rules
 *
 * Lists what a style sheet declares, and for what. What stands in `@font-face`,
 * `@keyframes` and the like is left out.
 *
 * Returns: (transfer full) (element-type ForeCssUse): in the order of the sheet
 */
GArray *fore_css_scan (const char *css,
                       gsize length,
                       gboolean is_sheet) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_css_split_fonts:
 * @value: of `font-family`
 *
 * Returns: (transfer full) (element-type utf8): the names in it, without quotes and
 *   without the names for kinds of fonts
 */
GPtrArray *fore_css_split_fonts (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
