/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_font_choice_append:
 * @html: (array length=length): the slides of a deck as markup
 * @css: (inout): the rules are added here
 *
 * Writes the `@font-face` rules, fonts and all, that a deck can make use of: those whose
 * family it names where styles name fonts, in the weights and slants it uses, and with
 * characters that occur in it.
 */
void fore_font_choice_append (const char *html, gsize length, GString *css);

/**
 * fore_font_append_rule:
 * @rule: a `@font-face` rule that names one file of the bundle
 * @css: (inout): the rule is added here
 *
 * Writes a rule with the font itself in place of its name.
 */
void fore_font_append_rule (const char *rule, GString *css);

G_END_DECLS
