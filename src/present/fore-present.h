/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The style sheet of the windows here, for the display of the program. */
#define FORE_PRESENT_STYLE "/io/github/foredeck/present/present.css"

/**
 * fore_present_register_resources:
 *
 * Makes the templates and the style sheet of this folder known, once. Each widget class
 * calls it: a bundle in a static library is dropped by the linker unless something names
 * it.
 */
void fore_present_register_resources (void);

G_END_DECLS
