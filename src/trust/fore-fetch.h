/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a fetch may cost at most. */
#define FORE_FETCH_MAX_BYTES (25 * 1024 * 1024)
#define FORE_FETCH_MAX_SECONDS 30
#define FORE_FETCH_MAX_REDIRECTS 5
#define FORE_FETCH_MAX_AT_ONCE 6

/**
 * ForeFetcher:
 *
 * Gets pictures, films and fonts from the hosts that the user allowed, and from no
 * others.
 *
 * It sends no cookies, no passwords and no referrer, follows redirects itself, and looks
 * at the address that each connection really goes to.
 *
 * Property: `max-seconds` (uint, construct only): for tests; %FORE_FETCH_MAX_SECONDS.
 */
#define FORE_TYPE_FETCHER (fore_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (ForeFetcher, fore_fetcher, FORE, FETCHER, GObject)

/**
 * ForeFetched:
 * @bytes: (nullable): the content; `NULL` if it is as it was known
 * @content_type: its MIME type
 * @etag: (nullable): what the host calls this version
 * @modified: (nullable): when the host says it was changed last
 *
 * What came back.
 */
typedef struct {
  GBytes *bytes;
  char *content_type;
  char *etag;
  char *modified;
} ForeFetched;

void fore_fetched_free (ForeFetched *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeFetched, fore_fetched_free)

ForeFetcher *fore_fetcher_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_fetcher_fetch_async:
 * @address: an absolute `http:` or `https:` address
 * @allowed_hosts: (array zero-terminated=1): the hosts that may be asked, redirects
 *   included; one that is named here may have a loopback or private address
 */
void fore_fetcher_fetch_async (ForeFetcher *self,
                               const char *address,
                               const char *const *allowed_hosts,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * fore_fetcher_fetch_if_changed_async:
 * @etag: (nullable): what the host called the version that is known
 * @modified: (nullable): when the host said it was changed last
 *
 * The same, unless the host says that it has not changed since. Finish it with
 * fore_fetcher_fetch_finish().
 */
void fore_fetcher_fetch_if_changed_async (ForeFetcher *self,
                                          const char *address,
                                          const char *const *allowed_hosts,
                                          const char *etag,
                                          const char *modified,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * fore_fetcher_fetch_finish:
 * @error: `FORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 */
ForeFetched *
fore_fetcher_fetch_finish (ForeFetcher *self, GAsyncResult *result, GError **error);

G_END_DECLS
