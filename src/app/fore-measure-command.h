/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_measure_command:
 * @argc: how many arguments, `check` included
 *
 * Runs `foredeck check` with a page that measures the slides, and no window. The command
 * has seen that the arguments are right.
 *
 * Returns: the exit status
 */
int fore_measure_command (int argc, char **argv);

G_END_DECLS
