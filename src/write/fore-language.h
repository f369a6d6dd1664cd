/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * fore_language_give:
 *
 * Has the text of @buffer highlighted as a deck, as soon as there is nothing else to do.
 */
void fore_language_give (GtkSourceBuffer *buffer);

G_END_DECLS
