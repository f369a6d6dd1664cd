/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-theme-colour.h"

#include "fore-web-bundle.h"

#include <string.h>

static const char property[] = "--r-background-color:";

void
fore_theme_colour_get (const char *theme, GdkRGBA *colour)
{
  g_autofree char *name = g_strdup_printf ("themes/%s.css", theme);
  g_autoptr (GBytes) bytes = fore_web_bundle_lookup (name);
  g_autofree char *value = NULL;
  const char *css, *at;
  gsize length;

  *colour = (GdkRGBA){ 1, 1, 1, 1 };
  if (bytes == NULL)
    return;

  css = g_bytes_get_data (bytes, &length);
  at = g_strstr_len (css, (gssize) length, property);
  if (at == NULL)
    return;
  at += strlen (property);
  value = g_strndup (at, strcspn (at, ";}"));
  if (!gdk_rgba_parse (colour, g_strstrip (value)))
    *colour = (GdkRGBA){ 1, 1, 1, 1 };
}
