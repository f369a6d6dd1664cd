/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * ForeSteady:
 *
 * A stage that never goes dark: when its page is lost, the last picture of it stays until
 * the page is back and has painted.
 *
 * Property, with `notify`: `covered` (boolean, read only): whether the picture is seen in
 * place of the page
 */
#define FORE_TYPE_STEADY (fore_steady_get_type ())

G_DECLARE_FINAL_TYPE (ForeSteady, fore_steady, FORE, STEADY, GtkWidget)

/**
 * fore_steady_new:
 * @stage: (transfer floating): becomes its child
 */
GtkWidget *fore_steady_new (ForeStage *stage);

gboolean fore_steady_get_covered (ForeSteady *self);

G_END_DECLS
