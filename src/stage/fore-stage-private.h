/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * fore_stage_get_view:
 *
 * Returns: (transfer none): the page of a stage, which is its only child: for what shares
 * its process
 */
static inline WebKitWebView *
fore_stage_get_view (ForeStage *self)
{
  return WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

G_END_DECLS
