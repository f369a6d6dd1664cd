/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-key.h"

G_BEGIN_DECLS

/**
 * ForeShowCommand:
 * @name: of the action, without `show.`
 * @group: its heading, to be translated
 * @title: what it does, to be translated
 * @keys: the keys that it has unless the user chose others, separated by blanks, as
 *   fore_key_parse() reads them
 * @repeats: whether a key that is held goes on and on; it does not for anything that the
 *   audience sees
 *
 * A command of the show that has keys.
 */
typedef struct {
  const char *name;
  const char *group;
  const char *title;
  const char *keys;
  gboolean repeats;
} ForeShowCommand;

/**
 * fore_show_commands:
 * @n_commands: (out)
 *
 * Returns: (transfer none) (array length=n_commands): all commands, those of one group
 *   together
 */
const ForeShowCommand *fore_show_commands (gsize *n_commands);

/**
 * ForeKeyTable:
 *
 * Which key does what in the show: the table of commands, and on top of it what the user
 * chose.
 *
 * Choices are kept in the setting `show-keys`, only for commands whose keys differ from
 * the table.
 *
 * Signal: `changed ()`.
 */
#define FORE_TYPE_KEY_TABLE (fore_key_table_get_type ())

G_DECLARE_FINAL_TYPE (ForeKeyTable, fore_key_table, FORE, KEY_TABLE, GObject)

/**
 * fore_key_table_new:
 * @settings: where the choices are kept
 */
ForeKeyTable *fore_key_table_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_key_table_find:
 *
 * Returns: (nullable): the command that @key stands for
 */
const ForeShowCommand *fore_key_table_find (ForeKeyTable *self, ForeKey key);

/**
 * fore_key_table_get_keys:
 * @name: of a command
 *
 * Returns: (transfer none) (element-type ForeKey): its keys, the first being the one that
 *   is shown where there is room for one; valid until the next change
 */
GArray *fore_key_table_get_keys (ForeKeyTable *self, const char *name);

/**
 * fore_key_table_dup_label:
 * @name: of a command
 *
 * Returns: (transfer full) (nullable): its first key for people; `NULL` if it has none
 */
char *fore_key_table_dup_label (ForeKeyTable *self,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_key_table_add_key:
 * @name: of a command
 *
 * Gives a command a key more. Another command that has the key loses it.
 */
void fore_key_table_add_key (ForeKeyTable *self, const char *name, ForeKey key);

void fore_key_table_remove_key (ForeKeyTable *self, const char *name, ForeKey key);

/**
 * fore_key_table_reset:
 * @name: (nullable): of a command; `NULL` for all
 *
 * Goes back to the keys of the table. Where others were given one of them in the
 * meantime, they lose it.
 */
void fore_key_table_reset (ForeKeyTable *self, const char *name);

/**
 * fore_key_table_is_changed:
 * @name: (nullable): of a command; `NULL` for any of them
 *
 * Returns: whether the user chose other keys
 */
gboolean fore_key_table_is_changed (ForeKeyTable *self, const char *name);

G_END_DECLS
