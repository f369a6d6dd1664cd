/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-markup.h"

G_BEGIN_DECLS

/**
 * fore_plain_text_append:
 * @text: (inout): the text is added here
 *
 * Writes markup as text to be read aloud or in a terminal: paragraphs with an empty line
 * between them, an item of a list on a line that starts with `- ` or its number.
 */
void fore_plain_text_append (const ForeMarkup *markup, GString *text);

G_END_DECLS
