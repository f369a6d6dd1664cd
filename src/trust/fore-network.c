/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-network.h"

#include <string.h>

typedef struct {
  const char *network;
  guint bits;
} Range;

/* This computer, and what only it can reach: no network of a company is there. */
static const Range here[] = {
  { "0.0.0.0", 8 }, { "127.0.0.0", 8 }, { "169.254.0.0", 16 },
  { "::", 127 },    { "fe80::", 10 },
};

/* IANA's registries of special-purpose addresses. */
static const Range set_aside[] = {
  { "0.0.0.0", 8 },      { "10.0.0.0", 8 },     { "100.64.0.0", 10 },
  { "127.0.0.0", 8 },    { "169.254.0.0", 16 }, { "172.16.0.0", 12 },
  { "192.0.0.0", 24 },   { "192.0.2.0", 24 },   { "192.88.99.0", 24 },
  { "192.168.0.0", 16 }, { "198.18.0.0", 15 },  { "198.51.100.0", 24 },
  { "203.0.113.0", 24 }, { "224.0.0.0", 3 },    { "::", 96 },
  { "64:ff9b::", 96 },   { "64:ff9b:1::", 48 }, { "100::", 64 },
  { "2001::", 23 },      { "2001:db8::", 32 },  { "2002::", 16 },
  { "3fff::", 20 },      { "5f00::", 16 },      { "fc00::", 7 },
  { "fe80::", 10 },      { "fec0::", 10 },      { "ff00::", 8 },
};

static gboolean
is_in (GInetAddress *address, const Range *range)
{
  g_autoptr (GInetAddress) network = g_inet_address_new_from_string (range->network);
  g_autoptr (GInetAddressMask) mask = NULL;

  if (g_inet_address_get_family (network) != g_inet_address_get_family (address))
    return FALSE;
  mask = g_inet_address_mask_new (network, range->bits, NULL);

  return g_inet_address_mask_matches (mask, address);
}

/* ::ffff:127.0.0.1 is 127.0.0.1. */
static GInetAddress *
dup_unmapped (GInetAddress *address)
{
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff };
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 &&
      memcmp (bytes, mapped, sizeof mapped) == 0)
    return g_inet_address_new_from_bytes (bytes + sizeof mapped, G_SOCKET_FAMILY_IPV4);

  return g_object_ref (address);
}

static gboolean
is_in_any (GInetAddress *address, const Range *ranges, gsize n)
{
  g_autoptr (GInetAddress) plain = dup_unmapped (address);

  for (gsize i = 0; i < n; i++) {
    if (is_in (plain, &ranges[i]))
      return TRUE;
  }

  return FALSE;
}

gboolean
fore_network_is_public (GInetAddress *address)
{
  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  return !is_in_any (address, set_aside, G_N_ELEMENTS (set_aside));
}

gboolean
fore_network_is_here (GInetAddress *address)
{
  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  return is_in_any (address, here, G_N_ELEMENTS (here));
}

gboolean
fore_network_names_here (const char *name)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (g_ascii_strcasecmp (name, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (name);

  return address != NULL && fore_network_is_here (address);
}

char *
fore_network_dup_host (GUri *uri)
{
  const char *name = g_uri_get_host (uri);
  g_autofree char *ascii = name != NULL ? g_hostname_to_ascii (name) : NULL;
  g_autofree char *lower = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;
  gboolean is_https = g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0;
  int port = g_uri_get_port (uri);

  if (lower == NULL || *lower == '\0')
    return NULL;
  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';
  if (port > 0 && port != (is_https ? 443 : 80))
    return g_strdup_printf (strchr (lower, ':') != NULL ? "[%s]:%d" : "%s:%d", lower,
                            port);

  return g_steal_pointer (&lower);
}
