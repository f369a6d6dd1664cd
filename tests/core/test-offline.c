/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* With a server on this computer that tells versions apart. */

#include "fore-offline.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct {
  SoupServer *server;
  char *host;
  char *folder;
  ForeAssetCache *cache;
  ForeAssets *assets;
  ForeOffline *offline;
  const char *version;
  gboolean knows_conditions;
  guint n_sent;
  guint n_unchanged;
} Fixture;

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Fixture *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *known = soup_message_headers_get_one (
    soup_server_message_get_request_headers (message), "If-None-Match");
  g_autofree char *etag = g_strdup_printf ("\"%s\"", self->version);

  if (g_str_equal (path, "/gone.png")) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
    return;
  }
  if (self->knows_conditions)
    soup_message_headers_append (headers, "ETag", etag);
  if (self->knows_conditions && g_strcmp0 (known, etag) == 0) {
    self->n_unchanged++;
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    return;
  }
  self->n_sent++;
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, self->version,
                                    strlen (self->version));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->host = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  self->folder = g_dir_make_tmp ("foredeck-offline-XXXXXX", NULL);
  self->cache = fore_asset_cache_new (self->folder);
  self->assets = fore_assets_new (self->cache);
  self->offline = fore_offline_new (self->assets);
  self->version = "first";
  self->knows_conditions = data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *remove[] = { "rm", "-rf", self->folder, NULL };

  g_object_unref (self->offline);
  g_object_unref (self->assets);
  g_object_unref (self->cache);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                NULL, NULL);
  g_free (self->folder);
  g_free (self->host);
}

/* Until a report comes while nobody is asked any more. */
static void
changed_cb (ForeOffline *offline, gboolean *done)
{
  *done = fore_offline_get_n_busy (offline) == 0;
}

static void
settle (Fixture *self, void (*act) (ForeOffline *))
{
  gboolean done = FALSE;
  gulong id = g_signal_connect (self->offline, "changed", G_CALLBACK (changed_cb), &done);

  if (act != NULL)
    act (self->offline);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->offline, id);
}

static void
show (Fixture *self, const char *format)
{
  g_autofree char *text = g_strdup (format);
  g_auto (GStrv) parts = g_strsplit (text, "HOST", -1);
  g_autofree char *deck_text = g_strjoinv (self->host, parts);
  g_autoptr (GBytes) bytes = g_bytes_new (deck_text, strlen (deck_text));
  g_autoptr (ForeDeck) deck = fore_deck_parse (bytes, NULL);

  fore_offline_set_deck (self->offline, deck);
  settle (self, NULL);
}

static ForeRemoteAsset *
get (Fixture *self, guint i)
{
  return g_ptr_array_index (fore_offline_get_assets (self->offline), i);
}

static char *
dup_content (Fixture *self, const char *name)
{
  g_autofree char *address = g_strdup_printf ("http://%s/%s", self->host, name);
  g_autoptr (GBytes) bytes = fore_asset_cache_lookup (self->cache, address, NULL);

  return bytes != NULL
           ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
           : NULL;
}

static void
test_fetches_what_is_allowed (Fixture *self, gconstpointer data)
{
  const char *deck = "![](http://HOST/a.png) ![](http://HOST/a.png) "
                     "[link](http://HOST/l.png) ![](here.png)\n\n---\n\n"
                     "![](http://HOST/gone.png) ![](https://other.invalid/b.png)\n";

  show (self, deck);
  g_assert_cmpuint (fore_offline_get_assets (self->offline)->len, ==, 3);
  g_assert_cmpuint (self->n_sent, ==, 0);
  g_assert_false (get (self, 0)->is_allowed);

  fore_assets_allow_host_once (self->assets, self->host);
  settle (self, NULL);
  while (fore_offline_get_n_busy (self->offline) > 0)
    settle (self, NULL);
  g_assert_cmpuint (self->n_sent, ==, 1);
  g_assert_true (get (self, 0)->is_here);
  g_assert_cmpuint (get (self, 0)->size, ==, 5);
  g_assert_cmpint (get (self, 0)->fetched, >, 0);
  g_assert_false (get (self, 1)->is_here);
  g_assert_nonnull (strstr (get (self, 1)->trouble, "404"));
  g_assert_cmpstr (get (self, 2)->host, ==, "other.invalid");
  g_assert_false (get (self, 2)->is_allowed);
  g_assert_cmpuint (fore_offline_get_n_here (self->offline), ==, 1);
}

static void
start (Fixture *self)
{
  fore_assets_allow_host_once (self->assets, self->host);
  show (self, "![](http://HOST/a.png)\n");
  while (fore_offline_get_n_here (self->offline) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_asks_for_changes_alone (Fixture *self, gconstpointer data)
{
  start (self);
  settle (self, fore_offline_refresh);
  while (fore_offline_get_n_busy (self->offline) > 0)
    settle (self, NULL);
  g_assert_cmpuint (self->n_sent, ==, self->knows_conditions ? 1 : 2);
  g_assert_cmpuint (self->n_unchanged, ==, self->knows_conditions ? 1 : 0);
  g_assert_false (get (self, 0)->has_newer);
  /* What the host calls it is still known. */
  settle (self, fore_offline_refresh);
  while (fore_offline_get_n_busy (self->offline) > 0)
    settle (self, NULL);
  g_assert_cmpuint (self->n_unchanged, ==, self->knows_conditions ? 2 : 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_newer_waits (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_replaced = 0;

  start (self);
  g_signal_connect_swapped (self->offline, "replaced", G_CALLBACK (count_cb),
                            &n_replaced);
  self->version = "second";
  settle (self, fore_offline_refresh);
  while (fore_offline_get_n_busy (self->offline) > 0)
    settle (self, NULL);
  before = dup_content (self, "a.png");
  g_assert_cmpstr (before, ==, "first");
  g_assert_true (get (self, 0)->has_newer);
  g_assert_cmpuint (fore_offline_get_n_newer (self->offline), ==, 1);
  g_assert_cmpuint (n_replaced, ==, 0);

  settle (self, fore_offline_take_newer);
  after = dup_content (self, "a.png");
  g_assert_cmpstr (after, ==, "second");
  g_assert_cmpuint (fore_offline_get_n_newer (self->offline), ==, 0);
  g_assert_cmpuint (n_replaced, ==, 1);
}

static void
test_forgets (Fixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;

  start (self);
  self->version = "second";
  settle (self, fore_offline_refresh);
  while (fore_offline_get_n_busy (self->offline) > 0)
    settle (self, NULL);
  settle (self, fore_offline_forget);
  content = dup_content (self, "a.png");
  g_assert_null (content);
  g_assert_cmpuint (fore_offline_get_n_here (self->offline), ==, 0);
  g_assert_cmpuint (fore_offline_get_n_newer (self->offline), ==, 0);
}

#define ADD(path, data, function)                                                        \
  g_test_add ("/offline/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fetches", NULL, test_fetches_what_is_allowed);
  ADD ("conditions", NULL, test_asks_for_changes_alone);
  ADD ("conditions/unknown", "", test_asks_for_changes_alone);
  ADD ("newer-waits", NULL, test_newer_waits);
  ADD ("forgets", NULL, test_forgets);
  return g_test_run ();
}
