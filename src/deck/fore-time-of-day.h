/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_time_of_day_parse:
 * @text: `14:30`, `14.30` or `9:05`
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Returns: whether @text is a time of day
 */
gboolean fore_time_of_day_parse (const char *text, int *hour, int *minute);

G_END_DECLS
