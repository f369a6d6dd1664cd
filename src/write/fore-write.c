/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-write.h"

#include "fore-write-resources.h"

#include <gtksourceview/gtksource.h>

void
fore_write_register_resources (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  g_resources_register (fore_write_get_resource ());
  g_once_init_leave (&is_done, 1);
}

void
fore_write_init (void)
{
  /* Not from a class_init: it waits for the thread that loads the icon theme, and that
   * thread may be waiting for the class to be made. */
  gtk_source_init ();
  fore_write_register_resources ();
}
