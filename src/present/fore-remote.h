/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-show.h"

G_BEGIN_DECLS

#define FORE_REMOTE_INTERFACE "io.github.foredeck.Foredeck.Show"

/**
 * ForeRemote:
 *
 * A show on the session bus, for remotes and scripts: its state as properties of the
 * interface %FORE_REMOTE_INTERFACE, and every command by its name. What the interface has
 * is described in docs/presenting.md.
 *
 * The actions themselves are exported at the same place, as `org.gtk.Actions`.
 */
#define FORE_TYPE_REMOTE (fore_remote_get_type ())

G_DECLARE_FINAL_TYPE (ForeRemote, fore_remote, FORE, REMOTE, GObject)

/**
 * fore_remote_new:
 * @show: (not nullable): what is driven; not kept alive
 * @connection: the bus
 * @path: where on it
 *
 * Puts a show on the bus, for as long as the object lives.
 *
 * Returns: (transfer full) (nullable): `NULL` if another show is there
 */
ForeRemote *fore_remote_new (ForeShow *show,
                             GDBusConnection *connection,
                             const char *path,
                             GError **error);

G_END_DECLS
