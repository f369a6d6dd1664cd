/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "markup-cases.h"

#include "fore-markup.h"

#include <string.h>

#define N_BYTES (32 * 1024)

static ForeMarkup *
render (const char *text)
{
  return fore_markup_render (text, strlen (text), NULL, FORE_MARKUP_HARD_BREAKS);
}

static void
test_case (gconstpointer data)
{
  const MarkupCase *test = data;
  g_autoptr (ForeMarkup) markup = render (test->text);

  g_assert_cmpstr (fore_markup_get_html (markup), ==, test->html);
}

void
markup_cases_add (const char *path, const MarkupCase *cases, gsize n_cases)
{
  g_test_set_nonfatal_assertions ();
  for (gsize i = 0; i < n_cases; i++) {
    g_autofree char *name = g_strdup_printf ("%s/%s", path, cases[i].name);

    g_test_add_data_func (name, &cases[i], test_case);
  }
}

void
markup_cases_repeat (const char *start, const char *unit, const char *end)
{
  g_autoptr (GString) text = g_string_new (start);
  g_autoptr (ForeMarkup) markup = NULL;

  while (text->len < N_BYTES)
    g_string_append (text, unit);
  g_string_append (text, end != NULL ? end : "");
  markup = render (text->str);

  g_test_message ("%s", unit);
  g_assert_cmpuint (strlen (fore_markup_get_html (markup)), <, 40 * text->len);
}
