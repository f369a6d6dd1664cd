/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A style sheet is read in rules: a prelude up to a brace, and declarations up to its
 * end. Rules that only hold others (media, supports) are entered; the rest of those with
 * an at sign is passed over. Where the braces do not fit, the rest is left alone, as
 * engines read it in their own ways. */

#include "fore-css-scan.h"

#include "fore-css.h"

#include <string.h>

static void
use_clear (gpointer data)
{
  ForeCssUse *self = data;

  g_free (self->property);
  g_free (self->value);
  g_free (self->selector);
}

/* A stretch of tokens without the blanks and comments around it. */
typedef struct {
  const char *start;
  const char *end;
  guint n_tokens;
  ForeCssToken only; /* the last one that is no blank */
} Stretch;

static void
stretch_add (Stretch *self, const ForeCssToken *token)
{
  if (token->type == FORE_CSS_SPACE || token->type == FORE_CSS_COMMENT)
    return;
  if (self->start == NULL)
    self->start = token->start;
  self->end = token->start + token->length;
  self->n_tokens++;
  self->only = *token;
}

static char *
stretch_dup (const Stretch *self)
{
  return self->start != NULL ? g_strndup (self->start, (gsize) (self->end - self->start))
                             : g_strdup ("");
}

/* What is a text there, in quotes or may be. */
static gboolean
takes_text (const char *property)
{
  static const char *const names[] = { "content",
                                       "quotes",
                                       "font-family",
                                       "font",
                                       "font-feature-settings",
                                       "font-variation-settings",
                                       "grid-template-areas",
                                       "grid-template",
                                       "grid",
                                       "hyphenate-character",
                                       "list-style",
                                       "list-style-type",
                                       "string-set",
                                       "text-emphasis",
                                       "text-emphasis-style",
                                       "text-overflow",
                                       "will-change",
                                       "font-language-override",
                                       "src",
                                       "background",
                                       "background-image",
                                       NULL };

  return g_strv_contains (names, property) || g_str_has_prefix (property, "--");
}

static gboolean
is_delim (const ForeCssToken *token, char c)
{
  return token->type == FORE_CSS_DELIM && *token->start == c;
}

static void
add_declaration (GArray *uses, const Stretch *name, Stretch *value)
{
  ForeCssUse use = { .start = value->start };
  g_autofree char *text = NULL;
  char *mark;

  if (name->n_tokens != 1 || name->only.type != FORE_CSS_IDENT || value->n_tokens == 0)
    return;
  text = stretch_dup (value);
  mark = strrchr (text, '!');
  if (mark != NULL && value->n_tokens > 2) {
    *mark = '\0';
    value->n_tokens -= 2;
  }
  use.value = g_strdup (g_strchomp (text));
  use.property = stretch_dup (name);
  if (!g_str_has_prefix (use.property, "--")) {
    char *lower = g_ascii_strdown (use.property, -1);

    g_free (use.property);
    use.property = lower;
  }
  use.is_quoted = (*use.value == '"' || *use.value == '\'') && value->n_tokens == 1 &&
                  !takes_text (use.property);
  g_array_append_val (uses, use);
}

/* Up to the brace that closes them. */
static void
read_declarations (ForeCssReader *reader, GArray *uses)
{
  Stretch name = { NULL };
  Stretch value = { NULL };
  gboolean in_value = FALSE;
  guint depth = 0;

  for (;;) {
    ForeCssToken token = fore_css_reader_next (reader);
    gboolean ends = token.type == FORE_CSS_END || (depth == 0 && is_delim (&token, '}'));

    if (ends || (depth == 0 && is_delim (&token, ';'))) {
      if (in_value)
        add_declaration (uses, &name, &value);
      name = value = (Stretch){ NULL };
      in_value = FALSE;
      if (ends)
        return;
      continue;
    }
    if (token.type == FORE_CSS_FUNCTION || is_delim (&token, '(') ||
        is_delim (&token, '{') || is_delim (&token, '['))
      depth++;
    if (depth > 0 &&
        (is_delim (&token, ')') || is_delim (&token, '}') || is_delim (&token, ']')))
      depth--;
    if (!in_value && is_delim (&token, ':'))
      in_value = TRUE;
    else
      stretch_add (in_value ? &value : &name, &token);
  }
}

static void
add_selector (GArray *uses, const Stretch *prelude)
{
  ForeCssUse use = { .start = prelude->start, .selector = stretch_dup (prelude) };

  if (*use.selector == '\0')
    use_clear (&use);
  else
    g_array_append_val (uses, use);
}

static void
skip_block (ForeCssReader *reader)
{
  guint depth = 1;

  while (depth > 0) {
    ForeCssToken token = fore_css_reader_next (reader);

    if (token.type == FORE_CSS_END)
      return;
    if (is_delim (&token, '{'))
      depth++;
    else if (is_delim (&token, '}'))
      depth--;
  }
}

static gboolean
holds_rules (const ForeCssToken *keyword)
{
  return fore_css_token_is (keyword, "media") ||
         fore_css_token_is (keyword, "supports") || fore_css_token_is (keyword, "layer");
}

static void
read_rules (ForeCssReader *reader, GArray *uses)
{
  Stretch prelude = { NULL };
  ForeCssToken keyword = { FORE_CSS_END };

  for (;;) {
    ForeCssToken token = fore_css_reader_next (reader);

    if (token.type == FORE_CSS_END)
      return;
    if (token.type == FORE_CSS_AT_KEYWORD && prelude.n_tokens == 0)
      keyword = token;
    if (is_delim (&token, '{')) {
      if (keyword.type == FORE_CSS_END) {
        add_selector (uses, &prelude);
        read_declarations (reader, uses);
      } else if (!holds_rules (&keyword)) {
        skip_block (reader);
      }
    } else if (!is_delim (&token, '}') && !is_delim (&token, ';')) {
      if (token.type != FORE_CSS_HTML_COMMENT)
        stretch_add (&prelude, &token);
      continue;
    }
    prelude = (Stretch){ NULL };
    keyword.type = FORE_CSS_END;
  }
}

GArray *
fore_css_scan (const char *css, gsize length, gboolean is_sheet)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (ForeCssUse));
  ForeCssReader reader = { css, css + length };

  g_array_set_clear_func (uses, use_clear);
  if (is_sheet)
    read_rules (&reader, uses);
  else
    read_declarations (&reader, uses);

  return uses;
}

static gboolean
is_kind_of_font (const char *name)
{
  static const char *const names[] = {
    "serif",         "sans-serif",         "monospace",  "cursive",
    "fantasy",       "system-ui",          "math",       "emoji",
    "ui-serif",      "ui-sans-serif",      "ui-rounded", "inherit",
    "initial",       "ui-monospace",       "unset",      "revert",
    "-apple-system", "blinkmacsystemfont", NULL
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (names, lower) || strchr (lower, '(') != NULL;
}

GPtrArray *
fore_css_split_fonts (const char *value)
{
  GPtrArray *fonts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = g_strsplit (value, ",", 32);

  for (char **name = names; *name != NULL; name++) {
    char *plain = g_strstrip (*name);
    gsize length = strlen (plain);

    if (length > 1 && (*plain == '"' || *plain == '\'') && plain[length - 1] == *plain) {
      plain[length - 1] = '\0';
      plain++;
    }
    if (*plain != '\0' && !is_kind_of_font (plain))
      g_ptr_array_add (fonts, g_strdup (plain));
  }

  return fonts;
}
