/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-diagnostic.h"
#include "fore-dialect.h"
#include "fore-formula.h"
#include "fore-markup.h"
#include "fore-math.h"

#include <string.h>

/* --- where formulas are
 * --------------------------------------------------------------------- */

typedef struct {
  const char *text;
  /* Inline formulas stand in ⟨⟩, others in ⟪⟫, code in ``, a line end is a blank. */
  const char *found;
} FindCase;

static const FindCase find_cases[] = {
  { "$a+b$", "⟨a+b⟩" },
  { "a $b$ c $d$.", "a ⟨b⟩ c ⟨d⟩." },
  { "$$a$$ b", "⟪a⟫ b" },
  { "$$\na\n$$", "⟪\na\n⟫" },
  { "a\n$$b$$\nc", "a ⟪b⟫ c" },
  /* What marks a backslash for us, written by the author, where nothing follows. */
  { "a \x01", "a \x01" },
  { "a \x01\\", "a \\" },
  { "a \x01x", "a \x01x" },
  /* Money. */
  { "cost $5 and $10", "cost $5 and $10" },
  { "$5 and 6$", "⟨5 and 6⟩" },
  { "costs $5 and $6x", "costs $5 and $6x" },
  { "costs $5 and x$.", "costs ⟨5 and x⟩." },
  /* Blanks and digits beside a dollar. */
  { "$ a$", "$ a$" },
  { "$\ta$", "$\ta$" },
  { "$a $", "$a $" },
  { "$a\n$", "$a $" },
  { "$a$1", "$a$1" },
  { "$a$b", "⟨a⟩b" },
  { "$$ a $$", "⟪ a ⟫" },
  { "$$a$$1", "⟪a⟫1" },
  { "$a $ b$", "$a $ b$" },
  { "$a", "$a" },
  { "$$a$", "$⟨a⟩" },
  { "$$$a$$$", "$⟪a⟫$" },
  { "$$$$", "$$$$" },
  { "$$", "$$" },
  /* Escapes. */
  { "\\$a$", "$a$" },
  { "\\$a$ b$", "$a$ b$" },
  { "$a\\$", "$a$" },
  { "$a\\$b$", "$a$b$" },
  { "\\(a\\) \\[b\\]", "(a) [b]" },
  { "\\\\(a\\\\) b", "⟨a⟩ b" },
  { "\\\\[a\\\\]", "⟪a⟫" },
  { "\\\\[a]\\\\]", "⟪a]⟫" },
  { "\\\\\\(a\\\\)", "\\(a\\)" },
  { "\\\\\\\\(a\\\\)", "\\⟨a⟩" },
  { "\\\\(a", "\\(a" },
  { "\\\\[a](b)", "\\a" },
  /* Environments. */
  { "\\begin{x}a\\\\b\\end{x} c", "⟪\\begin{x}a\\\\b\\end{x}⟫ c" },
  { "\\begin{x}\n\\begin{y}\n\\end{y}\n\\end{x}",
    "⟪\\begin{x}\n\\begin{y}\n\\end{y}\n\\end{x}⟫" },
  { "\\begin{x}a\\end{y}", "\\begin{x}a\\end{y}" },
  { "\\begin{}a\\end{}", "\\begin{}a\\end{}" },
  { "\\begin{x", "\\begin{x" },
  { "\\\\begin{x}a\\end{x}", "\\begin{x}a\\end{x}" },
  /* Beside other things. */
  { "`$a$` $`b$`", "`$a$` ⟨`b⟩`" },
  { "`\\\\(a\\\\)` `\\begin{b}\\end{b}`", "`\\\\(a\\\\)` `\\begin{b}\\end{b}`" },
  { "    \\\\(a\\\\)", "`\\\\(a\\\\)\n`" },
  { "*a $b*c$ d*", "a ⟨b*c⟩ d" },
  { "$a_b c_d$", "⟨a_b c_d⟩" },
  { "[a $b](c)$", "[a ⟨b](c)⟩" },
  { "$a\n\nb$", "$a b$" },
  { "|$a$|b|\n|-|-|\n|c|$$d$$|", "⟨a⟩bc⟪d⟫" },
  { "a \x01 b $c$", "a \x01 b ⟨c⟩" },
};

static void
describe_node (cmark_node *node, gboolean entering, GString *text)
{
  gboolean is_display;
  const char *source;
  guint line;

  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_CODE:
    source = cmark_node_get_literal (node);
    if (!fore_math_is_formula (node, &is_display, &line))
      g_string_append_printf (text, "`%s`", source);
    else
      g_string_append_printf (text, is_display ? "⟪%s⟫" : "⟨%s⟩", source);
    break;
  case CMARK_NODE_CODE_BLOCK:
    g_string_append_printf (text, "`%s`", cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    g_string_append_c (text, ' ');
    break;
  case CMARK_NODE_PARAGRAPH:
    if (!entering && cmark_node_next (node) != NULL)
      g_string_append_c (text, ' ');
    break;
  case CMARK_NODE_TEXT:
    g_string_append (text, cmark_node_get_literal (node));
    break;
  default:
    break;
  }
}

static void
test_math_find (gconstpointer data)
{
  const FindCase *test = data;
  cmark_node *document = fore_dialect_parse (test->text, strlen (test->text), NULL);
  cmark_iter *iter = cmark_iter_new (document);
  g_autoptr (GString) found = g_string_new (NULL);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    describe_node (cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER, found);
  cmark_iter_free (iter);
  cmark_node_free (document);

  g_assert_cmpstr (found->str, ==, test->found);
}

static ForeMarkup *
render (const char *text)
{
  return fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_HARD_BREAKS);
}

/* Where no formula is, all is as without them. */
static void
test_math_restore (void)
{
  g_autoptr (ForeMarkup) markup =
    render ("<b title=\"\\\\(\">a</b> <!-- \\begin{ -->\n\n"
            "```x\\begin{y}\n\\\\[\n```\n\n[b](./\\\\(c \"\\\\[d\")");

  g_assert_cmpstr (fore_markup_get_html (markup), ==,
                   "<p><b>a</b> <!-- \\begin{ --></p>\n"
                   "<pre><code class=\"x\\begin{y} hljs\">\\\\[\n</code></pre>\n"
                   "<p><a href=\"./\\(c\" title=\"\\[d\">b</a></p>\n");
}

/* --- what becomes of them
 * ------------------------------------------------------------------- */

static char *
typeset (const char *source, gboolean is_display, char **error)
{
  GRefString *html = fore_formula_typeset (source, is_display, error);
  char *copy = g_strdup (html);

  g_clear_pointer (&html, g_ref_string_release);

  return copy;
}

static void
test_math_typeset (void)
{
  g_autofree char *error = NULL;
  g_autofree char *line = typeset ("\\frac{a}{b} < c", FALSE, &error);
  g_autofree char *display = typeset ("x", TRUE, &error);

  g_assert_null (error);
  g_assert_true (g_str_has_prefix (line, "<span class=\"katex\"><span"));
  g_assert_nonnull (strstr (line, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"));
  g_assert_nonnull (strstr (line, "\">\\frac{a}{b} &lt; c</annotation>"));
  g_assert_true (g_str_has_prefix (display, "<span class=\"katex-display\"><span"));
}

/* Nearly all that KaTeX draws in ways of its own passes the check. */
static void
test_math_accepted (void)
{
  static const char *const sources[] = {
    "\\sqrt[3]{x}",
    "\\overbrace{a}^b \\underline{c} \\widehat{d} \\vec{e}",
    "\\begin{aligned}a&=b\\\\[1em]c&=d\\tag{1}\\end{aligned}",
    "\\begin{array}{|c:c|}\\hline a&b\\\\\\hdashline c&d\\\\\\hline\\end{array}",
    "\\left(\\begin{smallmatrix}a\\\\b\\end{smallmatrix}\\right)",
    "\\xrightarrow[a]{b} \\cancel{c} \\boxed{d} \\fbox{e} \\colorbox{#ff0}{f}",
    "\\textcolor{red}{a} \\rule{1em}{2em} \\kern-1em \\phantom{b} \\mathstrut",
    "\\sum_{i=0}^\\infty \\int\\limits_a^b \\prod \\mathbb{R} \\mathcal{L} \\mathfrak{g}",
    "\\Bigg\\{ \\big| \\lVert x \\rVert \\dots \\operatorname{arg\\,max}_x \\not= a'",
    "\\ce x \\text{für €, “日本”} \\mathrm{d}x \\angl{n} \\utilde{AB} \\overgroup{CD}",
    "\\begin{CD}A @>a>> B\\\\@VbVV @AAcA\\\\C @= D\\end{CD}",
    "\\begin{cases}a&b\\\\c&d\\end{cases} \\pmb{x} \\vdots \\textcircled{a}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autofree char *error = NULL;
    g_autofree char *html = typeset (sources[i], TRUE, &error);

    /* One of them is wrong, which is known by its message. */
    if (html == NULL)
      g_assert_cmpstr (error, ==, "Undefined control sequence: \\ce");
  }
}

static const struct {
  const char *source;
  const char *error;
} error_cases[] = {
  { "\\frac{1", "Unexpected end of input in a macro argument, expected '}'" },
  { "\\nosuch", "Undefined control sequence: \\nosuch" },
  { "a}", "Expected 'EOF', got '}'" },
  { "\\def\\a{\\a\\a}\\a",
    "Too many expansions: infinite loop or need to increase maxExpand setting" },
};

static void
test_math_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (error_cases); i++) {
    g_autofree char *error = NULL;
    g_autofree char *html = typeset (error_cases[i].source, FALSE, &error);

    g_assert_null (html);
    g_assert_cmpstr (error, ==, error_cases[i].error);
  }
}

static char *
repeat (const char *text, guint n, const char *end)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, end);

  return g_string_free (all, FALSE);
}

/* What was made to take long or to grow large ends soon. */
static void
test_math_limits (void)
{
  g_autofree char *doubled =
    repeat ("\\expandafter\\d\\expandafter{\\s}", 15, "\\s\\s\\s\\s\\s\\s\\s\\s");
  g_autofree char *growing =
    g_strconcat ("\\gdef\\s{xxxx}\\gdef\\d#1{\\gdef\\s{#1#1}}", doubled, NULL);
  g_autofree char *edef = repeat ("\\edef\\a{\\a\\a}", 40, "\\a");
  g_autofree char *growing_edef = g_strconcat ("\\def\\a{xxxx}", edef, NULL);
  g_autofree char *deep = repeat ("x^{", 1000, "");
  g_autofree char *closed = g_strnfill (1000, '}');
  g_autofree char *nested = g_strconcat (deep, closed, NULL);
  g_autofree char *wide = repeat ("\\frac{a}{b}", 1400, "");
  g_autofree char *long_one = g_strnfill (FORE_FORMULA_MAX + 1, 'x');
  const char *const sources[] = { growing, growing_edef, nested, wide, long_one };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autofree char *error = NULL;
    g_autofree char *html = typeset (sources[i], FALSE, &error);

    g_assert_null (html);
  }
}

static void
test_math_check (void)
{
  static const char *const refused[] = {
    "<script>",
    "<b>a</b>",
    "<span>",
    "</span>",
    "<span></path>",
    "<a href=\"b\">c</a>",
    "<span onclick=\"a\"></span>",
    "<span style=\"a:url(b)\"></span>",
    "<span style=\"a:\\75rl(b)\"></span>",
    "<span class=\"a&quot;\"></span>",
    "<span class=a></span>",
    "<span class=\"a\"b></span>",
    "<span",
    "<span class=\"a",
    "<math xmlns=\"https://a.test\"></math>",
    "<img/>",
    "<!-- a -->",
    "<svg><use/></svg>",
    "<path d=\"M0\" href=\"a\"/>",
  };
  static const char *const accepted[] = {
    "<mtd class =\"a\"></mtd>",
    "",
    "a &lt; b",
    "<span class=\"a b\" style=\"height:1.2em;\">c</span>",
    "<svg width='400em' viewBox='0 0 1 1'><path d='M0,1z'/></svg>",
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>a</mi></math>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    if (fore_formula_is_clean (refused[i]))
      g_error ("%s", refused[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++) {
    if (!fore_formula_is_clean (accepted[i]))
      g_error ("%s", accepted[i]);
  }
}

/* None of these commands leads anywhere. */
static void
test_math_trust (void)
{
  static const char *const sources[] = {
    "\\href{javascript:a}{b}",
    "\\url{https://a.test}",
    "\\includegraphics{https://a.test/b.png}",
    "\\htmlStyle{color:red}{a}",
    "\\htmlData{a=b}{c}",
    "\\htmlClass{a}{b}",
    "\\htmlId{a}{b}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autofree char *error = NULL;
    g_autofree char *html = typeset (sources[i], FALSE, &error);

    if (html == NULL)
      continue;
    g_assert_null (strstr (html, "href="));
    g_assert_null (strstr (html, "src="));
    g_assert_null (strstr (html, "id=\""));
    g_assert_null (strstr (html, "data-"));
  }
}

static void
test_math_slide (void)
{
  g_autoptr (ForeMarkup) right = render ("## E = $mc^2$\n\n<b>$x$</b>");
  g_autoptr (ForeMarkup) wrong = render ("a\n\nb\nc $\\frac{1$ & $$\n}\n$$");
  GPtrArray *diagnostics = fore_markup_get_diagnostics (wrong);
  const char *html = fore_markup_get_html (right);

  g_assert_cmpstr (fore_markup_get_heading (right), ==, "E = mc^2");
  g_assert_nonnull (
    strstr (html, "<h2>E = <span class=\"mathjax\"><span class=\"katex\">"));
  g_assert_nonnull (strstr (html, "<b><span class=\"mathjax\"><span class=\"katex\">"));
  g_assert_null (fore_markup_get_diagnostics (right));

  g_assert_cmpstr (fore_markup_get_html (wrong), ==,
                   "<p>a</p>\n<p>b<br>\nc <span class=\"mathjax\"><span "
                   "class=\"math-error\">$\\frac{1$</span></span> &amp; <span "
                   "class=\"mathjax\"><span class=\"math-error\">$$\n}\n$$</span></span>"
                   "</p>\n");
  g_assert_cmpuint (diagnostics->len, ==, 2);
  for (guint i = 0; i < diagnostics->len; i++) {
    ForeDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "formula");
    g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 4);
  }
}

static void
test_math_in_alt (void)
{
  g_autoptr (ForeMarkup) markup = render ("![a $b$](./c)");

  g_assert_cmpstr (fore_markup_get_html (markup), ==,
                   "<p><img src=\"./c\" alt=\"a b\"></p>\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/math/find/%zu", i);

    g_test_add_data_func (path, &find_cases[i], test_math_find);
  }
  g_test_add_func ("/math/restore", test_math_restore);
  g_test_add_func ("/math/typeset", test_math_typeset);
  g_test_add_func ("/math/accepted", test_math_accepted);
  g_test_add_func ("/math/errors", test_math_errors);
  g_test_add_func ("/math/limits", test_math_limits);
  g_test_add_func ("/math/check", test_math_check);
  g_test_add_func ("/math/trust", test_math_trust);
  g_test_add_func ("/math/slide", test_math_slide);
  g_test_add_func ("/math/in-alt", test_math_in_alt);

  return g_test_run ();
}
