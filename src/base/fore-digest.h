/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a digest starts from. */
#define FORE_DIGEST_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/**
 * fore_digest_add:
 * @digest: %FORE_DIGEST_START, or what came out before
 * @data: (nullable): bytes, or `NULL`, which differs from no bytes
 * @length: how many
 *
 * Takes bytes into a digest that tells apart what people write. It is not made to resist
 * somebody who looks for two texts with the same digest.
 *
 * Returns: the new digest
 */
guint64 fore_digest_add (guint64 digest, const void *data, gsize length);

G_END_DECLS
