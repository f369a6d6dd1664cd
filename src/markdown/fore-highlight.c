/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Which languages there are stands in a list that is made with the bundle, so that a name
 * that nobody knows costs no script. Each language is a file of its own and runs when it
 * is asked for, behind those that can stand in it. */

#include "fore-highlight.h"

#include "fore-script.h"
#include "fore-web-bundle.h"

#include <string.h>

/* Name → NULL-terminated files to run; the last is that of the language itself. */
static GHashTable *
read_languages (void)
{
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = fore_web_bundle_lookup ("script/languages.txt");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, languages);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; **line != '\0'; line++) {
    char **words = g_strsplit (*line, " ", -1);

    g_hash_table_insert (languages, words[0], words + 1);
  }

  return languages;
}

static char **
find_names (const char *language, gsize length)
{
  static GHashTable *languages;
  g_autofree char *name = g_ascii_strdown (language, (gssize) length);

  if (g_once_init_enter (&languages))
    g_once_init_leave (&languages, read_languages ());

  return g_hash_table_lookup (languages, name);
}

gboolean
fore_highlight_knows (const char *language, gsize length)
{
  return find_names (language, length) != NULL;
}

/* It stands last, behind what can stand in it. */
const char *
fore_highlight_get_name (const char *language, gsize length)
{
  char **names = find_names (language, length);

  if (names == NULL || *names == NULL)
    return NULL;
  while (names[1] != NULL)
    names++;

  return *names;
}

/* --- checking what came out
 * ---------------------------------------------------------------- */

#define START "<span class=\""
#define END "</span>"

/* The length of the tag at @at, or 0 if it is none of ours. */
static gsize
measure_tag (const char *at, gint *depth)
{
  gsize length;

  if (g_str_has_prefix (at, END)) {
    (*depth)--;
    return *depth >= 0 ? strlen (END) : 0;
  }
  if (!g_str_has_prefix (at, START))
    return 0;

  (*depth)++;
  length = strlen (START);
  while (g_ascii_isalnum (at[length]) || strchr (" -_", at[length]) != NULL) {
    if (at[length] == '\0')
      return 0;
    length++;
  }

  return g_str_has_prefix (at + length, "\">") ? length + 2 : 0;
}

/* The character that is written at @at, and the length of how it is written. */
static char
read_character (const char *at, gsize *length)
{
  static const struct {
    const char *written;
    char character;
  } references[] = {
    { "&amp;", '&' },  { "&lt;", '<' },    { "&gt;", '>' },
    { "&quot;", '"' }, { "&#x27;", '\'' },
  };

  for (guint i = 0; *at == '&' && i < G_N_ELEMENTS (references); i++) {
    if (g_str_has_prefix (at, references[i].written)) {
      *length = strlen (references[i].written);
      return references[i].character;
    }
  }
  *length = 1;

  return *at == '&' ? '\0' : *at;
}

/* Whether the HTML is the source with spans around parts of it. */
static gboolean
is_source (const char *html, const char *source, gsize source_length)
{
  const char *end = source + source_length;
  gint depth = 0;

  while (*html != '\0') {
    gsize length;

    if (*html == '<') {
      length = measure_tag (html, &depth);
      if (length == 0)
        return FALSE;
    } else if (source == end || read_character (html, &length) != *source++) {
      return FALSE;
    }
    html += length;
  }

  return source == end && depth == 0;
}

GRefString *
fore_highlight (const char *language,
                gsize language_length,
                const char *source,
                gsize length)
{
  char **names;
  const char *name = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GRefString *html;

  if (language_length == 0 || length == 0 || length > FORE_HIGHLIGHT_MAX)
    return NULL;
  names = find_names (language, language_length);
  if (names == NULL)
    return NULL;

  files = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (files, g_strdup ("script/highlight.js"));
  g_ptr_array_add (files, g_strdup ("script/code.js"));
  for (; *names != NULL; names++) {
    name = *names;
    g_ptr_array_add (files, g_strconcat ("script/languages/", name, ".js", NULL));
  }
  g_ptr_array_add (files, NULL);
  if (strcmp (name, "plaintext") == 0)
    return NULL;

  html = fore_script_call (FORE_SCRIPT_CODE, (const char *const *) files->pdata,
                           "highlight", name, source, length);
  if (html != NULL && !is_source (html, source, length))
    g_clear_pointer (&html, g_ref_string_release);

  return html;
}
