/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-embed.h"

#include "fore-span.h"

#include <string.h>

#define VALUE_MAX 2048
#define YOUTUBE_LENGTH 11

typedef gboolean (*IsValue) (const char *value);

static gboolean
is_made_of (const char *value, const char *others)
{
  for (const char *at = value; *at != '\0'; at++) {
    if (!g_ascii_isalnum (*at) && strchr (others, *at) == NULL)
      return FALSE;
  }

  return value[0] != '\0';
}

static gboolean
is_youtube (const char *value)
{
  return strlen (value) == YOUTUBE_LENGTH && is_made_of (value, "-_");
}

static gboolean
is_number (const char *value)
{
  return value[0] != '\0' && value[strspn (value, "0123456789")] == '\0';
}

/* A user and what is theirs. */
static gboolean
is_path (const char *value)
{
  const char *slash = strchr (value, '/');

  return slash != NULL && slash > value && slash[1] != '\0' && slash[1] != '/' &&
         strstr (value, "..") == NULL && is_made_of (value, "-_./");
}

static gboolean
is_web_address (const char *value)
{
  return g_str_has_prefix (value, "https://") || g_str_has_prefix (value, "http://");
}

static const struct {
  ForeEmbedKind kind;
  IsValue is_value;
} kinds[] = {
  { { "youtube", "data-videoid", "https://www.youtube.com/watch?v=", "YouTube" },
    is_youtube },
  { { "vimeo", "data-videoid", "https://vimeo.com/", "Vimeo" }, is_number },
  { { "gist", "data-gistid", "https://gist.github.com/", "GitHub Gist" }, is_path },
  { { "slideshare", "data-slideshareid", "https://slideshare.com/", "Slideshare" },
    is_path },
  { { "speakerdeck", "data-speakerdeckid", "https://speakerdeck.com/", "Speakerdeck" },
    is_path },
  { { "pdf", "data-pdfurl", "", "PDF" }, is_web_address },
};

static gboolean
is_blank (guchar c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* The words up to `%}`, and where it ends; NULL if it does not end, or has other words.
 */
static GString *
read_words (cmark_inline_parser *inlines, int at, int *end)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (;; at++) {
    guchar c = cmark_inline_parser_peek_at (inlines, at);

    if (c == '\0' || words->len > VALUE_MAX)
      return NULL;
    if (c == '%' && cmark_inline_parser_peek_at (inlines, at + 1) == '}')
      break;
    g_string_append_c (words, is_blank (c) ? ' ' : (char) c);
  }
  *end = at + 2;

  return g_steal_pointer (&words);
}

/* The name, a space and the value; NULL if nobody knows it. */
static char *
read_embed (const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *value = NULL;

    if (!g_str_has_prefix (words, kinds[i].kind.name))
      continue;
    value = g_strstrip (g_strdup (words + strlen (kinds[i].kind.name)));
    if (strchr (value, ' ') == NULL && kinds[i].is_value (value))
      return g_strconcat (kinds[i].kind.name, " ", value, NULL);
  }

  return NULL;
}

static cmark_node *
match_cb (cmark_syntax_extension *extension,
          cmark_parser *parser,
          cmark_node *parent,
          unsigned char character,
          cmark_inline_parser *inlines)
{
  int start = cmark_inline_parser_get_offset (inlines);
  g_autoptr (GString) words = NULL;
  char *embed;
  int end;

  if (character != '{' || cmark_inline_parser_peek_at (inlines, start + 1) != '%')
    return NULL;
  words = read_words (inlines, start + 2, &end);
  embed = words != NULL ? read_embed (words->str) : NULL;
  if (embed == NULL)
    return NULL;

  cmark_inline_parser_set_offset (inlines, end);

  return fore_span_new_with_text (FORE_SPAN_EMBED, embed);
}

cmark_syntax_extension *
fore_embed_new (void)
{
  cmark_syntax_extension *self = cmark_syntax_extension_new ("embed");
  cmark_mem *memory = cmark_get_default_mem_allocator ();

  cmark_syntax_extension_set_match_inline_func (self, match_cb);
  cmark_syntax_extension_set_special_inline_chars (
    self, cmark_llist_append (memory, NULL, GINT_TO_POINTER ('{')));

  return self;
}

const ForeEmbedKind *
fore_embed_read (const char *data, const char **value)
{
  gsize length = strcspn (data, " ");

  *value = data + length + 1;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strlen (kinds[i].kind.name) == length &&
        strncmp (data, kinds[i].kind.name, length) == 0)
      return &kinds[i].kind;
  }

  g_return_val_if_reached (NULL);
}
