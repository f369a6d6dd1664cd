/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Files of a folder, and a server on this computer that behaves in all the ways that
 * servers do. */

#include "fore-assets.h"
#include "fore-error.h"
#include "fore-folder.h"
#include "fore-network.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- files
 * ------------------------------------------------------------------------------------ */

typedef struct {
  char *base;
  char *folder;
  GFile *file;
} Files;

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
link_to (Files *files, const char *target, const char *name)
{
  g_autofree char *path = g_build_filename (files->folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
set_up_files (Files *files, gconstpointer data)
{
  g_autofree char *pipe = NULL;

  files->base = g_dir_make_tmp ("foredeck-XXXXXX", NULL);
  files->folder = g_build_filename (files->base, "deck", NULL);
  files->file = g_file_new_for_path (files->folder);
  put (files->folder, "a b.png", "png");
  put (files->folder, "img/c.svg", "svg");
  put (files->folder, "100%.png", "percent");
  put (files->base, "secret.png", "secret");
  put (files->base, "deck-other/x.png", "other");
  link_to (files, "../secret.png", "out.png");
  link_to (files, "..", "up");
  link_to (files, "img/c.svg", "in.svg");
  pipe = g_build_filename (files->folder, "pipe", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
tear_down_files (Files *files, gconstpointer data)
{
  const char *arguments[] = { "rm", "-rf", files->base, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL,
                               NULL, NULL, NULL, NULL, NULL));
  g_object_unref (files->file);
  g_free (files->folder);
  g_free (files->base);
}

static void
test_folder_inside (Files *files, gconstpointer data)
{
  static const struct {
    const char *address;
    const char *content;
    const char *type;
  } cases[] = {
    { "a%20b.png", "png", "image/png" },
    { "./a b.png?v=2#x", "png", "image/png" },
    { "img/c.svg", "svg", "image/svg+xml" },
    { "img/../img/c.svg", "svg", "image/svg+xml" },
    { "in.svg", "svg", "image/svg+xml" },
    { "100%25.png", "percent", "image/png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *type = NULL;
    g_autoptr (GBytes) bytes =
      fore_folder_load (files->file, cases[i].address, &type, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     cases[i].content, strlen (cases[i].content));
    g_assert_cmpstr (type, ==, cases[i].type);
  }
}

static void
test_folder_outside (Files *files, gconstpointer data)
{
  static const char *const addresses[] = {
    "../secret.png",
    "..%2fsecret.png",
    "%2e%2e/secret.png",
    "img/../../secret.png",
    "up/secret.png",
    "out.png",
    "../deck-other/x.png",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "..\\secret.png",
    "",
    "x%00y.png",
    "bad%zz",
  };
  g_autofree char *absolute = g_build_filename (files->base, "secret.png", NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (addresses); i++) {
    const char *address = i < G_N_ELEMENTS (addresses) ? addresses[i] : absolute;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
      fore_folder_load (files->file, address, NULL, NULL, &error);

    g_test_message ("%s", address);
    g_assert_null (bytes);
    g_assert_error (error, FORE_ERROR, FORE_ERROR_OUTSIDE);
  }
}

static void
test_folder_odd (Files *files, gconstpointer data)
{
  static const char *const addresses[] = { "pipe", "img", "gone.png" };
  static const int codes[] = { G_IO_ERROR_NOT_REGULAR_FILE, G_IO_ERROR_NOT_REGULAR_FILE,
                               G_IO_ERROR_NOT_FOUND };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
      fore_folder_load (files->file, addresses[i], NULL, NULL, &error);

    g_assert_null (bytes);
    g_assert_error (error, G_IO_ERROR, codes[i]);
    g_assert_nonnull (strstr (error->message, addresses[i]));
  }
}

/* --- addresses of the network
 * ------------------------------------------------------------------- */

static void
test_network_addresses (void)
{
  static const char *const set_aside[] = {
    "127.0.0.1",
    "10.1.2.3",
    "192.168.1.1",
    "172.31.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::ffff:10.0.0.1",
  };
  static const char *const open[] = { "1.1.1.1", "172.32.0.1", "192.167.1.1",
                                      "2606:4700::1111", "::ffff:8.8.8.8" };

  for (guint i = 0; i < G_N_ELEMENTS (set_aside); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (set_aside[i]);

    g_test_message ("%s", set_aside[i]);
    g_assert_false (fore_network_is_public (address));
  }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (open[i]);

    g_test_message ("%s", open[i]);
    g_assert_true (fore_network_is_public (address));
  }
}

static void
test_hosts (void)
{
  static const struct {
    const char *address;
    const char *host;
  } cases[] = {
    { "https://Example.ORG/x", "example.org" },
    { "https://example.org:443/x", "example.org" },
    { "http://example.org:443/x", "example.org:443" },
    { "http://example.org.:80/x", "example.org" },
    { "//example.org/x", "example.org" },
    { "HTTPS://user:pw@example.org/", "example.org" },
    { "https://b\xc3\xbc"
      "cher.example/",
      "xn--bcher-kva.example" },
    { "./x.png", NULL },
    { "data:image/png,x", NULL },
    { "ftp://example.org/", NULL },
    { "https:///x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *host = fore_assets_dup_host (cases[i].address);

    g_test_message ("%s", cases[i].address);
    g_assert_cmpstr (host, ==, cases[i].host);
  }
}

/* --- a server
 * --------------------------------------------------------------------------------------
 */

static void
test_name (void)
{
  static const struct {
    const char *address;
    const char *name;
  } cases[] = {
    { "./img/a%20b.png#x", "img/a b.png" },
    { "img/a b.png", "img/a b.png" },
    { "../a.png", "../a.png" },
    { "100%.png", "100%.png" },
    { "//example.org/A.png", "https://example.org/A.png" },
    { "HTTP://example.org/A.png?b", "http://example.org/A.png?b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = fore_assets_dup_name (cases[i].address);

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

typedef struct {
  SoupServer *server;
  char *host;
  char *cache_folder;
  ForeAssetCache *cache;
  ForeAssets *assets;
  GMainLoop *loop;
  guint n_requests;
  guint n_pending;
  GBytes *bytes;
  char *type;
  GError *error;
} Net;

static void
redirect (SoupServerMessage *message, const char *location)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, location);
}

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Net *net = user_data;
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);

  net->n_requests++;
  g_assert_null (soup_message_headers_get_one (asked, "Cookie"));
  g_assert_null (soup_message_headers_get_one (asked, "Referer"));
  g_assert_null (soup_message_headers_get_one (asked, "Accept-Encoding"));

  if (g_str_has_prefix (path, "/picture")) {
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, "picture",
                                      7);
  } else if (g_str_equal (path, "/page")) {
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>", 3);
  } else if (g_str_equal (path, "/loop")) {
    redirect (message, "/loop");
  } else if (g_str_equal (path, "/moved")) {
    redirect (message, "/picture");
  } else if (g_str_equal (path, "/away")) {
    redirect (message, "http://other.example/picture");
  } else if (g_str_equal (path, "/large")) {
    char *data = g_malloc0 (FORE_FETCH_MAX_BYTES + 1);

    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE, data,
                                      FORE_FETCH_MAX_BYTES + 1);
  } else if (g_str_equal (path, "/never")) {
    soup_server_message_pause (message);
  } else {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  }
}

static void
set_up_net (Net *net, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  memset (net, 0, sizeof *net);
  net->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (net->server, NULL, answer_cb, net, NULL);
  soup_server_listen_local (net->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (net->server);
  net->host = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  net->cache_folder = g_dir_make_tmp ("foredeck-XXXXXX", NULL);
  net->cache = fore_asset_cache_new (net->cache_folder);
  net->assets = fore_assets_new (net->cache);
  net->loop = g_main_loop_new (NULL, FALSE);
}

static void
forget (Net *net)
{
  g_clear_pointer (&net->bytes, g_bytes_unref);
  g_clear_pointer (&net->type, g_free);
  g_clear_error (&net->error);
}

static void
tear_down_net (Net *net, gconstpointer data)
{
  const char *arguments[] = { "rm", "-rf", net->cache_folder, NULL };

  forget (net);
  g_object_unref (net->assets);
  g_object_unref (net->cache);
  soup_server_disconnect (net->server);
  g_object_unref (net->server);
  g_main_loop_unref (net->loop);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                NULL, NULL, NULL);
  g_free (net->cache_folder);
  g_free (net->host);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Net *net = user_data;

  forget (net);
  net->bytes =
    fore_assets_load_finish (FORE_ASSETS (source), result, &net->type, &net->error);
  if (--net->n_pending == 0)
    g_main_loop_quit (net->loop);
}

static void
start (Net *net, const char *path)
{
  g_autofree char *address = g_strdup_printf ("http://%s%s", net->host, path);

  net->n_pending++;
  fore_assets_load_async (net->assets, address, NULL, loaded_cb, net);
}

static void
load (Net *net, const char *path)
{
  start (net, path);
  g_main_loop_run (net->loop);
}

static void
allow (Net *net)
{
  const char *hosts[] = { net->host, NULL };

  fore_assets_set_allowed_hosts (net->assets, hosts);
}

static void
test_net_leave (Net *net, gconstpointer data)
{
  load (net, "/picture");
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (net->n_requests, ==, 0);

  allow (net);
  load (net, "/picture");
  g_assert_no_error (net->error);
  g_assert_cmpuint (g_bytes_get_size (net->bytes), ==, 7);
  g_assert_cmpstr (net->type, ==, "image/png");
  g_assert_cmpuint (net->n_requests, ==, 1);
}

static void
test_net_once (Net *net, gconstpointer data)
{
  fore_assets_allow_host_once (net->assets, net->host);
  load (net, "/picture");
  g_assert_no_error (net->error);
}

/* One picture that is gone says nothing about the others. A host that is away is asked
 * once for all of them. */
static void
test_net_silence (Net *net, gconstpointer data)
{
  allow (net);
  load (net, "/gone");
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_FETCH);
  load (net, "/page");
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_FETCH);
  load (net, "/picture");
  g_assert_no_error (net->error);

  soup_server_disconnect (net->server);
  load (net, "/picture/first");
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_UNREACHABLE);
  load (net, "/picture/second");
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (net->error->message, "did not answer"));
  load (net, "/picture");
  g_assert_no_error (net->error);
}

static void
test_net_cache (Net *net, gconstpointer data)
{
  g_autoptr (ForeAssets) later = NULL;

  allow (net);
  load (net, "/picture");
  load (net, "/picture");
  g_assert_cmpuint (net->n_requests, ==, 1);

  /* Another run of the program, without a network and without leave. */
  soup_server_disconnect (net->server);
  later = fore_assets_new (net->cache);
  g_set_object (&net->assets, later);
  load (net, "/picture");
  g_assert_no_error (net->error);
  g_assert_cmpuint (g_bytes_get_size (net->bytes), ==, 7);
}

static void
test_net_broken_cache (Net *net, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  allow (net);
  load (net, "/picture");
  folder = g_dir_open (net->cache_folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (net->cache_folder, name, NULL);

    g_assert_true (g_file_set_contents (path, "Foredeck asset 1\nbroken", -1, NULL));
  }
  load (net, "/picture");
  g_assert_no_error (net->error);
  g_assert_cmpuint (net->n_requests, ==, 2);
}

static void
test_net_sharing (Net *net, gconstpointer data)
{
  allow (net);
  for (guint i = 0; i < 20; i++)
    start (net, "/picture");
  g_main_loop_run (net->loop);
  g_assert_no_error (net->error);
  g_assert_cmpuint (net->n_requests, ==, 1);
}

static void
test_net_refusals (Net *net, gconstpointer data)
{
  static const struct {
    const char *path;
    int code;
    const char *word;
  } cases[] = {
    { "/page", FORE_ERROR_FETCH, "not a picture" },
    { "/loop", FORE_ERROR_LIMIT, "address to address" },
    { "/away", FORE_ERROR_NOT_ALLOWED, "other.example" },
    { "/large", FORE_ERROR_LIMIT, "too large" },
    { "/gone", FORE_ERROR_FETCH, "404" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    /* Setting the hosts anew forgets that one did not answer. */
    allow (net);
    g_test_message ("%s", cases[i].path);
    load (net, cases[i].path);
    g_assert_error (net->error, FORE_ERROR, cases[i].code);
    g_assert_nonnull (strstr (net->error->message, cases[i].word));
  }
  allow (net);
  load (net, "/moved");
  g_assert_no_error (net->error);
}

static void
test_net_private (Net *net, gconstpointer data)
{
  /* "localhost" is allowed by name; so it may lead here. Another name for this computer
   * is not, and its address is looked at when it connects. */
  g_autofree char *address = g_strdup_printf ("http://%s/picture", net->host);
  g_autofree char *other = NULL;
  const char *port = strchr (net->host, ':') + 1;
  g_autofree char *named = g_strdup_printf ("localhost:%s", port);
  const char *hosts[] = { named, NULL };

  fore_assets_set_allowed_hosts (net->assets, hosts);
  other = g_strdup_printf ("http://%s/picture", named);
  net->n_pending++;
  fore_assets_load_async (net->assets, other, NULL, loaded_cb, net);
  g_main_loop_run (net->loop);
  g_assert_no_error (net->error);

  net->n_pending++;
  fore_assets_load_async (net->assets, address, NULL, loaded_cb, net);
  g_main_loop_run (net->loop);
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_NOT_ALLOWED);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Net *net = user_data;
  g_autoptr (ForeFetched) fetched =
    fore_fetcher_fetch_finish (FORE_FETCHER (source), result, &net->error);

  g_assert_null (fetched);
  g_main_loop_quit (net->loop);
}

static void
test_net_slow (Net *net, gconstpointer data)
{
  g_autoptr (ForeFetcher) fetcher =
    g_object_new (FORE_TYPE_FETCHER, "max-seconds", 1, NULL);
  g_autofree char *address = g_strdup_printf ("http://%s/never", net->host);
  const char *hosts[] = { net->host, NULL };

  fore_fetcher_fetch_async (fetcher, address, hosts, NULL, fetched_cb, net);
  g_main_loop_run (net->loop);
  g_assert_error (net->error, FORE_ERROR, FORE_ERROR_LIMIT);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_net_cancel (Net *net, gconstpointer data)
{
  g_autoptr (ForeFetcher) fetcher = fore_fetcher_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *address = g_strdup_printf ("http://%s/never", net->host);
  const char *hosts[] = { net->host, NULL };

  fore_fetcher_fetch_async (fetcher, address, hosts, cancellable, fetched_cb, net);
  g_idle_add (cancel_cb, cancellable);
  g_main_loop_run (net->loop);
  g_assert_error (net->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD_FILES(name, function)                                                        \
  g_test_add ("/assets/" name, Files, NULL, set_up_files, function, tear_down_files)
#define ADD_NET(name, function)                                                          \
  g_test_add ("/assets/" name, Net, NULL, set_up_net, function, tear_down_net)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_FILES ("folder/inside", test_folder_inside);
  ADD_FILES ("folder/outside", test_folder_outside);
  ADD_FILES ("folder/odd", test_folder_odd);
  g_test_add_func ("/assets/name", test_name);
  g_test_add_func ("/assets/network/addresses", test_network_addresses);
  g_test_add_func ("/assets/network/hosts", test_hosts);
  ADD_NET ("net/leave", test_net_leave);
  ADD_NET ("net/once", test_net_once);
  ADD_NET ("net/cache", test_net_cache);
  ADD_NET ("net/silence", test_net_silence);
  ADD_NET ("net/broken-cache", test_net_broken_cache);
  ADD_NET ("net/sharing", test_net_sharing);
  ADD_NET ("net/refusals", test_net_refusals);
  ADD_NET ("net/private", test_net_private);
  ADD_NET ("net/slow", test_net_slow);
  ADD_NET ("net/cancel", test_net_cancel);

  return g_test_run ();
}
