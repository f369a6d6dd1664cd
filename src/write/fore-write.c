/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-write.h"

#include "fore-write-resources.h"

#include <gtksourceview/gtksource.h>

void
fore_write_init (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  gtk_source_init ();
  g_resources_register (fore_write_get_resource ());
  g_once_init_leave (&is_done, 1);
}
