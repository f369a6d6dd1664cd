/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The style sheet of the widgets here, for the display of the program. */
#define FORE_WRITE_STYLE "/io/github/foredeck/write/write.css"

/**
 * fore_write_init:
 *
 * Gets GtkSourceView and the resources of this folder ready. Call it once, after
 * gtk_init() or adw_init() and before the first widget or document is made.
 */
void fore_write_init (void);

/**
 * fore_write_register_resources:
 *
 * Makes the templates and the style sheet of this folder known, once. Each widget class
 * calls it: a bundle in a static library is dropped by the linker unless something names
 * it.
 */
void fore_write_register_resources (void);

G_END_DECLS
