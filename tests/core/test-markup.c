/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-diagnostic.h"
#include "fore-markup.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *html;
} Case;

static const Case cases[] = {
  { "paragraph", "a *b* **c** `d` ~~e~~ ~f",
    "<p>a <em>b</em> <strong>c</strong> <code>d</code> <s>e</s> ~f</p>\n" },
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
  { "autolinks", "https://a.test/b. <mailto:c@d.test> e@f.org www.g.test h.test",
    "<p><a href=\"https://a.test/b\">https://a.test/b</a>. "
    "<a href=\"mailto:c@d.test\">mailto:c@d.test</a> "
    "<a href=\"mailto:e@f.org\">e@f.org</a> "
    "www.g.test h.test</p>\n" },
  { "refused link", "[a *b*](javascript:c) <javascript:d> ![e](file:///f)",
    "<p>[a <em>b</em>](javascript:c) &lt;javascript:d&gt; ![e](file:///f)</p>\n" },
  { "unknown scheme", "[a](b:c)", "<p><a>a</a></p>\n" },
  { "nested images", "![a ![b](c) d](e)", "<p><img src=\"e\" alt=\"a b d\"></p>\n" },
  { "link in image", "![a [b](c)](d)", "<p><img src=\"d\" alt=\"a b\"></p>\n" },
  { "rule and quote", "> a\n\n***", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n" },
  { "escapes", "a < b & \"c\" > d \\* &copy;", "<p>a &lt; b &amp; “c” &gt; d * ©</p>\n" },
  { "header only", "|a|\n|-|",
    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n" },
  { "short row", "|a|b|\n|-|-|\n|c|",
    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n"
    "<tr>\n<td>c</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n" },
  { "no info", "```\na\n```", "<pre><code>a\n</code></pre>\n" },
  { "info wrap", "```sh!\na\n```",
    "<pre><code class=\"wrap sh hljs\">a\n</code></pre>\n" },
  { "info only wrap", "```!\na\n```",
    "<pre><code class=\"wrap  hljs\">a\n</code></pre>\n" },
  { "info numbers", "```js=\na\n\nb\n```",
    "<pre><code class=\"js hljs\"><div class=\"wrapper\"><div class=\"gutter "
    "linenumber\">"
    "<span data-linenumber=\"1\"></span>\n<span data-linenumber=\"2\"></span>\n"
    "<span data-linenumber=\"3\"></span></div><div class=\"code\">a\n\nb\n"
    "</div></div></code></pre>\n" },
  { "info numbers from and on", "```py=41 title\na\n```\n\n```js=+!\nb\n```",
    "<pre><code class=\"py hljs\"><div class=\"wrapper\"><div class=\"gutter "
    "linenumber\">"
    "<span data-linenumber=\"41\"></span></div><div class=\"code\">a\n"
    "</div></div></code></pre>\n"
    "<pre><code class=\"wrap js hljs\"><div class=\"wrapper\">"
    "<div class=\"gutter linenumber continue\"><span data-linenumber=\"42\"></span></div>"
    "<div class=\"code\">b\n</div></div></code></pre>\n" },
  { "diagram", "```mermaid title\ngraph LR\nA-->B\n```",
    "<pre class=\"mermaid\" data-diagram=\"mermaid\"><code>graph LR\nA--&gt;B\n</code>"
    "</pre>\n" },
  { "diagram in cleaned HTML", "<b>a</b>\n\n```abc\nC\n```",
    "<p><b>a</b></p>\n<pre class=\"abc\" data-diagram=\"abc\"><code>C\n</code></pre>\n" },
  { "not a diagram", "```vega\n{}\n```",
    "<pre><code class=\"vega hljs\">{}\n</code></pre>\n" },
  { "info is escaped", "```a\"onclick=\"b\nc\n```",
    "<pre><code class=\"a&quot;onclick=&quot;b hljs\">c\n</code></pre>\n" },
  { "code shows attributes", "```\n<a onclick=\"b\">c</a>\n```",
    "<pre><code>&lt;a onclick=\"b\"&gt;c&lt;/a&gt;\n</code></pre>\n" },
  { "reference is text", "&lt;b&gt; `&lt;`", "<p>&lt;b&gt; <code>&amp;lt;</code></p>\n" },
  { "inline html", "a <b>*c*</b> </br>d", "<p>a <b><em>c</em></b> <br>d</p>\n" },
  { "html block", "<div>\n*a*\n\n*b*\n\n</div>",
    "<div>\n*a*\n<p><em>b</em></p>\n</div>\n" },
  { "html left open", "<div class=\"a\">\n\nb", "<div class=\"a\">\n<p>b</p>\n</div>" },
  { "unknown tags", "<button>a</button> <x-y z=\"<\">b",
    "<p>&lt;button&gt;a&lt;/button&gt; &lt;x-y z=\"&lt;\"&gt;b</p>\n" },
  { "script", "<script>\na\n\nb\n</script>",
    "&lt;script&gt;\na\n\nb\n&lt;/script&gt;\n" },
  { "comments", "a <!-- b --> c\n\n<!-- d -- e --->",
    "<p>a <!-- b --> c</p>\n<!-- d - - e - -->\n" },
  { "style", "<style media=\"print\">\na > b {}\n\n@import 'c';\n</style>\n\nd",
    "<style>\na > b {}\n\n\n</style>\n<p>d</p>\n" },
  { "style in a paragraph", "a <style>b{c:url(d)}</style> e",
    "<p>a <style>b{c:url(\"d\")}</style> e</p>\n" },
  { "style left open in a paragraph", "a <style>b{} c",
    "<p>a <style></style>b{} c</p>\n" },
  { "iframe", "<iframe src=\"https://a.test\" allow=\"b\">c</iframe>\n\nd",
    "<iframe src=\"https://a.test\" sandbox=\"\"></iframe>\n<p>d</p>\n" },
  { "iframe left open", "<iframe src=\"https://a.test\">\n\nb",
    "<iframe src=\"https://a.test\" sandbox=\"\"></iframe>\n<p>b</p>\n" },
  { "svg",
    "<div><svg viewBox=\"0 0 1 1\" onload=\"a\"><script>b</script><title>c</title>"
    "<clipPath id=\"d\"><path fill=\"url(#e)\" d=\"M0\"/></clipPath></svg></div>",
    "<div><svg viewBox=\"0 0 1 1\"><clipPath id=\"d\"><path fill=\"url(&quot;#e&quot;)\" "
    "d=\"M0\"></path></clipPath></svg></div>\n" },
  { "svg left open", "<svg><g>\n\na", "<p><svg><g></g></svg></p>\n<p>a</p>\n" },
  { "image source set",
    "<picture><source srcset=\"./a,b.png 1x, data:image/png,c 2x,"
    "javascript:d 3x\"></picture>",
    "<p><picture><source srcset=\"./a%2Cb.png 1x, data:image/png,c "
    "2x\"></picture></p>\n" },
  { "pre keeps its first line", "<pre>\n\na</pre>", "<pre>\n\na</pre>\n" },
};

static ForeMarkup *
render (const char *text)
{
  return fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_HARD_BREAKS);
}

static void
test_markup_html (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, test->html);
}

static void
test_markup_soft_breaks (void)
{
  g_autoptr (ForeMarkup) markup =
    fore_markup_render ("a\nb  \nc\\\nd", 10, NULL, FORE_MARKUP_NONE);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, "<p>a\nb<br>\nc<br>\nd</p>\n");
}

/* What HedgeDoc 1.x does, row by row. */
static const Case element_cases[] = {
  { "paragraph", "para<!-- .element: class=\"x\" -->",
    "<p class=\"x\">para<!-- --></p>\n" },
  { "inline before text", "a *em*<!-- .element: class=\"x\" --> tail",
    "<p>a <em class=\"x\">em</em><!-- --> tail</p>\n" },
  { "bold in item", "- **b** text <!-- .element: class=\"x\" -->",
    "<ul>\n<li><strong class=\"x\">b</strong> text <!-- --></li>\n</ul>\n" },
  { "heading", "## H <!-- .element: class=\"x\" -->",
    "<h2 class=\"x\">H <!-- --></h2>\n" },
  { "font in heading", "## <font>H</font> <!-- .element: class=\"x\" -->",
    "<h2><font class=\"x\">H</font> <!-- --></h2>\n" },
  { "tight item", "- a <!-- .element: class=\"x\" -->",
    "<ul>\n<li class=\"x\">a <!-- --></li>\n</ul>\n" },
  { "loose item", "- a <!-- .element: class=\"x\" -->\n\n- b",
    "<ul>\n<li>\n<p class=\"x\">a <!-- --></p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n" },
  { "picture", "![](./u)<!-- .element: class=\"x\" -->",
    "<p><img src=\"./u\" alt=\"\" class=\"x\"><!-- --></p>\n" },
  { "line after a picture", "![](./u)\n<!-- .element: class=\"x\" -->",
    "<p class=\"x\"><img src=\"./u\" alt=\"\"></p>\n<!-- -->\n" },
  { "list", "- a\n\n<!-- .element: class=\"x\" -->",
    "<ul class=\"x\">\n<li>a</li>\n</ul>\n<!-- -->\n" },
  { "diagram", "```abc\na\n```\n<!-- .element: class=\"x\" -->",
    "<pre class=\"x\" data-diagram=\"abc\"><code>a\n</code></pre>\n<!-- -->\n" },
  { "fence", "```\na\n```\n<!-- .element: class=\"x\" -->",
    "<pre class=\"x\"><code>a\n</code></pre>\n<!-- -->\n" },
  { "not a line break", "a  \nb<!-- .element: class=\"x\" -->",
    "<p class=\"x\">a<br>\nb<!-- --></p>\n" },
  { "replaces class", "<b class=\"a\" id=\"b\">c</b><!-- .element: class=\"x\" -->",
    "<p><b class=\"x\" id=\"b\">c</b><!-- --></p>\n" },
  { "without colon", "a <!-- .element class=\"x\" -->",
    "<p class=\"x\">a <!-- --></p>\n" },
  { "two comments",
    "a <!-- .element: class=\"x\" id=\"y\" --> <!-- .element: id=\"z\" -->",
    "<p class=\"x\" id=\"z\">a <!-- --> <!-- --></p>\n" },
  { "next line", "a <!--\n.element: class=\"x\"\n-->",
    "<p class=\"x\">a <!--\n--></p>\n" },
  { "custom property", "a\n<!-- .element: style=\"--b: c\" -->",
    "<p style=\"--b: c\">a</p>\n<!-- -->\n" },
  { "several", "a <!-- .element: class=\"x\" data-b='c' style=d:e onclick=\"f\" -->",
    "<p class=\"x\" data-b=\"c\" style=\"d:e\">a <!-- --></p>\n" },
  { "value with =", "a <!-- .element: data-b=\"c=d\" -->",
    "<p data-b=\"c=d\">a <!-- --></p>\n" },
  { "nothing", "a <!-- .element: -->", "<p>a <!-- --></p>\n" },
};

static void
test_markup_wrapper (void)
{
  g_autoptr (ForeMarkup) markup =
    render ("<!-- .element: class=\"x\" style=\"a:url(b)\" -->\n\nc");
  g_autoptr (GString) attributes = g_string_new (NULL);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, "<!-- -->\n<p>c</p>\n");
  fore_markup_append_wrapper_attributes (markup, NULL, NULL, attributes);
  g_assert_cmpstr (attributes->str, ==, " class=\"x\" style=\"a:url(&quot;b&quot;)\"");
}

static const Case slide_cases[] = {
  { "background", "<!-- .slide: data-background=\"#fff\" -->",
    " data-background=\"#fff\"" },
  { "no space", "<!--.slide:data-background=\"#fff\"-->", " data-background=\"#fff\"" },
  { "anywhere", "- a\n  - b <!-- .slide: id=\"c\" -->", " id=\"c\"" },
  { "later wins", "<!-- .slide: id=\"a\" class=\"b\" -->\n<!-- .slide: id=\"c\" -->",
    " id=\"c\" class=\"b\"" },
  { "names", "<!-- .slide: onclick=\"a\" title=\"b\" data-c=\"d\" -->", " data-c=\"d\"" },
  { "no quotes", "<!-- .slide: data-background=#fff -->", " data-background=\"#fff\"" },
  { "single quotes", "<!-- .slide: class='a b' -->", " class=\"a b\"" },
  { "spaces", "<!-- .slide: class = \"a\" -->", " class=\"a\"" },
  { "no value", "<!-- .slide: data-auto-animate here -->", " data-auto-animate=\"\"" },
  { "colon", "<!-- .slide class=\"a\" -->", "" },
  { "escapes", "<!-- .slide: class='a\"><b>&' -->",
    " class=\"a&quot;&gt;&lt;b&gt;&amp;\"" },
  { "refused picture", "<!-- .slide: data-background=\"file:///a.png\" -->", "" },
  { "css", "<!-- .slide: data-background=\"linear-gradient(red, url(./a))\" -->",
    " data-background=\"linear-gradient(red, url(&quot;./a&quot;))\"" },
  { "refused frame", "<!-- .slide: data-background-iframe=\"javascript:a\" -->", "" },
  { "notes are not written", "<!-- .slide: data-notes=\"<b>\" id=\"a\" -->",
    " id=\"a\"" },
  { "in code", "```\n<!-- .slide: id=\"a\" -->\n```", "" },
};

static void
test_markup_slide_attributes (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);
  g_autoptr (GString) attributes = g_string_new (NULL);

  fore_markup_append_slide_attributes (markup, NULL, NULL, attributes);
  g_assert_cmpstr (attributes->str, ==, test->html);
}

static void
test_markup_slide_attribute (void)
{
  g_autoptr (ForeMarkup) markup =
    render ("<!-- .slide: data-notes=\"<b>\" data-background=\"file:///x.png\" -->");

  g_assert_cmpstr (fore_markup_get_slide_attribute (markup, "data-notes"), ==, "<b>");
  g_assert_null (fore_markup_get_slide_attribute (markup, "id"));
}

static char *
map_cb (const char *address, ForeAddressUse use, gpointer user_data)
{
  GString *seen = user_data;

  g_string_append_printf (seen, "%s %d;", address, use);
  if (use == FORE_ADDRESS_LINK)
    return NULL;

  return g_strdup_printf ("n:\"%s'<&", address);
}

static void
test_markup_addresses (void)
{
  g_autoptr (ForeMarkup) markup = render (
    "![](a.png) [b](c&d) <video src=\"e\" poster=\"f\"></video>"
    "<b style=\"g:url(h)\">i</b>\n\n<style>j{k:url('l')}</style>\n"
    "<!-- .slide: data-background=\"./m.png\" data-background-image=\"n,o\" -->\n");
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) slide = g_string_new (NULL);
  g_autoptr (GString) unchanged = g_string_new (NULL);

  fore_markup_foreach_address (markup, map_cb, seen);
  g_assert_cmpstr (seen->str, ==, "a.png 1;c&d 0;e 2;f 1;h 1;l 1;./m.png 1;n 1;o 1;");

  fore_markup_append_html (markup, map_cb, seen, html);
  g_assert_cmpstr (
    html->str, ==,
    "<p><img src=\"n:&quot;a.png'&lt;&amp;\" alt=\"\"> <a href=\"c&amp;d\">b</a> "
    "<video src=\"n:&quot;e'&lt;&amp;\" poster=\"n:&quot;f'&lt;&amp;\"></video>"
    "<b style=\"g:url(&quot;n:\\&quot;h'\\3c &amp;&quot;)\">i</b></p>\n"
    "<style>j{k:url(\"n:\\\"l'\\3c &\")}</style>\n<!-- -->\n");

  fore_markup_append_slide_attributes (markup, map_cb, seen, slide);
  g_assert_cmpstr (slide->str, ==,
                   " data-background=\"n:&quot;./m.png'&lt;&amp;\""
                   " data-background-image=\"n:&quot;n'&lt;&amp;,n:&quot;o'&lt;&amp;\"");

  fore_markup_append_html (markup, NULL, NULL, unchanged);
  g_assert_cmpstr (unchanged->str, ==, fore_markup_get_html (markup));
}

typedef struct {
  const char *text;
  const char *heading;
  const char *first_text;
  guint n_words;
} SummaryCase;

static const SummaryCase summary_cases[] = {
  { "", NULL, NULL, 0 },
  { "# A  *b*\n\nc", "A b", "A b", 3 },
  { "text\n\n## Head `x`", "Head x", "text", 3 },
  { "# \n\n## ![alt](x)\n\n### C", "C", "C", 1 },
  { "a\nb c", NULL, "a", 3 },
  { "<h2>A &amp;\n <b>B</b></h2>\n\nc", "A & B", "A & B", 3 },
  { "<style>a{}</style>\n\n<!-- b -->\n\nc", NULL, "c", 1 },
  { "fo*o*bar -- – x", NULL, "foobar – – x", 2 },
  { "- a\n- b\n\n|c|\n|-|\n|d|", NULL, "a", 4 },
  { "```\nint x;\nint y;\n```", NULL, "int x;", 4 },
  { "<svg><text>a</text></svg> b", NULL, "b", 1 },
};

static void
test_markup_summary (gconstpointer data)
{
  const SummaryCase *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);

  g_assert_cmpstr (fore_markup_get_heading (markup), ==, test->heading);
  g_assert_cmpstr (fore_markup_get_first_text (markup), ==, test->first_text);
  g_assert_cmpuint (fore_markup_get_n_words (markup), ==, test->n_words);
}

typedef struct {
  const char *text;
  guint n_steps;
} StepsCase;

static const StepsCase steps_cases[] = {
  { "a fragment", 0 },
  { "- a <!-- .element: class=\"fragment\" -->\n- b <!-- .element: class=\"fragment\" "
    "-->",
    2 },
  { "<b class=\"x fragment fade\">a</b> <i class=\"fragments\">b</i>", 1 },
  { "<b class=\"fragment\" data-fragment-index=\"3\">a</b>"
    "<b data-fragment-index=\"3\" class=\"fragment\">b</b>"
    "<b class=\"fragment\">c</b>",
    2 },
  { "<b class=\"fragment\" data-fragment-index=\"01x\">a</b>"
    "<b class=\"fragment\" data-fragment-index=\" 1\">b</b>",
    1 },
  { "<b class=\"fragment\" data-fragment-index=\"-1\">a</b>"
    "<b class=\"fragment\" data-fragment-index=\"x\">b</b>",
    0 },
  { "<b class=\"fragment\" data-fragment-index=\"4000000000\">a</b>"
    "<b class=\"fragment\" data-fragment-index=\"9999\">b</b>"
    "<b class=\"fragment\" data-fragment-index=\"9998\">c</b>",
    2 },
  { "<b data-fragment-index=\"1\">a</b>", 0 },
  { "<!-- <b class=\"fragment\"> -->\n\n`<b class=\"fragment\">`", 0 },
  { "<!-- .element: class=\"fragment\" -->\n\na", 1 },
  { "```js [1|2-3|4]\na\nb\nc\nd\n```", 2 },
  { "```js [1|2]\na\nb\n```\n\n<b class=\"fragment\">a</b>", 2 },
  { "<svg><g class=\"fragment\"><text>a</text></g></svg>", 1 },
  { "<!-- .slide: class=\"fragment\" -->\na", 0 },
};

static void
test_markup_steps (gconstpointer data)
{
  const StepsCase *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);

  g_test_message ("%s", fore_markup_get_html (markup));
  g_assert_cmpuint (fore_markup_get_n_steps (markup), ==, test->n_steps);
}

static void
test_markup_long_first_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ForeMarkup) markup = NULL;
  const char *first;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "日本");
  markup = render (text->str);
  first = fore_markup_get_first_text (markup);

  g_assert_true (g_utf8_validate (first, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (first, -1), ==, 80);
  g_assert_true (g_str_has_suffix (first, "…"));
}

typedef struct {
  const char *text;
  /* "LINE SEVERITY RULE;" of each. */
  const char *expected;
} DiagnosticCase;

static const DiagnosticCase diagnostic_cases[] = {
  { "# A\n\n![](./a.png) [b](https://c.test) <b class=\"d\">e</b>\n", "" },
  { "a\n\n<div>\n<button>\n</div>", "4 1 tag-shown-as-text;" },
  { "a\nb <button>c</button>", "2 1 tag-shown-as-text;" },
  { "a\n\n<p align=\"center\"\n onclick=\"b\">c</p>",
    "3 0 attribute-dropped;3 0 attribute-dropped;" },
  { "a\n\n[b](c.md)", "3 0 bare-relative-address;" },
  { "<img src=\"a.png\">", "1 0 bare-relative-address;" },
  { "\n[a](javascript:b)", "2 1 address-removed;" },
  { "\n[a](b:c)", "2 1 address-removed;" },
  { "\n\n<a href=\"javascript:b\">c</a>", "3 1 address-removed;" },
  { "<b style=\"a:url(file:b)\">c</b>", "1 1 style-cleaned;" },
  { "\n<style>\n@import 'a';\nb{c:url(file:d)}\n</style>",
    "2 1 style-import;2 1 style-cleaned;" },
  { "a\n\n<!-- b", "3 1 unclosed-comment;" },
  { "<div a='b", "1 1 unclosed-tag;" },
  { "<!-- .slide: class='a' -->", "1 0 comment-syntax;" },
  { "a\n\n<!-- .slide: data-a=\"b=c\" -->", "3 0 comment-syntax;" },
  { "<!-- .slide: a remark -->", "1 1 comment-without-effect;" },
  { "<!-- .slide: onclick=\"a\" -->", "1 1 comment-attribute;" },
  { "<svg><animate/></svg>", "1 0 element-as-text;1 0 element-removed;" },
  { "<b onclick=a>c\n\nd\n\ne", "1 0 attribute-dropped;" },
  { "a\n\n```graphviz\ndigraph {}\n```", "" },
  { "a\n\n```sequence\nA->B: c\n```", "3 1 diagram-not-drawn;" },
  { "```flow\n```\n\n```vega\n```", "1 1 diagram-not-drawn;4 0 diagram-not-drawn;" },
};

static char *
describe_diagnostics (ForeMarkup *markup)
{
  GPtrArray *diagnostics = fore_markup_get_diagnostics (markup);
  GString *described = g_string_new (NULL);

  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++) {
    ForeDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    g_string_append_printf (described, "%u %d %s;", fore_diagnostic_get_line (diagnostic),
                            fore_diagnostic_get_severity (diagnostic),
                            fore_diagnostic_get_rule (diagnostic));
  }

  return g_string_free (described, FALSE);
}

static void
test_markup_diagnostics (gconstpointer data)
{
  const DiagnosticCase *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);
  g_autofree char *described = describe_diagnostics (markup);

  g_assert_cmpstr (described, ==, test->expected);
}

/* What the text ends in: only a fence or a comment that is open keeps them out. */
static void
test_markup_definition_ends (void)
{
  static const char definitions[] = "[b]: https://b.test\n";
  static const char *const used[] = {
    "[b]",
    "- [b]",
    "- [b]\n\n",
    "> [b]\n",
    "1. a\n   - [b]\n\n",
    "[b]\n---",
    "|a|\n|-|\n|[b]|\n",
    "[b]\n\n    code\n",
    "[b]\n\n    code\n\n\n",
    "[b]\n\n```\ncode\n```",
    "[b]\n\n- ```\n  code",
    "[b]\n\n<div>a",
    "<div>\n\n[b]\n\n</div>\n\n",
    "[b]\n\n<!-- a -->\n",
  };
  static const char *const unused[] = { "[b]\n\n```\ncode", "[b]\n\n<!-- a",
                                        "[b]\n\n<style>\n\na{}\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (used); i++) {
    g_autoptr (ForeMarkup) markup =
      fore_markup_render (used[i], strlen (used[i]), definitions, FORE_MARKUP_NONE);

    g_assert_nonnull (strstr (fore_markup_get_html (markup), ">b</a>"));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (unused); i++) {
    g_autoptr (ForeMarkup) markup =
      fore_markup_render (unused[i], strlen (unused[i]), definitions, FORE_MARKUP_NONE);

    g_assert_null (strstr (fore_markup_get_html (markup), "b.test"));
  }
}

static void
test_markup_definitions (void)
{
  static const char definitions[] = "[a]: https://other.test\n\n[b]: https://b.test\n";
  static const char text[] = "[a] [b] [c]\n\n[a]: https://own.test";
  static const char open[] = "[b]\n\n```\n[b]";
  g_autoptr (ForeMarkup) without = render (text);
  g_autoptr (ForeMarkup) with =
    fore_markup_render (text, strlen (text), definitions, FORE_MARKUP_NONE);
  g_autoptr (ForeMarkup) unclosed =
    fore_markup_render (open, strlen (open), definitions, FORE_MARKUP_NONE);
  g_autoptr (ForeMarkup) complete =
    fore_markup_render ("[b]", 3, definitions, FORE_MARKUP_NONE);

  g_assert_cmpstr (fore_markup_get_html (without), ==,
                   "<p><a href=\"https://own.test\">a</a> [b] [c]</p>\n");
  g_assert_true (fore_markup_get_lacks_definitions (without));
  g_assert_cmpstr (fore_markup_get_html (with), ==,
                   "<p><a href=\"https://own.test\">a</a> "
                   "<a href=\"https://b.test\">b</a> [c]</p>\n");
  g_assert_true (fore_markup_get_lacks_definitions (with));
  g_assert_cmpstr (fore_markup_get_html (complete), ==,
                   "<p><a href=\"https://b.test\">b</a></p>\n");
  g_assert_false (fore_markup_get_lacks_definitions (complete));
  /* A fence that is open at the end does not swallow the definitions. */
  g_assert_null (strstr (fore_markup_get_html (unclosed), "other.test"));
}

typedef struct {
  const char *opening;
  const char *closing;
  guint n_times;
} DeepCase;

static const DeepCase deep_cases[] = {
  { "> ", "", 10000 },
  { "- ", "", 10000 },
  { "*a ", "*", 10000 },
  { "**a _b ", "", 10000 },
  { "[", "](b)", 10000 },
  { "![", "](b)", 10000 },
  { "<div>", "</div>", 10000 },
  { "<b>", "</b>", 10000 },
  { "<font color=1>", "", 10000 },
  { "<table><tr><td>", "", 10000 },
  { "<svg><g>", "", 10000 },
  { "<ul><li>", "</ul>", 10000 },
  { "<a><div>", "", 10000 },
  { "<div>\n\n> ", "", 2000 },
  { "<i><p>", "</i>", 10000 },
  { "<dl><dd>", "</dl>", 10000 },
};

static void
test_markup_deep (gconstpointer data)
{
  const DeepCase *test = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ForeMarkup) markup = NULL;
  const char *html;
  gint depth = 0, deepest = 0;

  for (guint i = 0; i < test->n_times; i++)
    g_string_append (text, test->opening);
  g_string_append (text, "end");
  for (guint i = 0; i < test->n_times; i++)
    g_string_append (text, test->closing);
  markup = render (text->str);
  html = fore_markup_get_html (markup);

  g_assert_nonnull (strstr (html, "end"));
  for (const char *at = strchr (html, '<'); at != NULL; at = strchr (at + 1, '<')) {
    if (strncmp (at, "<br>", 4) != 0 && strncmp (at, "<img ", 5) != 0)
      depth += at[1] == '/' ? -1 : 1;
    deepest = MAX (deepest, depth);
  }
  g_assert_cmpint (depth, ==, 0);
  g_assert_cmpint (deepest, <=, 512);
}

static void
test_markup_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ForeMarkup) markup = NULL;
  g_autofree char *described = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "> ");
  markup = render (text->str);
  described = describe_diagnostics (markup);
  g_assert_cmpstr (described, ==, "1 1 nested-too-deep;");
}

static void
test_markup_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("<p>");
  g_autoptr (ForeMarkup) markup = NULL;
  g_autofree char *described = NULL;

  for (guint i = 0; i < 10010; i++)
    g_string_append (text, "<br>");
  markup = render (text->str);
  described = describe_diagnostics (markup);
  g_assert_cmpstr (described, ==, "1 1 too-many-tags;");
  g_assert_nonnull (strstr (fore_markup_get_html (markup), "<br>&lt;br&gt;"));
}

static void
test_markup_too_much_html (void)
{
  g_autofree char *filling = g_strnfill (5 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("<b>a</b>\n\n", filling, NULL);
  g_autoptr (ForeMarkup) markup = render (text);
  g_autofree char *described = describe_diagnostics (markup);

  g_assert_cmpstr (described, ==, "1 1 html-too-large;");
  g_assert_true (
    g_str_has_prefix (fore_markup_get_html (markup), "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"));
}

static void
test_markup_too_large (void)
{
  g_autofree char *text = g_strnfill (9 * 1024 * 1024, '<');
  g_autoptr (ForeMarkup) markup = render (text);
  g_autofree char *described = describe_diagnostics (markup);

  g_assert_cmpstr (described, ==, "1 1 slide-too-large;");
  g_assert_true (g_str_has_prefix (fore_markup_get_html (markup), "<pre>&lt;&lt;"));
}

/* It takes cmark minutes to find the links of this paragraph, but not of these. */
static void
test_markup_too_dense (void)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autoptr (GString) paragraphs = g_string_new (NULL);
  g_autoptr (ForeMarkup) dense = NULL;
  g_autoptr (ForeMarkup) light = NULL;

  for (guint i = 0; i < 20000; i++) {
    g_string_append (paragraph, "*a* [b](./c)\n");
    g_string_append (paragraphs, "*a* [b](./c)\n\n");
  }
  dense = render (paragraph->str);
  light = render (paragraphs->str);

  g_assert_true (g_str_has_prefix (fore_markup_get_html (dense), "<pre>*a* [b]"));
  g_assert_true (g_str_has_prefix (fore_markup_get_html (light),
                                   "<p><em>a</em> <a href=\"./c\">b</a></p>\n"));
}

/* Each part is ten of the one before; the slide is drawn as text then. */
static void
test_markup_large_drawing (void)
{
  g_autoptr (GString) text = g_string_new ("<svg><g id=\"p0\"><path d=\"M0 0\"/></g>");
  g_autoptr (ForeMarkup) markup = NULL;
  g_autofree char *described = NULL;

  for (guint level = 1; level < 9; level++) {
    g_string_append_printf (text, "<g id=\"p%u\">", level);
    for (guint i = 0; i < 10; i++)
      g_string_append_printf (text, "<use href=\"#p%u\"/>", level - 1);
    g_string_append (text, "</g>");
  }
  g_string_append (text, "</svg>\n");
  markup = render (text->str);
  described = describe_diagnostics (markup);
  g_assert_true (g_str_has_prefix (fore_markup_get_html (markup), "<pre>&lt;svg&gt;"));
  g_assert_nonnull (strstr (described, "slide-too-large"));
}

static gpointer
render_thread (gpointer data)
{
  for (guint i = 0; i < 200; i++) {
    g_autoptr (ForeMarkup) markup = render ("~~a~~ https://b.test c@d.org");

    g_assert_cmpstr (fore_markup_get_html (markup), ==,
                     "<p><s>a</s> <a href=\"https://b.test\">https://b.test</a> "
                     "<a href=\"mailto:c@d.org\">c@d.org</a></p>\n");
  }

  return NULL;
}

/* cmark shares tables between parsers: without a lock this fails at once. */
static void
test_markup_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
add_cases (const char *path, const Case *list, gsize n_cases, GTestDataFunc function)
{
  for (gsize i = 0; i < n_cases; i++) {
    g_autofree char *name = g_strdup_printf ("%s/%s", path, list[i].name);

    g_test_add_data_func (name, &list[i], function);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/markup/html", cases, G_N_ELEMENTS (cases), test_markup_html);
  add_cases ("/markup/element", element_cases, G_N_ELEMENTS (element_cases),
             test_markup_html);
  add_cases ("/markup/slide", slide_cases, G_N_ELEMENTS (slide_cases),
             test_markup_slide_attributes);
  g_test_add_func ("/markup/soft-breaks", test_markup_soft_breaks);
  g_test_add_func ("/markup/wrapper", test_markup_wrapper);
  g_test_add_func ("/markup/slide-attribute", test_markup_slide_attribute);
  g_test_add_func ("/markup/addresses", test_markup_addresses);
  for (gsize i = 0; i < G_N_ELEMENTS (summary_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/markup/summary/%zu", i);

    g_test_add_data_func (path, &summary_cases[i], test_markup_summary);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (steps_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/markup/steps/%" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &steps_cases[i], test_markup_steps);
  }
  g_test_add_func ("/markup/long-first-text", test_markup_long_first_text);
  for (gsize i = 0; i < G_N_ELEMENTS (diagnostic_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/markup/diagnostics/%zu", i);

    g_test_add_data_func (path, &diagnostic_cases[i], test_markup_diagnostics);
  }
  g_test_add_func ("/markup/definitions", test_markup_definitions);
  g_test_add_func ("/markup/definition-ends", test_markup_definition_ends);
  for (gsize i = 0; i < G_N_ELEMENTS (deep_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/markup/deep/%zu", i);

    g_test_add_data_func (path, &deep_cases[i], test_markup_deep);
  }
  g_test_add_func ("/markup/too-deep", test_markup_too_deep);
  g_test_add_func ("/markup/too-many", test_markup_too_many);
  g_test_add_func ("/markup/too-much-html", test_markup_too_much_html);
  g_test_add_func ("/markup/too-large", test_markup_too_large);
  g_test_add_func ("/markup/too-dense", test_markup_too_dense);
  g_test_add_func ("/markup/large-drawing", test_markup_large_drawing);
  g_test_add_func ("/markup/threads", test_markup_threads);

  return g_test_run ();
}
