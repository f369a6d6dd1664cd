/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"
#include "fore-fix.h"

G_BEGIN_DECLS

/**
 * fore_document_fix:
 * @finding: one of the document's problems
 * @fix: one of its fixes
 * @place: (out): where the caret should go; line 0 if it may stay
 *
 * Changes the text so that the finding is gone, as one step to undo.
 *
 * Returns: whether that could be done
 */
gboolean fore_document_fix (ForeDocument *self,
                            ForeDiagnostic *finding,
                            ForeFixes fix,
                            ForePlace *place);

G_END_DECLS
