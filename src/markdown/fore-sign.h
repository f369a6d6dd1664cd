/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * fore_sign_is_in:
 * @sign: a short string
 * @rare: a character of it that is rare in text
 *
 * Returns: whether @sign is in @text; quicker than memmem() for what is hardly ever there
 */
static inline gboolean
fore_sign_is_in (const char *text, gsize length, const char *sign, char rare)
{
  gsize before = strchr (sign, rare) - sign;
  gsize sign_length = strlen (sign);
  const char *end = text + length;

  for (const char *at = text; (at = memchr (at, rare, end - at)) != NULL; at++) {
    if ((gsize) (at - text) >= before && (gsize) (end - at) >= sign_length - before &&
        memcmp (at - before, sign, sign_length) == 0)
      return TRUE;
  }

  return FALSE;
}

G_END_DECLS
