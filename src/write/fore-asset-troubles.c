/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Pages know addresses, not lines. The line is found by looking for the address in the
 * source of the slide, as it is known or decoded; one that is written in yet another way
 * or comes from a definition elsewhere is put to the slide's first line. */

#include "fore-asset-troubles.h"

#include "fore-assets.h"
#include "fore-diagnostic.h"

#include <string.h>

/* More than this cannot be read, and no deck may fill the memory with it. */
#define MAX_KEPT 500

struct _ForeAssetTroubles {
  GHashTable *troubles; /* what is wrong, by address */
};

typedef struct {
  ForeAssetTroubles *troubles;
  GPtrArray *diagnostics;
  GHashTable *said; /* the addresses that the slide has been found to name */
  const char *text; /* the source of the slide */
  gsize length;
  guint line;         /* its first one */
  guint content_line; /* its first one that is not blank */
} Slide;

ForeAssetTroubles *
fore_asset_troubles_new (void)
{
  ForeAssetTroubles *self = g_new0 (ForeAssetTroubles, 1);

  self->troubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
fore_asset_troubles_free (ForeAssetTroubles *self)
{
  g_hash_table_unref (self->troubles);
  g_free (self);
}

gboolean
fore_asset_troubles_set (ForeAssetTroubles *self,
                         const char *address,
                         const char *trouble)
{
  g_return_val_if_fail (address != NULL, FALSE);

  if (trouble == NULL)
    return g_hash_table_remove (self->troubles, address);
  if (g_strcmp0 (g_hash_table_lookup (self->troubles, address), trouble) == 0)
    return FALSE;
  if (g_hash_table_size (self->troubles) >= MAX_KEPT)
    g_hash_table_remove_all (self->troubles);
  g_hash_table_insert (self->troubles, g_strdup (address), g_strdup (trouble));

  return TRUE;
}

static gboolean
is_part_of_name (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0 || (c != '\0' && strchr ("._-/%", c));
}

static const char *
find (const char *text, gsize length, const char *name)
{
  const char *end = text + length;
  gsize n = strlen (name);

  for (const char *at = text; n > 0; at++) {
    at = g_strstr_len (at, end - at, name);
    if (at == NULL)
      break;
    if ((at == text || !is_part_of_name (at[-1])) &&
        (at + n == end || !is_part_of_name (at[n])))
      return at;
  }

  return NULL;
}

static guint
find_line (const Slide *slide, const char *address)
{
  g_autofree char *decoded = g_uri_unescape_string (address, NULL);
  const char *at = find (slide->text, slide->length, address);
  guint line = slide->line;

  if (at == NULL && decoded != NULL)
    at = find (slide->text, slide->length, decoded);
  if (at == NULL)
    return slide->content_line;
  for (const char *c = slide->text; c < at; c++)
    line += *c == '\n';

  return line;
}

static char *
look_up (const char *address, ForeAddressUse use, gpointer user_data)
{
  Slide *slide = user_data;
  g_autofree char *name = NULL;
  const char *trouble;

  if (use == FORE_ADDRESS_LINK || use == FORE_ADDRESS_FRAME ||
      g_ascii_strncasecmp (address, "data:", 5) == 0)
    return NULL;
  name = fore_assets_dup_name (address);
  trouble = g_hash_table_lookup (slide->troubles->troubles, name);
  if (trouble != NULL && g_hash_table_add (slide->said, g_steal_pointer (&name)))
    g_ptr_array_add (slide->diagnostics,
                     fore_diagnostic_new (FORE_SEVERITY_WARNING, "asset",
                                          find_line (slide, address), 0, "%s", trouble));

  return NULL;
}

static gsize
measure_lines (const char *text, gsize length, guint n_lines)
{
  const char *at = text;

  for (; n_lines > 0; n_lines--) {
    const char *end = memchr (at, '\n', length - (gsize) (at - text));

    if (end == NULL)
      return length;
    at = end + 1;
  }

  return (gsize) (at - text);
}

void
fore_asset_troubles_append (ForeAssetTroubles *self,
                            ForeDeck *deck,
                            GPtrArray *diagnostics)
{
  Slide slide = { .troubles = self, .diagnostics = diagnostics };
  gsize rest;

  if (g_hash_table_size (self->troubles) == 0)
    return;

  slide.text = g_bytes_get_data (fore_deck_get_text (deck), &rest);
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    ForeMarkup *markup = fore_slide_get_markup (fore_deck_get_slide (deck, i));
    guint n_lines;

    fore_deck_get_lines (deck, i, &slide.line, &n_lines);
    slide.content_line = fore_deck_get_content_line (deck, i);
    slide.length = measure_lines (slide.text, rest, n_lines);
    slide.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (i == 0)
      fore_options_foreach_address (fore_deck_get_options (deck), look_up, &slide);
    fore_markup_foreach_address (markup, look_up, &slide);
    g_hash_table_unref (slide.said);
    slide.text += slide.length;
    rest -= slide.length;
  }
}
