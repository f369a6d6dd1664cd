/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_math_style_append:
 * @html: the slides of a deck as markup, that have to end in NUL
 * @css: (inout): the rules are added here
 *
 * Writes what formulas need to look right: KaTeX's rules, with those of its fonts that
 * occur. Writes nothing if there are no formulas.
 */
void fore_math_style_append (const char *html, GString *css);

G_END_DECLS
