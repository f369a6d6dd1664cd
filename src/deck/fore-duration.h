/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A talk takes no longer than ten days. */
#define FORE_DURATION_MAX (10 * 24 * 3600)

/**
 * fore_duration_parse:
 * @text: how long something takes: `30` or `7.5` (minutes), `30m`, `45 min`, `90s`, `1h`,
 *   `1h30`, `1 h 30 min`, `1:30` (hours and minutes) or `0:07:30`
 * @seconds: (out): how long that is, 1 to %FORE_DURATION_MAX
 *
 * Returns: whether @text can be read
 */
gboolean fore_duration_parse (const char *text, gint64 *seconds);

G_END_DECLS
