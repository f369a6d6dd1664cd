/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-fragment.h"
#include "fore-markup.h"

#include <gumbo.h>
#include <string.h>

/* What may come out, written down here once more: the test must not ask the policy. */
static const char *const elements[] = {
  "a",    "abbr",    "address",    "area",       "article", "aside",   "audio",  "b",
  "bdi",  "bdo",     "big",        "blockquote", "br",      "caption", "center", "cite",
  "code", "col",     "colgroup",   "dd",         "del",     "details", "div",    "dl",
  "dt",   "em",      "figcaption", "figure",     "font",    "footer",  "h1",     "h2",
  "h3",   "h4",      "h5",         "h6",         "header",  "hr",      "i",      "iframe",
  "img",  "ins",     "kbd",        "li",         "main",    "mark",    "nav",    "ol",
  "p",    "picture", "pre",        "q",          "rp",      "rt",      "ruby",   "s",
  "samp", "section", "small",      "source",     "span",    "strike",  "strong", "style",
  "sub",  "summary", "sup",        "svg",        "table",   "tbody",   "td",     "tfoot",
  "th",   "thead",   "tr",         "tt",         "u",       "ul",      "var",    "video",
  "wbr",  NULL,
};

static const char *const svg_elements[] = {
  "svg",   "g",    "path",           "rect",           "circle",   "defs", "use",
  "text",  "stop", "lineargradient", "radialgradient", "clippath", "mask", "line",
  "tspan", NULL,
};

static const char *const attributes[] = {
  "id",       "class",   "style",  "href",      "target",    "title",  "src",
  "alt",      "width",   "height", "loading",   "color",     "size",   "face",
  "name",     "sandbox", "poster", "controls",  "start",     "value",  "rowspan",
  "colspan",  "align",   "valign", "border",    "span",      "cite",   "datetime",
  "open",     "dir",     "d",      "fill",      "srcset",    "media",  "type",
  "autoplay", "loop",    "muted",  "viewBox",   "x",         "y",      "r",
  "cx",       "cy",      "stroke", "transform", "clip-path", "filter", "mask",
  "offset",   NULL,
};

static const char *const vectors[] = {
  "<script>alert(1)</script>",
  "<SCRIPT SRC=http://x.test/a.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src=x onerror\n=\nalert(1)>",
  "<img/src=x/onerror=alert(1)>",
  "<img src=\"x\"onerror=\"alert(1)\">",
  "<IMG SRC=\"jav&#x0A;ascript:alert(1);\">",
  "<a href=\"javascript:alert(1)\">a</a>",
  "<a href=\" &#14;  javascript:alert(1)\">a</a>",
  "<a href=\"java\tscript:alert(1)\">a</a>",
  "<a href=\"&#106;avascript&colon;alert(1)\">a</a>",
  "<a href=\"JaVaScRiPt:alert(1)\">a</a>",
  "<a href=\"vbscript:msgbox(1)\">a</a>",
  "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
  "<a href=\"file:///etc/passwd\">a</a>",
  "[a](javascript:alert(1))",
  "[a](<java\tscript:alert(1)>)",
  "[a]( javascript&colon;alert(1) )",
  "![a](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[a]: javascript:alert(1)\n\n[a]",
  "<iframe src=\"javascript:alert(1)\"></iframe>",
  "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
  "<iframe src=\"data:text/html,x\"></iframe>",
  "<iframe><img src=x onerror=alert(1)></iframe>",
  "<object data=\"x.swf\"></object><embed src=x><applet code=x>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>",
  "<svg><use href=\"data:image/svg+xml,<svg id='x'/>#x\"/></svg>",
  "<svg><use xlink:href=\"https://x.test/a.svg#x\" href=\"https://x.test\"/></svg>",
  "<svg><animate attributeName=href to=javascript:alert(1) /></svg>",
  "<svg><set attributeName=onmouseover to=alert(1) /></svg>",
  "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
  "<svg><desc><style><img src=x onerror=alert(1)></style></desc></svg>",
  "<svg><title><a id=\"</title><img src=x onerror=alert(1)>\"></title></svg>",
  "<svg><path fill=\"url(https://x.test/a.svg#b)\" d=\"M0 0\"/></svg>",
  "<svg><image href=\"https://x.test/a.png\"/></svg>",
  "<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>",
  "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
  "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
  "onerror=alert(1)&gt;\">",
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
  "<template><img src=x onerror=alert(1)></template>",
  "<textarea></textarea><img src=x onerror=alert(1)>",
  "<title></title><img src=x onerror=alert(1)>",
  "<plaintext><img src=x onerror=alert(1)>",
  "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
  "<select><style></select><img src=x onerror=alert(1)></style>",
  "<style><img src=x onerror=alert(1)></style>",
  "<style>a{b:'</style><img src=x onerror=alert(1)>'}</style>",
  "<style>@import 'https://x.test/a.css'; a{b:c}</style>",
  "<style>@\\69mport url(https://x.test/a.css);</style>",
  "<style>a{width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x)}</style>",
  "<style>a{background:u\\72l(javascript:alert(1))}</style>",
  "<div style=\"background:url('javascript:alert(1)')\">a</div>",
  "<div style=\"x:expression(alert(1))\">a</div>",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!---><img src=x onerror=alert(1)>-->",
  "<!-- a --><!-- .element: onclick=\"alert(1)\" -->",
  "<p>a</p><!-- .element: style=\"background:url(javascript:alert(1))\" -->",
  "<p>a</p><!-- .element: class=\"&quot;><img src=x onerror=alert(1)>\" -->",
  "<p>a</p><!-- .element: class='\"><img src=x onerror=alert(1)>' -->",
  "<table><a href=\"javascript:alert(1)\"><tr><td><style><a title=\"</style>\">",
  "<a><table><a><img src=x onerror=alert(1)></table></a>",
  "<b><p><i></b><img src=x onerror=alert(1)></i>",
  "<base href=\"https://x.test/\"><link rel=stylesheet href=x><meta http-equiv=refresh>",
  "<img src=\"a.png\" srcset=\"javascript:alert(1) 2x, b.png 3x\">",
  "<picture><source srcset=\"data:text/html,x 1x, https://x.test/a.png 2x\"></picture>",
  "<video poster=\"javascript:alert(1)\" src=\"data:video/mp4,x\"></video>",
  "<video data-src=\"javascript:alert(1)\"></video><iframe data-src=\"javascript:1\">",
  "<section data-background-iframe=\"javascript:alert(1)\">a</section>",
  "<aside class=\"notes\" data-markdown data-notes=\"<img src=x onerror=alert(1)>\">",
  "<img alt=\"`><img src=x onerror=alert(1)>\">",
  "<div data-a\"b=c data-<x=y data-ok=1>a</div>",
  "<div class=\"a\" class=\"b\" onclick=x ONCLICK=y oNfocus=z>a</div>",
  "<a href=\"https://x.test/\" target=\"_blank\" ping=\"https://y.test\" "
  "rel=\"opener\">a</a>",
  "<input autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>a</button>",
  "<details ontoggle=alert(1) open>a</details><marquee onstart=alert(1)>a</marquee>",
  "<p/onclick=alert(1)>a",
  "<p\fonclick=alert(1)>a",
  "</p onclick=alert(1)>",
  "<img src=x:alert(1) onerror=eval(src)>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "`<img src=x onerror=alert(1)>`",
  "```\"><img/src=x/onerror=alert(1)>\na\n```",
  "```js\"onclick=\"alert(1)\na\n```",
  "[a](https://x.test \"\\\"onclick=alert(1)\")",
  "![\"onerror=alert(1)](https://x.test/a.png)",
};

static gboolean
is_listed (const char *const *list, const char *name)
{
  return g_strv_contains (list, name);
}

/* What a browser sees of an address before it looks for the scheme. */
static char *
squeeze (const char *value)
{
  GString *squeezed = g_string_new (NULL);

  for (; *value != '\0'; value++) {
    if ((guchar) *value > ' ')
      g_string_append_c (squeezed, g_ascii_tolower (*value));
  }

  return g_string_free (squeezed, FALSE);
}

static void
assert_value_is_clean (const char *name, const char *value)
{
  g_autofree char *squeezed = squeeze (value);
  gboolean is_address = g_str_has_suffix (name, "src") || strcmp (name, "href") == 0 ||
                        strcmp (name, "poster") == 0 || strcmp (name, "srcset") == 0 ||
                        g_str_has_prefix (name, "data-background");

  if (is_address) {
    g_assert_false (g_str_has_prefix (squeezed, "javascript:"));
    g_assert_false (g_str_has_prefix (squeezed, "vbscript:"));
    g_assert_false (g_str_has_prefix (squeezed, "file:"));
    g_assert_false (g_str_has_prefix (squeezed, "x:"));
    g_assert_false (g_str_has_prefix (squeezed, "data:") &&
                    !g_str_has_prefix (squeezed, "data:image/"));
  }
  if (strcmp (name, "style") == 0 || strcmp (name, "fill") == 0) {
    g_assert_null (strstr (squeezed, "javascript:"));
    g_assert_false (g_str_has_prefix (squeezed, "x:expression"));
  }
}

static void
assert_element_is_clean (const GumboElement *element)
{
  gboolean is_svg = element->tag_namespace == GUMBO_NAMESPACE_SVG;
  GumboStringPiece original = element->original_tag;
  g_autofree char *name = NULL;

  if (element->tag != GUMBO_TAG_UNKNOWN) {
    name = g_strdup (gumbo_normalized_tagname (element->tag));
  } else {
    gumbo_tag_from_original_text (&original);
    name = g_ascii_strdown (original.data, original.length);
  }
  g_assert_cmpint (element->tag_namespace, !=, GUMBO_NAMESPACE_MATHML);
  if (!is_listed (is_svg ? svg_elements : elements, name))
    g_error ("“%s” came through", name);

  for (guint i = 0; i < element->attributes.length; i++) {
    const GumboAttribute *attribute = element->attributes.data[i];

    if (!is_listed (attributes, attribute->name) &&
        !g_str_has_prefix (attribute->name, "data-"))
      g_error ("“%s” came through on “%s”", attribute->name, name);
    g_assert_cmpstr (attribute->name, !=, "data-notes");
    g_assert_cmpstr (attribute->name, !=, "data-markdown");
    if (is_svg && strcmp (attribute->name, "href") == 0)
      g_assert_cmpint (attribute->value[0], ==, '#');
    assert_value_is_clean (attribute->name, attribute->value);
  }
}

static void
assert_style_is_clean (const char *css)
{
  g_assert_null (strchr (css, '<') != NULL ? strstr (css, "</") : NULL);
  g_assert_null (strstr (css, "@import"));
  g_assert_null (strstr (css, "javascript:"));
  g_assert_null (strstr (css, "behavior"));
  g_assert_null (strstr (css, "-moz-binding"));
}

/* Recursion is fine here: what is tested does not nest deep. */
static void
assert_tree_is_clean (const GumboNode *node)
{
  const GumboVector *children = &node->v.element.children;

  for (guint i = 0; i < children->length; i++) {
    const GumboNode *child = children->data[i];

    if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE)
      continue;
    assert_element_is_clean (&child->v.element);
    if (child->v.element.tag == GUMBO_TAG_STYLE && child->v.element.children.length > 0)
      assert_style_is_clean (
        ((GumboNode *) child->v.element.children.data[0])->v.text.text);
    assert_tree_is_clean (child);
  }
}

static void
assert_html_is_clean (const char *html)
{
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output;

  options.fragment_context = GUMBO_TAG_DIV;
  output = gumbo_parse_with_options (&options, html, strlen (html));
  assert_tree_is_clean (output->root);
  gumbo_destroy_output (&options, output);
}

/* Cleaning what is clean changes nothing: it reads back as the tree it was written from.
 */
static void
assert_html_is_stable (const char *html)
{
  ForeRendering rendering = { 0 };

  fore_html_init (&rendering.html, strlen (html));
  fore_html_add_source (&rendering.html, html, strlen (html));
  fore_fragment_clean (&rendering, NULL);
  g_assert_cmpstr (rendering.html.markup->str, ==, html);

  fore_html_clear (&rendering.html);
  fore_summary_clear (&rendering.summary);
  g_assert_null (rendering.report.diagnostics);
}

static void
assert_markdown_is_clean (const char *text)
{
  g_autoptr (ForeMarkup) markup =
    fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_HARD_BREAKS);
  g_autoptr (GString) section = g_string_new ("<section");

  assert_html_is_clean (fore_markup_get_html (markup));
  assert_html_is_stable (fore_markup_get_html (markup));

  fore_markup_append_slide_attributes (markup, NULL, NULL, section);
  g_string_append (section, "><div");
  fore_markup_append_wrapper_attributes (markup, NULL, NULL, section);
  g_string_append (section, "></div></section>");
  assert_html_is_clean (section->str);
}

static void
test_fragment_hostile (gconstpointer data)
{
  const char *vector = data;
  g_autofree char *inline_vector = g_strconcat ("text ", vector, " text", NULL);
  g_autofree char *item = g_strconcat ("- a\n\n  ", vector, "\n- b\n", NULL);
  g_autofree char *inside = g_strconcat ("<div><p>", vector, "\n\nb\n\n</div>", NULL);
  g_autofree char *table = g_strconcat ("<table><tr>", vector, "\n\nb", NULL);

  assert_markdown_is_clean (vector);
  assert_markdown_is_clean (inline_vector);
  assert_markdown_is_clean (item);
  assert_markdown_is_clean (inside);
  assert_markdown_is_clean (table);
}

static void
test_fragment_soup (void)
{
  static const char *const pieces[] = {
    "<a href=#x>",
    "</a>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<font color=red>",
    "</font>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<svg>",
    "</svg>",
    "<path d=M0/>",
    "<g>",
    "</g>",
    "<style>",
    "</style>",
    "<iframe>",
    "</iframe>",
    "<!--",
    "-->",
    "--!>",
    "<pre>",
    "\n",
    "\n\n",
    "text ",
    "*",
    "**",
    "`",
    "# ",
    "- ",
    "> ",
    "|",
    "<",
    ">",
    "\"",
    "<script>",
    "</script>",
    "<title>",
    "<h1>",
    "</h1>",
    "<br>",
    "</br>",
    "<img src=x>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "</ruby>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<col>",
    "<colgroup>",
    "<code>",
    "</code>",
    "<u>",
    "</u>",
    "<s>",
    "</s>",
    "<big>",
    "<small>",
    "<center>",
    "<details>",
    "<summary>",
    "<h2 class='",
    "'",
    "<tbody>",
    "<tfoot>",
    "<thead>",
    "<!-- .element: class=\"x\" -->",
    "&lt;",
    "&#60;",
    "<foreignObject>",
    "<desc>",
    "<span onclick=x>",
    "</span>",
    "<math>",
    "<select>",
    "<textarea>",
    "<button>",
    "<section>",
    "</section>",
    "<blockquote>",
    "<hr>",
    "<wbr>",
    "<video src=./a>",
  };

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    int n_pieces = g_test_rand_int_range (1, 40);

    for (int i = 0; i < n_pieces; i++)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    g_test_message ("%s", text->str);
    assert_markdown_is_clean (text->str);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_autofree char *path = g_strdup_printf ("/fragment/hostile/%zu", i);

    g_test_add_data_func (path, vectors[i], test_fragment_hostile);
  }
  g_test_add_func ("/fragment/soup", test_fragment_soup);

  return g_test_run ();
}
