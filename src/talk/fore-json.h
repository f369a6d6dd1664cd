/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading JSON that may be anything: what has another type than is asked for counts as
 * missing. json-glib itself has it for a mistake of the programmer. */

/**
 * fore_json_parse:
 *
 * Returns: (transfer full) (nullable): the object that @bytes are, or `NULL` if they are
 *   anything else
 */
JsonObject *fore_json_parse (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_json_format:
 *
 * Returns: (transfer full): @object as text, with a line for each member
 */
GBytes *fore_json_format (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;

gint64
fore_json_get_int (JsonObject *object, const char *name, gint64 least, gint64 most);

/**
 * fore_json_get_string:
 *
 * Returns: (nullable): the text, or `NULL` if it is missing or empty
 */
const char *fore_json_get_string (JsonObject *object, const char *name);

/**
 * fore_json_dup_objects:
 *
 * Returns: (transfer container) (element-type JsonObject): the objects in an array, or
 *   nothing; what else is in it is left out
 */
GPtrArray *fore_json_dup_objects (JsonObject *object,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_json_dup_strings:
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts in an array, or nothing;
 *   what else is in it becomes ""
 */
char **fore_json_dup_strings (JsonObject *object,
                              const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Digests have more bits than a number in JSON may have. */
void fore_json_set_digest (JsonObject *object, const char *name, guint64 digest);
guint64 fore_json_get_digest (JsonObject *object, const char *name);

G_END_DECLS
