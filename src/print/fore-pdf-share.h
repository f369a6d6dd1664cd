/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * fore_pdf_share:
 * @document: a document of several parts
 *
 * Lets all pages use one copy of each font and picture that they have in common.
 */
void fore_pdf_share (qpdf_data document);

G_END_DECLS
