/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-fence.h"
#include "fore-highlight.h"
#include "fore-line-steps.h"
#include "fore-markup.h"
#include "fore-script.h"

#include <string.h>

static ForeMarkup *
render (const char *text)
{
  return fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_HARD_BREAKS);
}

/* --- tokens
 * --------------------------------------------------------------------------------- */

typedef struct {
  const char *language;
  const char *source;
  const char *html;
} HighlightCase;

#define TOKEN(kind, text) "<span class=\"hljs-" kind "\">" text "</span>"

static const HighlightCase highlight_cases[] = {
  { "python", "return 1", TOKEN ("keyword", "return") " " TOKEN ("number", "1") },
  { "c", "/* a\nb */", TOKEN ("comment", "/* a\nb */") },
  { "bash", "echo 'a & <b>'",
    TOKEN ("built_in", "echo") " " TOKEN ("string", "&#x27;a &amp; &lt;b&gt;&#x27;") },
  { "json", "\"a\"", TOKEN ("string", "&quot;a&quot;") },
  { "js", "const a", TOKEN ("keyword", "const") " a" },
  { "JavaScript", "const a", TOKEN ("keyword", "const") " a" },
  { "sh", "echo", TOKEN ("built_in", "echo") },
  { "yml", "a: 1", TOKEN ("attr", "a:") " " TOKEN ("number", "1") },
  /* A language inside of another. */
  { "html", "<style>b{}</style>",
    "<span class=\"hljs-tag\">&lt;<span class=\"hljs-name\">style</span>&gt;</span>"
    "<span class=\"language-css\"><span class=\"hljs-selector-tag\">b</span>{}</span>"
    "<span class=\"hljs-tag\">&lt;/<span class=\"hljs-name\">style</span>&gt;</span>" },
  { "python", "日本 = 1", "日本 = " TOKEN ("number", "1") },
  { "nosuchlanguage", "return 1", NULL },
  { "text", "return 1", NULL },
  { "", "return 1", NULL },
  { "python", "", NULL },
};

static void
test_code_highlight (gconstpointer data)
{
  const HighlightCase *test = data;
  GRefString *html = fore_highlight (test->language, strlen (test->language),
                                     test->source, strlen (test->source));

  g_assert_cmpstr (html, ==, test->html);
  g_clear_pointer (&html, g_ref_string_release);
}

static void
test_code_limit (void)
{
  g_autofree char *source = g_strnfill (FORE_HIGHLIGHT_MAX + 1, '1');
  GRefString *html = fore_highlight ("c", 1, source, FORE_HIGHLIGHT_MAX);

  g_assert_nonnull (html);
  g_ref_string_release (html);
  g_assert_null (fore_highlight ("c", 1, source, FORE_HIGHLIGHT_MAX + 1));
}

/* An edit elsewhere asks nobody again, and neither does a second block like the first. */
static void
test_code_once (void)
{
  g_autoptr (ForeMarkup) first = render ("a\n\n```c\nint once;\n```");
  guint n_runs = fore_script_get_n_runs ();
  g_autoptr (ForeMarkup) second =
    render ("b\n\n```c\nint once;\n```\n\n```c=\nint once;\n```");
  g_autoptr (ForeMarkup) third = NULL;

  g_assert_cmpuint (n_runs, >, 0);
  g_assert_cmpuint (fore_script_get_n_runs (), ==, n_runs);

  third = render ("```c\nint twice;\n```");
  g_assert_cmpuint (fore_script_get_n_runs (), ==, n_runs + 1);
}

/* --- in a slide
 * ---------------------------------------------------------------------------- */

static const struct {
  const char *text;
  const char *html;
} slide_cases[] = {
  { "```js=7\nconst a\n```",
    "<pre><code class=\"js hljs\"><div class=\"wrapper\"><div class=\"gutter "
    "linenumber\"><span data-linenumber=\"7\"></span></div><div class=\"code\">" TOKEN (
      "keyword", "const") " a\n</div></div></code></pre>\n" },
  { "```nosuch!\na\n```", "<pre><code class=\"wrap nosuch hljs\">a\n</code></pre>\n" },
  /* Steps over lines. A token goes on over two of them. */
  { "```c [2|1,3-4]\n/*\n*/\nx\ny\n```",
    "<pre><code class=\"c hljs has-highlights\" data-line-numbers=\"2|1,3-4\">"
    "<span data-steps=\"1 \" class=\"code-line\">" TOKEN (
      "comment",
      "/*") "</span>\n"
            "<span data-steps=\"0 \" class=\"code-line highlight-line\">" TOKEN (
              "comment",
              "*/") "</span>\n"
                    "<span data-steps=\"1 \" class=\"code-line\">x</span>\n"
                    "<span data-steps=\"1 \" class=\"code-line\">y</span>\n"
                    "<span class=\"fragment code-step\"></span></code></pre>\n" },
  { "```[|1]\na<\n```",
    "<pre><code class=\" hljs\" data-line-numbers=\"|1\"><span data-steps=\"1 \" "
    "class=\"code-line\">a&lt;</span>\n<span class=\"fragment code-step\"></span>"
    "</code></pre>\n" },
  { "```nosuch= [1]\na\n```",
    "<pre><code class=\"nosuch hljs has-highlights\" data-line-numbers=\"1\"><div "
    "class=\"wrapper\"><div class=\"gutter linenumber\"><span data-linenumber=\"1\">"
    "</span></div><div class=\"code\"><span data-steps=\"0 \" class=\"code-line "
    "highlight-line\">a</span>\n</div></div></code></pre>\n" },
  /* Cleaning the slide’s own HTML does not touch the code. */
  { "```json\n1\n```\n<!-- .element: class=\"fragment\" -->\n\n<b>[a](./b)</b>",
    "<pre class=\"fragment\"><code class=\"json hljs\">" TOKEN (
      "number", "1") "\n"
                     "</code></pre>\n<!-- -->\n<p><b><a href=\"./b\">a</a></b></p>\n" },
  { "<div>\n\n```json\n1\n```\n\n<p>\n\n```json\n2\n```\n",
    "<div>\n<pre><code class=\"json hljs\">" TOKEN (
      "number", "1") "\n</code></pre>\n"
                     "<p>\n</p><pre><code class=\"json hljs\">" TOKEN (
                       "number", "2") "\n</code></pre>\n"
                                      "</div>" },
  /* What looks like the mark of code is text, or the slide’s own code. */
  { "<b>\xf4\x8f\xb7\x90"
    "7\xf4\x8f\xb7\x91</b>\n\n```json\n1\n```",
    "<p><b></b></p>\n<pre><code class=\"json hljs\">" TOKEN ("number",
                                                             "1") "\n"
                                                                  "</code></pre>\n" },
  { "<b data-a=\"\xf4\x8f\xb7\x90"
    "0\xf4\x8f\xb7\x91\">a</b>\n\n```json\n1\n```",
    "<p><b data-a=\"\xf4\x8f\xb7\x90"
    "0\xf4\x8f\xb7\x91\">a</b></p>\n"
    "<pre><code class=\"json hljs\">" TOKEN ("number", "1") "\n</code></pre>\n" },
};

static void
test_code_slide (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (ForeMarkup) markup = render (slide_cases[index].text);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, slide_cases[index].html);
}

/* --- what stands behind the fence
 * ---------------------------------------------------------- */

static const struct {
  const char *info;
  /* Language, `w` for wrapped, `n` and the first number, `+`, steps. */
  const char *read;
} fence_cases[] = {
  { NULL, " 1" },
  { "", " 1" },
  { "js", "js 1" },
  { "  js  title", "js 1" },
  { "js=", "js n1" },
  { "js=7", "js n7" },
  { "js=+", "js n1+" },
  { "js!", "js w1" },
  { "js=7!", "js wn7" },
  { "js=+ !", "js wn1+" },
  { "=", " n1" },
  { "!", " w1" },
  { "js==", "js== 1" },
  { "js=a", "js=a 1" },
  { "js=99999999999", "js n999999" },
  { "c++", "c++ 1" },
  { "js [1|3-5]", "js 1 1|3-5" },
  { "js[1,2| 4]", "js 1 1,2| 4" },
  { "js= [1]", "js n1 1" },
  { "js []", "js n1" },
  { "js [ 12: ]", "js n12" },
  { "js [12: 1|2]", "js n12  1|2" },
  { "js [a]", "js 1" },
  { "js [1", "js 1" },
  { "js {1,2}", "js 1" },
};

static void
test_code_fence (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  ForeFence fence = fore_fence_read (fence_cases[index].info);
  g_autofree char *read = g_strdup_printf (
    "%.*s %s%s%u%s%s%.*s", (int) fence.language_length,
    fence.language != NULL ? fence.language : "", fence.wrapped ? "w" : "",
    fence.numbered ? "n" : "", fence.first_number, fence.continued ? "+" : "",
    fence.steps != NULL ? " " : "", (int) fence.steps_length,
    fence.steps != NULL ? fence.steps : "");

  g_assert_cmpstr (read, ==, fence_cases[index].read);
}

static void
test_code_many_steps (void)
{
  g_autofree char *bars = g_strnfill (10000, '|');
  GRefString *lines = fore_line_steps_write (bars, 10000, "a");
  guint n = 0;

  g_assert_cmpuint (fore_line_steps_count (bars, 10000), ==, FORE_LINE_STEPS_MAX);
  for (const char *at = lines; (at = strstr (at, "code-step")) != NULL; at++)
    n++;
  g_assert_cmpuint (n, ==, FORE_LINE_STEPS_MAX - 1);
  g_ref_string_release (lines);
}

static char *
number_address (const char *address, ForeAddressUse use, gpointer user_data)
{
  guint *n = user_data;

  return g_strdup_printf ("%u", (*n)++);
}

/* Addresses before, between and after code are found again. */
static void
test_code_addresses (void)
{
  g_autoptr (ForeMarkup) markup =
    render ("[a](./a)\n\n```json\n1\n```\n\n![b](./b)\n\n```json\n2\n```\n\n[c](./c)");
  g_autoptr (GString) html = g_string_new (NULL);
  guint n = 0;

  fore_markup_append_html (markup, number_address, &n, html);
  g_assert_cmpstr (
    html->str, ==,
    "<p><a href=\"0\">a</a></p>\n<pre><code class=\"json hljs\">" TOKEN (
      "number", "1") "\n</code></pre>\n<p><img src=\"1\" alt=\"b\"></p>\n"
                     "<pre><code class=\"json hljs\">" TOKEN (
                       "number", "2") "\n"
                                      "</code></pre>\n<p><a href=\"2\">c</a></p>\n");
}

static void
test_code_summary (void)
{
  g_autoptr (ForeMarkup) plain = render ("```c\nint a;\nint b;\n```");
  g_autoptr (ForeMarkup) cleaned = render ("```c\nint a;\nint b;\n```\n\n<b></b>");

  g_assert_cmpstr (fore_markup_get_first_text (plain), ==, "int a;");
  g_assert_cmpuint (fore_markup_get_n_words (plain), ==, 4);
  g_assert_cmpuint (fore_markup_get_n_words (cleaned), ==, 4);
}

static gpointer
highlight_thread (gpointer data)
{
  for (guint i = 0; i < 50; i++) {
    g_autofree char *text =
      g_strdup_printf ("```c\nint %s%u;\n```", (const char *) data, i);
    g_autofree char *html = g_strdup_printf (
      "<pre><code class=\"c hljs\">" TOKEN ("type", "int") " %s%u;\n</code></pre>\n",
      (const char *) data, i);
    g_autoptr (ForeMarkup) markup = render (text);

    g_assert_cmpstr (fore_markup_get_html (markup), ==, html);
  }

  return NULL;
}

static void
test_code_threads (void)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  GThread *threads[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (names[i], highlight_thread, (gpointer) names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (highlight_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/code/highlight/%zu", i);

    g_test_add_data_func (path, &highlight_cases[i], test_code_highlight);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (slide_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/code/slide/%zu", i);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_code_slide);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (fence_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/code/fence/%zu", i);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_code_fence);
  }
  g_test_add_func ("/code/many-steps", test_code_many_steps);
  g_test_add_func ("/code/limit", test_code_limit);
  g_test_add_func ("/code/once", test_code_once);
  g_test_add_func ("/code/addresses", test_code_addresses);
  g_test_add_func ("/code/summary", test_code_summary);
  g_test_add_func ("/code/threads", test_code_threads);

  return g_test_run ();
}
