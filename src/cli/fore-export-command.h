/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_export_command:
 * @argv: the arguments from `export` on, behind the name of the program
 *
 * `foredeck export DECK -o FILE`: writes a deck as one HTML file, or has the program with
 * windows write it as PDF or pictures.
 *
 * Returns: what the command ends with
 */
int fore_export_command (int argc, char **argv);

G_END_DECLS
