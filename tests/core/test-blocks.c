/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Containers, definition lists, footnotes, abbreviations, tables of contents. */

#include "fore-diagnostic.h"
#include "fore-markup.h"
#include "markup-cases.h"

#include <string.h>

static const MarkupCase container_cases[] = {
  { "kinds",
    ":::success\na\n:::\n:::info\nb\n:::\n::: warning\n"
    "c\n:::\n:::danger \nd\n:::",
    "<div class=\"alert alert-success\">\n<p>a</p>\n"
    "</div>\n<div class=\"alert alert-info\">\n"
    "<p>b</p>\n</div>\n<div class=\"alert alert-warning\">\n"
    "<p>c</p>\n</div>\n<div class=\"alert alert-danger\">\n"
    "<p>d</p>\n</div>\n" },
  { "more classes", ":::info big red\na\n:::",
    "<div class=\"alert alert-info big red\">\n"
    "<p>a</p>\n</div>\n" },
  { "Markdown inside", ":::info\n# a\n\n- b\n- *c*\n:::",
    "<div class=\"alert alert-info\">\n<h1>a</h1>\n"
    "<ul>\n<li>b</li>\n<li><em>c</em></li>\n</ul>\n"
    "</div>\n" },
  { "after a paragraph", "a\n:::info\nb\n:::\nc",
    "<p>a</p>\n<div class=\"alert alert-info\">\n"
    "<p>b</p>\n</div>\n<p>c</p>\n" },
  { "not closed", ":::info\na\n\nb",
    "<div class=\"alert alert-info\">\n<p>a</p>\n"
    "<p>b</p>\n</div>\n" },
  { "unknown names", ":::foo\na\n:::\n\n:::infos\n:::\n\n:::",
    "<p>:::foo<br>\na<br>\n:::</p>\n<p>:::infos<br>\n"
    ":::</p>\n<p>:::</p>\n" },
  { "two colons", "::info\na\n::", "<p>::info<br>\na<br>\n::</p>\n" },
  { "more colons", ":::::info\n:::\na\n:::::::\nb",
    "<div class=\"alert alert-info\">\n<p>:::<br>\n"
    "a</p>\n</div>\n<p>b</p>\n" },
  { "nested with more colons", "::::success\n:::info\na\n:::\nb\n::::\nc",
    "<div class=\"alert alert-success\">\n<div class=\"alert alert-info\">"
    "\n<p>a</p>\n</div>\n<p>b</p>\n</div>\n<p>c</p>\n" },
  { "nested with as many", "::: success\n:::info\na\n:::\nb",
    "<div class=\"alert alert-success\">\n<div class=\"alert alert-info\">"
    "\n<p>a</p>\n</div>\n</div>\n<p>b</p>\n" },
  { "words after the end", ":::info\na\n::: b\n:::",
    "<div class=\"alert alert-info\">\n<p>a<br>\n"
    "::: b</p>\n</div>\n" },
  { "ends inside a fence", ":::info\n```\na\n:::\nb",
    "<div class=\"alert alert-info\">\n<pre><code>a\n"
    "\n</code></pre>\n</div>\n<p>b</p>\n" },
  { "in a quote", "> :::info\n> a\n\nb",
    "<blockquote>\n<div class=\"alert alert-info\">\n"
    "<p>a</p>\n</div>\n</blockquote>\n<p>b</p>\n" },
  { "in a list", "- :::info\n  a\n  :::\n\n  b",
    "<ul>\n<li>\n<div class=\"alert alert-info\">\n"
    "<p>a</p>\n</div>\n<p>b</p>\n</li>\n</ul>\n" },
  { "indented", "   :::info\n   a\n   :::\n\n    :::info",
    "<div class=\"alert alert-info\">\n<p>a</p>\n"
    "</div>\n<pre><code>:::info\n</code></pre>\n" },
  { "empty", ":::info\n:::", "<div class=\"alert alert-info\">\n</div>\n" },
  { "escaped class", ":::info \"><b>\na\n:::",
    "<div class=\"alert alert-info &quot;&gt;&lt;b&gt;\">\n"
    "<p>a</p>\n</div>\n" },
  { "spoiler",
    ":::spoiler *a* <b>\nb\n\n- c\n:::\n\n:::spoiler\n"
    "d\n:::",
    "<details class=\"spoiler\">\n<summary>*a* &lt;b&gt;</summary>\n"
    "<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n</details>\n"
    "<details class=\"spoiler\">\n<summary>Details</summary>\n"
    "<p>d</p>\n</details>\n" },
  { "comment after it", ":::info\na\n:::\n<!-- .element: class=\"b\" -->",
    "<div class=\"b\">\n<p>a</p>\n</div>\n<!-- -->\n" },
};

static const MarkupCase definition_cases[] = {
  { "one", "a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n" },
  { "other marker", "a\n~ b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n" },
  { "two definitions", "a\n: b\n: c",
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n"
    "</dl>\n" },
  { "two terms", "a\n: b\n\nc\n: d",
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n"
    "<dd>d</dd>\n</dl>\n" },
  { "terms far apart", "a\n: b\n\n\n\nc\n: d",
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n"
    "<dd>d</dd>\n</dl>\n" },
  { "blank line below the term", "a\n\n: b\n: c",
    "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n"
    "<dd>\n<p>c</p>\n</dd>\n</dl>\n" },
  { "two blank lines below", "a\n\n\n: b", "<p>a</p>\n<p>: b</p>\n" },
  { "lines", "a\n: b\n  c\nd",
    "<dl>\n<dt>a</dt>\n<dd>b<br>\nc<br>\nd</dd>\n"
    "</dl>\n" },
  { "paragraphs", "a\n: b\n\n  c",
    "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n<p>c</p>\n"
    "</dd>\n</dl>\n" },
  { "blocks", "a\n: - b\n  - c\n\n  ```\n  d\n  ```",
    "<dl>\n<dt>a</dt>\n<dd>\n<ul>\n<li>b</li>\n"
    "<li>c</li>\n</ul>\n<pre><code>d\n</code></pre>\n"
    "</dd>\n</dl>\n" },
  { "ends", "a\n: b\n\nc", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<p>c</p>\n" },
  { "term is one line", "a\nb\n: c", "<p>a<br>\nb<br>\n: c</p>\n" },
  { "no term", ": a\n\n# b\n: c", "<p>: a</p>\n<h1>b</h1>\n<p>: c</p>\n" },
  { "no blank", "a\n:b\n~c", "<p>a<br>\n:b<br>\n~c</p>\n" },
  { "nothing to define", "a\n:  \nb", "<p>a<br>\n:<br>\nb</p>\n" },
  { "inlines", "*a* b.de\n: **c** --",
    "<dl>\n<dt><em>a</em> <a href=\"http://b.de\">b.de</a></dt>\n"
    "<dd><strong>c</strong> –</dd>\n</dl>\n" },
  { "in a list", "- a\n  : b\n- c",
    "<ul>\n<li>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n"
    "</dl>\n</li>\n<li>c</li>\n</ul>\n" },
  { "in a quote", "> a\n> : b",
    "<blockquote>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n"
    "</dl>\n</blockquote>\n" },
  { "reference as a term", "[a]: ./b\n: c\n\n[a]",
    "<dl>\n<dt></dt>\n<dd>\n<p>c</p>\n</dd>\n</dl>\n"
    "<p><a href=\"./b\">a</a></p>\n" },
  { "comment", "a\n: b <!-- .element: class=\"c\" -->",
    "<dl>\n<dt>a</dt>\n<dd class=\"c\">b <!-- --></dd>\n"
    "</dl>\n" },
};

static const MarkupCase footnote_cases[] = {
  { "one", "a[^1]\n\n[^1]: b",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "twice", "a[^b] c[^b]\n\n[^b]: d",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup> c<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1:1\">"
    "[1:1]</a></sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>d <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a> <a "
    "href=\"#fnref1:1\" "
    "class=\"footnote-backref\">↩︎</a></p>\n</li>\n"
    "</ol>\n</div>\n" },
  { "in the order of references", "a[^x] b[^y]\n\n[^y]: c\n[^x]: d",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup> b<sup class=\"footnote-ref\"><a href=\"#fn2\" id=\"fnref2\">[2]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>d <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n<li id=\"fn2\" class=\"footnote-item\">\n"
    "<p>c <a href=\"#fnref2\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "in the text", "a^[b *c*] d",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup> d</p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b <em>c</em> <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a>"
    "</p>\n</li>\n</ol>\n</div>\n" },
  { "both", "a^[b] c[^1] d^[e]\n\n[^1]: f",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup> c<sup class=\"footnote-ref\"><a href=\"#fn2\" id=\"fnref2\">[2]</a>"
    "</sup> d<sup class=\"footnote-ref\"><a href=\"#fn3\" id=\"fnref3\">[3]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n<li id=\"fn2\" class=\"footnote-item\">\n"
    "<p>f <a href=\"#fnref2\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n<li id=\"fn3\" class=\"footnote-item\">\n"
    "<p>e <a href=\"#fnref3\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "in a note", "a[^1]\n\n[^1]: b^[c [^1]]",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b<sup class=\"footnote-ref\"><a href=\"#fn2\" id=\"fnref2\">[2]</a>"
    "</sup> <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n<li id=\"fn2\" class=\"footnote-item\">\n"
    "<p>c [^1] <a href=\"#fnref2\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "blocks", "a[^1]\n\n[^1]: b\n\n    c\n\n    - d",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b</p>\n<p>c</p>\n<ul>\n<li>d</li>\n</ul>\n"
    " <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></li>\n"
    "</ol>\n</div>\n" },
  { "without a note", "a[^1] b^[c", "<p>a[^1] b^[c</p>\n" },
  { "without a reference", "a\n\n[^1]: b", "<p>a</p>\n" },
  { "brackets inside", "a^[b [c](./d) \\] e]",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>b <a href=\"./d\">c</a> ] e <a href=\"#fnref1\" class=\"footnote-backref\">"
    "↩︎</a></p>\n</li>\n</ol>\n</div>\n" },
  { "block marks inside", "^[- a] ^[# b]",
    "<p><sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup> <sup class=\"footnote-ref\"><a href=\"#fn2\" id=\"fnref2\">[2]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>- a <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n<li id=\"fn2\" class=\"footnote-item\">\n"
    "<p># b <a href=\"#fnref2\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "in a heading, a table and a list", "# a[^1]\n\n|b^[c]|\n|-|\n\n- d[^1]\n\n[^1]: e",
    "<h1>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></h1>\n<table>\n<thead>\n<tr>\n<th>b<sup class=\"footnote-ref\">"
    "<a href=\"#fn2\" id=\"fnref2\">[2]</a></sup></th>\n"
    "</tr>\n</thead>\n</table>\n<ul>\n<li>d<sup class=\"footnote-ref\"><a "
    "href=\"#fn1\" id=\"fnref1:1\">[1:1]</a></sup></li>\n"
    "</ul>\n<hr class=\"footnotes-sep\">\n<div class=\"footnotes\">\n"
    "<ol class=\"footnotes-list\">\n<li id=\"fn1\" class=\"footnote-item\">"
    "\n<p>e <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a> <a "
    "href=\"#fnref1:1\" "
    "class=\"footnote-backref\">↩︎</a></p>\n</li>\n"
    "<li id=\"fn2\" class=\"footnote-item\">\n"
    "<p>c <a href=\"#fnref2\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
  { "not in code", "`^[a]` `[^1]`\n\n[^1]: b",
    "<p><code>^[a]</code> <code>[^1]</code></p>\n" },
  { "superscript first", "a^b^[c]", "<p>a<sup>b</sup>[c]</p>\n" },
  { "text is set", "a^[\"b\" -- c.de :zap:]",
    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a>"
    "</sup></p>\n<hr class=\"footnotes-sep\">\n"
    "<div class=\"footnotes\">\n<ol class=\"footnotes-list\">\n"
    "<li id=\"fn1\" class=\"footnote-item\">\n"
    "<p>“b” – <a href=\"http://c.de\">c.de</a> <span class=\"emoji\">⚡</span>"
    " <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p>\n"
    "</li>\n</ol>\n</div>\n" },
};

static const MarkupCase abbreviation_cases[] = {
  { "one", "*[HTML]: Hyper Text\n\nHTML, xHTML HTMLx (HTML) HTML's",
    "<p><abbr title=\"Hyper Text\">HTML</abbr>, xHTML HTMLx (<abbr title=\"Hyper "
    "Text\">HTML</abbr>) <abbr title=\"Hyper Text\">HTML</abbr>’s</p>\n" },
  { "several words and bytes", "*[a b]: c\n*[é]: d \"e\"\n\na b é aé",
    "<p><abbr title=\"c\">a b</abbr> <abbr title=\"d &quot;e&quot;\">é</abbr>"
    " aé</p>\n" },
  { "longest first", "*[LONG]: a\n*[LONGER]: b\n\nLONGER LONG LONGER-LONG",
    "<p><abbr title=\"b\">LONGER</abbr> <abbr title=\"a\">LONG</abbr> <abbr "
    "title=\"b\">LONGER</abbr>-<abbr title=\"a\">LONG</abbr></p>\n" },
  { "first counts", "*[a]: b\n*[a]: c\n\na", "<p><abbr title=\"b\">a</abbr></p>\n" },
  { "below its use", "a b\n\n*[a]: c", "<p><abbr title=\"c\">a</abbr> b</p>\n" },
  { "ends a paragraph", "x\n*[a]: b\ny a",
    "<p>x</p>\n<p>y <abbr title=\"b\">a</abbr></p>\n" },
  { "without anything", "*[a]:\n\n*[]: b\n\n*[c d",
    "<p>*[a]:</p>\n<p>*[]: b</p>\n<p>*[c d</p>\n" },
  { "escapes", "*[a\\]b]: c\n\na\\]b", "<p><abbr title=\"c\">a]b</abbr></p>\n" },
  { "not in code and pictures", "*[a]: b\n\n`a` ![a](./c)",
    "<p><code>a</code> <img src=\"./c\" alt=\"a\"></p>\n" },
  { "in links, emphasis, cells", "*[a]: b\n\n[a](./c) *a*\n\n|a|\n|-|",
    "<p><a href=\"./c\"><abbr title=\"b\">a</abbr></a> <em><abbr title=\"b\">"
    "a</abbr></em></p>\n<table>\n<thead>\n<tr>\n"
    "<th><abbr title=\"b\">a</abbr></th>\n</tr>\n"
    "</thead>\n</table>\n" },
  { "in a list", "- a\n\n  *[a]: b",
    "<ul>\n<li>\n<p><abbr title=\"b\">a</abbr></p>\n"
    "</li>\n</ul>\n" },
  { "is not HTML", "*[a]: \"><b>\n\na",
    "<p><abbr title=\"&quot;&gt;&lt;b&gt;\">a</abbr></p>\n" },
};

static const MarkupCase contents_cases[] = {
  { "alone", "[TOC]\n\n# a",
    "<p></p>\n<div class=\"toc\"></div>\n<p></p>\n"
    "<h1>a</h1>\n" },
  { "any case", "[toc]", "<p></p>\n<div class=\"toc\"></div>\n<p></p>\n" },
  { "at the end", "a [TOC]", "<p>a </p>\n<div class=\"toc\"></div>\n<p></p>\n" },
  { "not before text", "[TOC] a", "<p>[TOC] a</p>\n" },
  { "a link", "[TOC]\n\n[toc]: ./a", "<p><a href=\"./a\">TOC</a></p>\n" },
};

static ForeMarkup *
render (const char *text, const char *definitions)
{
  return fore_markup_render (text, strlen (text), definitions, FORE_MARKUP_NONE);
}

static void
test_blocks_spoiler_reported (void)
{
  g_autoptr (ForeMarkup) markup = render ("a\n\n:::spoiler b\nc\n:::", NULL);
  GPtrArray *diagnostics = fore_markup_get_diagnostics (markup);
  ForeDiagnostic *diagnostic;

  g_assert_nonnull (diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  diagnostic = g_ptr_array_index (diagnostics, 0);
  g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "spoiler");
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 3);
}

/* What another slide says of words and notes. */
static void
test_blocks_definitions (void)
{
  g_autoptr (ForeMarkup) word = render ("a b", "*[a]: c\n");
  g_autoptr (ForeMarkup) note = render ("a[^1]", "[^1]: b\n[^2]: c\n");
  g_autoptr (ForeMarkup) own = render ("a\n\n*[a]: b", "*[a]: c\n");

  g_assert_cmpstr (fore_markup_get_html (word), ==,
                   "<p><abbr title=\"c\">a</abbr> b</p>\n");
  g_assert_nonnull (strstr (fore_markup_get_html (note), "<p>b <a href=\"#fnref1\""));
  g_assert_null (strstr (fore_markup_get_html (note), "fn2"));
  g_assert_cmpstr (fore_markup_get_html (own), ==, "<p><abbr title=\"b\">a</abbr></p>\n");
}

static void
test_blocks_many (void)
{
  static const struct {
    const char *start;
    const char *unit;
  } repeated[] = {
    { NULL, ":::info\n" },   { NULL, "::::info\na\n:::\n" },
    { NULL, "a\n: b\n\n" },  { NULL, "a\n: " },
    { "a\n", ": b\n" },      { NULL, "a\n\n: b\n" },
    { NULL, "^[" },          { NULL, "^[a]" },
    { NULL, "[^1]" },        { "[^1]: a\n\n", "[^1]" },
    { NULL, "[^a]: b\n\n" }, { NULL, "*[a]: b\n" },
    { "*[a]: b\n\n", "a " }, { "*[a]: b\n\n", "aa" },
    { NULL, "*[" },          { NULL, "> :::info\n" },
    { NULL, "[TOC]\n\n" },   { NULL, "^[a^[" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    markup_cases_repeat (repeated[i].start, repeated[i].unit, NULL);
}

/* As many abbreviations as there is room for, and as many words. */
static void
test_blocks_many_abbreviations (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ForeMarkup) markup = NULL;

  for (guint i = 1; i < 200; i++) {
    g_autofree char *label = g_strnfill (i, 'a');

    g_string_append_printf (text, "*[%s]: b\n", label);
  }
  g_string_append (text, "\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "aaa ");
  markup = render (text->str, NULL);

  g_assert_nonnull (
    strstr (fore_markup_get_html (markup), "<abbr title=\"b\">aaa</abbr>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/blocks/containers", container_cases,
                    G_N_ELEMENTS (container_cases));
  markup_cases_add ("/blocks/definitions", definition_cases,
                    G_N_ELEMENTS (definition_cases));
  markup_cases_add ("/blocks/footnotes", footnote_cases, G_N_ELEMENTS (footnote_cases));
  markup_cases_add ("/blocks/abbreviations", abbreviation_cases,
                    G_N_ELEMENTS (abbreviation_cases));
  markup_cases_add ("/blocks/contents", contents_cases, G_N_ELEMENTS (contents_cases));
  g_test_add_func ("/blocks/containers/spoiler reported", test_blocks_spoiler_reported);
  g_test_add_func ("/blocks/definitions elsewhere", test_blocks_definitions);
  g_test_add_func ("/blocks/many", test_blocks_many);
  g_test_add_func ("/blocks/many abbreviations", test_blocks_many_abbreviations);

  return g_test_run ();
}
