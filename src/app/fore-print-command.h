/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_print_command:
 * @argv: the arguments from `export` on
 *
 * `foredeck export DECK -o FILE` for PDF and pictures: without windows, and apart from a
 * program that has some.
 *
 * Returns: what the program ends with: 1 too if something is missing from what was
 *   written
 */
int fore_print_command (int argc, char **argv);

G_END_DECLS
