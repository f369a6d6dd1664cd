/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* KaTeX is asked to trust nothing, and escapes what it writes. So that this need not be
 * believed, its result is read once: only tags and attributes that it is known to write
 * may be in it, with values of harmless characters. */

#include "fore-formula.h"

#include "fore-script.h"

#include <string.h>

#define HTML_MAX (1024 * 1024)
#define DEPTH_MAX 400

static const char *const elements[] = {
  "annotation", "line",   "math",  "menclose", "mfrac",    "mi",         "mlabeledtr",
  "mn",         "mo",     "mover", "mpadded",  "mphantom", "mroot",      "mrow",
  "ms",         "mspace", "msqrt", "mstyle",   "msub",     "msubsup",    "msup",
  "mtable",     "mtd",    "mtext", "mtr",      "munder",   "munderover", "path",
  "semantics",  "span",   "svg",
};

static const char *const attributes[] = {
  "accent",
  "accentunder",
  "aria-hidden",
  "class",
  "columnalign",
  "columnlines",
  "columnspacing",
  "d",
  "depth",
  "display",
  "displaystyle",
  "encoding",
  "fence",
  "height",
  "linebreak",
  "linethickness",
  "lspace",
  "mathbackground",
  "mathcolor",
  "mathsize",
  "mathvariant",
  "maxsize",
  "minsize",
  "notation",
  "preserveAspectRatio",
  "rowlines",
  "rowspacing",
  "rspace",
  "scriptlevel",
  "separator",
  "side",
  "stretchy",
  "stroke-width",
  "style",
  "symmetric",
  "viewBox",
  "voffset",
  "width",
  "x1",
  "x2",
  "xmlns",
  "y1",
  "y2",
};

static const char *
find_name (const char *const *names, gsize n_names, const char *text, gsize length)
{
  for (gsize i = 0; i < n_names; i++) {
    if (names[i][0] == text[0] && strncmp (names[i], text, length) == 0 &&
        names[i][length] == '\0')
      return names[i];
  }

  return NULL;
}

static gsize
measure_name (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || text[length] == '-')
    length++;

  return length;
}

static gboolean
is_clean_value (const char *name, const char *value, gsize length)
{
  if (strcmp (name, "xmlns") == 0)
    return g_str_has_prefix (value, "http://www.w3.org/");
  if (memmem (value, length, "url", 3) != NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalnum (value[i]) && strchr (" .,:;#%()+-_/\n", value[i]) == NULL)
      return FALSE;
  }

  return TRUE;
}

/* Moves @at behind the attributes of a tag. */
static gboolean
read_attributes (const char **at)
{
  while (**at == ' ') {
    const char *start = *at + 1;
    gsize length = measure_name (start);
    const char *name = find_name (attributes, G_N_ELEMENTS (attributes), start, length);
    const char *value = start + length;
    const char *end;

    /* KaTeX puts a blank there in tables of equations. */
    value += strspn (value, " ");
    if (name == NULL || value[0] != '=' || (value[1] != '"' && value[1] != '\''))
      return FALSE;
    value += 2;
    end = strchr (value, value[-1]);
    if (end == NULL || !is_clean_value (name, value, end - value))
      return FALSE;
    *at = end + 1;
  }

  return TRUE;
}

/* Moves @at behind the tag that it points at. */
static gboolean
read_tag (const char **at, GPtrArray *open)
{
  gboolean is_end = (*at)[1] == '/';
  const char *start = *at + (is_end ? 2 : 1);
  gsize length = measure_name (start);
  const char *name = find_name (elements, G_N_ELEMENTS (elements), start, length);

  if (name == NULL)
    return FALSE;
  *at = start + length;

  if (is_end) {
    if (open->len == 0 || g_ptr_array_steal_index (open, open->len - 1) != name)
      return FALSE;
  } else {
    if (!read_attributes (at))
      return FALSE;
    if (**at == '/')
      (*at)++;
    else
      g_ptr_array_add (open, (gpointer) name);
  }

  return *(*at)++ == '>' && open->len <= DEPTH_MAX;
}

gboolean
fore_formula_is_clean (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const char *at = html;

  while ((at = strchr (at, '<')) != NULL) {
    if (!read_tag (&at, open))
      return FALSE;
  }

  return open->len == 0;
}

GRefString *
fore_formula_typeset (const char *source, gboolean is_display, char **error)
{
  static const char *const files[] = { "script/katex.js", "script/math.js", NULL };
  gsize length = strlen (source);
  GRefString *result = NULL;
  GRefString *html = NULL;

  *error = NULL;
  if (length <= FORE_FORMULA_MAX)
    result = fore_script_call (FORE_SCRIPT_MATH, files, "typeset",
                               is_display ? "true" : "false", source, length);
  if (result == NULL)
    return NULL;

  if (result[0] != '=')
    *error = g_strdup (result + 1);
  else if (g_ref_string_length (result) <= HTML_MAX && fore_formula_is_clean (result + 1))
    html = g_ref_string_new_len (result + 1, (gssize) g_ref_string_length (result) - 1);
  g_ref_string_release (result);

  return html;
}
