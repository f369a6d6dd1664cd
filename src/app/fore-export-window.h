/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-deck.h"
#include "fore-export-options.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ForeExportWindow:
 *
 * Asks how to export a deck and where to, and does it.
 *
 * Signal: `exported (GFile *file, GStrv missing)`: the file is written; @missing has one
 * sentence for each thing that is not in it, or not as it should be.
 */
#define FORE_TYPE_EXPORT_WINDOW (fore_export_window_get_type ())

G_DECLARE_FINAL_TYPE (
  ForeExportWindow, fore_export_window, FORE, EXPORT_WINDOW, AdwWindow)

/**
 * fore_export_window_new:
 * @folder: (nullable): where to propose to save
 * @name: the file name to propose, without its ending
 * @settings: keeps the choices
 */
GtkWidget *fore_export_window_new (GtkWindow *parent,
                                   ForeDeck *deck,
                                   ForeAssets *assets,
                                   GSettings *settings,
                                   GFile *folder,
                                   const char *name);

/**
 * fore_export_window_set_format:
 *
 * Chooses what to write.
 */
void fore_export_window_set_format (ForeExportWindow *self, ForeExportFormat format);

/**
 * fore_export_window_write:
 * @file: where to
 *
 * Exports with the choices that are set. What goes wrong is told in the window.
 */
void fore_export_window_write (ForeExportWindow *self, GFile *file);

G_END_DECLS
