/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An address is judged in the form that a browser's address parser works on: the parser
 * drops control characters and blanks around it, and tabs and line ends anywhere, before
 * it looks for a scheme. The same characters are dropped here, so that the scheme seen
 * here is the scheme seen there. Every other control character is a refusal. */

#include "fore-address.h"

#include "fore-picture.h"

#include <string.h>

/* Sorted. Beside these, `web+NAME:` is a link. */
static const char *const link_schemes[] = {
  "bitcoin", "ftp",    "ftps",   "geo", "http", "https",  "im",          "irc",  "ircs",
  "magnet",  "mailto", "matrix", "mms", "news", "nntp",   "openpgp4fpr", "sftp", "sip",
  "sms",     "smsto",  "ssh",    "tel", "urn",  "webcal", "wtai",        "xmpp",
};

static const char *const font_types[] = {
  "data:font/",
  "data:application/font-",
  "data:application/x-font-",
  "data:application/octet-stream",
  "data:application/vnd.ms-fontobject",
};

#define SCHEME_MAX 15

/* Copies what a browser would read. NULL if there is a control character in it. */
static char *
strip_ignored (const char *address)
{
  const guchar *from = (const guchar *) address;
  gsize length = strlen (address);
  char *stripped, *to;

  while (length > 0 && from[0] <= ' ') {
    from++;
    length--;
  }
  while (length > 0 && from[length - 1] <= ' ')
    length--;

  stripped = to = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++) {
    guchar c = from[i];

    if (c == '\t' || c == '\n' || c == '\r')
      continue;
    if (c < ' ' || c == 0x7f) {
      g_free (stripped);
      return NULL;
    }
    *to++ = c;
  }
  *to = '\0';

  return stripped;
}

/* The length of the scheme before its colon; 0 if the address is relative. */
static gsize
find_scheme (const char *address)
{
  gsize i = 0;

  if (!g_ascii_isalpha (address[0]))
    return 0;

  while (g_ascii_isalnum (address[i]) || strchr ("+-.", address[i]) != NULL) {
    if (address[i] == '\0')
      return 0;
    i++;
  }

  return address[i] == ':' ? i : 0;
}

static int
compare_scheme (const void *key, const void *member)
{
  return strcmp (key, *(const char *const *) member);
}

static gboolean
has_prefix (const char *address, const char *prefix)
{
  return g_ascii_strncasecmp (address, prefix, strlen (prefix)) == 0;
}

static gboolean
has_font_type (const char *address)
{
  for (gsize i = 0; i < G_N_ELEMENTS (font_types); i++) {
    if (has_prefix (address, font_types[i]))
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_scheme_allowed (const char *address, gsize length, ForeAddressUse use)
{
  char scheme[SCHEME_MAX + 1];

  if (length == 4 && has_prefix (address, "data"))
    return (use == FORE_ADDRESS_IMAGE && has_prefix (address, "data:image/")) ||
           (use == FORE_ADDRESS_FONT && has_font_type (address));

  if (use != FORE_ADDRESS_LINK)
    return (length == 4 && has_prefix (address, "http")) ||
           (length == 5 && has_prefix (address, "https"));

  if (length > 4 && has_prefix (address, "web+"))
    return TRUE;
  if (length > SCHEME_MAX)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    scheme[i] = g_ascii_tolower (address[i]);
  scheme[length] = '\0';

  return bsearch (scheme, link_schemes, G_N_ELEMENTS (link_schemes),
                  sizeof link_schemes[0], compare_scheme) != NULL;
}

/* A picture in the address itself never passes by the place where files are looked at. */
static gboolean
is_bomb (const char *address)
{
  return has_prefix (address, "data:") && fore_picture_is_address_too_large (address);
}

static ForeAddressVerdict
judge (const char *address, ForeAddressUse use)
{
  gsize scheme = find_scheme (address);

  if (scheme > 0)
    return is_scheme_allowed (address, scheme, use) && !is_bomb (address)
             ? FORE_ADDRESS_ACCEPTED
             : FORE_ADDRESS_REFUSED;

  /* Browsers read a backslash as a slash, so that these lead to another host. */
  if (address[0] == '\\' || (address[0] == '/' && address[1] == '\\'))
    return FORE_ADDRESS_REFUSED;

  return strchr ("?#./", address[0]) != NULL ? FORE_ADDRESS_ACCEPTED : FORE_ADDRESS_BARE;
}

char *
fore_address_clean (const char *address, ForeAddressUse use, ForeAddressVerdict *verdict)
{
  g_autofree char *stripped = NULL;
  ForeAddressVerdict judged = FORE_ADDRESS_REFUSED;

  g_return_val_if_fail (address != NULL, NULL);

  stripped = strip_ignored (address);
  if (stripped != NULL)
    judged = judge (stripped, use);
  if (verdict != NULL)
    *verdict = judged;

  return judged == FORE_ADDRESS_REFUSED ? NULL : g_steal_pointer (&stripped);
}

gboolean
fore_address_is_active (const char *address)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  /* Nearly all addresses start with a letter that none of these schemes starts with. */
  if ((guchar) address[0] > ' ' && strchr ("jJvVfFdD", address[0]) == NULL)
    return FALSE;

  stripped = strip_ignored (address);
  if (stripped == NULL)
    return TRUE;

  return has_prefix (stripped, "javascript:") || has_prefix (stripped, "vbscript:") ||
         has_prefix (stripped, "file:") ||
         (has_prefix (stripped, "data:") && !has_prefix (stripped, "data:image/"));
}
