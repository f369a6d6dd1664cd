/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-file-monitors.h"

#include "fore-file.h"

#include <stdlib.h>

static void
monitor_free (gpointer data)
{
  GFileMonitor *monitor = data;

  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static void
add_monitor (GPtrArray *monitors, GFile *file)
{
  /* Without a monitor, changes are still noticed when saving. */
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  if (monitor != NULL)
    g_ptr_array_add (monitors, monitor);
}

GPtrArray *
fore_file_monitors_new (GFile *file)
{
  GPtrArray *monitors = g_ptr_array_new_with_free_func (monitor_free);
  char *target = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  add_monitor (monitors, file);
  if (fore_file_is_local (file))
    target = realpath (g_file_peek_path (file), NULL);
  if (target != NULL && !g_str_equal (target, g_file_peek_path (file))) {
    g_autoptr (GFile) target_file = g_file_new_for_path (target);

    add_monitor (monitors, target_file);
  }
  free (target);

  return monitors;
}
