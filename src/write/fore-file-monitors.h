/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fore_file_monitors_new:
 *
 * Watches a file and, if it is a link, what that leads to. May wait for a network, so
 * call it in a thread; the monitors report to the main context all the same.
 *
 * Returns: (transfer full) (element-type GFileMonitor): the monitors, which end with the
 *   array; none where the file system has none
 */
GPtrArray *fore_file_monitors_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
