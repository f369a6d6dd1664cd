/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-css.h"
#include "fore-style.h"

#include <string.h>

typedef struct {
  const char *css;
  const char *expected;
} Case;

/* One letter for each type of token, in the order of the enumeration. */
static const char letters[] = ".sciF@#\"bUuNhd";

static const Case token_cases[] = {
  { "", "" },
  { "a{color:red}", "ididid" },
  { "a/* { */b", "ici" },
  { "/* open", "c" },
  { "/*/ a */b", "ci" },
  { "'a' \"b\" 'c", "\"s\"s\"" },
  { "'a\nb'", "bsi\"" },
  { "'a\\\nb'", "\"" },
  { "'a\\'b'", "\"" },
  { "url(a.png)", "U" },
  { "url( a.png )", "U" },
  { "URL(a", "U" },
  { "u\\72l(a)", "U" },
  { "u\\000072 l(a)", "U" },
  { "url('a')", "F\"d" },
  { "url( \"a\" )", "Fs\"sd" },
  { "url(a b)c", "ui" },
  { "url(a'b)c", "ui" },
  { "url(a\\)b)", "U" },
  { "urls(a)", "Fid" },
  { "image-set('a' 1x)", "F\"sNd" },
  { "@import 'a';", "@s\"d" },
  { "@\\69mport 'a'", "@s\"" },
  { "#fff #-a #", "#s#sd" },
  { "1 -1.5 +.5e3px 50% 1e-3", "NsNsNsNsN" },
  { "-a --b -\\31 c", "isisi" },
  { "1url(a)", "Ndid" },
  { "<!-- -->", "hsh" },
  { "a\\", "i" },
  { "\\\na", "dsi" },
  { "ä日", "i" },
  { ".5.5", "NN" },
  { "a.b>c", "ididi" },
};

static void
test_css_tokens (gconstpointer data)
{
  const Case *test = data;
  ForeCssReader reader = { test->css, test->css + strlen (test->css) };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  ForeCssToken token;

  while ((token = fore_css_reader_next (&reader)).type != FORE_CSS_END) {
    g_assert_cmpuint (token.length, >, 0);
    g_string_append_c (found, letters[token.type]);
    g_string_append_len (joined, token.start, token.length);
  }

  g_assert_cmpstr (found->str, ==, test->expected);
  /* Nothing is lost between tokens. */
  g_assert_cmpstr (joined->str, ==, test->css);
}

static const Case content_cases[] = {
  { "url(a\\20 b.png)", "a b.png" },
  { "url( a.png )", "a.png" },
  { "'a\\\nb'", "ab" },
  { "'\\41\\42 C\\000044'", "ABCD" },
  { "'\\\"'", "\"" },
  { "'\\0 \\d800 \\110000 '", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
  { "'\\1F431'", "🐱" },
  { "@MeDia", "MeDia" },
};

static void
test_css_content (gconstpointer data)
{
  const Case *test = data;
  ForeCssReader reader = { test->css, test->css + strlen (test->css) };
  ForeCssToken token = fore_css_reader_next (&reader);
  g_autofree char *content = fore_css_token_dup_content (&token);

  g_assert_cmpstr (content, ==, test->expected);
}

static const Case sheet_cases[] = {
  { ".slides h1 { color: red }", ".slides h1 { color: red }" },
  { "a > b ~ c + d::after{content:\"»\"}", "a > b ~ c + d::after{content:\"»\"}" },
  { "a{b:c}/* </style> */d{e:f}", "a{b:c}/**/d{e:f}" },
  { "<!-- a{b:c} -->", " a{b:c} " },
  { "a{background:url(./b.png)}", "a{background:url(\"./b.png\")}" },
  { "a{background:url( 'b.png' )}", "a{background:url( \"b.png\" )}" },
  { "a{background:U\\52L(b.png)}", "a{background:url(\"b.png\")}" },
  { "a{background:url(a b)}", "a{background:}" },
  { "a{mask:url(#m)}", "a{mask:url(\"#m\")}" },
  { "a{b:url(javascript:x)}", "a{b:url(\"about:invalid\")}" },
  { "a{b:url(' java\\9script:x')}", "a{b:url(\"about:invalid\")}" },
  { "a{b:url(file:///etc/passwd)}", "a{b:url(\"about:invalid\")}" },
  { "a{b:url(data:text/html,x)}", "a{b:url(\"about:invalid\")}" },
  { "a{b:url(data:image/png;base64,AA==)}", "a{b:url(\"data:image/png;base64,AA==\")}" },
  { "a{b:url(data:font/woff2;base64,AA)}", "a{b:url(\"about:invalid\")}" },
  { "@font-face{src:url(data:font/woff2;base64,AA)}",
    "@font-face{src:url(\"data:font/woff2;base64,AA\")}" },
  { "@import url(x.css); a{b:c}", " a{b:c}" },
  { "@IMPORT 'x.css' screen; a{b:c}", " a{b:c}" },
  { "@\\000069 mport 'x'; a{b:c}", " a{b:c}" },
  { "@import 'x' supports(a:b);a{b:c}", "a{b:c}" },
  { "@media print{@import 'x'}a{b:c}", "@media print{}a{b:c}" },
  { "@import 'x", "" },
  { "a{b:image-set('c.png' 1x, \"d.png\" 2x)}",
    "a{b:image-set(\"c.png\" 1x, \"d.png\" 2x)}" },
  { "a{b:image-set('c.png' type('image/png'))}",
    "a{b:image-set(\"c.png\" type('image/png'))}" },
  { "a{b:-webkit-image-set('javascript:x' 1x)}",
    "a{b:-webkit-image-set(\"about:invalid\" 1x)}" },
  { "a{b:src('c.png')}", "a{b:src(\"c.png\")}" },
  { "a{b:expression(alert(1))}", "a{b:x-expression(alert(1))}" },
  { "a{behavior:url(x.htc);b:c}", "a{b:c}" },
  { "a{b:c;behavior /**/ : x}d{e:f}", "a{b:c;}d{e:f}" },
  { "a{-MOZ-BINDING:url(x)}", "a{}" },
  { ".behavior{b:c}", ".behavior{b:c}" },
  { "a{b:'</style><i>'}", "a{b:'\\3c /style>\\3c i>'}" },
  { "a{b:'\\<i\\\\<i'}", "a{b:'\\3c i\\\\\\3c i'}" },
  { "<i>a{b:c}", "< i>a{b:c}" },
  { "@media (width < 9px) and (1px<width){}", "@media (width < 9px) and (1px< width){}" },
  { "a{b:'c", "a{b:'c'" },
  { "a{b:'c\\", "a{b:'c'" },
  { "a{b:url(c", "a{b:url(\"c\")" },
  { "a{b:url(c\\\"d)}", "a{b:url(\"c\\\"d\")}" },
  { "a{b:url('c<d\\\\e')}", "a{b:url(\"c\\3c d\\\\e\")}" },
};

static char *
clean (const char *css, ForeStylePlace place, ForeStyleFinds *finds)
{
  ForeHtml html;
  ForeStyleFinds found;
  char *cleaned;

  fore_html_init (&html, 0);
  found = fore_style_clean (css, strlen (css), place, &html);
  if (finds != NULL)
    *finds = found;
  cleaned = g_strdup (html.markup->str);
  fore_html_clear (&html);

  return cleaned;
}

static void
test_css_sheet (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *once = clean (test->css, FORE_STYLE_SHEET, NULL);
  ForeStyleFinds finds;
  g_autofree char *twice = clean (once, FORE_STYLE_SHEET, &finds);

  g_assert_cmpstr (once, ==, test->expected);
  g_assert_cmpstr (twice, ==, once);
}

static void
test_css_finds (void)
{
  ForeStyleFinds finds;

  g_free (clean ("a{b:url(c.png)}", FORE_STYLE_SHEET, &finds));
  g_assert_cmpuint (finds, ==, 0);
  g_free (clean ("@import 'a'", FORE_STYLE_SHEET, &finds));
  g_assert_cmpuint (finds, ==, FORE_STYLE_IMPORT);
  g_free (clean ("a{b:url(javascript:x);c:expression(d)}", FORE_STYLE_SHEET, &finds));
  g_assert_cmpuint (finds, ==, FORE_STYLE_ADDRESS | FORE_STYLE_PROGRAM);
}

static void
test_css_declarations (void)
{
  g_autofree char *plain =
    clean ("color:\"red\";b:url(c.png)", FORE_STYLE_DECLARATIONS, NULL);
  g_autofree char *local = clean ("url(#a)", FORE_STYLE_LOCAL, NULL);
  g_autofree char *remote = clean ("url(https://x.test/#a)", FORE_STYLE_LOCAL, NULL);

  g_assert_cmpstr (plain, ==, "color:&quot;red&quot;;b:url(&quot;c.png&quot;)");
  g_assert_cmpstr (local, ==, "url(&quot;#a&quot;)");
  g_assert_cmpstr (remote, ==, "url(&quot;about:invalid&quot;)");
}

static char *
map_cb (const char *address, ForeAddressUse use, gpointer user_data)
{
  GString *seen = user_data;

  g_string_append_printf (seen, "%s %d;", address, use);

  return g_strdup ("x:\"<\\");
}

static void
test_css_addresses (void)
{
  static const char css[] = "a{b:url(./c\\20 d.png)}@font-face{src:url('e.woff')}"
                            "f{g:image-set('h.png' 1x);i:'j.png';k:url(#l)}";
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) written = g_string_new (NULL);
  ForeHtml html;

  fore_html_init (&html, 0);
  fore_style_clean (css, strlen (css), FORE_STYLE_SHEET, &html);
  fore_html_write (&html, map_cb, seen, written);
  fore_html_clear (&html);

  g_assert_cmpstr (seen->str, ==, "./c d.png 1;e.woff 3;h.png 1;");
  g_assert_cmpstr (written->str, ==,
                   "a{b:url(\"x:\\\"\\3c \\\\\")}@font-face{src:url(\"x:\\\"\\3c \\\\\")}"
                   "f{g:image-set(\"x:\\\"\\3c \\\\\" 1x);i:'j.png';k:url(\"#l\")}");
}

static void
add_cases (const char *path, const Case *cases, gsize n_cases, GTestDataFunc function)
{
  for (gsize i = 0; i < n_cases; i++) {
    g_autofree char *name = g_strdup_printf ("%s/%zu", path, i);

    g_test_add_data_func (name, &cases[i], function);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/css/tokens", token_cases, G_N_ELEMENTS (token_cases), test_css_tokens);
  add_cases ("/css/content", content_cases, G_N_ELEMENTS (content_cases),
             test_css_content);
  add_cases ("/css/sheet", sheet_cases, G_N_ELEMENTS (sheet_cases), test_css_sheet);
  g_test_add_func ("/css/finds", test_css_finds);
  g_test_add_func ("/css/declarations", test_css_declarations);
  g_test_add_func ("/css/addresses", test_css_addresses);

  return g_test_run ();
}
