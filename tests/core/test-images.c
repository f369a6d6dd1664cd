/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Sizes of pictures. */

#include "markup-cases.h"

#define IMAGE(rest) "<img src=\"./b.png\" alt=\"a\"" rest ">"

static const MarkupCase cases[] = {
  { "both", "![a](./b.png =300x200)",
    "<p>" IMAGE (" width=\"300\" height=\"200\"") "</p>\n" },
  { "width", "![a](./b.png =300x)", "<p>" IMAGE (" width=\"300\"") "</p>\n" },
  { "height", "![a](./b.png =x200)", "<p>" IMAGE (" height=\"200\"") "</p>\n" },
  { "neither", "![a](./b.png =x)", "<p>" IMAGE ("") "</p>\n" },
  { "percent", "![a](./b.png =50%x)", "<p>" IMAGE (" width=\"50%\"") "</p>\n" },
  { "percent both", "![a](./b.png =80%x75%)",
    "<p>" IMAGE (" width=\"80%\" height=\"75%\"") "</p>\n" },
  { "title", "![a](./b.png \"c\" =1x2)",
    "<p>" IMAGE (" title=\"c\" width=\"1\" height=\"2\"") "</p>\n" },
  { "other titles", "![a](./b.png 'c' =1x) ![a](./b.png (c) =1x)",
    "<p>" IMAGE (" title=\"c\" width=\"1\"") " " IMAGE (
      " title=\"c\" width=\"1\"") "</p>\n" },
  { "pointy", "![a](<./b.png> =1x2 )",
    "<p>" IMAGE (" width=\"1\" height=\"2\"") "</p>\n" },
  { "blanks", "![a](  ./b.png   =1x2   )",
    "<p>" IMAGE (" width=\"1\" height=\"2\"") "</p>\n" },
  { "brackets in the address", "![a](./b(c).png =1x)",
    "<p><img src=\"./b(c).png\" alt=\"a\" width=\"1\"></p>\n" },
  { "several", "![a](./b.png =1x)![a](./b.png =2x)",
    "<p>" IMAGE (" width=\"1\"") IMAGE (" width=\"2\"") "</p>\n" },
  { "in a link", "[![a](./b.png =1x)](./c)",
    "<p><a href=\"./c\">" IMAGE (" width=\"1\"") "</a></p>\n" },
  { "with a comment", "![a](./b.png =1x)<!-- .element: class=\"c\" -->",
    "<p>" IMAGE (" width=\"1\" class=\"c\"") "<!-- --></p>\n" },
  { "no x", "![a](./b.png =300)", "<p>![a](./b.png =300)</p>\n" },
  { "before the title", "![a](./b.png =1x2 \"c\")", "<p>![a](./b.png =1x2 “c”)</p>\n" },
  { "no blank", "![a](./b.png=1x2)", "<p><img src=\"./b.png=1x2\" alt=\"a\"></p>\n" },
  { "blank inside", "![a](./b.png = 1x2) ![a](./b.png =1 x2)",
    "<p>![a](./b.png = 1x2) ![a](./b.png =1 x2)</p>\n" },
  { "percent first", "![a](./b.png =%x)", "<p>![a](./b.png =%x)</p>\n" },
  { "units", "![a](./b.png =1pxx2px)", "<p>![a](./b.png =1pxx2px)</p>\n" },
  { "link", "[a *b*](./c =1x2) [d](./e \"f\" =1x)",
    "<p>[a <em>b</em>](./c =1x2) [d](./e “f” =1x)</p>\n" },
  { "reference", "![a][b]\n\n[b]: ./b.png", "<p>" IMAGE ("") "</p>\n" },
  { "not in code", "`![a](./b.png \"c\" =1x2 )`\n\n```a](b =1x)\n![a](<b> =1x)\n```",
    "<p><code>![a](./b.png \"c\" =1x2 )</code></p>\n<pre><code class=\"a](b "
    "hljs\">![a](&lt;b&gt; =1x)\n</code></pre>\n" },
  { "not in HTML", "<div title=\"](b =1x)\" data-a='](b =2x)'>](c =1x)</div>",
    "<div data-a=\"](b =2x)\">](c =1x)</div>\n" },
  { "comments with dashes", "a <!-- b -- c =1x ](d =2x) -->",
    "<p>a <!-- b - - c =1x ](d =2x) --></p>\n" },
  { "no character is lost", "\xef\xb7\x90 ![a](./b.png =1x)",
    "<p>\xef\xb7\x90 ![a](./b.png =1x)</p>\n" },
};

static void
test_images_many (void)
{
  static const char *const units[] = {
    "](a =1x",    "](a =1x)", "![](a =1x)", "](<",
    "](a \" =1x", "](a (",    "[](a =1x)",  "](((( ="
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    markup_cases_repeat (NULL, units[i], NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/images", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/images/many", test_images_many);

  return g_test_run ();
}
