/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Any bytes as the Markdown of a slide. What comes out is read as a browser does: nothing
 * in it may run, whatever went in. */

#include "fore-markup.h"
#include "fuzz-target.h"

#include <gumbo.h>
#include <string.h>

/* As a browser reads an address. */
static gboolean
has_scheme (const char *address, const char *scheme)
{
  while (*address != '\0' && (guchar) *address <= ' ')
    address++;
  for (; *scheme != '\0'; address++) {
    if (*address != '\0' && strchr ("\t\r\n", *address) != NULL)
      continue;
    if (g_ascii_tolower (*address) != *scheme++)
      return FALSE;
  }

  return TRUE;
}

static void
check_attribute (const GumboAttribute *attribute)
{
  g_assert_false (g_ascii_strncasecmp (attribute->name, "on", 2) == 0);
  g_assert_false (g_ascii_strcasecmp (attribute->name, "srcdoc") == 0);
  if (strcmp (attribute->name, "href") != 0 && strcmp (attribute->name, "src") != 0)
    return;
  g_assert_false (has_scheme (attribute->value, "javascript:"));
  g_assert_false (has_scheme (attribute->value, "vbscript:"));
}

static void
check_element (const GumboElement *element)
{
  static const GumboTag dead[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_BASE,
    GUMBO_TAG_META,   GUMBO_TAG_LINK,   GUMBO_TAG_FORM,  GUMBO_TAG_TEMPLATE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dead); i++)
    g_assert_cmpint (element->tag, !=, dead[i]);
  for (guint i = 0; i < element->attributes.length; i++)
    check_attribute (element->attributes.data[i]);
}

static void
check (const char *html)
{
  GumboOutput *output = gumbo_parse (html);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, output->root);
  while (nodes->len > 0) {
    GumboNode *node = g_ptr_array_steal_index_fast (nodes, nodes->len - 1);

    if (node->type != GUMBO_NODE_ELEMENT)
      continue;
    check_element (&node->v.element);
    for (guint i = 0; i < node->v.element.children.length; i++)
      g_ptr_array_add (nodes, node->v.element.children.data[i]);
  }
  gumbo_destroy_output (&kGumboDefaultOptions, output);
}

void
fuzz_markup (const FuzzTarget *self, const guint8 *data, gsize size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GString) text = g_string_new (self->before);
  g_autoptr (ForeMarkup) markup = NULL;

  g_string_append (text, valid);
  g_string_append (text, self->after);
  g_string_replace (text, "\r", "\n", 0);
  markup =
    fore_markup_render (text->str, text->len, "[a]: ./b\n", FORE_MARKUP_HARD_BREAKS);
  check (fore_markup_get_html (markup));
}
