/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * ForeListIndenter:
 *
 * What Enter does in Markdown, as a [iface@GtkSource.Indenter]: a list goes on with its
 * next item, a quotation with its mark, anything else with its indentation. Enter in an
 * item that is still empty ends the list.
 */
#define FORE_TYPE_LIST_INDENTER (fore_list_indenter_get_type ())

G_DECLARE_FINAL_TYPE (ForeListIndenter, fore_list_indenter, FORE, LIST_INDENTER, GObject)

GtkSourceIndenter *fore_list_indenter_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
