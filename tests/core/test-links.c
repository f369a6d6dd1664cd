/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Addresses in plain text. */

#include "fore-linkify.h"
#include "markup-cases.h"

#include <string.h>

#define LINK(url, text) "<a href=\"" url "\">" text "</a>"
#define SAME(url) LINK (url, url)

static const MarkupCase cases[] = {
  { "scheme", "see https://a.test/b, ftp://c.test HTTP://D.TEST",
    "<p>see " SAME ("https://a.test/b") ", " SAME ("ftp://c.test") " " SAME (
      "HTTP://D.TEST") "</p>\n" },
  { "other scheme", "gopher://a.b xhttp://a.b a.http:c",
    "<p>gopher://a.b xhttp://a.b a.http:c</p>\n" },
  { "one label", "http://localhost/a http://b",
    "<p>" SAME ("http://localhost/a") " " SAME ("http://b") "</p>\n" },
  { "bare host", "media.ccc.de Quay.io README.md foo.sh.",
    "<p>" LINK ("http://media.ccc.de", "media.ccc.de") " " LINK (
      "http://Quay.io", "Quay.io") " " LINK ("http://README.md",
                                             "README.md") " " LINK ("http://foo.sh",
                                                                    "foo.sh") ".</p>\n" },
  { "host that nobody knows", "docs.scs.community a.test b.zip 1.2.3.4 v1.2",
    "<p>docs.scs.community a.test b.zip 1.2.3.4 v1.2</p>\n" },
  { "host in other letters", "пример.рф xn--a.xn--p1ai",
    "<p>" LINK ("http://пример.рф", "пример.рф") " " LINK ("http://xn--a.xn--p1ai",
                                                           "xn--a.xn--p1ai") "</p>\n" },
  { "host with a path", "a.de/b?c#d a.de?b a.de# a.de/",
    "<p>" LINK ("http://a.de/b?c#d", "a.de/b?c#d") " " LINK (
      "http://a.de?b", "a.de?b") " " LINK ("http://a.de",
                                           "a.de") "# " LINK ("http://a.de/",
                                                              "a.de/") "</p>\n" },
  { "after what no host starts", ".a.de /b.de -c.de _d.de e@f.g \\\\h.de a:b.de",
    "<p>.a.de /b.de -c.de _d.de e@f.g \\h.de a:b.de</p>\n" },
  { "after what a host starts", "(a.de) b,c.de $d.de #e.de",
    "<p>(" LINK ("http://a.de", "a.de") ") b," LINK ("http://c.de", "c.de") " $" LINK (
      "http://d.de", "d.de") " #" LINK ("http://e.de", "e.de") "</p>\n" },
  { "what no host ends in", "a.de-b a.de_b a.de- a.de.b.c1x a.de.-",
    "<p>a.de-b a.de_b a.de- a.de.b.c1x a.de.-</p>\n" },
  { "ports", "a.de:80 http://b:65535/c d.de:65536 e.de:x f.de:",
    "<p>" LINK ("http://a.de:80", "a.de:80") " " SAME (
      "http://b:65535/c") " d.de:65536 " LINK ("http://e.de",
                                               "e.de") ":x " LINK ("http://f.de",
                                                                   "f.de") ":</p>\n" },
  { "two slashes", "//a.b/c //localhost //d ///e.f x://g.h",
    "<p>" SAME ("//a.b/c") " " SAME ("//localhost") " //d ///e.f x://g.h</p>\n" },
  { "ends of paths",
    "https://a.b/c. https://a.b/c, https://a.b/c? https://a.b/c! "
    "https://a.b/c; https://a.b/c... https://a.b/c)",
    "<p>" SAME ("https://a.b/c") ". " SAME ("https://a.b/c") ", " SAME ("https://a.b/c") "? " SAME (
      "https://a.b/c") "! " SAME ("https://a.b/c") "; " SAME ("https://a.b/c") "… " SAME ("https://a.b/c") ")</p>\n" },
  { "in paths", "https://a.b/c.d,e;f!g?h-i--j https://a.b/c...d/e",
    "<p>" SAME ("https://a.b/c.d,e;f!g?h-i--j") " " SAME (
      "https://a.b/c...d/e") "</p>\n" },
  { "pairs in paths",
    "https://a.b/c_(d) (https://a.b/c) https://a.b/[c]{d} https://a.b/(c",
    "<p>" SAME ("https://a.b/c_(d)") " (" SAME ("https://a.b/c") ") " SAME (
      "https://a.b/[c]{d}") " " SAME ("https://a.b/") "(c</p>\n" },
  { "quotes in paths", "https://a.b/'c'd https://a.b/e'f \"https://a.b/g\"",
    "<p>" LINK ("https://a.b/'c'd", "https://a.b/'c’d") " " LINK (
      "https://a.b/e'f", "https://a.b/e’f") " “" SAME ("https://a.b/g") "”</p>\n" },
  { "emphasis characters", "https://a.b/_c_d_ *https://a.b/e* **https://a.b/f*g**",
    "<p>" SAME ("https://a.b/_c_d_") " <em>" SAME (
      "https://a.b/e") "</em> <strong>" SAME ("https://a.b/f*g") "</strong></p>\n" },
  { "letters beyond ASCII", "http://a.b/ä", "<p>" SAME ("http://a.b/ä") "</p>\n" },
  { "encodings", "https://a.b/%22c%22%2F <https://a.b/%C3%A4%20> https://a.b/%ff",
    "<p>" LINK ("https://a.b/%22c%22%2F", "https://a.b/\"c\"%2F") " " LINK (
      "https://a.b/%C3%A4%20", "https://a.b/ä ") " " SAME ("https://a.b/%ff") "</p>\n" },
  { "users", "https://a:b@c.test/d", "<p>" SAME ("https://a:b@c.test/d") "</p>\n" },
  { "mail", "a.b+c@d-e.de, \"f@g.org\" h@i.test mailto:j@k",
    "<p>" LINK ("mailto:a.b+c@d-e.de", "a.b+c@d-e.de") ", “" LINK (
      "mailto:f@g.org", "f@g.org") "” h@i.test " SAME ("mailto:j@k") "</p>\n" },
  { "mail to a number", "a@127.0.0.1 b@999.0.0.1",
    "<p>" LINK ("mailto:a@127.0.0.1", "a@127.0.0.1") " b@999.0.0.1</p>\n" },
  { "mail before host", "a.de@b.de c.de",
    "<p>" LINK ("mailto:a.de@b.de", "a.de@b.de") " " LINK ("http://c.de",
                                                           "c.de") "</p>\n" },
  { "not in links", "[a.de](b) [https://c.de/_d_](e) <https://f.g_h_i>",
    "<p><a href=\"b\">a.de</a> <a href=\"e\">https://c.de/<em>d</em></a> " SAME (
      "https://f.g_h_i") "</p>\n" },
  { "in brackets", "[https://a.b] [c.de]",
    "<p>[" SAME ("https://a.b") "] [" LINK ("http://c.de", "c.de") "]</p>\n" },
  { "not in links of HTML", "<a href=\"./a\">https://b.c d.de</a> e.de",
    "<p><a href=\"./a\">https://b.c d.de</a> " LINK ("http://e.de", "e.de") "</p>\n" },
  { "not in code", "`a.de` `https://b.c`\n\n    d.de",
    "<p><code>a.de</code> "
    "<code>https://b.c</code></p>\n<pre><code>d.de\n</code></pre>\n" },
  { "not in pictures", "![a.de https://b.c](./d)",
    "<p><img src=\"./d\" alt=\"a.de https://b.c\"></p>\n" },
  { "everywhere text is", "# a.de\n\n- b.de\n\n|c.de|\n|-|",
    "<h1>" LINK ("http://a.de", "a.de") "</h1>\n<ul>\n<li>" LINK (
      "http://b.de",
      "b.de") "</li>\n</ul>\n<table>\n<thead>\n<tr>\n<th>" LINK ("http://c.de",
                                                                 "c.de") "</th>\n</"
                                                                         "tr>\n</"
                                                                         "thead>\n</"
                                                                         "table>\n" },
};

/* What is found does not depend on where one starts to look. */
static void
test_links_measure (void)
{
  g_assert_cmpuint (fore_link_measure ("https://a.b/c d", 15), ==, 13);
  g_assert_cmpuint (fore_link_measure ("https://a.b/c", 11), ==, 11);
  g_assert_cmpuint (fore_link_measure ("a.de", 4), ==, 0);
  g_assert_cmpuint (fore_link_measure ("https://", 8), ==, 0);
  g_assert_cmpuint (fore_link_measure (NULL, 0), ==, 0);
}

/* A piece that is too long is no address, whatever it is. */
static void
test_links_long (void)
{
  g_autofree char *label = g_strnfill (64, 'a');
  g_autofree char *text = g_strconcat (label, ".de ", label + 1, ".de", NULL);
  ForeLinkScanner scanner;
  ForeLink link;

  fore_link_scanner_init (&scanner, text, strlen (text));
  g_assert_true (fore_link_scanner_next (&scanner, &link));
  g_assert_cmpuint (link.length, ==, 66);
  g_assert_cmpstr (link.prefix, ==, "http://");
  g_assert_false (fore_link_scanner_next (&scanner, &link));
}

static void
test_links_many (void)
{
  static const char *const units[] = {
    "a.",      "a.de ", "a@",       "a@b.de ", "://", "http://", "http://a.de/(",
    "mailto:", "\"a",   "http://-", "a:b",     "//",  "a.de:1",  "[a.de"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    markup_cases_repeat (NULL, units[i], NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/links", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/links/measure", test_links_measure);
  g_test_add_func ("/links/long", test_links_long);
  g_test_add_func ("/links/many", test_links_many);

  return g_test_run ();
}
