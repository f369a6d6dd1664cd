/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-search.h"

#include <string.h>

struct _ForeSlideSearch {
  ForeDeck *deck;
  char **texts; /* folded; NULL until it is needed */
};

ForeSlideSearch *
fore_slide_search_new (ForeDeck *deck)
{
  ForeSlideSearch *self;

  g_return_val_if_fail (deck != NULL, NULL);

  self = g_new0 (ForeSlideSearch, 1);
  self->deck = fore_deck_ref (deck);
  self->texts = g_new0 (char *, fore_deck_get_n_slides (deck));

  return self;
}

void
fore_slide_search_free (ForeSlideSearch *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < fore_deck_get_n_slides (self->deck); i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  fore_deck_unref (self->deck);
  g_free (self);
}

/* Small letters without what is above or below them. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *small = g_utf8_casefold (apart != NULL ? apart : "", -1);
  GString *bare = g_string_sized_new (strlen (small));

  for (const char *s = small; *s != '\0'; s = g_utf8_next_char (s)) {
    if (g_unichar_combining_class (g_utf8_get_char (s)) == 0)
      g_string_append_unichar (bare, g_utf8_get_char (s));
  }

  return g_string_free (bare, FALSE);
}

/* Our own HTML: what stands between tags, with the four entities that it has. */
static void
append_text (GString *text, const char *html)
{
  static const struct {
    const char *entity;
    char character;
  } entities[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }
  };

  while (*html != '\0') {
    gsize length = 1;
    char character = *html;

    if (*html == '<') {
      const char *end = strchr (html, '>');

      length = end != NULL ? (gsize) (end - html) + 1 : strlen (html);
      character = ' ';
    }
    for (gsize i = 0; *html == '&' && i < G_N_ELEMENTS (entities); i++) {
      if (g_str_has_prefix (html, entities[i].entity)) {
        length = strlen (entities[i].entity);
        character = entities[i].character;
        break;
      }
    }
    g_string_append_c (text, character);
    html += length;
  }
}

static const char *
get_text (ForeSlideSearch *self, guint index)
{
  if (self->texts[index] == NULL) {
    ForeSlide *slide = fore_deck_get_slide (self->deck, index);
    g_autoptr (GString) text =
      g_string_new (fore_deck_get_slide_title (self->deck, index));

    g_string_append_c (text, '\n');
    append_text (text, fore_markup_get_html (fore_slide_get_markup (slide)));
    self->texts[index] = fold (text->str);
  }

  return self->texts[index];
}

static gboolean
is_number_of (ForeSlideSearch *self, guint index, const char *word)
{
  guint64 column, row;
  guint its_column, its_row;
  char *end;

  if (!g_ascii_isdigit (*word))
    return FALSE;
  fore_deck_get_position (self->deck, index, &its_column, &its_row);
  column = g_ascii_strtoull (word, &end, 10);
  if (column != its_column + 1)
    return FALSE;
  if (*end == '\0')
    return TRUE;
  if ((*end != '.' && *end != '/') || !g_ascii_isdigit (end[1]))
    return FALSE;
  row = g_ascii_strtoull (end + 1, &end, 10);

  return *end == '\0' && row == its_row + 1;
}

static gboolean
has_words (ForeSlideSearch *self, guint index, char **words)
{
  for (; *words != NULL; words++) {
    if (**words != '\0' && !is_number_of (self, index, *words) &&
        strstr (get_text (self, index), *words) == NULL)
      return FALSE;
  }

  return TRUE;
}

GArray *
fore_slide_search_find (ForeSlideSearch *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GArray *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  folded = fold (text);
  words = g_strsplit_set (folded, " \t\n", -1);
  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < fore_deck_get_n_slides (self->deck); i++) {
    if (has_words (self, i, words))
      g_array_append_val (found, i);
  }

  return found;
}
