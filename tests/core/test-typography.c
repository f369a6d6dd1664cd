/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Dashes, signs, quotes and emoji. */

#include "fore-diagnostic.h"
#include "fore-markup.h"
#include "markup-cases.h"

#include <string.h>

#define EMOJI(character) "<span class=\"emoji\">" character "</span>"

static const MarkupCase sign_cases[] = {
  { "signs", "(c) (C) (r) (R) (tm) (TM) (tM) (p) +- (c",
    "<p>© © ® ® ™ ™ ™ (p) ± (c</p>\n" },
  { "dots", "a. b.. c... d......", "<p>a. b… c… d…</p>\n" },
  { "dots after marks", "a?.. b?... c!..... d?…", "<p>a?.. b?.. c!.. d?..</p>\n" },
  { "marks", "a!!! b!!!! c???? d?!?!?",
    "<p>a!!! b!!! c??? d???"
    "</p>\n" },
  { "marks alone", "a?!?!", "<p>a?!?!</p>\n" },
  { "commas", "a, b,, c,,,,", "<p>a, b, c,</p>\n" },
  { "dashes", "a -- b --- c a--b c---d", "<p>a – b — c a–b c—d</p>\n" },
  { "no dashes", "a --b c-- d e----f -g", "<p>a --b c-- d e----f -g</p>\n" },
  { "dashes at edges", "-- a\n\n*b --* --*c*\n\nd---",
    "<p>– a</p>\n<p><em>b –</em> –<em>c</em></p>\n<p>d—</p>\n" },
  { "not in code and addresses", "`a--b` https://c.de/d--e",
    "<p><code>a--b</code> <a href=\"https://c.de/d--e\">https://c.de/d--e</a></p>\n" },
  { "in links", "[a...](./b)", "<p><a href=\"./b\">a…</a></p>\n" },
  { "not in descriptions", "![a \"b\"...](./c)",
    "<p><img src=\"./c\" alt=\"a &quot;b&quot;...\"></p>\n" },
  { "not in comments", "a\n\n<!-- b -- c -->", "<p>a</p>\n<!-- b - - c -->\n" },
  { "not in HTML blocks", "<div>\n\"a\" -- b...\n</div>",
    "<div>\n\"a\" -- b...\n</div>\n" },
};

static const MarkupCase quote_cases[] = {
  { "pairs", "\"a\" 'b' \"c d\" 'e'.", "<p>“a” ‘b’ “c d” ‘e’.</p>\n" },
  { "nested", "\"a 'b' c\" 'd \"e\" f'", "<p>“a ‘b’ c” ‘d “e” f’</p>\n" },
  { "apostrophes", "don't 'tis dogs' rock'n'roll",
    "<p>don’t ‘tis dogs’ rock’n’roll</p>\n" },
  { "without a partner", "\"a b\nc\" d e 'f", "<p>“a b<br>\nc” d e 'f</p>\n" },
  { "inches", "1\"\" 5\" 5'10", "<p>1\"\" 5\" 5’10</p>\n" },
  { "in a word", "a\"b\"c a'b'c", "<p>a\"b\"c a’b’c</p>\n" },
  { "between marks", "(\"a\")-\"b\"-c", "<p>(“a”)-“b”-c</p>\n" },
  { "around elements", "\"*a*\" \"`b`\" '**c**'",
    "<p>“<em>a</em>” “<code>b</code>” ‘<strong>c</strong>’</p>\n" },
  { "not across elements", "\"a *b\" c* *d \"e* f\"",
    "<p>“a <em>b\" c</em> <em>d \"e</em> f”</p>\n" },
  { "around an element with one", "\"a *b\" c* d\"", "<p>“a <em>b\" c</em> d”</p>\n" },
  { "not across blocks", "- \"a\n- b\"", "<ul>\n<li>\"a</li>\n<li>b\"</li>\n</ul>\n" },
  { "beside emoji", "🐱\"a\" \"🐱\"", "<p>🐱\"a\" “🐱”</p>\n" },
  { "in a link", "[\"a\"](./b) \"[c](./d)\"",
    "<p><a href=\"./b\">“a”</a> “<a href=\"./d\">c</a>”</p>\n" },
  { "beside a picture", "\"![a](./b)\"", "<p>“<img src=\"./b\" alt=\"a\">”</p>\n" },
  { "beside HTML", "<b>\"a\"</b> \"<i>b</i>\"", "<p><b>“a”</b> “<i>b</i>”</p>\n" },
};

static const MarkupCase emoji_cases[] = {
  { "names", ":smile: :+1: :-1: :100:",
    "<p>" EMOJI ("😄") " " EMOJI ("👍") " " EMOJI ("👎") " " EMOJI ("💯") "</p>\n" },
  { "any case", ":Smile:", "<p>" EMOJI ("😄") "</p>\n" },
  { "adjacent", ":rocket::rocket:a:zap:b",
    "<p>" EMOJI ("🚀") EMOJI ("🚀") "a" EMOJI ("⚡") "b</p>\n" },
  { "newer names and none",
    ":robot: :a b: 12:30:45 :: :", "<p>:robot: :a b: 12:30:45 :: :</p>\n" },
  { "no emoticons", ":) ;-) :-(", "<p>:) ;-) :-(</p>\n" },
  { "not in code and addresses", "`:zap:` https://a.b/:zap:",
    "<p><code>:zap:</code> <a href=\"https://a.b/:zap:\">https://a.b/:zap:</a></p>\n" },
  { "in headings, links and cells", "# :zap:\n\n[:zap:](./a)\n\n|:zap:|\n|-|",
    "<h1>" EMOJI ("⚡") "</h1>\n<p><a href=\"./a\">" EMOJI (
      "⚡") "</a></p>\n<table>\n<thead>\n<tr>\n<th>" EMOJI ("⚡") "</th>\n</tr>\n</"
                                                                "thead>\n</table>\n" },
  { "characters are left alone", "😄", "<p>😄</p>\n" },
  { "without a character", ":octocat:", "<p>:octocat:</p>\n" },
  { "beside HTML", "<b>:zap:</b>", "<p><b>" EMOJI ("⚡") "</b></p>\n" },
};

static void
test_emoji_reported (void)
{
  g_autoptr (ForeMarkup) markup =
    fore_markup_render ("a\n\n:octocat:", 12, NULL, FORE_MARKUP_NONE);
  GPtrArray *diagnostics = fore_markup_get_diagnostics (markup);
  ForeDiagnostic *diagnostic;

  g_assert_nonnull (diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "emoji-without-character");
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 3);
}

static void
test_emoji_in_title (void)
{
  g_autoptr (ForeMarkup) markup =
    fore_markup_render ("# a :zap: -- \"b\"", 16, NULL, FORE_MARKUP_NONE);

  g_assert_cmpstr (fore_markup_get_heading (markup), ==, "a ⚡ – “b”");
}

static void
test_typography_many (void)
{
  static const char *const units[] = { "\"", "'", "\"a ", "'a \"b ", "a\" ",  "*\"a",
                                       "--", ".", "!?",   ":",       ":zap:", "(c" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    markup_cases_repeat ("a", units[i], NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/typography/signs", sign_cases, G_N_ELEMENTS (sign_cases));
  markup_cases_add ("/typography/quotes", quote_cases, G_N_ELEMENTS (quote_cases));
  markup_cases_add ("/typography/emoji", emoji_cases, G_N_ELEMENTS (emoji_cases));
  g_test_add_func ("/typography/emoji/reported", test_emoji_reported);
  g_test_add_func ("/typography/emoji/in title", test_emoji_in_title);
  g_test_add_func ("/typography/many", test_typography_many);

  return g_test_run ();
}
