/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Tasks, remarks of discussions, and cards of pages elsewhere. */

#include "fore-markup.h"
#include "markup-cases.h"

#include <string.h>

static const MarkupCase task_cases[] = {
  { "open and done", "- [ ] a\n- [x] b **c**\n- [X] d",
    "<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "disabled=\"\"><label></label>a</li>\n<li class=\"task-list-item\"><input "
    "type=\"checkbox\" class=\"task-list-item-checkbox\" checked=\"\" disabled=\"\">"
    "<label></label>b <strong>c</strong></li>\n"
    "<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "checked=\"\" disabled=\"\"><label></label>d</li>\n"
    "</ul>\n" },
  { "without a blank", "- [ ]a\n- [x]b",
    "<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "disabled=\"\"><label></label>a</li>\n<li class=\"task-list-item\"><input "
    "type=\"checkbox\" class=\"task-list-item-checkbox\" checked=\"\" disabled=\"\">"
    "<label></label>b</li>\n</ul>\n" },
  { "no task", "- [] a\n- [y] b\n- a [ ] c\n- *[ ]* d",
    "<ul>\n<li>[] a</li>\n<li>[y] b</li>\n<li>a [ ] c</li>\n"
    "<li><em>[ ]</em> d</li>\n</ul>\n" },
  { "ordered and loose", "1. [ ] a\n\n2. [x] b",
    "<ol>\n<li class=\"task-list-item\">\n<p><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "disabled=\"\"><label></label>a</p>\n</li>\n"
    "<li class=\"task-list-item\">\n<p><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "checked=\"\" disabled=\"\"><label></label>b</p>\n"
    "</li>\n</ol>\n" },
  { "nested", "- [ ] a\n  - [x] b",
    "<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "disabled=\"\"><label></label>a\n<ul>\n<li class=\"task-list-item\"><input "
    "type=\"checkbox\" class=\"task-list-item-checkbox\" checked=\"\" disabled=\"\">"
    "<label></label>b</li>\n</ul>\n</li>\n</ul>\n" },
  { "outside of lists", "[ ] a\n\n> [x] b",
    "<p>[ ] a</p>\n<blockquote>\n<p>[x] b</p>\n"
    "</blockquote>\n" },
  { "reference", "- [x] a\n\n[x]: ./b",
    "<ul>\n<li><a href=\"./b\">x</a> a</li>\n</ul>\n" },
  { "class of its own",
    "- [ ] a <!-- .element: class=\"fragment\" -->\n"
    "- [x] b",
    "<ul>\n<li class=\"fragment\">[ ] a <!-- --></li>\n"
    "<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "checked=\"\" disabled=\"\"><label></label>b</li>\n"
    "</ul>\n" },
  { "class of an element in it", "- [ ] **a** <!-- .element: class=\"fragment\" -->",
    "<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "disabled=\"\"><label></label><strong class=\"fragment\">a</strong> <!-- "
    "--></li>\n</ul>\n" },
  { "class of a loose paragraph",
    "- [ ] a <!-- .element: class=\"fragment\" -->\n"
    "\n- b",
    "<ul>\n<li class=\"task-list-item\">\n<p class=\"fragment\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" disabled=\"\"><label></label>a <!-- "
    "--></p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n" },
  { "other attributes", "- [ ] a <!-- .element: id=\"b\" -->",
    "<ul>\n<li class=\"task-list-item\" id=\"b\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" disabled=\"\"><label></label>a <!-- "
    "--></li>\n</ul>\n" },
  { "box of an author", "<input type=\"checkbox\"> <label>a</label>",
    "<p>&lt;input type=\"checkbox\"&gt; &lt;label&gt;a&lt;/label&gt;</p>\n" },
  { "with HTML beside it", "- [x] <b>a</b>",
    "<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" "
    "class=\"task-list-item-checkbox\" "
    "checked=\"\" disabled=\"\"><label></label><b>a</b></li>\n"
    "</ul>\n" },
};

static const MarkupCase remark_cases[] = {
  { "in a quote", "> a\n> [name=B C] [time=Sun, Jun 28, 2015 10:00 PM] [color=#907bf7]",
    "<blockquote style=\"border-left-color: rgb(144, 123, 247);\">\n"
    "<p>a<br>\n<small><i class=\"fa fa-user\"></i> B C <i class=\"fa fa-clock-o\">"
    "</i> Sun, Jun 28, 2015 10:00 PM</small> <span class=\"color\" "
    "data-color=\"#907bf7\">"
    "</span></p>\n</blockquote>\n" },
  { "alone", "> [name=a]\n\n> [time=b]",
    "<blockquote>\n<p><small><i class=\"fa fa-user\"></i> a</small></p>\n"
    "</blockquote>\n<blockquote>\n<p><small><i class=\"fa fa-clock-o\"></i>"
    " b</small></p>\n</blockquote>\n" },
  { "not together", "> [name=a] b [time=c]\n\n> [time=c] [name=a]",
    "<blockquote>\n<p><small><i class=\"fa fa-user\"></i> a</small> b <small>"
    "<i class=\"fa fa-clock-o\"></i> c</small></p>\n"
    "</blockquote>\n<blockquote>\n<p><small><i class=\"fa fa-clock-o\"></i>"
    " c</small> <small><i class=\"fa fa-user\"></i> a</small></p>\n"
    "</blockquote>\n" },
  { "colours",
    "> [color=red] [color=#0f8]\n\n- [color=rgb(1, 2, 3)]\n"
    "\n1. [color=red]",
    "<blockquote style=\"border-left-color: rgb(0, 255, 136);\">\n"
    "<p><span class=\"color\" data-color=\"red\"></span> <span class=\"color\" "
    "data-color=\"#0f8\"></span></p>\n</blockquote>\n"
    "<ul>\n<li><span class=\"color fa fa-tag\" data-color=\"rgb(1, 2, 3)\" "
    "style=\"color: rgb(1, 2, 3);\"></span></li>\n"
    "</ul>\n<ol>\n<li><span class=\"color\" data-color=\"red\"></span></li>"
    "\n</ol>\n" },
  { "nested quotes", "> a\n> > [color=red]",
    "<blockquote>\n<p>a</p>\n<blockquote style=\"border-left-color: red;\">"
    "\n<p><span class=\"color\" data-color=\"red\"></span></p>\n"
    "</blockquote>\n</blockquote>\n" },
  { "in a list in a quote", "> - [color=red]",
    "<blockquote style=\"border-left-color: red;\">\n"
    "<ul>\n<li><span class=\"color fa fa-tag\" data-color=\"red\" style=\"color: "
    "red;\"></span></li>\n</ul>\n</blockquote>\n" },
  { "not elsewhere", "[name=a] [color=red]\n\n# [time=b]",
    "<p>[name=a] [color=red]</p>\n<h1>[time=b]</h1>\n" },
  { "not in emphasis and code", "> *[name=a]* `[name=b]`",
    "<blockquote>\n<p><em>[name=a]</em> <code>[name=b]</code></p>\n"
    "</blockquote>\n" },
  { "what they may not hold", "> [time=a<b>] [color=a;b:c] [name=a\n> b]",
    "<blockquote>\n<p>[time=a<b>] [color=a;b:c] [name=a<br>\n"
    "b]</b></p><b>\n</b></blockquote><b>\n</b>" },
  { "escaped", "> [name=<b>\"&] ",
    "<blockquote>\n<p>[name=<b>\"&amp;]</b></p><b>\n"
    "</b></blockquote><b>\n</b>" },
};

static const MarkupCase embed_cases[] = {
  { "youtube", "{%youtube aqz-KE-bpKQ %}",
    "<p></p>\n<div class=\"youtube\" data-videoid=\"aqz-KE-bpKQ\"><a "
    "href=\"https://www.youtube.com/watch?v=aqz-KE-bpKQ\" "
    "title=\"https://www.youtube.com/watch?v=aqz-KE-bpKQ\">YouTube</a></div>"
    "\n<p></p>\n" },
  { "vimeo", "{%vimeo 124148255 %}",
    "<p></p>\n<div class=\"vimeo\" data-videoid=\"124148255\"><a "
    "href=\"https://vimeo.com/124148255\" "
    "title=\"https://vimeo.com/124148255\">Vimeo</a></div>\n"
    "<p></p>\n" },
  { "gist", "{%gist schacon/4277 %}",
    "<p></p>\n<div class=\"gist\" data-gistid=\"schacon/4277\"><a "
    "href=\"https://gist.github.com/schacon/4277\" "
    "title=\"https://gist.github.com/schacon/4277\">GitHub Gist</a></div>\n"
    "<p></p>\n" },
  { "slideshare", "{%slideshare a/b-c %}",
    "<p></p>\n<div class=\"slideshare\" data-slideshareid=\"a/b-c\"><a "
    "href=\"https://slideshare.com/a/b-c\" "
    "title=\"https://slideshare.com/a/b-c\">Slideshare</a></div>\n"
    "<p></p>\n" },
  { "speakerdeck", "{%speakerdeck a/b %}",
    "<p></p>\n<div class=\"speakerdeck\" data-speakerdeckid=\"a/b\"><a "
    "href=\"https://speakerdeck.com/a/b\" "
    "title=\"https://speakerdeck.com/a/b\">Speakerdeck</a></div>\n"
    "<p></p>\n" },
  { "pdf", "{%pdf https://x.test/a.pdf?b&c %}",
    "<p></p>\n<div class=\"pdf\" data-pdfurl=\"https://x.test/a.pdf?b&amp;c\">"
    "<a href=\"https://x.test/a.pdf?b&amp;c\" title=\"https://x.test/a.pdf?b&amp;c\">"
    "PDF</a></div>\n<p></p>\n" },
  { "blanks",
    "{%youtube   aqz-KE-b_KQ%} {%youtubeaqz-KE-b_KQ\n"
    "%}",
    "<p></p>\n<div class=\"youtube\" data-videoid=\"aqz-KE-b_KQ\"><a "
    "href=\"https://www.youtube.com/watch?v=aqz-KE-b_KQ\" "
    "title=\"https://www.youtube.com/watch?v=aqz-KE-b_KQ\">YouTube</a></div>"
    " <div class=\"youtube\" data-videoid=\"aqz-KE-b_KQ\"><a "
    "href=\"https://www.youtube.com/watch?v=aqz-KE-b_KQ\" "
    "title=\"https://www.youtube.com/watch?v=aqz-KE-b_KQ\">YouTube</a></div>"
    "\n<p></p>\n" },
  { "unknown", "{%hackmd a %} {% youtube aqz-KE-bpKQ %}",
    "<p>{%hackmd a %} {% youtube aqz-KE-bpKQ %}</p>\n" },
  { "not what it takes",
    "{%youtube short %} {%vimeo a %} {%gist a %} {%pdf ./a.pdf %} {%pdf javascript:a "
    "%} {%slideshare ../a %}",
    "<p>{%youtube short %} {%vimeo a %} {%gist a %} {%pdf ./a.pdf %} {%pdf "
    "javascript:a %} {%slideshare …/a %}</p>\n" },
  { "not closed", "{%youtube aqz-KE-bpKQ", "<p>{%youtube aqz-KE-bpKQ</p>\n" },
  { "in a sentence, a list and a cell",
    "a {%vimeo 1 %} b\n\n- {%vimeo 2 %}\n\n|{%vimeo 3 %}|\n"
    "|-|",
    "<p>a </p>\n<div class=\"vimeo\" data-videoid=\"1\"><a href=\"https://vimeo.com/1\" "
    "title=\"https://vimeo.com/1\">Vimeo</a></div> b\n"
    "<p></p>\n<ul>\n<li><div class=\"vimeo\" data-videoid=\"2\"><a "
    "href=\"https://vimeo.com/2\" "
    "title=\"https://vimeo.com/2\">Vimeo</a></div></li>\n"
    "</ul>\n<table>\n<thead>\n<tr>\n<th><div class=\"vimeo\" data-videoid=\"3\">"
    "<a href=\"https://vimeo.com/3\" title=\"https://vimeo.com/3\">Vimeo</a>"
    "</div></th>\n</tr>\n</thead>\n</table>\n" },
  { "not in code", "`{%vimeo 1 %}`", "<p><code>{%vimeo 1 %}</code></p>\n" },
  { "quotes in an address", "{%pdf https://a.test/\"><b> %}",
    "<p></p>\n<div class=\"pdf\" data-pdfurl=\"https://a.test/&quot;&gt;&lt;b&gt;\">"
    "<a href=\"https://a.test/&quot;&gt;&lt;b&gt;\" "
    "title=\"https://a.test/&quot;&gt;&lt;b&gt;\">"
    "PDF</a></div>\n<p></p>\n" },
};

static char *
refuse_cb (const char *address, ForeAddressUse use, gpointer user_data)
{
  GString *asked = user_data;

  g_string_append_printf (asked, "%d %s\n", use, address);

  return NULL;
}

/* A card loads nothing. */
static void
test_items_addresses (void)
{
  const char *text = "{%youtube aqz-KE-bpKQ %}{%pdf https://x.test/a.pdf %}";
  g_autoptr (ForeMarkup) markup =
    fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_NONE);
  g_autoptr (GString) asked = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf (
    "%d https://www.youtube.com/watch?v=aqz-KE-bpKQ\n%d https://x.test/a.pdf\n",
    FORE_ADDRESS_LINK, FORE_ADDRESS_LINK);

  fore_markup_foreach_address (markup, refuse_cb, asked);
  g_assert_cmpstr (asked->str, ==, expected);
}

static void
test_items_many (void)
{
  static const char *const units[] = { "- [ ] a\n",          "> [color=red]\n",
                                       "> [name=",           "[name=a] ",
                                       "{%youtube ",         "{%",
                                       "{%vimeo 1 %}",       "- [x] <!-- .element",
                                       "> > [color=red]\n\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    markup_cases_repeat ("> a ", units[i], NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  markup_cases_add ("/items/tasks", task_cases, G_N_ELEMENTS (task_cases));
  markup_cases_add ("/items/remarks", remark_cases, G_N_ELEMENTS (remark_cases));
  markup_cases_add ("/items/embeds", embed_cases, G_N_ELEMENTS (embed_cases));
  g_test_add_func ("/items/addresses", test_items_addresses);
  g_test_add_func ("/items/many", test_items_many);

  return g_test_run ();
}
