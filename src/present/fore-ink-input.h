/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-ink-layer.h"

G_BEGIN_DECLS

/**
 * ForeInkInput:
 *
 * What mouse, fingers and pens do to the canvas of a layer, as the tool says:
 *
 * - laser and spotlight follow; the wheel makes the spotlight larger or smaller
 * - the pen writes, with the pressure of a stylus; the eraser erases, and so does the
 * other end of a stylus, whatever is held
 * - zoom: a click enlarges the place, a frame drawn around something enlarges that; then
 *   dragging moves the picture, the wheel changes how large it is, and another click
 * shows the whole slide again
 */
typedef struct _ForeInkInput ForeInkInput;

/**
 * fore_ink_input_new:
 * @layer: what is written on; not referenced
 * @canvas: where things are done; not referenced
 */
ForeInkInput *fore_ink_input_new (ForeInkLayer *layer,
                                  GtkWidget *canvas) G_GNUC_WARN_UNUSED_RESULT;

void fore_ink_input_free (ForeInkInput *self);

/**
 * fore_ink_input_stop:
 *
 * Ends what is being done: another slide is seen.
 */
void fore_ink_input_stop (ForeInkInput *self);

G_END_DECLS
