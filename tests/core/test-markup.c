/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-markup.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *html;
} Case;

static const Case cases[] = {
  { "paragraph", "a *b* **c** `d` ~~e~~ ~f~",
    "<p>a <em>b</em> <strong>c</strong> <code>d</code> <s>e</s> ~f~</p>\n" },
  { "break", "a\nb", "<p>a<br>\nb</p>\n" },
  { "headings", "# a\n\nb\n=\n\n#c", "<h1>a</h1>\n<h1>b</h1>\n<p>#c</p>\n" },
  { "tight list", "- a\n- b\n  - c",
    "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n" },
  { "loose list", "1. a\n\n2. b",
    "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n" },
  { "start", "3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n" },
  { "table", "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|",
    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align:left\">b</th>\n"
    "<th style=\"text-align:center\">c</th>\n<th style=\"text-align:right\">d</th>\n"
    "</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style=\"text-align:left\">2</td>\n"
    "<td style=\"text-align:center\">3</td>\n<td style=\"text-align:right\">4</td>\n"
    "</tr>\n</tbody>\n</table>\n" },
  { "code", "    <a> & b", "<pre><code>&lt;a&gt; &amp; b\n</code></pre>\n" },
  { "fence", "```js title\na\n```", "<pre><code class=\"js hljs\">a\n</code></pre>\n" },
  { "image", "![a *b* \"c\"](./d.png \"e\")",
    "<p><img src=\"./d.png\" alt=\"a b &quot;c&quot;\" title=\"e\"></p>\n" },
  { "link", "[a](https://b.test/?c&d)",
    "<p><a href=\"https://b.test/?c&amp;d\">a</a></p>\n" },
};

static void
test_markup_html (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (ForeMarkup) markup =
    fore_markup_render (test->text, strlen (test->text), NULL, FORE_MARKUP_HARD_BREAKS);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, test->html);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/markup/html/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_markup_html);
  }

  return g_test_run ();
}
