/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Texts that are made to be slow: whether they are read at all, and how much becomes of
 * them. `scripts/bench shapes` shows how long that takes. */

#include "fore-cost.h"
#include "fore-deck.h"
#include "shapes.h"

#include <string.h>

#define SHAPE_SIZE (30 * 1000)

/* What a byte of text may become: elements, with their classes. */
#define OUTPUT_PER_BYTE 200

static void
test_shape (gconstpointer data)
{
  gsize length;
  char *text = shape_make (data, SHAPE_SIZE, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++)
    fore_slide_append_section (fore_deck_get_slide (deck, i), TRUE, NULL, NULL, html);
  g_test_message ("%.1f times as long", (double) html->len / (double) length);
  g_assert_cmpuint (html->len, <, OUTPUT_PER_BYTE * length);
}

static const char *const bearable[] = {
  "- ![badge](https://a.example/b.svg) [link](https://a.example) **bold** and `code`\n",
  "| ![badge](a.svg) | [link](https://a.example) | **bold** | `a\\|b` |\n",
  "Text with *emphasis*, __strong__ snake_case_words, C++ and *.c <b>files</b>.\n",
  "> - a quoted list with a [link](a)\n",
  "            for (i = 0; i < n_items; i++) /* comment */ *p++ = a[i] | ~b[i];\n",
  "![](data:image/png;base64,iVBORw0KGgo+AAAANSUhEUgAA++AAUAAAFCAYAAA/CNbybl=)\n",
  "1. a [^1] $x_1 + x_2$ <!-- .element: class=\"fragment\" -->\n",
};

static const char *const unbearable[] = {
  "[a](b) *c ", "![[]()", "*a **b ==c ++d", "<?a ", "<!A ", "<![CDATA[", "a||",
};

static char *
repeat (const char *text, gsize size)
{
  GString *all = g_string_new (NULL);

  while (all->len < size)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* Lines of a slide that is larger than any that people make, without a blank one. */
static void
test_bearable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bearable); i++) {
    g_autofree char *text = repeat (bearable[i], 20 * 1000);

    g_test_message ("%s", bearable[i]);
    g_assert_true (fore_cost_is_bearable (text, strlen (text)));
  }
}

static void
test_unbearable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unbearable); i++) {
    g_autofree char *text = repeat (unbearable[i], 100 * 1000);

    g_test_message ("%s", unbearable[i]);
    g_assert_false (fore_cost_is_bearable (text, strlen (text)));
    g_assert_true (fore_cost_is_bearable (text, 1000));
  }
}

static void
test_depth (void)
{
  g_autofree char *lists = repeat ("- ", 5000);
  g_autofree char *lines = repeat ("\n", 5000);
  g_autofree char *once = g_strconcat (lists, "a\n\n", NULL);
  g_autofree char *often = g_strconcat (lists, "a", lines, NULL);

  g_assert_true (fore_cost_is_bearable (lines, strlen (lines)));
  g_assert_false (fore_cost_is_bearable (often, strlen (often)));
  g_assert_false (fore_cost_is_bearable (once, strlen (once)));
}

/* A picture that is part of the text is one line of half a megabyte. */
static void
test_picture (void)
{
  g_autofree char *data = repeat ("iVBOR+0K/goA=", 500 * 1000);
  g_autofree char *text = g_strconcat ("![](data:image/png;base64,", data, ")", NULL);

  g_assert_true (fore_cost_is_bearable (text, strlen (text)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cost/bearable", test_bearable);
  g_test_add_func ("/cost/unbearable", test_unbearable);
  g_test_add_func ("/cost/depth", test_depth);
  g_test_add_func ("/cost/picture", test_picture);
  for (const Shape *shape = shapes; shape->name != NULL; shape++) {
    g_autofree char *path = g_strconcat ("/cost/shape/", shape->name, NULL);

    g_strdelimit (path + strlen ("/cost/shape/"), "/", '-');
    g_test_add_data_func (path, shape, test_shape);
  }

  return g_test_run ();
}
