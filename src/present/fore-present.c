/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-present.h"

#include "fore-present-resources.h"

void
fore_present_register_resources (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  g_resources_register (fore_present_get_resource ());
  g_once_init_leave (&is_done, 1);
}
