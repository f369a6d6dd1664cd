/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-web-bundle.h"

/* Written by glib-compile-resources, which is told to leave the registration to us: a
 * constructor in a static library is dropped by the linker. */
GResource *fore_web_get_resource (void);

GBytes *
fore_web_bundle_lookup (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/foredeck/web/", name, NULL);

  g_return_val_if_fail (name != NULL, NULL);

  /* The only error is that there is no such file. */
  return g_resource_lookup_data (fore_web_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
