/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-diagnostic.h"

G_BEGIN_DECLS

/**
 * ForeRule:
 * @name: as in a [struct@Diagnostic]
 * @severity: how much its findings matter, most often
 * @summary: what it looks for, in a few words; not translated yet
 * @measured: whether only a page can tell
 *
 * One kind of thing that can be found in a deck.
 */
typedef struct {
  const char *name;
  ForeSeverity severity;
  const char *summary;
  gboolean measured;
} ForeRule;

/**
 * fore_rules_get:
 * @n_rules: (out): how many there are
 *
 * Returns: (array length=n_rules): the rules that look at a whole deck, in the order in
 *   which people should read of them. What the parser says about single marks has rules
 *   of its own, which are not among them.
 */
const ForeRule *fore_rules_get (guint *n_rules);

/**
 * fore_rule_find:
 *
 * Returns: (nullable): the rule of that name, or `NULL` if it is one of the parser's or
 *   none at all
 */
const ForeRule *fore_rule_find (const char *name);

G_END_DECLS
