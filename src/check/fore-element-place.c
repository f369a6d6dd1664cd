/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* HTML keeps no lines, and marks for them would make another DOM than HedgeDoc's. But an
 * element shows the words that its author wrote, with other marks between them: so only
 * letters and digits are compared, without regard to case. An element that says the same
 * as others is told from them by its number. */

#include "fore-element-place.h"

#include "fore-mask.h"

#include <string.h>

/* So many bytes of an element's text tell it from others. */
#define KEY_MAX 96
#define KEY_LEAST 6

/* The letters and digits of a text, and where each byte of them comes from. */
typedef struct {
  GString *letters;
  GArray *origins; /* of gsize */
} Letters;

static Letters
letters_new (const char *text)
{
  Letters self = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)) };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);
    gsize origin = (gsize) (at - text);
    gsize before = self.letters->len;

    if (!g_unichar_isalnum (letter))
      continue;
    g_string_append_unichar (self.letters, g_unichar_tolower (letter));
    for (gsize i = before; i < self.letters->len; i++)
      g_array_append_val (self.origins, origin);
  }

  return self;
}

static void
letters_clear (Letters *self)
{
  g_string_free (self->letters, TRUE);
  g_array_unref (self->origins);
}

static const char *
find_nth (const char *text, const char *key, guint nth)
{
  const char *last = NULL;

  for (const char *at = text; (at = strstr (at, key)) != NULL; at++) {
    last = at;
    if (nth-- == 0)
      break;
  }

  return last;
}

static const char *
find_text (const ForeElement *element, const char *content)
{
  g_autofree char *masked = fore_mask_new (content, FALSE);
  gboolean is_code = g_str_equal (element->tag, "pre");
  Letters source = letters_new (is_code ? content : masked);
  Letters wanted = letters_new (element->text);
  const char *found = NULL;
  const char *result = NULL;

  g_string_truncate (wanted.letters, MIN (wanted.letters->len, KEY_MAX));
  /* What is set as smart quotes, emoji or formulas is written in another way: then the
   * words before it must do. */
  while (found == NULL && wanted.letters->len > 0) {
    found = find_nth (source.letters->str, wanted.letters->str, element->nth);
    if (wanted.letters->len <= KEY_LEAST)
      break;
    g_string_truncate (wanted.letters, wanted.letters->len / 2);
  }
  if (found != NULL)
    result = content + g_array_index (source.origins, gsize, found - source.letters->str);
  letters_clear (&source);
  letters_clear (&wanted);

  return result;
}

/* A picture's address has gone through a map, which may have escaped it; its last part is
 * left as it was. */
static const char *
find_address (const ForeElement *element, const char *content)
{
  g_autofree char *address = g_strndup (element->text, strcspn (element->text, "?#"));

  for (guint i = 0; i < 3; i++) {
    const char *slash = strrchr (address, '/');
    const char *name = slash != NULL ? slash + 1 : address;
    const char *found = *name != '\0' ? find_nth (content, name, element->nth) : NULL;
    char *decoded;

    if (found != NULL)
      return found;
    decoded = g_uri_unescape_string (address, NULL);
    if (decoded == NULL)
      break;
    g_free (address);
    address = decoded;
  }

  return NULL;
}

ForePlace
fore_element_find_place (const ForeElement *element, const char *content)
{
  const char *found;

  g_return_val_if_fail (element != NULL, ((ForePlace){ 1, 1 }));
  g_return_val_if_fail (content != NULL, ((ForePlace){ 1, 1 }));

  found = g_str_equal (element->tag, "img") ? find_address (element, content)
                                            : find_text (element, content);
  if (found == NULL)
    return (ForePlace){ 1, 0 };

  return fore_place_of (content, found);
}
