/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeRulePage:
 *
 * The page of the preferences that says what decks are checked for, with a switch for
 * each rule.
 */
#define FORE_TYPE_RULE_PAGE (fore_rule_page_get_type ())

G_DECLARE_FINAL_TYPE (ForeRulePage, fore_rule_page, FORE, RULE_PAGE, AdwPreferencesPage)

/**
 * fore_rule_page_set_settings:
 *
 * Makes the rows; to be called once. The names of rules that are switched off are in the
 * key `silent-rules`.
 */
void fore_rule_page_set_settings (ForeRulePage *self, GSettings *settings);

G_END_DECLS
