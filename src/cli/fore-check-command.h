/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_check_command:
 *
 * Runs `foredeck check`. What takes a page is left to the program with windows, where
 * there is a display for it.
 *
 * Returns: the exit status, %FORE_CHECK_CLEAN and so on
 */
int fore_check_command (int argc, char **argv);

G_END_DECLS
