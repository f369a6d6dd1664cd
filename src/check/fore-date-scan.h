/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeDate:
 * @start: where it stands, its first byte
 * @length: bytes it takes up
 * @julian: the day, see g_date_get_julian()
 *
 * A day that a text names.
 */
typedef struct {
  const char *start;
  gsize length;
  guint32 julian;
} ForeDate;

/**
 * fore_date_scan:
 * @text: UTF-8
 * @is_name: whether it is the name of a file, where a date may also be `20250808`
 *
 * Finds days that are written out with a year: `2025-08-08`, `2025/8/8`, `2025.08.08`,
 * `8.8.2025`, "8 August 2025", "August 8, 2025".
 *
 * Returns: (transfer full) (element-type ForeDate): in the order of the text
 */
GArray *fore_date_scan (const char *text, gboolean is_name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_date_format:
 *
 * Returns: (transfer full): the day as `2025-08-08`
 */
char *fore_date_format (guint32 julian) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
