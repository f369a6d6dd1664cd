/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-search.h"

#include <string.h>

#define DECK                                                                                \
  "# Grüße aus Zürich\n\n---\n\n# Plan\n\nFish & chips <b class=\"secret\">bold</b>\n\n" \
  "----\n\n# Details\n\n- fish\n\nNote: whispered\n\n---\n\nNo heading, 1.2 of it\n"

static void
assert_found (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DECK, strlen (DECK));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  g_autoptr (ForeSlideSearch) search = fore_slide_search_new (deck);
  g_autoptr (GArray) found = fore_slide_search_find (search, text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (got, "%s%u", i > 0 ? " " : "",
                            g_array_index (found, guint, i));
  g_test_message ("“%s”", text);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_words (void)
{
  assert_found ("", "0 1 2 3");
  assert_found ("  ", "0 1 2 3");
  assert_found ("plan", "1");
  assert_found ("FISH", "1 2");
  assert_found ("chips fish", "1");
  assert_found ("fish plan nothing", "");
  assert_found ("grusse", "0");
  assert_found ("gruss", "0");
  assert_found ("ZÜRICH", "0");
  assert_found ("zurich", "0");
  assert_found ("& chips", "1");
}

static void
test_what_is_not_seen (void)
{
  assert_found ("secret", "");
  assert_found ("class", "");
  assert_found ("whispered", "");
}

static void
test_numbers (void)
{
  assert_found ("2", "1 2 3");
  assert_found ("2.2", "2");
  assert_found ("2/1", "1");
  assert_found ("1", "0 3");
  assert_found ("1.2", "3");
  assert_found ("2. fish", "");
  assert_found ("2 details", "2");
  assert_found ("99", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-search/words", test_words);
  g_test_add_func ("/slide-search/what-is-not-seen", test_what_is_not_seen);
  g_test_add_func ("/slide-search/numbers", test_numbers);

  return g_test_run ();
}
