/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the command ends with. */
#define FORE_CLI_DONE 0
#define FORE_CLI_FAILED 1
#define FORE_CLI_MISUSED 2

/**
 * fore_cli_fail:
 *
 * Says on standard error why the command could not do what it was asked to.
 *
 * Returns: %FORE_CLI_FAILED
 */
int fore_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * fore_cli_misuse:
 * @command: the command whose help would help
 *
 * Says on standard error what is wrong with the arguments.
 *
 * Returns: %FORE_CLI_MISUSED
 */
int fore_cli_misuse (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * fore_cli_read:
 * @name: a file as the user named it, or `-` for standard input
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *fore_cli_read (const char *name, GError **error);

/**
 * fore_cli_write:
 * @name: a file as the user named it, or `-` for standard output
 *
 * Writes a file, all of it or nothing.
 */
gboolean fore_cli_write (const char *name, GBytes *bytes, GError **error);

/**
 * fore_cli_report:
 * @name: the deck as the user named it
 *
 * Says on standard error what is wrong with a deck: `file:line:column: severity:
 * message`.
 */
void fore_cli_report (const char *name, ForeDeck *deck);

/**
 * fore_cli_get_program:
 *
 * Returns: where the program with windows is
 */
const char *fore_cli_get_program (void);

/**
 * fore_cli_hand_over:
 *
 * Becomes the program with windows, with the same arguments.
 *
 * Returns: %FORE_CLI_FAILED; if it works it does not return
 */
int fore_cli_hand_over (char **argv);

G_END_DECLS
