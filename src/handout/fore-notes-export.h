/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-export-options.h"

G_BEGIN_DECLS

/**
 * fore_notes_export:
 * @options: its title, slides, hidden slides and steps count
 * @format: `FORE_EXPORT_NOTES`, `FORE_EXPORT_NOTES_TEXT` or `FORE_EXPORT_PDFPC`
 * @error: `G_OPTION_ERROR_BAD_VALUE` if the deck has no such slides
 *
 * Writes what there is to say on each slide. Equal input gives equal bytes.
 *
 * For pdfpc and pympress that is a sidecar in pdfpc's JSON, version 2, which fits the PDF
 * that the same options give: one page for each slide, or for each step of it.
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *fore_notes_export (ForeDeck *deck,
                           const ForeExportOptions *options,
                           ForeExportFormat format,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
