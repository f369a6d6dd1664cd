/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * ForeInspector:
 *
 * Keeps the problems of a document complete: looks for the files that the deck names, and
 * has a page that nobody sees measure the slides that changed.
 *
 * It shares the web process of the preview and waits for it, and asks for a few slides at
 * a time, so that neither preview nor show ever waits long.
 *
 * Property, with `notify`: `busy` (boolean, read only): whether it knows less than all.
 */
#define FORE_TYPE_INSPECTOR (fore_inspector_get_type ())

G_DECLARE_FINAL_TYPE (ForeInspector, fore_inspector, FORE, INSPECTOR, GObject)

/**
 * fore_inspector_new:
 * @settings: (nullable): says which rules are silent
 */
ForeInspector *fore_inspector_new (ForeDocument *document,
                                   ForeStage *preview,
                                   GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

gboolean fore_inspector_get_busy (ForeInspector *self);

/**
 * fore_inspector_get_n_measured:
 *
 * Returns: how many slides have been measured so far
 */
guint fore_inspector_get_n_measured (ForeInspector *self);

G_END_DECLS
