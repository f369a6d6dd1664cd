/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-assets.h"
#include "fore-markup.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* Where the page itself lives. Everything it may load has an address below the same
 * origin: `web/` is built into the program, `deck/` is the deck's folder, `remote/` are
 * remote assets, by scheme, host and path. */
#define FORE_SCHEME_PAGE "fore://stage/web/stage.html"

/**
 * ForeSchemeHandlers:
 * @refused: the page asked for an asset of a host that is not allowed
 * @answered: the page asked for an asset and got it, or did not for another reason;
 *   with its address, in the way of fore_assets_dup_name(), and what was wrong, a
 *   translated sentence, or `NULL`
 *
 * What is said of a page's assets. The `user_data` is that of fore_scheme_attach().
 */
typedef struct {
  void (*refused) (const char *host, gpointer user_data);
  void (*answered) (const char *address, const char *trouble, gpointer user_data);
} ForeSchemeHandlers;

/**
 * fore_scheme_register:
 *
 * Makes `fore:` addresses work in all pages of a context. They lead nowhere but to what
 * fore_scheme_attach() gave to the page that asks.
 */
void fore_scheme_register (WebKitWebContext *context);

/**
 * fore_scheme_attach:
 * @assets: what the page may load
 * @handlers: static; called for as long as @view lives
 */
void fore_scheme_attach (WebKitWebView *view,
                         ForeAssets *assets,
                         const ForeSchemeHandlers *handlers,
                         gpointer user_data);

/**
 * fore_scheme_renew:
 *
 * Counts up the version of a deck's assets: what is asked for from now on is loaded
 * again.
 */
void fore_scheme_renew (ForeAssets *assets);

guint fore_scheme_get_version (ForeAssets *assets);

/**
 * fore_scheme_map:
 * @user_data: the version of the assets, by GUINT_TO_POINTER(). Web processes never ask
 *   twice for one address; it goes into all but the first.
 *
 * A [callback@AddressMap] that turns the addresses of a deck into those of the scheme.
 * Links and `data:` addresses stay; frames lead nowhere. The author's address stays
 * readable in the new one, for style sheets that look at it.
 */
char *fore_scheme_map (const char *address, ForeAddressUse use, gpointer user_data);

/**
 * fore_scheme_dup_address:
 * @uri: what fore_scheme_map() gave
 *
 * Returns: (transfer full): the address as its author wrote it, or nearly; @uri itself if
 *   it is none of ours
 */
char *fore_scheme_dup_address (const char *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
