/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A deck that needs a picture of another host, which is this computer. */

#include "fore-editor.h"
#include "fore-offline-button.h"

#include "app-fixture.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct {
  SoupServer *server;
  char *host;
  const char *content;
} Host;

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Host *host = user_data;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "image/svg+xml", SOUP_MEMORY_COPY,
                                    host->content, strlen (host->content));
}

static void
start_host (Host *host)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  host->content = "<svg xmlns='http://www.w3.org/2000/svg'/>";
  host->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (host->server, NULL, answer_cb, host, NULL);
  soup_server_listen_local (host->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (host->server);
  host->host = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
stop_host (Host *host)
{
  soup_server_disconnect (host->server);
  g_object_unref (host->server);
  g_free (host->host);
}

static GtkWidget *
find_button (ForeWindow *window)
{
  return find_widget (GTK_WIDGET (window), FORE_TYPE_OFFLINE_BUTTON, NULL, NULL);
}

static gboolean
says (ForeWindow *window, const char *text)
{
  return find_widget (find_button (window), GTK_TYPE_LABEL, "label", text) != NULL;
}

static GFile *
write_deck (AppFixture *fixture, const Host *host)
{
  g_autofree char *text =
    g_strdup_printf ("# A\n\n![](http://%s/picture.svg)\n", host->host);

  return app_fixture_write (fixture, "remote.md", text);
}

static void
test_needs_nothing (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  g_assert_false (gtk_widget_get_visible (find_button (window)));
}

static void
test_fetches_and_announces (AppFixture *fixture, gconstpointer unused)
{
  Host host = { NULL };
  g_autoptr (GFile) file = NULL;
  ForeWindow *window;
  ForeAssets *assets;

  start_host (&host);
  file = write_deck (fixture, &host);
  window = app_fixture_open (fixture, file);
  wait_until (says (window, "1 file missing offline"));
  g_assert_true (gtk_widget_get_visible (find_button (window)));

  assets = fore_editor_get_assets (fore_window_get_editor (window));
  fore_assets_allow_host_once (assets, host.host);
  wait_until (says (window, "Ready offline"));

  host.content = "<svg xmlns='http://www.w3.org/2000/svg' width='2'/>";
  gtk_widget_activate_action (find_button (window), "offline.refresh", NULL);
  wait_until (says (window, "1 file has changed"));
  gtk_widget_activate_action (find_button (window), "offline.take-newer", NULL);
  wait_until (says (window, "Ready offline"));

  gtk_widget_activate_action (find_button (window), "offline.forget", NULL);
  wait_until (says (window, "1 file missing offline"));
  stop_host (&host);
}

static void
test_freezes (AppFixture *fixture, gconstpointer unused)
{
  Host host = { NULL };
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *picture = NULL;
  ForeWindow *window;
  GtkTextBuffer *buffer;

  start_host (&host);
  file = write_deck (fixture, &host);
  window = app_fixture_open (fixture, file);
  fore_assets_allow_host_once (fore_editor_get_assets (fore_window_get_editor (window)),
                               host.host);
  wait_until (says (window, "Ready offline"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.freeze", NULL);
  wait_until (!gtk_widget_get_visible (find_button (window)));

  text = app_fixture_read (fixture, "remote.md");
  g_assert_cmpstr (text, ==, "# A\n\n![](remote-assets/picture.svg)\n");
  picture = app_fixture_read (fixture, "remote-assets/picture.svg");
  g_assert_cmpstr (picture, ==, host.content);
  buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fore_window_get_document (window)));
  g_assert_true (gtk_text_buffer_get_can_undo (buffer));
  stop_host (&host);
}

static void
add_tests (void)
{
  app_test ("/offline-button/needs-nothing", test_needs_nothing);
  app_test ("/offline-button/fetches-and-announces", test_fetches_and_announces);
  app_test ("/offline-button/freezes", test_freezes);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
