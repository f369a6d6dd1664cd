/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The rules in fonts.css are written by our own packer, one a line, so that reading them
 * takes no parser of CSS. Choosing errs on the side of too many fonts. */

#include "fore-font-choice.h"

#include "fore-web-bundle.h"

#include <string.h>

#define N_CHARACTERS 0x110000

typedef struct {
  /* Where the deck speaks of fonts, in lower case. */
  GString *fonts;
  guint8 *characters;
  gboolean has_italics;
} Use;

/* --- what the deck uses
 * --------------------------------------------------------------------- */

/* As g_ascii_strdown (), which calls a function for each byte of some megabytes. */
static char *
dup_lower (const char *text, gsize length)
{
  char *lower = g_strndup (text, length);

  for (gsize i = 0; i < length; i++)
    lower[i] |= lower[i] >= 'A' && lower[i] <= 'Z' ? 'a' - 'A' : 0;

  return lower;
}

static void
collect_fonts (Use *self, const char *html, gsize length)
{
  g_autofree char *lower = dup_lower (html, length);
  const char *limit = lower + length;
  const char *at = lower;

  while ((at = memmem (at, (gsize) (limit - at), "font", 4)) != NULL) {
    const char *end = at;

    while (end < limit && strchr (";}<>", *end) == NULL && end - at < 400)
      end++;
    g_string_append_len (self->fonts, at, end - at);
    g_string_append_c (self->fonts, '\n');
    at = end;
  }
  self->has_italics = strstr (lower, "<em") != NULL || strstr (lower, "<i>") != NULL ||
                      strstr (lower, "italic") != NULL ||
                      strstr (lower, "<blockquote") != NULL;
}

static void
add_character (Use *self, gunichar c)
{
  self->characters[c / 8] |= (guint8) (1 << (c % 8));
}

static void
collect_characters (Use *self, const char *html, gsize length)
{
  const char *limit = html + length;
  /* Nearly all of it, so it gets a way of its own. */
  guint8 ascii[128] = { 0 };

  for (const char *at = html; at < limit;) {
    if ((guint8) *at < G_N_ELEMENTS (ascii)) {
      ascii[(guint8) *at++] = 1;
    } else {
      add_character (self, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  }
  for (guint c = 0; c < G_N_ELEMENTS (ascii); c++) {
    if (ascii[c])
      add_character (self, c);
  }
  /* The slide number and list markers. */
  for (const char *at = "0123456789./"; *at != '\0'; at++)
    add_character (self, (guint8) *at);
}

/* --- what a rule offers
 * --------------------------------------------------------------------- */

static char *
get_value (const char *rule, const char *name)
{
  const char *at = strstr (rule, name);

  if (at == NULL)
    return NULL;
  at += strlen (name);

  return g_strstrip (g_strndup (at, strcspn (at, ";}")));
}

static gboolean
offers_family (const Use *use, const char *rule)
{
  g_autofree char *value = get_value (rule, "font-family:");
  g_autofree char *family = NULL;

  if (value == NULL || strlen (value) < 3)
    return FALSE;
  value[strlen (value) - 1] = '\0';
  family = g_ascii_strdown (value + 1, -1);

  return strstr (use->fonts->str, family) != NULL;
}

/* Plain, half bold and bold come with headings and emphasis; other weights are asked for.
 */
static gboolean
offers_style (const Use *use, const char *rule)
{
  g_autofree char *weight = get_value (rule, "font-weight:");
  g_autofree char *style = get_value (rule, "font-style:");

  if (g_strcmp0 (style, "italic") == 0 && !use->has_italics)
    return FALSE;

  return weight == NULL || strcmp (weight, "400") == 0 || strcmp (weight, "600") == 0 ||
         strcmp (weight, "700") == 0 || strstr (use->fonts->str, weight) != NULL;
}

static gboolean
has_character (const Use *use, gunichar from, gunichar to)
{
  for (gunichar c = from; c <= to && c < N_CHARACTERS; c++) {
    if (use->characters[c / 8] & (1 << (c % 8)))
      return TRUE;
  }

  return FALSE;
}

static gboolean
offers_characters (const Use *use, const char *rule)
{
  g_autofree char *value = get_value (rule, "unicode-range:");
  g_auto (GStrv) ranges = NULL;

  if (value == NULL)
    return TRUE;
  ranges = g_strsplit (value, ",", -1);
  for (char **range = ranges; *range != NULL; range++) {
    const char *text = g_strstrip (*range);
    char *end;
    gunichar from = (gunichar) g_ascii_strtoull (text + 2, &end, 16);
    gunichar to = *end == '-' ? (gunichar) g_ascii_strtoull (end + 1, NULL, 16) : from;

    if (has_character (use, from, to))
      return TRUE;
  }

  return FALSE;
}

/* --- writing
 * --------------------------------------------------------------------------------- */

void
fore_font_append_rule (const char *rule, GString *css)
{
  const char *start = strstr (rule, "url(") + strlen ("url(");
  gsize n = strcspn (start, ")");
  g_autofree char *name = g_strndup (start, n);
  g_autoptr (GBytes) font = fore_web_bundle_lookup (name);
  g_autofree char *data = NULL;
  gsize length;

  g_return_if_fail (font != NULL);

  data = g_base64_encode (g_bytes_get_data (font, &length), g_bytes_get_size (font));
  g_string_append_len (css, rule, start - rule);
  g_string_append (css, "data:font/woff2;base64,");
  g_string_append (css, data);
  g_string_append (css, start + n);
  g_string_append_c (css, '\n');
}

void
fore_font_choice_append (const char *html, gsize length, GString *css)
{
  g_autoptr (GBytes) bundle = fore_web_bundle_lookup ("fonts.css");
  g_autofree char *text = NULL;
  g_auto (GStrv) rules = NULL;
  Use use = { NULL };

  g_return_if_fail (bundle != NULL);

  use.fonts = g_string_new (NULL);
  use.characters = g_malloc0 (N_CHARACTERS / 8);
  collect_fonts (&use, html, length);
  if (use.fonts->len > 0) {
    collect_characters (&use, html, length);
    text = g_strndup (g_bytes_get_data (bundle, NULL), g_bytes_get_size (bundle));
    rules = g_strsplit (text, "\n", -1);
    for (char **rule = rules; *rule != NULL; rule++) {
      if (offers_family (&use, *rule) && offers_style (&use, *rule) &&
          offers_characters (&use, *rule))
        fore_font_append_rule (*rule, css);
    }
  }
  g_string_free (use.fonts, TRUE);
  g_free (use.characters);
}
