/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-key-table.h"

static void
assert_key (ForeKey key, const char *text)
{
  g_autofree char *found = fore_key_dup_text (key);

  g_assert_cmpstr (found, ==, text);
}

static void
test_forms (AppFixture *fixture, gconstpointer unused)
{
  const GdkModifierType shift = GDK_SHIFT_MASK;

  assert_key (fore_key_make (GDK_KEY_KP_Page_Down, 0, 0), "Page_Down");
  assert_key (fore_key_make (GDK_KEY_Next, 0, 0), "Page_Down");
  assert_key (fore_key_make (GDK_KEY_Prior, 0, 0), "Page_Up");
  assert_key (fore_key_make (GDK_KEY_KP_Enter, 0, 0), "Return");
  assert_key (fore_key_make (GDK_KEY_KP_7, 0, 0), "7");
  assert_key (fore_key_make (GDK_KEY_T, shift, shift), "<Shift>t");
  assert_key (fore_key_make (GDK_KEY_B, GDK_LOCK_MASK, GDK_LOCK_MASK), "b");
  assert_key (fore_key_make (GDK_KEY_question, shift, shift), "question");
  assert_key (fore_key_make (GDK_KEY_space, shift, shift), "<Shift>space");
  assert_key (fore_key_make (GDK_KEY_Right, shift | GDK_BUTTON1_MASK, 0), "<Shift>Right");
}

static void
test_no_key_twice (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (ForeKeyTable) table =
    fore_key_table_new (fore_application_get_settings (fixture->application));
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);

  for (gsize i = 0; i < n_commands; i++) {
    g_auto (GStrv) words = g_strsplit (commands[i].keys, " ", -1);
    GArray *keys = fore_key_table_get_keys (table, commands[i].name);

    /* Each word is a key, and it is this command's alone. */
    g_assert_cmpuint (keys->len, ==, g_strv_length (words));
    for (guint j = 0; j < keys->len; j++) {
      ForeKey key = g_array_index (keys, ForeKey, j);

      g_assert_true (fore_key_table_find (table, key) == &commands[i]);
      g_assert_cmpint (fore_key_get_digit (key), ==, -1);
    }
  }
}

static const char *
command_of (ForeKeyTable *table, const char *text)
{
  const ForeShowCommand *command;
  ForeKey key;

  g_assert_true (fore_key_parse (text, &key));
  command = fore_key_table_find (table, key);
  return command ? command->name : NULL;
}

static void
change (ForeKeyTable *table,
        void (*function) (ForeKeyTable *, const char *, ForeKey),
        const char *name,
        const char *text)
{
  ForeKey key;

  g_assert_true (fore_key_parse (text, &key));
  function (table, name, key);
}

static void
test_choose (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  g_autoptr (ForeKeyTable) table = fore_key_table_new (settings);
  g_autoptr (ForeKeyTable) other = fore_key_table_new (settings);

  g_assert_false (fore_key_table_is_changed (table, NULL));

  /* A free key, seen by every table of the same settings. */
  change (table, fore_key_table_add_key, "next", "AudioRaiseVolume");
  g_assert_cmpstr (command_of (table, "AudioRaiseVolume"), ==, "next");
  g_assert_cmpstr (command_of (other, "AudioRaiseVolume"), ==, "next");
  g_assert_cmpstr (command_of (other, "Page_Down"), ==, "next");
  g_assert_true (fore_key_table_is_changed (table, "next"));
  g_assert_false (fore_key_table_is_changed (table, "black"));

  /* One that another command has. */
  change (table, fore_key_table_add_key, "freeze", "b");
  g_assert_cmpstr (command_of (table, "b"), ==, "freeze");
  g_assert_cmpstr (command_of (table, "period"), ==, "black");

  change (table, fore_key_table_remove_key, "freeze", "b");
  g_assert_null (command_of (table, "b"));

  /* Back to the usual ones, which are taken back from whoever has them. */
  change (table, fore_key_table_add_key, "white", "b");
  fore_key_table_reset (table, "black");
  g_assert_cmpstr (command_of (table, "b"), ==, "black");
  g_assert_cmpstr (command_of (table, "w"), ==, "white");

  fore_key_table_reset (table, NULL);
  g_assert_false (fore_key_table_is_changed (other, NULL));
  g_assert_null (command_of (other, "AudioRaiseVolume"));
}

static void
test_settings_of_others (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  g_autoptr (ForeKeyTable) table = fore_key_table_new (settings);

  g_settings_set_value (
    settings, "show-keys",
    g_variant_new_parsed ("{'black': ['nonsense', 'F', 'f', ''], 'unheard-of': ['b']}"));

  /* What is no key is nothing; a key that two have is the chosen one's. */
  g_assert_cmpstr (command_of (table, "f"), ==, "black");
  g_assert_cmpuint (fore_key_table_get_keys (table, "black")->len, ==, 1);
  g_assert_cmpuint (fore_key_table_get_keys (table, "freeze")->len, ==, 0);
}

static void
add_tests (void)
{
  app_test ("/show-keys/forms", test_forms);
  app_test ("/show-keys/no-key-twice", test_no_key_twice);
  app_test ("/show-keys/choose", test_choose);
  app_test ("/show-keys/settings-of-others", test_settings_of_others);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
