/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What reading a deck costs, beside bare cmark-gfm on the same slides, and what an edit
 * of one character costs. Both sides take turns in one process. Prints `name value`
 * lines. */

#include "fore-splice.h"
#include "fore-splitter.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#define N_RUNS 9
#define N_EDITS 41

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);

  return values[n / 2];
}

static double
run_bare (const char *text, gsize length)
{
  static const char *const names[] = { "table", "strikethrough", "autolink" };
  gint64 start = g_get_monotonic_time ();
  ForeSplitter splitter;
  ForeCut cut;
  gsize from = 0;
  gboolean more = TRUE;

  fore_splitter_init (&splitter, text, length, 0, 0);
  while (more) {
    cmark_parser *parser = cmark_parser_new (CMARK_OPT_UNSAFE | CMARK_OPT_HARDBREAKS);
    cmark_node *document;

    more = fore_splitter_next (&splitter, &cut);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      cmark_parser_attach_syntax_extension (parser,
                                            cmark_find_syntax_extension (names[i]));
    cmark_parser_feed (parser, text + from, cut.start - from);
    document = cmark_parser_finish (parser);
    free (cmark_render_html (document, CMARK_OPT_UNSAFE | CMARK_OPT_HARDBREAKS,
                             cmark_parser_get_syntax_extensions (parser)));
    cmark_node_free (document);
    cmark_parser_free (parser);
    from = cut.content;
  }

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
run_ours (GBytes *bytes)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Types one letter after the other in the middle of the deck. */
static double
run_edits (GBytes *bytes)
{
  g_autoptr (GBytes) text = g_bytes_ref (bytes);
  g_autoptr (ForeDeck) deck = fore_deck_parse (text, NULL);
  double times[N_EDITS];
  gsize at = g_bytes_get_size (bytes) / 2;
  const char *all = g_bytes_get_data (bytes, NULL);

  while (!g_ascii_isalpha (all[at]))
    at++;
  for (guint i = 0; i < N_EDITS; i++) {
    gsize length;
    const char *old = g_bytes_get_data (text, &length);
    char *edited = g_malloc (length + 1);
    GBytes *next;
    ForeDeck *after;
    gint64 start;

    memcpy (edited, old, at);
    edited[at] = 'x';
    memcpy (edited + at + 1, old + at, length - at);
    next = g_bytes_new_take (edited, length + 1);
    start = g_get_monotonic_time ();
    after = fore_deck_parse (next, deck);
    fore_splice_between (deck, after);
    fore_deck_unref (deck);
    times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    deck = after;
    g_bytes_unref (text);
    text = next;
  }

  return median (times, N_EDITS);
}

int
main (int argc, char *argv[])
{
  double bare[N_RUNS], ours[N_RUNS];
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (argc != 2 || !g_file_get_contents (argv[1], &data, &length, NULL)) {
    g_printerr ("Usage: bench-parse DECK\n");
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered ();
  bytes = g_bytes_new_take (data, length);
  for (guint i = 0; i < N_RUNS; i++) {
    bare[i] = run_bare (data, length);
    ours[i] = run_ours (bytes);
  }
  g_print ("bare %.3f\n", median (bare, N_RUNS));
  g_print ("ours %.3f\n", median (ours, N_RUNS));
  g_print ("edit %.3f\n", run_edits (bytes));

  return 0;
}
