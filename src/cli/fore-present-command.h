/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_present_command:
 * @argv: the arguments from `present` on
 *
 * `foredeck present DECK`: looks at the arguments and hands over to the program with
 * windows, which shows the deck to an audience.
 *
 * Returns: what the command ends with
 */
int fore_present_command (int argc, char **argv);

G_END_DECLS
