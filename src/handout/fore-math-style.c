/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Which font a piece of a formula is in says its class. There are some hundred different
 * ones in megabytes of formulas, so they are collected once. The packer puts each rule
 * that brings a font on a line of its own. */

#include "fore-math-style.h"

#include "fore-font-choice.h"
#include "fore-web-bundle.h"

#include <string.h>

#define FACE "@font-face"

static const struct {
  const char *font;
  const char *classes[6];
} fonts[] = {
  { "Main-Regular", { "katex" } },
  { "Main-Bold", { "mathbf", "textbf" } },
  { "Main-BoldItalic", { "textbf textit", "textit textbf" } },
  { "Main-Italic", { "mathit", "textit" } },
  { "Math-Italic", { "mathnormal" } },
  { "Math-BoldItalic", { "boldsymbol" } },
  { "AMS-Regular", { "amsrm", "mathbb", "textbb" } },
  { "Caligraphic-Regular", { "mathcal" } },
  { "Caligraphic-Bold", { "mathcal textbf", "mathcal mathbf" } },
  { "Fraktur-Regular", { "mathfrak", "textfrak" } },
  { "Fraktur-Bold", { "boldfrak" } },
  { "SansSerif-Regular", { "mathsf", "textsf" } },
  { "SansSerif-Bold", { "boldsf", "textsf textbf" } },
  { "SansSerif-Italic", { "mathsfit", "mathitsf", "textitsf", "textsf textit" } },
  { "Script-Regular", { "mathscr", "textscr" } },
  { "Size1-Regular", { "delimsizing size1", "delim-size1", "small-op" } },
  { "Size2-Regular", { "delimsizing size2", "large-op" } },
  { "Size3-Regular", { "delimsizing size3" } },
  { "Size4-Regular", { "delimsizing size4", "delim-size4" } },
  { "Typewriter-Regular", { "mathtt", "texttt" } },
};

#define CLASS "class=\""

/* All that is said of classes, each once. */
static char *
collect_classes (const char *html)
{
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  GString *classes = g_string_new (NULL);

  for (const char *at = html; (at = strstr (at, CLASS)) != NULL; at += value->len) {
    at += strlen (CLASS);
    g_string_truncate (value, 0);
    g_string_append_len (value, at, (gssize) strcspn (at, "\""));
    if (!g_hash_table_contains (seen, value->str)) {
      g_hash_table_add (seen, g_strdup (value->str));
      g_string_append (classes, value->str);
      g_string_append_c (classes, '\n');
    }
  }

  return g_string_free (classes, FALSE);
}

static gboolean
is_used (const char *rule, const char *used)
{
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++) {
    g_autofree char *file = g_strdup_printf ("KaTeX_%s.", fonts[i].font);

    if (strstr (rule, file) == NULL)
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (fonts[i].classes); k++) {
      if (fonts[i].classes[k] != NULL && strstr (used, fonts[i].classes[k]) != NULL)
        return TRUE;
    }
  }

  return FALSE;
}

void
fore_math_style_append (const char *html, GString *css)
{
  g_autoptr (GBytes) bundle = NULL;
  g_autofree char *text = NULL;
  g_autofree char *classes = NULL;
  g_auto (GStrv) lines = NULL;

  if (strstr (html, "<span class=\"katex") == NULL)
    return;

  bundle = fore_web_bundle_lookup ("katex.css");
  g_return_if_fail (bundle != NULL);
  classes = collect_classes (html);
  text = g_strndup (g_bytes_get_data (bundle, NULL), g_bytes_get_size (bundle));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    if (!g_str_has_prefix (*line, FACE)) {
      g_string_append (css, *line);
      g_string_append_c (css, '\n');
    } else if (is_used (*line, classes)) {
      fore_font_append_rule (*line, css);
    }
  }
}
