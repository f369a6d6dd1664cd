/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-asset-name.h"

#include <string.h>

/* File systems take 255 bytes; nobody reads as many. */
#define MAX_LENGTH 60
#define MAX_ENDING 8

static const struct {
  const char *type;
  const char *endings[3];
} endings[] = {
  { "image/png", { ".png" } },
  { "image/apng", { ".png", ".apng" } },
  { "image/jpeg", { ".jpg", ".jpeg" } },
  { "image/gif", { ".gif" } },
  { "image/webp", { ".webp" } },
  { "image/avif", { ".avif" } },
  { "image/bmp", { ".bmp" } },
  { "image/svg+xml", { ".svg" } },
  { "video/mp4", { ".mp4", ".m4v" } },
  { "video/webm", { ".webm" } },
  { "video/ogg", { ".ogv", ".ogg" } },
  { "audio/mpeg", { ".mp3" } },
  { "audio/ogg", { ".ogg", ".oga" } },
  { "audio/wav", { ".wav" } },
  { "font/woff2", { ".woff2" } },
  { "font/woff", { ".woff" } },
  { "font/ttf", { ".ttf" } },
  { "font/otf", { ".otf" } },
};

static char *
find_base (const char *address)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *decoded = g_uri_unescape_string (path, NULL);
  char *base = g_path_get_basename (decoded != NULL ? decoded : path);

  for (char *at = base; *at != '\0'; at++) {
    if (!g_ascii_isalnum (*at) && strchr ("-_.", *at) == NULL)
      *at = '-';
  }
  /* A dot in front would hide it. */
  for (char *at = base; *at == '.'; at++)
    *at = '-';
  return base;
}

static const char *
find_ending (const char *content_type, const char *name)
{
  const char *present = strrchr (name, '.');

  if (present != NULL && strlen (present) > MAX_ENDING)
    present = NULL;
  for (guint i = 0; content_type != NULL && i < G_N_ELEMENTS (endings); i++) {
    if (!g_str_has_prefix (content_type, endings[i].type))
      continue;
    for (guint j = 0; present != NULL && endings[i].endings[j] != NULL; j++) {
      if (g_ascii_strcasecmp (present, endings[i].endings[j]) == 0)
        return present;
    }
    return endings[i].endings[0];
  }
  return present != NULL ? present : "";
}

static gboolean
take (GHashTable *taken, const char *name)
{
  return g_hash_table_add (taken, g_ascii_strdown (name, -1));
}

char *
fore_asset_name_dup (const char *address, const char *content_type, GHashTable *taken)
{
  g_autofree char *base = NULL;
  g_autofree char *ending = NULL;
  g_autofree char *stem = NULL;
  char *dot, *name;

  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (taken != NULL, NULL);

  base = find_base (address);
  ending = g_strdup (find_ending (content_type, base));
  dot = strrchr (base, '.');
  stem = g_strndup (
    base, MIN (dot != NULL ? (gsize) (dot - base) : strlen (base), (gsize) MAX_LENGTH));
  if (*stem == '\0' || strcmp (stem, "-") == 0) {
    g_free (stem);
    stem = g_strdup ("asset");
  }
  name = g_strconcat (stem, ending, NULL);
  for (guint i = 2; !take (taken, name); i++) {
    g_free (name);
    name = g_strdup_printf ("%s-%u%s", stem, i, ending);
  }
  return name;
}
