/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fore_yaml_message_translate:
 * @text: what libyaml says of a text that is not YAML: the problem, or what it was doing
 *
 * Says it in the user's language.
 *
 * Returns: the translation, or @text itself if this is not one of libyaml's messages
 */
const char *fore_yaml_message_translate (const char *text);

G_END_DECLS
