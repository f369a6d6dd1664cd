/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-bar.h"

G_BEGIN_DECLS

/**
 * ForeRefusedHosts:
 *
 * The hosts that a deck asked for and that the user has not allowed; keeps a bar that
 * says so and offers to allow them. Its buttons use `preview.allow-once` and
 * `preview.allow-always`, each with a host.
 */
#define FORE_TYPE_REFUSED_HOSTS (fore_refused_hosts_get_type ())

G_DECLARE_FINAL_TYPE (ForeRefusedHosts, fore_refused_hosts, FORE, REFUSED_HOSTS, GObject)

/**
 * fore_refused_hosts_new:
 * @bar: (transfer none): the bar to keep; shown as long as there are any hosts
 */
ForeRefusedHosts *fore_refused_hosts_new (ForeBar *bar) G_GNUC_WARN_UNUSED_RESULT;

void fore_refused_hosts_add (ForeRefusedHosts *self, const char *host);
void fore_refused_hosts_remove (ForeRefusedHosts *self, const char *host);
void fore_refused_hosts_clear (ForeRefusedHosts *self);

G_END_DECLS
