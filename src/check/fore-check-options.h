/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-checker.h"

G_BEGIN_DECLS

/* What the command ends with. */
#define FORE_CHECK_CLEAN 0
#define FORE_CHECK_FOUND 1
#define FORE_CHECK_FAILED 2

/**
 * ForeCheckOptions:
 * @json: whether to write JSON
 * @sarif: whether to write SARIF
 * @strict: whether remarks count as findings too
 * @no_measure: whether to do without a page
 * @show_version: whether only the version is asked for
 * @names: (nullable): the decks, as the user named them
 *
 * What the command `check` was asked for. Both programs read it.
 */
typedef struct {
  gboolean json;
  gboolean sarif;
  gboolean strict;
  gboolean no_measure;
  gboolean show_version;
  char **names;
} ForeCheckOptions;

void fore_check_options_clear (ForeCheckOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForeCheckOptions, fore_check_options_clear)

/**
 * fore_check_options_parse:
 * @argc: (inout): how many arguments, the name of the command included
 * @argv: (inout): the arguments; what was understood is taken out
 */
gboolean fore_check_options_parse (ForeCheckOptions *self,
                                   int *argc,
                                   char ***argv,
                                   GError **error);

/**
 * fore_check_options_dup_file:
 *
 * Returns: (transfer full): the deck's file; for standard input, one in the present
 * folder
 */
GFile *fore_check_options_dup_file (const ForeCheckOptions *self);

/**
 * fore_check_options_report:
 * @checker: what knows the deck
 * @version: of the program
 * @measured: whether a page was asked
 *
 * Writes what was found to standard output, in the form that was asked for.
 *
 * Returns: what the command should end with
 */
int fore_check_options_report (const ForeCheckOptions *self,
                               ForeDeck *deck,
                               ForeChecker *checker,
                               const char *version,
                               gboolean measured);

G_END_DECLS
