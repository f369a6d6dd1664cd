/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-table.h"

#define SETTING "show-keys"

struct _ForeKeyTable {
  GObject parent_instance;

  GSettings *settings;
  GHashTable *chosen; /* name of a command: GArray of ForeKey */
  GPtrArray *keys;    /* of each command in turn: GArray of ForeKey */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeKeyTable, fore_key_table, G_TYPE_OBJECT)

static int
find_key (GArray *keys, ForeKey key)
{
  for (guint i = 0; i < keys->len; i++) {
    if (fore_key_equal (g_array_index (keys, ForeKey, i), key))
      return (int) i;
  }
  return -1;
}

/* What is no key, or is there already, is left out: settings can be written by anyone. */
static GArray *
parse_keys (const char *const *words)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (ForeKey));

  for (; *words != NULL; words++) {
    ForeKey key;

    if (fore_key_parse (*words, &key) && find_key (keys, key) < 0)
      g_array_append_val (keys, key);
  }
  return keys;
}

static GArray *
parse_default (const ForeShowCommand *command)
{
  g_auto (GStrv) words = g_strsplit (command->keys, " ", -1);

  return parse_keys ((const char *const *) words);
}

static const ForeShowCommand *
find_command (const char *name, gsize *position)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);

  for (gsize i = 0; i < n_commands; i++) {
    if (g_str_equal (commands[i].name, name)) {
      *position = i;
      return &commands[i];
    }
  }
  return NULL;
}

static gboolean
is_chosen_elsewhere (ForeKeyTable *self, const char *name, ForeKey key)
{
  GHashTableIter iter;
  gpointer other, keys;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &other, &keys)) {
    if (!g_str_equal (other, name) && find_key (keys, key) >= 0)
      return TRUE;
  }
  return FALSE;
}

static GArray *
resolve (ForeKeyTable *self, const ForeShowCommand *command)
{
  GArray *chosen = g_hash_table_lookup (self->chosen, command->name);
  GArray *keys;

  if (chosen != NULL)
    return g_array_ref (chosen);
  keys = parse_default (command);
  for (guint i = keys->len; i > 0; i--) {
    if (is_chosen_elsewhere (self, command->name, g_array_index (keys, ForeKey, i - 1)))
      g_array_remove_index (keys, i - 1);
  }
  return keys;
}

static void
load (ForeKeyTable *self)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, SETTING);
  GVariantIter iter;
  const char *name;
  char **words;
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);

  g_hash_table_remove_all (self->chosen);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_loop (&iter, "{&s^as}", &name, &words))
    g_hash_table_insert (self->chosen, g_strdup (name),
                         parse_keys ((const char *const *) words));

  g_ptr_array_set_size (self->keys, 0);
  for (gsize i = 0; i < n_commands; i++)
    g_ptr_array_add (self->keys, resolve (self, &commands[i]));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_words (GVariantBuilder *words, GArray *keys)
{
  g_variant_builder_init (words, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < keys->len; i++) {
    g_autofree char *text = fore_key_dup_text (g_array_index (keys, ForeKey, i));

    g_variant_builder_add (words, "s", text);
  }
}

static void
store (ForeKeyTable *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer name, keys;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &name, &keys)) {
    GVariantBuilder words;

    add_words (&words, keys);
    g_variant_builder_add (&builder, "{sas}", name, &words);
  }
  /* Comes back as a change, which loads it. */
  g_settings_set_value (self->settings, SETTING, g_variant_builder_end (&builder));
}

static void
dispose (GObject *object)
{
  ForeKeyTable *self = FORE_KEY_TABLE (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);

  G_OBJECT_CLASS (fore_key_table_parent_class)->dispose (object);
}

static void
fore_key_table_class_init (ForeKeyTableClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;

  signals[CHANGED] = g_signal_new ("changed", FORE_TYPE_KEY_TABLE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_key_table_init (ForeKeyTable *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

ForeKeyTable *
fore_key_table_new (GSettings *settings)
{
  ForeKeyTable *self = g_object_new (FORE_TYPE_KEY_TABLE, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" SETTING, G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return self;
}

const ForeShowCommand *
fore_key_table_find (ForeKeyTable *self, ForeKey key)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);

  g_return_val_if_fail (FORE_IS_KEY_TABLE (self), NULL);

  for (gsize i = 0; i < n_commands; i++) {
    if (find_key (g_ptr_array_index (self->keys, i), key) >= 0)
      return &commands[i];
  }
  return NULL;
}

GArray *
fore_key_table_get_keys (ForeKeyTable *self, const char *name)
{
  gsize position;

  g_return_val_if_fail (FORE_IS_KEY_TABLE (self), NULL);
  g_return_val_if_fail (find_command (name, &position) != NULL, NULL);

  return g_ptr_array_index (self->keys, position);
}

char *
fore_key_table_dup_label (ForeKeyTable *self, const char *name)
{
  GArray *keys = fore_key_table_get_keys (self, name);

  g_return_val_if_fail (keys != NULL, NULL);

  return keys->len > 0 ? fore_key_dup_label (g_array_index (keys, ForeKey, 0)) : NULL;
}

/* Keys that the table gives to a command are its choice as soon as one of them changes.
 */
static GArray *
choose (ForeKeyTable *self, const char *name)
{
  GArray *keys = g_array_copy (fore_key_table_get_keys (self, name));

  g_hash_table_insert (self->chosen, g_strdup (name), keys);
  return keys;
}

static void
take_from_others (ForeKeyTable *self, const char *name, ForeKey key)
{
  const ForeShowCommand *other;

  while ((other = fore_key_table_find (self, key)) != NULL &&
         !g_str_equal (other->name, name)) {
    GArray *keys = choose (self, other->name);
    gsize position = 0;

    g_array_remove_index (keys, (guint) find_key (keys, key));
    find_command (other->name, &position);
    g_array_unref (g_ptr_array_index (self->keys, position));
    g_ptr_array_index (self->keys, position) = g_array_ref (keys);
  }
}

void
fore_key_table_add_key (ForeKeyTable *self, const char *name, ForeKey key)
{
  GArray *keys = fore_key_table_get_keys (self, name);

  g_return_if_fail (keys != NULL);

  if (find_key (keys, key) >= 0)
    return;
  take_from_others (self, name, key);
  g_array_append_val (choose (self, name), key);
  store (self);
}

void
fore_key_table_remove_key (ForeKeyTable *self, const char *name, ForeKey key)
{
  GArray *keys = fore_key_table_get_keys (self, name);
  int position;

  g_return_if_fail (keys != NULL);

  position = find_key (keys, key);
  if (position < 0)
    return;
  g_array_remove_index (choose (self, name), (guint) position);
  store (self);
}

void
fore_key_table_reset (ForeKeyTable *self, const char *name)
{
  gsize position;
  const ForeShowCommand *command;

  g_return_if_fail (FORE_IS_KEY_TABLE (self));

  if (name == NULL) {
    g_settings_reset (self->settings, SETTING);
    return;
  }
  command = find_command (name, &position);
  g_return_if_fail (command != NULL);
  if (g_hash_table_remove (self->chosen, name)) {
    g_autoptr (GArray) keys = parse_default (command);

    for (guint i = 0; i < keys->len; i++)
      take_from_others (self, name, g_array_index (keys, ForeKey, i));
    store (self);
  }
}

gboolean
fore_key_table_is_changed (ForeKeyTable *self, const char *name)
{
  g_return_val_if_fail (FORE_IS_KEY_TABLE (self), FALSE);

  if (name == NULL)
    return g_hash_table_size (self->chosen) > 0;
  return g_hash_table_contains (self->chosen, name);
}
