/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-line-diff.h"

#include <string.h>

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* Builds the text after from the text before and the hunks alone. */
static GBytes *
apply (GBytes *before, GBytes *after, GArray *hunks)
{
  GString *result = g_string_new (NULL);
  const char *old = g_bytes_get_data (before, NULL);
  const char *new = g_bytes_get_data (after, NULL);
  gsize at = 0;

  for (guint i = 0; i < hunks->len; i++) {
    const ForeLineHunk *hunk = &g_array_index (hunks, ForeLineHunk, i);
    gsize from = fore_line_diff_find_line (before, hunk->old_line);
    gsize new_from = fore_line_diff_find_line (after, hunk->new_line);
    gsize new_to = fore_line_diff_find_line (after, hunk->new_line + hunk->n_new);

    g_assert_cmpuint (from, >=, at);
    g_string_append_len (result, old + at, from - at);
    g_string_append_len (result, new + new_from, new_to - new_from);
    at = fore_line_diff_find_line (before, hunk->old_line + hunk->n_old);
  }
  g_string_append_len (result, old + at, g_bytes_get_size (before) - at);

  return g_string_free_to_bytes (result);
}

static guint
check (const char *before_text, const char *after_text)
{
  g_autoptr (GBytes) before = bytes (before_text);
  g_autoptr (GBytes) after = bytes (after_text);
  g_autoptr (GArray) hunks = fore_line_diff (before, after);
  g_autoptr (GBytes) result = apply (before, after, hunks);

  g_assert_true (g_bytes_equal (result, after));

  return hunks->len;
}

static void
test_cases (void)
{
  g_assert_cmpuint (check ("", ""), ==, 0);
  g_assert_cmpuint (check ("a\nb\n", "a\nb\n"), ==, 0);
  g_assert_cmpuint (check ("", "a"), ==, 1);
  g_assert_cmpuint (check ("a", ""), ==, 1);
  g_assert_cmpuint (check ("a\nb\nc\n", "a\nX\nc\n"), ==, 1);
  g_assert_cmpuint (check ("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n"), ==, 2);
  g_assert_cmpuint (check ("a\nb", "a\nb\n"), ==, 1);
  g_assert_cmpuint (check ("a\nb\n", "a\nb"), ==, 1);
  g_assert_cmpuint (check ("a\nb\nc\n", "c\nb\na\n"), >=, 1);
}

/* An edit at the top and one at the bottom leave what is between them alone. */
static void
test_smallest (void)
{
  g_autoptr (GBytes) before = bytes ("one\n---\ntwo\n---\nthree\n");
  g_autoptr (GBytes) after = bytes ("zero\none\n---\ntwo\n---\nthree!\n");
  g_autoptr (GArray) hunks = fore_line_diff (before, after);
  const ForeLineHunk *first = &g_array_index (hunks, ForeLineHunk, 0);
  const ForeLineHunk *second = &g_array_index (hunks, ForeLineHunk, 1);

  g_assert_cmpuint (hunks->len, ==, 2);
  g_assert_cmpuint (first->old_line, ==, 0);
  g_assert_cmpuint (first->n_old, ==, 0);
  g_assert_cmpuint (first->new_line, ==, 0);
  g_assert_cmpuint (first->n_new, ==, 1);
  g_assert_cmpuint (second->old_line, ==, 4);
  g_assert_cmpuint (second->n_old, ==, 1);
  g_assert_cmpuint (second->new_line, ==, 5);
  g_assert_cmpuint (second->n_new, ==, 1);
}

static char *
random_text (guint n_lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++) {
    g_string_append_c (text, 'a' + g_test_rand_int_range (0, 4));
    if (i + 1 < n_lines || g_test_rand_bit ())
      g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++) {
    g_autofree char *before = random_text (g_test_rand_int_range (0, 20));
    g_autofree char *after = random_text (g_test_rand_int_range (0, 20));

    check (before, after);
  }
}

static void
test_too_many (void)
{
  g_autoptr (GString) before = g_string_new ("head\n");
  g_autoptr (GString) after = g_string_new ("head\n");

  for (guint i = 0; i < 3000; i++) {
    g_string_append_printf (before, "before %u\nsame\n", i);
    g_string_append_printf (after, "after %u\nsame\n", i);
  }
  g_assert_cmpuint (check (before->str, after->str), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-diff/cases", test_cases);
  g_test_add_func ("/line-diff/smallest", test_smallest);
  g_test_add_func ("/line-diff/random", test_random);
  g_test_add_func ("/line-diff/too-many", test_too_many);

  return g_test_run ();
}
