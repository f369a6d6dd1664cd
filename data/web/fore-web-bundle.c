/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-web-bundle.h"

/* Written by glib-compile-resources, which is told to leave the registration to us: a
 * constructor in a static library is dropped by the linker. */
void fore_web_register_resource (void);

static gpointer
register_once (gpointer nothing)
{
  fore_web_register_resource ();

  return NULL;
}

GBytes *
fore_web_bundle_lookup (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  g_once (&once, register_once, NULL);
  path = g_strconcat ("/io/github/foredeck/web/", name, NULL);

  /* The only error is that there is no such file. */
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
