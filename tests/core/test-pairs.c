/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Strikethrough, mark, insertion, subscript, superscript. */

#include "markup-cases.h"

static const MarkupCase cases[] = {
  { "each", "~~a~~ ==b== ++c++ H~2~O x^2^",
    "<p><s>a</s> <mark>b</mark> <ins>c</ins> H<sub>2</sub>O x<sup>2</sup></p>\n" },
  { "in words", "a~~b~~c a==b==c a++b++c",
    "<p>a<s>b</s>c a<mark>b</mark>c a<ins>b</ins>c</p>\n" },
  { "odd runs", "x~~~a~~~ ===b=== +++++c+++++",
    "<p>x~<s>a</s>~ =<mark>b</mark>= +<ins><ins>c</ins></ins>+</p>\n" },
  { "odd runs without a partner", "x~~~a y===", "<p>x~~~a y===</p>\n" },
  { "uneven runs", "====a==", "<p>==<mark>a</mark></p>\n" },
  { "blanks inside", "~~ a ~~ == b == ++ c ++", "<p>~~ a ~~ == b == ++ c ++</p>\n" },
  { "alone", "C++ a == b ~~ ++ = + ~ ^", "<p>C++ a == b ~~ ++ = + ~ ^</p>\n" },
  { "nested", "==a ++b *c*++== **==d==**",
    "<p><mark>a <ins>b <em>c</em></ins></mark> <strong><mark>d</mark></strong></p>\n" },
  { "crossed",
    "==a *b== c* ~~d ==e~~ f==", "<p><mark>a *b</mark> c* <s>d ==e</s> f==</p>\n" },
  { "over a line end", "==a\nb==", "<p><mark>a<br>\nb</mark></p>\n" },
  { "not over blocks", "==a\n\nb==", "<p>==a</p>\n<p>b==</p>\n" },
  { "blanks in the short ones", "~a b~ ^a b^ ~a\nb~", "<p>~a b~ ^a b^ ~a<br>\nb~</p>\n" },
  { "escaped blanks", "~a\\ b~ ^a\\ b^", "<p><sub>a b</sub> <sup>a b</sup></p>\n" },
  { "escapes in the short ones", "~a\\~b~ ^a\\^b\\c^",
    "<p><sub>a~b</sub> <sup>a^b\\c</sup></p>\n" },
  { "nothing in the short ones is Markdown", "^*a*^ ~[b](./c)~",
    "<p><sup>*a*</sup> <sub>[b](./c)</sub></p>\n" },
  { "empty", "^^ ~~ ==== ~~~~", "<p>^^ ~~ ==== ~~~~</p>\n" },
  { "adjacent", "~a~~b~ ^a^^b^",
    "<p><sub>a</sub><sub>b</sub> <sup>a</sup><sup>b</sup></p>\n" },
  { "escaped", "\\==a== \\~b~ \\^c^ \\++d++", "<p>==a== ~b~ ^c^ ++d++</p>\n" },
  { "not in code", "`==a==` `~b~`", "<p><code>==a==</code> <code>~b~</code></p>\n" },
  { "in links", "[==a==](./b) ==[c](./d)==",
    "<p><a href=\"./b\"><mark>a</mark></a> <mark><a href=\"./d\">c</a></mark></p>\n" },
  { "in tables", "|==a==|x^2^|~b~|\n|-|-|-|",
    "<table>\n<thead>\n<tr>\n<th><mark>a</mark></th>\n<th>x<sup>2</sup></th>\n"
    "<th><sub>b</sub></th>\n</tr>\n</thead>\n</table>\n" },
  { "text is still set", "==\"a\"== ^b--c^", "<p><mark>“a”</mark> <sup>b–c</sup></p>\n" },
  { "in pictures only text", "![==a== x^2^](./b)",
    "<p><img src=\"./b\" alt=\"a x2\"></p>\n" },
  { "with HTML", "==a <b>b</b>==", "<p><mark>a <b>b</b></mark></p>\n" },
  { "target of a comment", "a ==b==<!-- .element: class=\"c\" -->",
    "<p>a <mark class=\"c\">b</mark><!-- --></p>\n" },
};

static void
test_pairs_many (void)
{
  static const char *const units[] = { "==",       "==a ", "a== ",  "~~a",  "~a",
                                       "^",        "^a",   "++a==", "~\\~", "~~~",
                                       "==a ++b ", "*==a", "=== a" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    markup_cases_repeat ("a", units[i], NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/pairs", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/pairs/many", test_pairs_many);

  return g_test_run ();
}
