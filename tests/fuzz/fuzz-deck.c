/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Any bytes as a deck. What comes before the first 0xff is the deck as it was before an
 * edit: both ways to the deck after it lead to the same. */

#include "fore-deck.h"
#include "fuzz-target.h"

#include <string.h>

static GBytes *
wrap (const FuzzTarget *target, const guint8 *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) target->before,
                       (guint) strlen (target->before));
  g_byte_array_append (bytes, data, (guint) size);
  g_byte_array_append (bytes, (const guint8 *) target->after,
                       (guint) strlen (target->after));

  return g_byte_array_free_to_bytes (bytes);
}

static char *
write_deck (ForeDeck *deck)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++)
    fore_slide_append_section (fore_deck_get_slide (deck, i), TRUE, NULL, NULL, text);

  return g_string_free (text, FALSE);
}

void
fuzz_deck (const FuzzTarget *self, const guint8 *data, gsize size)
{
  const guint8 *mark = size > 0 ? memchr (data, 0xff, size) : NULL;
  gsize n_before = mark != NULL ? (gsize) (mark - data) : size;
  const guint8 *after = mark != NULL ? mark + 1 : data;
  gsize n_after = mark != NULL ? size - n_before - 1 : size;
  g_autoptr (GBytes) old_bytes = wrap (self, data, n_before);
  g_autoptr (GBytes) bytes = wrap (self, after, n_after);
  g_autoptr (ForeDeck) old = fore_deck_parse (old_bytes, NULL);
  g_autoptr (ForeDeck) edited = fore_deck_parse (bytes, old);
  g_autoptr (ForeDeck) whole = fore_deck_parse (bytes, NULL);
  g_autofree char *edited_text = write_deck (edited);
  g_autofree char *whole_text = write_deck (whole);

  g_assert_cmpstr (edited_text, ==, whole_text);
}
