/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-formula.h"
#include "fore-highlight.h"
#include "fore-script-store.h"
#include "fore-script.h"
#include "fore-web-bundle.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_THREADS 4
#define N_ROUNDS 20

static char *folder;

static char *
get_path (const char *name)
{
  return g_build_filename (folder, "below", name, NULL);
}

static void
add (ForeScriptStore *store, const char *key, const char *result)
{
  GRefString *string = g_ref_string_new (result);

  fore_script_store_add (store, key, string);
  g_ref_string_release (string);
}

static void
assert_holds (ForeScriptStore *store, const char *key, const char *result)
{
  GRefString *found = fore_script_store_lookup (store, key);

  g_assert_cmpstr (found, ==, result);
  g_clear_pointer (&found, g_ref_string_release);
}

static void
save (const char *path, const char *version, const char *const *pairs)
{
  g_autoptr (ForeScriptStore) store = fore_script_store_new (path, version);

  for (; *pairs != NULL; pairs += 2)
    add (store, pairs[0], pairs[1]);
  g_assert_true (fore_script_store_save (store));
}

/* --- the file
 * --------------------------------------------------------------------------------- */

static const char *const pairs[] = { "f\na\none", "1", "f\na\ntwo\n日本", "zwei", "",
                                     "",          NULL };

static void
test_store_keeps (void)
{
  g_autofree char *path = get_path ("keeps");
  g_autoptr (ForeScriptStore) store = fore_script_store_new (path, "1");
  g_autoptr (ForeScriptStore) again = NULL;
  g_autoptr (ForeScriptStore) other = NULL;
  GStatBuf info;

  assert_holds (store, pairs[0], NULL);
  save (path, "1", pairs);
  again = fore_script_store_new (path, "1");
  for (guint i = 0; pairs[i] != NULL; i += 2)
    assert_holds (again, pairs[i], pairs[i + 1]);
  assert_holds (again, "f\na\nthree", NULL);

  other = fore_script_store_new (path, "2");
  assert_holds (other, pairs[0], NULL);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A file that is as it was is not written again. */
static void
test_store_writes_what_is_new (void)
{
  g_autofree char *path = get_path ("new");
  g_autoptr (ForeScriptStore) store = NULL;

  save (path, "1", pairs);
  store = fore_script_store_new (path, "1");
  assert_holds (store, pairs[0], pairs[1]);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (fore_script_store_save (store));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  add (store, "new", "3");
  g_assert_true (fore_script_store_save (store));
  g_clear_pointer (&store, fore_script_store_free);

  store = fore_script_store_new (path, "1");
  assert_holds (store, "new", "3");
  assert_holds (store, pairs[2], pairs[3]);
}

/* A result is right or not there, whatever became of the file. */
static void
check_damaged (const char *path, const char *content, gsize length)
{
  g_autoptr (ForeScriptStore) store = NULL;

  g_assert_true (g_file_set_contents_full (path, content, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store = fore_script_store_new (path, "1");
  for (guint i = 0; pairs[i] != NULL; i += 2) {
    GRefString *found = fore_script_store_lookup (store, pairs[i]);

    if (found != NULL)
      g_assert_cmpstr (found, ==, pairs[i + 1]);
    g_clear_pointer (&found, g_ref_string_release);
  }
  add (store, "more", "more");
  g_assert_true (fore_script_store_save (store));
}

static void
test_store_damaged (void)
{
  g_autofree char *path = get_path ("damaged");
  g_autofree char *content = NULL;
  gsize length;

  save (path, "1", pairs);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i < length; i++) {
    g_autofree char *damaged = g_memdup2 (content, length);

    check_damaged (path, content, i);
    damaged[i] = '\0';
    check_damaged (path, damaged, length);
    damaged[i] = (char) 0xff;
    check_damaged (path, damaged, length);
    damaged[i] = (char) (content[i] ^ 1);
    check_damaged (path, damaged, length);
  }
}

static void
test_store_too_long (void)
{
  g_autofree char *path = get_path ("long");
  g_autofree char *content = NULL;
  g_autofree char *longer = g_malloc0 (FORE_SCRIPT_STORE_MAX + 1);
  g_autoptr (ForeScriptStore) store = NULL;
  gsize length;

  save (path, "1", pairs);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memcpy (longer, content, length);
  g_assert_true (g_file_set_contents (path, longer, FORE_SCRIPT_STORE_MAX + 1, NULL));

  store = fore_script_store_new (path, "1");
  assert_holds (store, pairs[0], NULL);
}

/* What is asked for stays; what is not goes when the room is needed. */
static void
test_store_is_bounded (void)
{
  g_autofree char *path = get_path ("bounded");
  g_autofree char *half = g_strnfill (FORE_SCRIPT_STORE_MAX / 2 - 1024, 'x');
  const char *const first[] = { "unused", half, "used", "small", NULL };
  g_autoptr (ForeScriptStore) store = NULL;
  GStatBuf info;

  save (path, "1", first);
  store = fore_script_store_new (path, "1");
  assert_holds (store, "used", "small");
  add (store, "new", half);
  add (store, "newer", "small");
  g_assert_true (fore_script_store_save (store));
  g_clear_pointer (&store, fore_script_store_free);
  store = fore_script_store_new (path, "1");
  assert_holds (store, "unused", half);
  g_clear_pointer (&store, fore_script_store_free);

  store = fore_script_store_new (path, "1");
  assert_holds (store, "used", "small");
  assert_holds (store, "new", half);
  add (store, "newest", half);
  g_assert_true (fore_script_store_save (store));
  g_clear_pointer (&store, fore_script_store_free);
  store = fore_script_store_new (path, "1");
  assert_holds (store, "unused", NULL);
  assert_holds (store, "used", "small");
  assert_holds (store, "new", half);
  assert_holds (store, "newest", half);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <=, FORE_SCRIPT_STORE_MAX);
}

static void
test_store_unwritable (void)
{
  g_autofree char *file = get_path ("file");
  g_autofree char *path = g_build_filename (file, "store", NULL);
  g_autoptr (ForeScriptStore) store = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  store = fore_script_store_new (path, "1");
  add (store, "key", "result");
  g_assert_false (fore_script_store_save (store));
  assert_holds (store, "key", "result");
}

static gpointer
write_thread (gpointer path)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    save (path, "1", pairs);

  return NULL;
}

static void
test_store_several_writers (void)
{
  g_autofree char *path = get_path ("several");
  g_autofree char *parent = g_path_get_dirname (path);
  GThread *threads[N_THREADS];
  g_autoptr (GDir) dir = NULL;
  const char *name;

  save (path, "1", pairs);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("write", write_thread, path);
  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autoptr (ForeScriptStore) store = fore_script_store_new (path, "1");

    for (guint k = 0; pairs[k] != NULL; k += 2)
      assert_holds (store, pairs[k], pairs[k + 1]);
  }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  /* Nothing is left lying about. */
  dir = g_dir_open (parent, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "several."));
}

/* --- scripts
 * ---------------------------------------------------------------------------------- */

static char *
dup_version (void)
{
  g_autoptr (GBytes) bytes = fore_web_bundle_lookup ("script/version.txt");

  g_assert_nonnull (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_highlights (const char *source, const char *html)
{
  GRefString *found = fore_highlight ("c", 1, source, strlen (source));

  g_assert_cmpstr (found, ==, html);
  g_clear_pointer (&found, g_ref_string_release);
}

static void
assert_typesets (const char *source, const char *html)
{
  g_autofree char *error = NULL;
  GRefString *found = fore_formula_typeset (source, FALSE, &error);

  g_assert_cmpstr (found, ==, html);
  g_clear_pointer (&found, g_ref_string_release);
}

static void
test_store_scripts (void)
{
  g_autofree char *path = get_path ("scripts");
  g_autofree char *version = dup_version ();
  const char *const forged[] = {
    "highlight\nc\nint known;",
    "<span class=\"hljs-known\">int</span> known;",
    "highlight\nc\nint bad;",
    "<img src=x onerror=\"alert(1)\">int bad;",
    "highlight\nc\nint lie;",
    "int lies;",
    "typeset\nfalse\nknown",
    "=<span class=\"katex\">k</span>",
    "typeset\nfalse\nbad",
    "=<span onclick=\"alert(1)\">k</span>",
    NULL,
  };
  g_autoptr (ForeScriptStore) store = NULL;
  guint n_runs = fore_script_get_n_runs ();
  GRefString *made;

  save (path, version, forged);
  fore_script_open_store (path);
  assert_highlights ("int known;", forged[1]);
  assert_typesets ("known", forged[7] + 1);
  /* What no script makes is not believed. */
  assert_highlights ("int bad;", NULL);
  assert_highlights ("int lie;", NULL);
  assert_typesets ("bad", NULL);
  g_assert_cmpuint (fore_script_get_n_runs (), ==, n_runs);

  assert_highlights ("int new;", "<span class=\"hljs-type\">int</span> new;");
  g_assert_cmpuint (fore_script_get_n_runs (), ==, n_runs + 1);
  fore_script_close_store ();

  store = fore_script_store_new (path, version);
  made = fore_script_store_lookup (store, "highlight\nc\nint new;");
  g_assert_cmpstr (made, ==, "<span class=\"hljs-type\">int</span> new;");
  g_ref_string_release (made);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    if (g_unlink (inner) != 0)
      remove_folder (inner);
  }
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("fore-store-XXXXXX", NULL);

  /* The first makes the folder. */
  g_test_add_func ("/script-store/keeps", test_store_keeps);
  g_test_add_func ("/script-store/writes-what-is-new", test_store_writes_what_is_new);
  g_test_add_func ("/script-store/damaged", test_store_damaged);
  g_test_add_func ("/script-store/too-long", test_store_too_long);
  g_test_add_func ("/script-store/is-bounded", test_store_is_bounded);
  g_test_add_func ("/script-store/unwritable", test_store_unwritable);
  g_test_add_func ("/script-store/several-writers", test_store_several_writers);
  g_test_add_func ("/script-store/scripts", test_store_scripts);
  status = g_test_run ();

  remove_folder (folder);
  g_free (folder);

  return status;
}
