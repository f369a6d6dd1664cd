/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A program of its own, since it is about what a process does first. */

#include "fore-stage.h"

#include <string.h>

/* JavaScript for code and formulas runs in this process, before there is any page. */
static void
test_code_before_pages (void)
{
  static const char text[] = "```js\nlet a = 1;\n```\n\n$a + b$\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  g_autoptr (ForeAssets) assets = fore_assets_new (NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stage;

  fore_slide_append_section (fore_deck_get_slide (deck, 0), FALSE, NULL, NULL, html);
  g_assert_nonnull (strstr (html->str, "hljs-keyword"));

  stage = fore_stage_new (assets, FORE_STAGE_PREVIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (window), stage);
  gtk_window_present (GTK_WINDOW (window));
  fore_stage_set_deck (FORE_STAGE (stage), deck);
  while (!fore_stage_get_settled (FORE_STAGE (stage)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/web/first-view/code-before-pages", test_code_before_pages);

  return g_test_run ();
}
