/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fore_network_is_public:
 *
 * Returns: whether an address is one of the open internet: not of this computer, its
 * local networks, or any range that is set aside
 */
gboolean fore_network_is_public (GInetAddress *address);

/**
 * fore_network_dup_host:
 * @uri: an absolute `http:` or `https:` address
 *
 * Returns: (transfer full) (nullable): its host in the form that settings and questions
 * use: lower case, ASCII, without a final dot, with its port if it is not the scheme's
 * own
 */
char *fore_network_dup_host (GUri *uri);

/**
 * fore_network_is_here:
 *
 * Returns: whether @address is this computer, or can be reached from it alone
 */
gboolean fore_network_is_here (GInetAddress *address);

/**
 * fore_network_names_here:
 * @name: a host's name or address, as it stands in a URI
 *
 * Returns: whether everybody who reads @name sees that it is this computer
 */
gboolean fore_network_names_here (const char *name);

G_END_DECLS
