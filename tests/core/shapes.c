/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The first are those that cmark's own pathological tests name; the rest, our passes'. */

#include "shapes.h"

#include <string.h>

const Shape shapes[] = {
  /* Of cmark. */
  { "nested strong emphasis", "", "*a **a ", "b", " a** a*" },
  { "emphasis closers without openers", "", "a_ ", "", NULL },
  { "emphasis openers without closers", "", "_a ", "", NULL },
  { "mismatched openers and closers", "", "*a_ ", "", NULL },
  { "closers, multiple of three", "a**b", "c* ", "", NULL },
  { "link closers without openers", "", "a]", "", NULL },
  { "link openers without closers", "", "[a", "", NULL },
  { "link openers and emphasis closers", "", "[ a_", "", NULL },
  { "hard links and emphasis", "", "**x [a*b**c*](d) ", "", NULL },
  { "pattern [ (](", "", "[ (](", "", NULL },
  { "pattern ![[]()", "", "![[]()", "", NULL },
  { "unclosed links", "", "[a](b", "", NULL },
  { "unclosed links in brackets", "", "[a](<b", "", NULL },
  { "nested brackets", "", "[", "a", "]" },
  { "nested block quotes", "", "> ", "a", NULL },
  { "nested lists on a line", "", "- ", "a", NULL },
  { "nested lists and empty lines", "", "- ", "x", "\n" },
  { "nested lists and empty lines in a quote", "> ", "- ", "x\n", ">\n" },
  { "emphasis in deep quotes", "", ">", "", "a*" },
  { "U+0000", "", "abc\\0de", "", NULL },
  { "backticks", "", "e`e``e```e````e`````", "", NULL },
  { "backticks without end", "", "`a``a```", "", NULL },
  { "unclosed <!--", "</", "<!--", "", NULL },
  { "unclosed <?", "a ", "<?", "", NULL },
  { "unclosed <!X", "a ", "<!A ", "", NULL },
  { "unclosed <![CDATA[", "a ", "<![CDATA[", "", NULL },
  { "unclosed <a b", "a ", "<a b ", "", NULL },
  { "references", "", "[{n}]: u\n", "\n", "[{n}]\n" },
  { "references that are not defined", "", "[{n}] ", "", NULL },
  { "table columns", "", "|a", "|\n", "|-" },
  { "table rows", "|a|b|\n|-|-|\n", "|a|b|\n", "", NULL },
  { "short rows of a wide table", "|a|a|a|a|a|a|a|a|a|a|\n|-|-|-|-|-|-|-|-|-|-|\n", "a\n",
    "", NULL },
  { "setext lines", "", "aaa\nbbb\n-\v\n", "", NULL },
  { "escapes", "", "\\*\\\\", "", NULL },
  { "entities", "", "&amp;&#0;&x", "", NULL },

  /* What comes between slides and before them. */
  { "separators", "a", "\n\n---\n\n", "b", NULL },
  { "stacks", "a", "\n\n----\n\n", "b", NULL },
  { "lines that are nearly separators", "", "--- a\n\n--\n", "", NULL },
  { "fences without end", "", "```\n~~~~\n", "", NULL },
  { "notes", "", "Note: a\n\n", "", NULL },
  { "carriage returns", "", "a\r", "", NULL },
  { "invalid bytes", "", "a\xff\xc3", "", NULL },
  { "front matter, nested lists", "---\ntitle: ", "[", "\n---\n\na", NULL },
  { "front matter, nested maps", "---\ntitle: ", "{a: ", "\n---\n\na", NULL },
  { "front matter, nested lines", "---\n", "? ", "\n---\n\na", NULL },
  { "front matter, names", "---\n", "k{n}: v\n", "---\n\na", NULL },
  { "front matter, aliases", "---\na: &a b\nc: [", "*a, ", "]\n---\n\na", NULL },
  { "front matter, quotes", "---\na: \"", "\\n \\x41", "\"\n---\n\na", NULL },

  /* Our own syntax. */
  { "double quotes", "", "\"a ", "", NULL },
  { "single quotes", "", "'a ", "", NULL },
  { "closing quotes", "", "a\" ", "", NULL },
  { "nested quotes", "", "\"'", "a", "'\"" },
  { "dots and dashes", "", "...--", "", NULL },
  { "emoji colons", "", ":a", "", NULL },
  { "emoji", "", ":smile:", "", NULL },
  { "emoji names of any length", "", ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "", NULL },
  { "mark openers", "", "==a ", "", NULL },
  { "mark closers", "", "a== ", "", NULL },
  { "ins openers", "", "++a ", "", NULL },
  { "sub openers", "", "~a ", "", NULL },
  { "sup openers", "", "^a ", "", NULL },
  { "all openers", "", "==++~^**_a ", "", NULL },
  { "nested marks", "", "==++", "a", "++==" },
  { "abbreviations and words", "", "*[a{n}]: b\n", "\n", "a{n} " },
  { "abbreviations of one letter", "*[a]: b\n\n", "a ", "", NULL },
  { "abbreviations that begin alike", "", "*[aaaaaaaaaaaa{n}]: b\n", "\n",
    "aaaaaaaaaaaa " },
  { "footnotes and references", "", "[^{n}] ", "\n\n", "[^{n}]: a\n\n" },
  { "references to one footnote", "[^1]: a\n\n", "[^1] ", "", NULL },
  { "footnotes in footnotes", "[^0]\n\n", "[^{n}]: a[^{n}0]\n", "", NULL },
  { "inline footnotes", "", "^[a] ", "", NULL },
  { "nested inline footnotes", "", "^[", "a", "]" },
  { "inline footnotes without end", "", "^[a ", "", NULL },
  { "definition lists", "", "a\n: b\n\n", "", NULL },
  { "definitions of one term", "a\n", ": b\n", "", NULL },
  { "nested definitions", "a\n", ": ", "b", NULL },
  { "containers", "", ":::info\na\n:::\n", "", NULL },
  { "nested containers", "", ":::info\n", "a\n", ":::\n" },
  { "containers without end", "", ":::info\na\n\n", "", NULL },
  { "element comments", "a", " <!-- .element: class=\"a\" -->", "", NULL },
  { "slide comments", "", "<!-- .slide: class=\"a\" -->\n", "", NULL },
  { "attributes of a comment", "a <!-- .element: ", "data-a{n}=\"b\" ", "-->", NULL },
  { "quotes in a comment", "a <!-- .element: ", "a=\"", "-->", NULL },
  { "links and formulas", "", "**x [a*b**c*](d) $$\n\n$$ ", "", NULL },
  { "dollars", "", "$a ", "", NULL },
  { "dollars without end", "", "a $b\n\n", "", NULL },
  { "formulas", "", "$a$ ", "", NULL },
  { "double dollars", "", "$$a ", "", NULL },
  { "formulas in parentheses", "", "\\\\(a ", "", NULL },
  { "environments without end", "", "\\begin{a}\n", "", NULL },
  { "image sizes", "", "![](a =1x", "", NULL },
  { "images with sizes", "", "![](a =1x1)", "", NULL },
  { "links with titles", "", "[a](b \"", "", NULL },
  { "link dots", "", "a.", "", NULL },
  { "link dots of a domain", "", "a.com.", "", NULL },
  { "link schemes", "", "http://", "", NULL },
  { "links", "", "https://a.b ", "", NULL },
  { "links of parentheses", "https://a.b/", "(", "", NULL },
  { "addresses of mail", "", "a@", "", NULL },
  { "addresses of mail with dots", "", "a@b.", "", NULL },
  { "embeds without end", "", "{%youtube a ", "", NULL },
  { "embeds", "", "{%youtube a %}", "", NULL },
  { "labels", "", "> [name=a] [time=b]\n", "", NULL },
  { "labels without end", "", "> [name=\n", "", NULL },
  { "tasks", "", "- [ ] a\n", "", NULL },
  { "contents and headings", "[TOC]\n\n", "# a\n\n", "", NULL },
  { "contents", "# a\n\n", "[TOC]\n\n", "", NULL },
  { "code blocks", "", "```js\na\n```\n", "", NULL },
  { "line steps", "```js [", "1-2|", "]\na\n```\n", NULL },

  /* HTML. */
  { "nested elements", "", "<div>", "a", "</div>" },
  { "elements without end", "", "<div>", "a", NULL },
  { "formatting without end", "", "<b>", "a", NULL },
  { "formatting and blocks", "", "<b><p>", "a", NULL },
  { "formatting ended late", "", "<b>", "<p>", "</b>" },
  { "end tags", "<div>", "</b></p>", "", NULL },
  { "tables in tables", "", "<table><tr><td>", "a", NULL },
  { "text in tables", "<table>", "a<td>", "", NULL },
  { "attributes", "<div ", "a{n}=b ", ">", NULL },
  { "attributes, one name", "<div ", "class=a ", ">", NULL },
  { "drawings in drawings", "", "<svg><g>", "a", NULL },
  { "formulas in drawings", "", "<math><mtext><svg>", "a", NULL },
  { "lazy lines", "", "<i\n    ", "", NULL },
  { "options", "<select>", "<option>", "", NULL },
  { "links in links", "", "<a>", "", NULL },

  /* CSS. */
  { "style, nested blocks", "<style>\n", "a{", "\n</style>", NULL },
  { "style, parentheses", "<style>\na{b:", "c(", "\n</style>", NULL },
  { "style, comments", "<style>\n", "/*", "\n</style>", NULL },
  { "style, addresses", "<style>\n", "a{b:url(c)}\n", "</style>", NULL },
  { "style, selectors", "<style>\n", "a,", "b{}\n</style>", NULL },
  { "style, imports", "<style>\n", "@import 'a';\n", "</style>", NULL },
  { "style, escapes", "<style>\n", "\\61 ", "\n</style>", NULL },
  { "style, strings", "<style>\na{b:", "\"'", "}\n</style>", NULL },
  { "style, attribute", "<p style=\"", "a:b(;", "\">x</p>", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static void
append (GString *text, const char *unit, gsize n)
{
  const char *mark = strstr (unit, "{n}");

  if (mark == NULL)
    g_string_append (text, unit);
  else
    g_string_append_printf (text, "%.*s%" G_GSIZE_FORMAT "%s", (int) (mark - unit), unit,
                            n, mark + 3);
}

char *
shape_make (const Shape *self, gsize size, gsize *length)
{
  g_autoptr (GString) closing = g_string_new (NULL);
  GString *text = g_string_sized_new (size + 256);

  g_string_append (text, self->head);
  for (gsize i = 0; text->len + closing->len < size; i++) {
    append (text, self->unit, i);
    if (self->closing != NULL)
      append (closing, self->closing, i);
  }
  g_string_append (text, self->middle);
  g_string_append_len (text, closing->str, (gssize) closing->len);
  g_string_append_c (text, '\n');
  /* Only now, since a string of C ends there. */
  for (char *nul = text->str; (nul = strstr (nul, "\\0")) != NULL; nul++)
    memcpy (nul, "\0", 1);
  *length = text->len;

  return g_string_free (text, FALSE);
}
