/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* One request is a row of hops: each asks one host, and a redirect makes the next one,
 * with all checks made again. A name may resolve to something else each time it is asked
 * for, so the address is checked where it cannot change any more: when a socket starts to
 * connect. */

#include "fore-fetch.h"

#include "fore-error.h"
#include "fore-folder.h"
#include "fore-network.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

struct _ForeFetcher {
  GObject parent_instance;

  SoupSession *session;
  guint max_seconds;
};

typedef struct {
  GUri *uri;
  char **hosts;
  char *known_etag;
  char *known_modified;
  char *host;
  guint n_redirects;
  SoupMessage *message;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_id;
  guint timer;
  GByteArray *data;
  GInputStream *stream;
  /* Why we ended it ourselves, if we did. */
  GError *reason;
} Fetch;

enum {
  PROP_0,
  PROP_MAX_SECONDS,
  N_PROPERTIES,
};

G_DEFINE_FINAL_TYPE (ForeFetcher, fore_fetcher, G_TYPE_OBJECT)

static void start_hop (GTask *task);

void
fore_fetched_free (ForeFetched *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

static void
fetch_free (Fetch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->outer_id != 0)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->data, g_byte_array_unref);
  g_clear_error (&self->reason);
  g_strfreev (self->hosts);
  g_free (self->host);
  g_free (self->known_etag);
  g_free (self->known_modified);
  g_free (self);
}

static void
stop (Fetch *self, int code, const char *reason)
{
  if (self->reason == NULL) {
    g_autofree char *address = g_uri_to_string (self->uri);

    self->reason =
      g_error_new (FORE_ERROR, code, _ ("“%s” could not be loaded: %s"), address, reason);
  }
  g_cancellable_cancel (self->cancellable);
}

/* What we ended has a better reason than "cancelled". */
static void
fail (GTask *task, GError *error)
{
  Fetch *self = g_task_get_task_data (task);
  g_autofree char *address = g_uri_to_string (self->uri);

  if (g_cancellable_is_cancelled (self->outer)) {
    g_clear_error (&error);
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  } else if (self->reason != NULL) {
    g_clear_error (&error);
    g_task_return_error (task, g_steal_pointer (&self->reason));
  } else {
    gboolean answered = error == NULL || error->domain == FORE_ERROR;

    g_task_return_new_error (task, FORE_ERROR,
                             answered ? FORE_ERROR_FETCH : FORE_ERROR_UNREACHABLE,
                             _ ("“%s” could not be loaded: %s"), address,
                             error != NULL ? error->message : _ ("no reason given"));
    g_clear_error (&error);
  }
  g_object_unref (task);
}

static void
fail_with (GTask *task, int code, const char *reason)
{
  stop (g_task_get_task_data (task), code, reason);
  fail (task, NULL);
}

/* --- reading
 * ------------------------------------------------------------------------------- */

static void
succeed (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  ForeFetched *fetched = g_new0 (ForeFetched, 1);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (self->data != NULL)
    fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->data));
  if (fetched->bytes == NULL)
    fetched->content_type = NULL;
  else if (type != NULL && strcmp (type, "application/octet-stream") != 0)
    fetched->content_type = g_strdup (type);
  else
    fetched->content_type = fore_folder_guess_type (
      g_uri_get_path (self->uri), g_bytes_get_data (fetched->bytes, NULL),
      MIN (g_bytes_get_size (fetched->bytes), 4096));
  fetched->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  fetched->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  g_task_return_pointer (task, fetched, (GDestroyNotify) fore_fetched_free);
  g_object_unref (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Fetch *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL) {
    fail (task, error);
    return;
  }
  if (g_bytes_get_size (bytes) == 0) {
    succeed (task);
    return;
  }
  if (self->data->len + g_bytes_get_size (bytes) > FORE_FETCH_MAX_BYTES) {
    fail_with (task, FORE_ERROR_LIMIT, _ ("it is too large"));
    return;
  }
  g_byte_array_append (self->data, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (self->stream, 65536, G_PRIORITY_DEFAULT,
                                   self->cancellable, read_cb, task);
}

/* A page that says why there is no picture is no picture. */
static gboolean
is_media (const char *type)
{
  static const char *const starts[] = { "image/",
                                        "video/",
                                        "audio/",
                                        "font/",
                                        "application/font-",
                                        "application/x-font-",
                                        "application/vnd.ms-fontobject",
                                        NULL };

  if (type == NULL || strcmp (type, "application/octet-stream") == 0)
    return TRUE;
  for (guint i = 0; starts[i] != NULL; i++) {
    if (g_str_has_prefix (type, starts[i]))
      return TRUE;
  }

  return FALSE;
}

static void
read_body (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  if (!is_media (soup_message_headers_get_content_type (headers, NULL))) {
    fail_with (task, FORE_ERROR_FETCH, _ ("it is not a picture, film, sound or font"));
    return;
  }
  if (soup_message_headers_get_content_length (headers) > FORE_FETCH_MAX_BYTES) {
    fail_with (task, FORE_ERROR_LIMIT, _ ("it is too large"));
    return;
  }
  self->data = g_byte_array_new ();
  g_input_stream_read_bytes_async (self->stream, 65536, G_PRIORITY_DEFAULT,
                                   self->cancellable, read_cb, task);
}

/* --- hops
 * ---------------------------------------------------------------------------------- */

static void
follow_redirect (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (
    soup_message_get_response_headers (self->message), "Location");
  g_autoptr (GUri) next = NULL;
  gboolean was_https = g_strcmp0 (g_uri_get_scheme (self->uri), "https") == 0;

  if (location != NULL)
    next = g_uri_parse_relative (self->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (next == NULL) {
    fail_with (task, FORE_ERROR_FETCH, _ ("it leads to no address"));
    return;
  }
  if (++self->n_redirects > FORE_FETCH_MAX_REDIRECTS) {
    fail_with (task, FORE_ERROR_LIMIT, _ ("it leads from address to address"));
    return;
  }
  if (was_https && g_strcmp0 (g_uri_get_scheme (next), "https") != 0) {
    fail_with (task, FORE_ERROR_FETCH, _ ("it leads to an address without encryption"));
    return;
  }
  g_uri_unref (self->uri);
  self->uri = g_steal_pointer (&next);
  start_hop (task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Fetch *self = g_task_get_task_data (task);
  GError *error = NULL;
  guint status;

  g_clear_object (&self->stream);
  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL) {
    fail (task, error);
    return;
  }

  status = soup_message_get_status (self->message);
  if (SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED) {
    follow_redirect (task);
  } else if (status == SOUP_STATUS_NOT_MODIFIED &&
             (self->known_etag != NULL || self->known_modified != NULL)) {
    succeed (task);
  } else if (status != SOUP_STATUS_OK) {
    g_autoptr (GError) reason =
      g_error_new (FORE_ERROR, FORE_ERROR_FETCH, _ ("the host answers “%u %s”"), status,
                   soup_status_get_phrase (status));

    fail (task, g_steal_pointer (&reason));
  } else {
    read_body (task);
  }
}

static gboolean
timer_cb (gpointer user_data)
{
  Fetch *self = user_data;

  self->timer = 0;
  stop (self, FORE_ERROR_LIMIT, _ ("it takes too long"));

  return G_SOURCE_REMOVE;
}

/* A host that was allowed may be in the network of a company or at home. None has reason
 * to be this computer, but those that are called so. */
static gboolean
may_connect (Fetch *self, GInetAddress *address)
{
  if (fore_network_is_public (address))
    return TRUE;
  if (fore_network_is_here (address))
    return fore_network_names_here (g_uri_get_host (self->uri));

  return g_strv_contains ((const char *const *) self->hosts, self->host);
}

static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address =
    g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  /* Behind a proxy it is the proxy that resolves names, and the proxy was set by the
   * user. */
  if (address == NULL || G_IS_PROXY_ADDRESS (address) ||
      !G_IS_INET_SOCKET_ADDRESS (address))
    return;
  if (!may_connect (self,
                    g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    stop (self, FORE_ERROR_PRIVATE, _ ("it leads into a private network"));
}

static void
ask_for_change (Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);

  if (self->known_etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->known_etag);
  if (self->known_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->known_modified);
}

static void
start_hop (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  ForeFetcher *fetcher = g_task_get_source_object (task);

  g_free (self->host);
  self->host = fore_network_dup_host (self->uri);
  if (self->host == NULL || (g_strcmp0 (g_uri_get_scheme (self->uri), "https") != 0 &&
                             g_strcmp0 (g_uri_get_scheme (self->uri), "http") != 0)) {
    fail_with (task, FORE_ERROR_FETCH, _ ("it is not an address on the web"));
    return;
  }
  if (!g_strv_contains ((const char *const *) self->hosts, self->host)) {
    fail_with (task, FORE_ERROR_NOT_ALLOWED, _ ("its host is not allowed"));
    return;
  }

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri ("GET", self->uri);
  soup_message_set_flags (self->message,
                          SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  ask_for_change (self);
  g_signal_connect_object (self->message, "network-event", G_CALLBACK (network_event_cb),
                           task, 0);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (fetcher->max_seconds, timer_cb, self);
  soup_session_send_async (fetcher->session, self->message, G_PRIORITY_DEFAULT,
                           self->cancellable, sent_cb, task);
}

static void
outer_cancelled_cb (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

/* Most decks and most commands need none, and it takes milliseconds to make. */
static void
ensure_session (ForeFetcher *self)
{
  if (self->session != NULL)
    return;

  self->session = soup_session_new_with_options (
    "user-agent", "Foredeck/" FORE_VERSION, "max-conns", FORE_FETCH_MAX_AT_ONCE,
    "max-conns-per-host", FORE_FETCH_MAX_AT_ONCE, NULL);
  /* What unpacks could unpack to anything; pictures are packed as they are. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

void
fore_fetcher_fetch_if_changed_async (ForeFetcher *self,
                                     const char *address,
                                     const char *const *allowed_hosts,
                                     const char *etag,
                                     const char *modified,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (FORE_IS_FETCHER (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_fetcher_fetch_async);
  /* Our own cancellable tells why it ended. */
  g_task_set_check_cancellable (task, FALSE);

  fetch = g_new0 (Fetch, 1);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch->hosts = g_strdupv ((char **) allowed_hosts);
  fetch->known_etag = g_strdup (etag);
  fetch->known_modified = g_strdup (modified);
  fetch->cancellable = g_cancellable_new ();
  fetch->uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  if (fetch->uri == NULL) {
    g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_FETCH,
                             _ ("“%s” is not an address on the web."), address);
    g_object_unref (task);
    return;
  }
  if (cancellable != NULL) {
    fetch->outer = g_object_ref (cancellable);
    fetch->outer_id =
      g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb),
                             g_object_ref (fetch->cancellable), g_object_unref);
  }
  ensure_session (self);
  start_hop (task);
}

void
fore_fetcher_fetch_async (ForeFetcher *self,
                          const char *address,
                          const char *const *allowed_hosts,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  fore_fetcher_fetch_if_changed_async (self, address, allowed_hosts, NULL, NULL,
                                       cancellable, callback, user_data);
}

ForeFetched *
fore_fetcher_fetch_finish (ForeFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the object
 * ----------------------------------------------------------------------------- */

ForeFetcher *
fore_fetcher_new (void)
{
  return g_object_new (FORE_TYPE_FETCHER, NULL);
}

static void
fore_fetcher_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *spec)
{
  switch (id) {
  case PROP_MAX_SECONDS:
    FORE_FETCHER (object)->max_seconds = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_fetcher_finalize (GObject *object)
{
  ForeFetcher *self = FORE_FETCHER (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (fore_fetcher_parent_class)->finalize (object);
}

static void
fore_fetcher_class_init (ForeFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = fore_fetcher_set_property;
  object_class->finalize = fore_fetcher_finalize;
  g_object_class_install_property (
    object_class, PROP_MAX_SECONDS,
    g_param_spec_uint ("max-seconds", NULL, NULL, 1, 3600, FORE_FETCH_MAX_SECONDS,
                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS));
}

static void
fore_fetcher_init (ForeFetcher *self)
{
}
