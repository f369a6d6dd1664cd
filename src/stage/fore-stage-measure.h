/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

G_BEGIN_DECLS

/**
 * fore_stage_measure_async:
 * @slides: indices of slides, parted by blanks
 * @styles: questions about styles, a line for each; see `measureSlides ()` in measure.js
 * @fonts: questions about fonts, in the same way
 *
 * Asks the page how slides look. It must be settled, and it need not be seen; what it
 * shows stays as it is.
 */
void fore_stage_measure_async (ForeStage *self,
                               const char *slides,
                               const char *styles,
                               const char *fonts,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * fore_stage_measure_finish:
 * @error: %FORE_ERROR_PAGE if the page was not settled, or did not stay so: ask again
 * when it is
 *
 * Returns: (transfer full) (nullable): what the page said, in lines
 */
char *fore_stage_measure_finish (ForeStage *self, GAsyncResult *result, GError **error);

/**
 * fore_stage_get_version:
 *
 * Returns: a number that changes whenever the assets of the deck are loaded again, for
 *   all stages that show them
 */
guint fore_stage_get_version (ForeStage *self);

G_END_DECLS
