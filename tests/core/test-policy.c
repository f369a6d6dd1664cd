/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-address.h"
#include "fore-policy.h"

#include <string.h>

typedef struct {
  const char *address;
  ForeAddressUse use;
  const char *expected;
  ForeAddressVerdict verdict;
} AddressCase;

#define LINK FORE_ADDRESS_LINK
#define IMAGE FORE_ADDRESS_IMAGE
#define MEDIA FORE_ADDRESS_MEDIA
#define FONT FORE_ADDRESS_FONT
#define FRAME FORE_ADDRESS_FRAME
#define REFUSED FORE_ADDRESS_REFUSED
#define ACCEPTED FORE_ADDRESS_ACCEPTED
#define BARE FORE_ADDRESS_BARE

static const AddressCase address_cases[] = {
  { "https://x.test/a", LINK, "https://x.test/a", ACCEPTED },
  { "HTTPS://x.test/a", IMAGE, "HTTPS://x.test/a", ACCEPTED },
  { "http:x", FRAME, "http:x", ACCEPTED },
  { "//x.test/a", IMAGE, "//x.test/a", ACCEPTED },
  { "./a.png", IMAGE, "./a.png", ACCEPTED },
  { "../a.png", IMAGE, "../a.png", ACCEPTED },
  { "/a.png", IMAGE, "/a.png", ACCEPTED },
  { "?q", LINK, "?q", ACCEPTED },
  { "#/2/1", LINK, "#/2/1", ACCEPTED },
  { "", LINK, "", ACCEPTED },
  { "a.png", IMAGE, "a.png", BARE },
  { "img/a:b.png", IMAGE, "img/a:b.png", BARE },
  { "1a:b", LINK, "1a:b", BARE },
  { "ä.png", IMAGE, "ä.png", BARE },
  { "javascript%3Aalert(1)", LINK, "javascript%3Aalert(1)", BARE },
  { "  ./a.png\n", IMAGE, "./a.png", ACCEPTED },
  { "./a\n.png", IMAGE, "./a.png", ACCEPTED },
  { "bitcoin:x", LINK, "bitcoin:x", ACCEPTED },
  { "mailto:a@b.test", LINK, "mailto:a@b.test", ACCEPTED },
  { "MATRIX:x", LINK, "MATRIX:x", ACCEPTED },
  { "openpgp4fpr:x", LINK, "openpgp4fpr:x", ACCEPTED },
  { "xmpp:x", LINK, "xmpp:x", ACCEPTED },
  { "wtai:x", LINK, "wtai:x", ACCEPTED },
  { "web+mastodon:x", LINK, "web+mastodon:x", ACCEPTED },
  { "web+:x", LINK, NULL, REFUSED },
  { "mailto:a@b.test", IMAGE, NULL, REFUSED },
  { "ftp://x.test", FRAME, NULL, REFUSED },
  { "unknown:x", LINK, NULL, REFUSED },
  { "averyveryverylongscheme:x", LINK, NULL, REFUSED },
  { "blob:https://x.test/1", IMAGE, NULL, REFUSED },
  { "about:blank", FRAME, NULL, REFUSED },
  { "javascript:alert(1)", LINK, NULL, REFUSED },
  { "JavaScript:alert(1)", LINK, NULL, REFUSED },
  { " javascript:alert(1)", LINK, NULL, REFUSED },
  { "\x01\x02javascript:alert(1)", LINK, NULL, REFUSED },
  { "java\tscript:alert(1)", LINK, NULL, REFUSED },
  { "java\r\nscript:alert(1)", LINK, NULL, REFUSED },
  { "java\x01script:alert(1)", LINK, NULL, REFUSED },
  { "j\na\nv\na\ns\nc\nr\ni\np\nt\n:x", LINK, NULL, REFUSED },
  { "javascript\n:alert(1)", LINK, NULL, REFUSED },
  { "vbscript:x", LINK, NULL, REFUSED },
  { "file:///etc/passwd", IMAGE, NULL, REFUSED },
  { "file:///etc/passwd", LINK, NULL, REFUSED },
  { "./a\x7f", IMAGE, NULL, REFUSED },
  { "\\\\x.test\\a", IMAGE, NULL, REFUSED },
  { "/\\x.test/a", IMAGE, NULL, REFUSED },
  { "data:image/png;base64,AA==", IMAGE, "data:image/png;base64,AA==", ACCEPTED },
  { "DATA:image/svg+xml,x", IMAGE, "DATA:image/svg+xml,x", ACCEPTED },
  { "data:image/png;base64,AA==", LINK, NULL, REFUSED },
  { "data:image/png;base64,AA==", FRAME, NULL, REFUSED },
  { "data:text/html,x", IMAGE, NULL, REFUSED },
  { "data:,x", IMAGE, NULL, REFUSED },
  { "data:video/mp4,x", MEDIA, NULL, REFUSED },
  { "data:font/woff2;base64,AA", FONT, "data:font/woff2;base64,AA", ACCEPTED },
  { "data:font/woff2;base64,AA", IMAGE, NULL, REFUSED },
  { "data:text/html,x", FONT, NULL, REFUSED },
};

static void
test_policy_address (gconstpointer data)
{
  const AddressCase *test = data;
  ForeAddressVerdict verdict;
  g_autofree char *address = fore_address_clean (test->address, test->use, &verdict);

  g_assert_cmpstr (address, ==, test->expected);
  g_assert_cmpint (verdict, ==, test->verdict);
}

static void
test_policy_active (void)
{
  static const char *const active[] = { "javascript:x",     "JAVA\tSCRIPT:x",
                                        " vbscript:x",      "File:///x",
                                        "data:text/html,x", "data:,x",
                                        "\x01javascript:x" };
  static const char *const passive[] = {
    "https://x.test", "mailto:x", "./data:x", "data:image/png,x",
    "javascript",     "java:x",   "",         "unknown:x"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (active); i++)
    g_assert_true (fore_address_is_active (active[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (passive); i++)
    g_assert_false (fore_address_is_active (passive[i]));
}

static const ForeElement *
find (const char *name)
{
  return fore_policy_find_element (name, strlen (name));
}

static const ForeElement *
find_svg (const char *name)
{
  return fore_policy_find_svg_element (name, strlen (name));
}

static void
test_policy_elements (void)
{
  /* HedgeDoc's, all of them: the table is searched by halves, so that one element in the
   * wrong place would hide others. */
  static const char allowed[] =
    "a abbr address area article aside audio b bdi bdo big blockquote br caption center "
    "cite code col colgroup dd del details div dl dt em figcaption figure font footer h1 "
    "h2 h3 h4 h5 h6 header hr i iframe img ins kbd li mark nav ol p pre rp rt ruby s "
    "small span strike strong style sub summary sup table tbody td tfoot th "
    "thead "
    "tr tt u ul video svg main q var samp wbr source picture";
  static const char refused[] =
    "script object embed applet link meta base form input button select textarea option "
    "label noscript template title html head body frame frameset plaintext xmp listing "
    "math canvas dialog slot portal marquee x-y path g foreignobject image isindex "
    "noembed noframes basefont bgsound param track fieldset legend";
  g_auto (GStrv) good = g_strsplit (allowed, " ", -1);
  g_auto (GStrv) bad = g_strsplit (refused, " ", -1);

  for (char **name = good; *name != NULL; name++) {
    g_autofree char *upper = g_ascii_strup (*name, -1);

    g_assert_cmpstr (find (*name)->name, ==, *name);
    g_assert_true (find (upper) == find (*name));
  }
  for (char **name = bad; *name != NULL; name++)
    g_assert_null (find (*name));

  g_assert_cmpstr (find ("section")->name, ==, "div");
  g_assert_null (find (""));
  g_assert_cmpstr (fore_policy_find_own_element ("INPUT", 5)->name, ==, "input");
  g_assert_null (fore_policy_find_own_element ("button", 6));
  g_assert_null (find ("averyveryveryveryveryveryverylongname"));
  g_assert_nonnull (fore_policy_find_element ("divx", 3));
}

static void
test_policy_svg_elements (void)
{
  static const char *const allowed[] = {
    "circle",         "svg",         "path",         "g",       "use",
    "tspan",          "text",        "feTurbulence", "feBlend", "filter",
    "linearGradient", "clipPath",    "textPath",     "defs",    "stop",
    "symbol",         "feDropShadow"
  };
  static const char *const refused[] = {
    "script",           "style",  "foreignObject", "animate", "set",   "animateMotion",
    "animateTransform", "a",      "image",         "feImage", "title", "desc",
    "metadata",         "iframe", "div",           "handler", "video", "view"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    g_assert_cmpstr (find_svg (allowed[i])->name, ==, allowed[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (find_svg (refused[i]));
}

typedef struct {
  const char *element;
  const char *attribute;
  ForeAttributeKind kind;
  ForeAddressUse use;
} AttributeCase;

static const AttributeCase attribute_cases[] = {
  { "div", "id", FORE_ATTRIBUTE_TEXT, LINK },
  { "div", "class", FORE_ATTRIBUTE_TEXT, LINK },
  { "div", "style", FORE_ATTRIBUTE_STYLE, LINK },
  { "div", "data-x", FORE_ATTRIBUTE_TEXT, LINK },
  { "div", "data-id", FORE_ATTRIBUTE_TEXT, LINK },
  { "div", "data-a\"b", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "data-a>b", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "title", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "align", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "onclick", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "", FORE_ATTRIBUTE_REFUSED, LINK },
  { "div", "href src", FORE_ATTRIBUTE_REFUSED, LINK },
  { "a", "href", FORE_ATTRIBUTE_ADDRESS, LINK },
  { "a", "target", FORE_ATTRIBUTE_TEXT, LINK },
  { "a", "title", FORE_ATTRIBUTE_TEXT, LINK },
  { "a", "rel", FORE_ATTRIBUTE_REFUSED, LINK },
  { "a", "name", FORE_ATTRIBUTE_REFUSED, LINK },
  { "a", "ping", FORE_ATTRIBUTE_REFUSED, LINK },
  { "a", "hre", FORE_ATTRIBUTE_REFUSED, LINK },
  { "a", "href target", FORE_ATTRIBUTE_REFUSED, LINK },
  { "area", "href", FORE_ATTRIBUTE_ADDRESS, LINK },
  { "blockquote", "cite", FORE_ATTRIBUTE_ADDRESS, LINK },
  { "img", "src", FORE_ATTRIBUTE_ADDRESS, IMAGE },
  { "img", "srcset", FORE_ATTRIBUTE_REFUSED, LINK },
  { "img", "align", FORE_ATTRIBUTE_REFUSED, LINK },
  { "img", "loading", FORE_ATTRIBUTE_TEXT, LINK },
  { "source", "src", FORE_ATTRIBUTE_ADDRESS, MEDIA },
  { "source", "srcset", FORE_ATTRIBUTE_SOURCE_SET, IMAGE },
  { "video", "src", FORE_ATTRIBUTE_ADDRESS, MEDIA },
  { "video", "poster", FORE_ATTRIBUTE_ADDRESS, IMAGE },
  { "video", "playsinline", FORE_ATTRIBUTE_TEXT, LINK },
  { "audio", "poster", FORE_ATTRIBUTE_REFUSED, LINK },
  { "iframe", "src", FORE_ATTRIBUTE_ADDRESS, FRAME },
  { "iframe", "srcdoc", FORE_ATTRIBUTE_REFUSED, LINK },
  { "iframe", "allow", FORE_ATTRIBUTE_REFUSED, LINK },
  { "iframe", "sandbox", FORE_ATTRIBUTE_REFUSED, LINK },
  { "iframe", "allowfullscreen", FORE_ATTRIBUTE_TEXT, LINK },
  { "font", "color", FORE_ATTRIBUTE_TEXT, LINK },
  { "td", "rowspan", FORE_ATTRIBUTE_TEXT, LINK },
  { "td", "bgcolor", FORE_ATTRIBUTE_REFUSED, LINK },
  { "tr", "width", FORE_ATTRIBUTE_REFUSED, LINK },
  { "table", "border", FORE_ATTRIBUTE_TEXT, LINK },
  { "tbody", "valign", FORE_ATTRIBUTE_TEXT, LINK },
  { "col", "span", FORE_ATTRIBUTE_TEXT, LINK },
  { "ol", "start", FORE_ATTRIBUTE_TEXT, LINK },
  { "ol", "type", FORE_ATTRIBUTE_REFUSED, LINK },
  { "li", "value", FORE_ATTRIBUTE_TEXT, LINK },
  { "details", "open", FORE_ATTRIBUTE_TEXT, LINK },
  { "del", "datetime", FORE_ATTRIBUTE_TEXT, LINK },
  { "bdo", "dir", FORE_ATTRIBUTE_TEXT, LINK },
  { "img", "data-src", FORE_ATTRIBUTE_ADDRESS, IMAGE },
  { "iframe", "data-src", FORE_ATTRIBUTE_ADDRESS, FRAME },
  { "video", "data-src", FORE_ATTRIBUTE_ADDRESS, MEDIA },
  { "div", "data-background-iframe", FORE_ATTRIBUTE_ADDRESS, FRAME },
  { "aside", "data-markdown", FORE_ATTRIBUTE_REFUSED, LINK },
  { "aside", "data-notes", FORE_ATTRIBUTE_REFUSED, LINK },
  { NULL, "data-background", FORE_ATTRIBUTE_BACKGROUND, IMAGE },
  { NULL, "data-background-image", FORE_ATTRIBUTE_ADDRESS_LIST, IMAGE },
  { NULL, "data-background-video", FORE_ATTRIBUTE_ADDRESS_LIST, MEDIA },
  { NULL, "data-background-iframe", FORE_ATTRIBUTE_ADDRESS, FRAME },
  { NULL, "data-transition", FORE_ATTRIBUTE_TEXT, LINK },
  { NULL, "id", FORE_ATTRIBUTE_TEXT, LINK },
  { NULL, "style", FORE_ATTRIBUTE_STYLE, LINK },
  { NULL, "title", FORE_ATTRIBUTE_REFUSED, LINK },
  { NULL, "onclick", FORE_ATTRIBUTE_REFUSED, LINK },
};

static void
test_policy_attribute (gconstpointer data)
{
  const AttributeCase *test = data;
  const ForeElement *element = test->element != NULL ? find (test->element) : NULL;
  ForeAddressUse use;

  g_assert_cmpint (fore_policy_judge_attribute (element, test->attribute, &use), ==,
                   test->kind);
  if (test->kind != FORE_ATTRIBUTE_REFUSED)
    g_assert_cmpint (use, ==, test->use);
}

static void
test_policy_svg_attributes (void)
{
  const ForeElement *path = find_svg ("path");
  ForeAddressUse use;

  g_assert_cmpint (fore_policy_judge_attribute (path, "d", &use), ==,
                   FORE_ATTRIBUTE_TEXT);
  g_assert_cmpint (fore_policy_judge_attribute (path, "viewBox", &use), ==,
                   FORE_ATTRIBUTE_TEXT);
  g_assert_cmpint (fore_policy_judge_attribute (path, "fill", &use), ==,
                   FORE_ATTRIBUTE_LOCAL);
  g_assert_cmpint (fore_policy_judge_attribute (path, "href", &use), ==,
                   FORE_ATTRIBUTE_LOCAL_ADDRESS);
  g_assert_cmpint (fore_policy_judge_attribute (path, "style", &use), ==,
                   FORE_ATTRIBUTE_STYLE);
  g_assert_cmpint (fore_policy_judge_attribute (path, "onload", &use), ==,
                   FORE_ATTRIBUTE_REFUSED);
  g_assert_cmpint (fore_policy_judge_attribute (path, "src", &use), ==,
                   FORE_ATTRIBUTE_REFUSED);
  g_assert_cmpint (fore_policy_judge_attribute (path, "xmlns", &use), ==,
                   FORE_ATTRIBUTE_REFUSED);
  g_assert_cmpint (fore_policy_judge_attribute (path, "target", &use), ==,
                   FORE_ATTRIBUTE_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (address_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/policy/address/%zu", i);

    g_test_add_data_func (path, &address_cases[i], test_policy_address);
  }
  g_test_add_func ("/policy/active", test_policy_active);
  g_test_add_func ("/policy/elements", test_policy_elements);
  g_test_add_func ("/policy/svg-elements", test_policy_svg_elements);
  for (gsize i = 0; i < G_N_ELEMENTS (attribute_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/policy/attribute/%zu", i);

    g_test_add_data_func (path, &attribute_cases[i], test_policy_attribute);
  }
  g_test_add_func ("/policy/svg-attributes", test_policy_svg_attributes);

  return g_test_run ();
}
