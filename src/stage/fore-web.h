/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * fore_web_view_new:
 * @related: (nullable): a view to share the web process with
 *
 * Makes a view that loads nothing but `fore:` addresses, keeps nothing, and refuses all
 * that a page could ask of the user.
 *
 * Returns: (transfer floating): the view
 */
WebKitWebView *fore_web_view_new (WebKitWebView *related);

/**
 * ForeWebLink:
 * @uri: an address of another scheme than ours
 *
 * Called when a link was clicked, which the view does not follow.
 */
typedef void (*ForeWebLink) (const char *uri, gpointer user_data);

/**
 * fore_web_on_link:
 * @link: (nullable): what to call from now on
 */
void fore_web_on_link (WebKitWebView *view, ForeWebLink link, gpointer user_data);

/**
 * fore_web_load_page:
 * @view: a view from `fore_web_view_new()`
 *
 * Loads the page that slides are shown on, from the start.
 */
void fore_web_load_page (WebKitWebView *view);

G_END_DECLS
