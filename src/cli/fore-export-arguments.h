/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-export-options.h"

G_BEGIN_DECLS

/**
 * ForeExportArguments:
 * @name: the deck as the user named it, or `-` for standard input
 * @output: where to write as the user named it, or `-` for standard output
 * @format: what to write
 * @no_notes: whether HTML is written without notes
 * @no_fragments: whether HTML shows all of a slide at once
 * @no_source: whether HTML is written without the Markdown text
 * @options: the rest; its strings belong to @self
 * @hosts: (nullable): hosts that are allowed besides
 *
 * What `foredeck export` was asked for. Start from all zeros.
 */
typedef struct {
  char *name;
  char *output;
  ForeExportFormat format;
  gboolean no_notes;
  gboolean no_fragments;
  gboolean no_source;
  ForeExportOptions options;
  char **hosts;
} ForeExportArguments;

/**
 * fore_export_arguments_parse:
 * @argv: the arguments from `export` on; is changed
 * @status: (out): what to end with if it returns %FALSE
 *
 * Reads the arguments of `export`. What is wrong with them is said on standard error.
 *
 * Returns: whether there is something to export
 */
gboolean fore_export_arguments_parse (ForeExportArguments *self,
                                      int argc,
                                      char **argv,
                                      int *status);

void fore_export_arguments_clear (ForeExportArguments *self);

/**
 * fore_export_arguments_read_deck:
 * @assets: (out): what the deck may load
 * @error: says what is wrong with the file
 *
 * Reads the deck, and says on standard error what is wrong with its text.
 *
 * Returns: (transfer full) (nullable): the deck
 */
ForeDeck *fore_export_arguments_read_deck (const ForeExportArguments *self,
                                           ForeAssets **assets,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForeExportArguments, fore_export_arguments_clear)

G_END_DECLS
