/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-checker.h"
#include "fore-diagnostic.h"
#include "fore-findings-text.h"
#include "fore-fix.h"
#include "fore-rule.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s%u:%u:%s", i > 0 ? " " : "",
                            fore_diagnostic_get_line (findings->pdata[i]),
                            fore_diagnostic_get_column (findings->pdata[i]),
                            fore_diagnostic_get_rule (findings->pdata[i]));

  return g_string_free (text, FALSE);
}

static ForeChecker *
check (const char *text, const char *name, const char *answer)
{
  ForeChecker *checker = fore_checker_new ();
  g_autoptr (ForeDeck) deck = parse (text);
  g_autofree char *path = name != NULL ? g_strconcat ("/nowhere/", name, NULL) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  fore_checker_set_deck (checker, deck);
  fore_checker_set_file (checker, file);
  if (answer != NULL)
    fore_checker_add_answer (checker, deck, answer);

  return checker;
}

static char *
dup_findings (const char *text, const char *name, const char *answer)
{
  g_autoptr (ForeChecker) checker = check (text, name, answer);
  g_autoptr (GPtrArray) findings = fore_checker_dup_findings (checker);

  return describe (findings);
}

/* --- rules that need nothing but the text --- */

static const struct {
  const char *text;
  const char *findings;
} cases[] = {
  /* Pictures without a description. */
  { "![](./a.png)", "1:1:missing-alt" },
  { "Ü ![ ](./a.png)", "1:3:missing-alt" },
  { "![A cat](./a.png)", "" },
  { "`![](a.png)`", "" },
  { "```\n![](a.png)\n```", "" },
  { "<!-- ![](a.png) -->\n\nText", "" },
  { "\\![](./a.png)", "" },
  { "<img src=\"./a.png\">", "1:1:missing-alt" },
  { "<img alt=\"\" src=\"./a.png\">", "" },
  { "# A\n\nnote: ![](./a.png)", "" },
  { "# A\n\n---\n\nB\n![](./a.png)", "6:1:missing-alt" },

  /* Quotes around values. */
  { "<style>\nh1 { color: \"red\"; }\n</style>\n# A", "2:13:quoted-value" },
  { "<style>\nh1 { COLOR: 'red' !important }\n</style>\n# A", "2:13:quoted-value" },
  { "<style>\nh1::after { content: \"red\"; font-family: \"Lato\" }\n</style>\n# A", "" },
  { "<style>\n/* h1 { color: \"red\"; } */\n</style>\n# A", "" },
  { "<style>\n@media print { h1 { color: \"red\" } }\n</style>\n# A",
    "2:28:quoted-value" },
  { "<span style=\"color: 'red'\">A</span>", "1:21:quoted-value" },
  { "A <!-- .element: style=\"width: '3px'\" -->", "1:32:quoted-value" },

  /* Elements without an end. */
  { "<div>\n\n# A\n\n</div>", "" },
  { "<div>\n\n# A\n\n---\n\n# B", "1:1:unclosed-element" },
  { "# A\n\n</div>", "3:1:unclosed-element" },
  { "<ul><li>A<li>B</ul>", "" },
  { "A <br> B <img alt=\"x\" src=\"./a.png\">", "" },
  { "If a < b and c > d, or 1<2", "" },

  /* Names. */
  { "<div id=\"a\">A</div>\n\n---\n\n<div id=\"a\">B</div>", "5:1:duplicate-id" },
  { "<div id=\"a\">A</div>\n\n---\n\n<div id=\"b\">B</div>", "" },
  { "<!-- .slide: id=\"a\" -->\nA\n\n---\n\n<!-- .slide: id=\"a\" -->\nB",
    "6:1:duplicate-id" },

  /* Links inside the deck. */
  { "[A](#/1)\n\n---\n\nB", "" },
  { "[A](#/2)\n\n---\n\nB", "1:5:missing-slide" },
  { "[A](#/1/1)\n\n---\n\nB\n\n----\n\nC", "" },
  { "[A](#there)\n\n---\n\n<!-- .slide: id=\"there\" -->\nB", "" },
  { "[A](#there)\n\n---\n\nB", "1:5:missing-slide" },
  { "[A](#x)\n\n---\n\n<p id=\"x\">B</p>", "" },

  /* Other hosts. */
  { "![A](https://example.org/a.png)", "1:6:remote-picture" },
  { "[A](https://example.org/a.png)", "" },
  { "![A](data:image/png;base64,AAAA)", "" },

  /* Nothing to see. */
  { "# A\n\n---\n\n---\n\n# B", "3:0:empty-slide" },
  { "", "" },
  { "---\ntitle: A\n---\n", "" },
  { "# A\n\n---\n\n<!-- .slide: data-background=\"./a.png\" -->\n\n---\n\n# B", "" },
  { "# A\n\n---\n\n![A](./a.png)\n\n---\n\n🐱", "" },

  /* Days. */
  { "# A 2025-08-08\n\n---\n\nFrom 2025/08/01", "5:6:old-date" },
  { "# A 2025-08-08\n\n---\n\nUntil 2025/08/28", "" },
  { "# A 2025-08-08\n\n---\n\nhttps://example.org/2025-08-01/", "" },
  { "# A 8 August 2025\n\n---\n\nFrom August 1, 2025 to 7.8.2025", "5:6:old-date" },
  { "---\ntitle: A 2025-08-01\n---\n\n# A 2025-08-08", "5:5:date-mismatch" },
  { "---\ntitle: A 2025-08-08\ndate: 2025-08-08\n---\n\n# A 8.8.2025", "" },
  { "# From 2025-08-07 to 2025-08-08", "" },

  /* What is not to be checked. */
  { "<!-- foredeck: allow missing-alt -->\n![](./a.png)\n\n---\n\n![](./a.png)", "" },
  { "A\n\n---\n\n![](./a.png)\n<!-- foredeck: allow missing-alt, old-date "
    "-->\n\n---\n\n![](./a.png)",
    "10:1:missing-alt" },
  { "<!-- foredeck: allow old-date -->\n![](./a.png)", "2:1:missing-alt" },

  /* What the parser says is told as well. */
  { "![A](a.png)", "1:0:bare-relative-address" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *findings = dup_findings (cases[i].text, NULL, NULL);

    if (!g_str_equal (findings, cases[i].findings))
      g_test_message ("In: %s", cases[i].text);
    g_assert_cmpstr (findings, ==, cases[i].findings);
  }
}

static void
test_file_name (void)
{
  const char *text = "# A\n\n## Meeting 2025-08-08";
  g_autofree char *same = dup_findings (text, "meeting-20250808.md", NULL);
  g_autofree char *other = dup_findings (text, "meeting-2025-08-01.md", NULL);
  g_autofree char *number = dup_findings (text, "ticket-120250801.md", NULL);

  g_assert_cmpstr (same, ==, "");
  g_assert_cmpstr (other, ==, "3:12:date-mismatch");
  g_assert_cmpstr (number, ==, "");
}

static void
test_silent (void)
{
  const char *const silent[] = { "missing-alt", NULL };
  g_autoptr (ForeChecker) checker = check ("![](./a.png)", NULL, NULL);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (fore_checker_set_silent (checker, silent));
  g_assert_false (fore_checker_set_silent (checker, silent));
  findings = fore_checker_dup_findings (checker);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_rule_table (void)
{
  guint n_rules;
  const ForeRule *rules = fore_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    g_assert_true (fore_rule_find (rules[i].name) == &rules[i]);
  g_assert_null (fore_rule_find ("unknown-option"));
}

/* --- edits --- */

static void
test_edit_costs_its_slide (void)
{
  const char *before = "# A\n\n---\n\n# B\n\n---\n\n![](./a.png)";
  const char *after = "# A\n\n---\n\n# B!\n\n\n---\n\n![](./a.png)";
  g_autoptr (ForeChecker) checker = check (before, NULL, "slide\t0\nslide\t1\nslide\t2");
  g_autoptr (ForeQuestions) none = fore_checker_dup_questions (checker, 10);
  g_autoptr (ForeDeck) first = parse (before);
  g_autoptr (GBytes) bytes = g_bytes_new (after, strlen (after));
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (ForeQuestions) questions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  g_assert_null (none);
  fore_checker_set_deck (checker, first);
  fore_checker_add_answer (checker, first, "slide\t0\nslide\t1\nslide\t2");
  deck = fore_deck_parse (bytes, first);
  fore_checker_set_deck (checker, deck);
  questions = fore_checker_dup_questions (checker, 10);
  g_assert_cmpstr (questions->slides, ==, "1");
  findings = fore_checker_dup_findings (checker);
  text = describe (findings);
  g_assert_cmpstr (text, ==, "10:1:missing-alt");
}

/* A style sheet is for all slides. */
static void
test_style_costs_all (void)
{
  g_autoptr (ForeDeck) first =
    parse ("<style>\np { color: red }\n</style>\nA\n\n---\n\nB");
  g_autoptr (ForeDeck) other = NULL;
  g_autoptr (ForeChecker) checker = fore_checker_new ();
  g_autoptr (ForeQuestions) questions = NULL;
  const char *text = "<style>\np { color: blue }\n</style>\nA\n\n---\n\nB";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  fore_checker_set_deck (checker, first);
  fore_checker_add_answer (checker, first, "slide\t0\nslide\t1");
  other = fore_deck_parse (bytes, first);
  fore_checker_set_deck (checker, other);
  questions = fore_checker_dup_questions (checker, 10);
  g_assert_cmpstr (questions->slides, ==, "0 1");
  g_assert_cmpstr (questions->styles, ==, "matches\tp\nsupports\tcolor:blue\n");
}

/* --- what a page said --- */

static void
test_measured (void)
{
  static const struct {
    const char *text;
    const char *answer;
    const char *findings;
  } measured[] = {
    { "# A\n\n- one\n- two", "slide\t0\nover\t0\t0\t0\t0\t55\t0\tli\t0\ttwo",
      "4:3:overflow" },
    { "# A\n\n- one\n- two", "slide\t0\nover\t0\t0\t0\t0\t1.5\t0\tli\t0\ttwo", "" },
    { "# A\n\n- so\n- so", "slide\t0\nover\t2\t0\t0\t0\t9\t0\tli\t1\tso",
      "4:3:overflow" },
    { "Some *small* text",
      "slide\t0\ntext\t16\t400\t0,0,0\t255,255,255\tp\t0\tSome small "
      "text",
      "1:1:small-text" },
    { "Text", "slide\t0\ntext\t17.5\t400\t0,0,0\t255,255,255\tp\t0\tText", "" },
    { "Text", "slide\t0\ntext\t20\t400\t140,140,140\t255,255,255\tp\t0\tText",
      "1:1:low-contrast" },
    { "Text", "slide\t0\ntext\t24\t400\t140,140,140\t255,255,255\tp\t0\tText", "" },
    { "Text", "slide\t0\ntext\t24\t400\t140,140,140\t?\tp\t0\tText",
      "1:1:unknown-contrast" },
    { "![A](./big%20one.png)",
      "slide\t0\nover\t0\t0\t0\t30\t0\t0\timg\t0\tfore://stage/"
      "x/big%20one.png#1",
      "1:8:overflow" },
    { "<style>\np { colour: red }\n</style>\nA", "supports\t0\tcolour:red",
      "2:13:dropped-declaration" },
    { "<style>\np { color: red }\n</style>\nA", "supports\t1\tcolor:red", "" },
    { "<style>\n.x, .y { color: red }\n</style>\nA", "matches\t0\t.x, .y",
      "2:1:unmatched-selector" },
    { "<style>\np { font-family: Lato, 'No Such' }\n</style>\nA",
      "font\t0\tLato\nfont\t0\tNo Such", "2:18:missing-font" },
    { "<style>\np { font-family: Lato, 'No Such' }\n</style>\nA",
      "font\t1\tLato\nfont\t0\tNo Such", "" },
    /* A page may say anything. */
    { "A", "slide\t7\nover\t0\t0\t0\t0\t99\t0\tp\t0\tA", "" },
    { "A", "over\t0\t0\t0\t0\t99\t0\tp\t0\tA\nslide\nslide\tx\t\t\nover\t1", "" },
    { "A", "slide\t0\nover\t0\t0\t0\t0\tnan\t0\tp\t0\tA", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (measured); i++) {
    g_autofree char *findings = dup_findings (measured[i].text, NULL, measured[i].answer);

    if (!g_str_equal (findings, measured[i].findings))
      g_test_message ("In: %s\n%s", measured[i].text, measured[i].answer);
    g_assert_cmpstr (findings, ==, measured[i].findings);
  }
}

/* --- files --- */

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fore_checker_look_finish (FORE_CHECKER (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foredeck-check-XXXXXX", NULL);
  g_autofree char *deck_path = g_build_filename (folder, "deck.md", NULL);
  g_autofree char *small = g_build_filename (folder, "small one.png", NULL);
  g_autofree char *large = g_build_filename (folder, "large.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (deck_path);
  g_autoptr (ForeDeck) deck =
    parse ("![A](./small%20one.png)\n![A](./large.png)\n![A](./gone.png)\n"
           "![A](../secret.png)\n[A](./gone.md) [A](./large.png)\n[A](mailto:a@b.org)");
  g_autoptr (ForeChecker) checker = fore_checker_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (small, "x", 1, NULL));
  g_assert_true (g_file_set_contents (large, "x", 1, NULL));
  g_assert_cmpint (truncate (large, 10 * 1000 * 1000 + 1), ==, 0);
  fore_checker_set_deck (checker, deck);
  fore_checker_set_file (checker, file);
  fore_checker_look_async (checker, FALSE, NULL, looked_cb, loop);
  g_main_loop_run (loop);

  findings = fore_checker_dup_findings (checker);
  text = describe (findings);
  g_assert_cmpstr (text, ==,
                   "2:6:large-picture 3:6:missing-picture 4:6:missing-picture "
                   "5:5:missing-file");
  g_unlink (small);
  g_unlink (large);
  g_rmdir (folder);
}

/* --- the seed and the samples --- */

static char *
read_file (const char *path)
{
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static void
test_seed (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "decks", "community-meeting.md", NULL);
  g_autofree char *text = read_file (path);
  g_autofree char *findings = dup_findings (text, "community-meeting.md", NULL);

  g_assert_cmpstr (findings, ==,
                   "16:16:quoted-value 19:16:quoted-value 41:31:remote-picture "
                   "99:1:missing-alt 99:5:remote-picture");
}

static void
test_samples (void)
{
  static const char *const names[] = { "sample.md", "new-deck.md" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "templates", names[i], NULL);
    g_autofree char *text = read_file (path);
    g_autofree char *findings = dup_findings (text, names[i], NULL);

    g_assert_cmpstr (findings, ==, "");
  }
}

/* --- forms --- */

static char *
write_findings (ForeFindingsForm form)
{
  g_autoptr (ForeDeck) deck = parse ("# A\n\n---\n\n![](./a.png \"Ü\")");
  g_autoptr (ForeChecker) checker = fore_checker_new ();
  g_autoptr (GPtrArray) findings = NULL;
  ForeFindingsReport report = { deck, "my deck.md", NULL, "1.2", FALSE };

  fore_checker_set_deck (checker, deck);
  report.findings = findings = fore_checker_dup_findings (checker);

  return fore_findings_write (&report, form);
}

static void
test_plain (void)
{
  g_autofree char *text = write_findings (FORE_FINDINGS_PLAIN);

  g_assert_true (g_str_has_prefix (text, "my deck.md:5:1: warning: "));
  g_assert_true (g_str_has_suffix (text, " [missing-alt]\n"));
}

static void
test_json (void)
{
  g_autofree char *text = write_findings (FORE_FINDINGS_JSON);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *finding = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (root), "findings"), 0);

  g_assert_cmpstr (json_object_get_string_member (finding, "rule"), ==, "missing-alt");
  g_assert_cmpint (json_object_get_int_member (finding, "slide"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (finding, "line"), ==, 5);
}

static void
test_sarif (void)
{
  g_autofree char *text = write_findings (FORE_FINDINGS_SARIF);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *run = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (root), "runs"), 0);
  JsonObject *result =
    json_array_get_object_element (json_object_get_array_member (run, "results"), 0);

  g_assert_cmpstr (json_object_get_string_member (result, "ruleId"), ==, "missing-alt");
  g_assert_cmpstr (json_object_get_string_member (result, "level"), ==, "warning");
  g_assert_nonnull (strstr (text, "\"uri\" : \"my%20deck.md\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/rules", test_rules);
  g_test_add_func ("/check/file-name", test_file_name);
  g_test_add_func ("/check/silent", test_silent);
  g_test_add_func ("/check/rule-table", test_rule_table);
  g_test_add_func ("/check/edit-costs-its-slide", test_edit_costs_its_slide);
  g_test_add_func ("/check/style-costs-all", test_style_costs_all);
  g_test_add_func ("/check/measured", test_measured);
  g_test_add_func ("/check/files", test_files);
  g_test_add_func ("/check/seed", test_seed);
  g_test_add_func ("/check/samples", test_samples);
  g_test_add_func ("/check/plain", test_plain);
  g_test_add_func ("/check/json", test_json);
  g_test_add_func ("/check/sarif", test_sarif);

  return g_test_run ();
}
