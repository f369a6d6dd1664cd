/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What libFuzzer once found, without libFuzzer: each input that reached a place no other
 * did, and each that once broke something. */

#include "fuzz-target.h"

static void
run_file (const FuzzTarget *target, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  fuzz_target_run (target, (const guint8 *) data, size);
}

static void
test_target (gconstpointer data)
{
  const FuzzTarget *target = data;
  g_autofree char *folder =
    g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", target->name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) names = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (names)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_test_message ("%s", name);
    run_file (target, path);
    n_files++;
  }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) targets = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", NULL);
  targets = fuzz_target_read_all (folder);
  for (guint i = 0; i < targets->len; i++) {
    const FuzzTarget *target = g_ptr_array_index (targets, i);
    g_autofree char *path = g_strconcat ("/corpus/", target->name, NULL);

    g_test_add_data_func (path, target, test_target);
  }

  return g_test_run ();
}
