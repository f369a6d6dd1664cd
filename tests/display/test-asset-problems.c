/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What is said of pictures that cannot be shown: files, and those of a server on this
 * computer. */

#include "app-fixture.h"
#include "fore-problem-model.h"

#include <libsoup/soup.h>
#include <string.h>

static ForeProblemModel *
problems_of (ForeWindow *window)
{
  return fore_document_get_problems (fore_window_get_document (window));
}

/* Waits until so many pictures are known to be wrong. */
static void
wait_for_problems (ForeWindow *window, guint n)
{
  ForeProblemModel *problems = problems_of (window);

  wait_until (fore_problem_model_get_n_problems (problems, FORE_SEVERITY_WARNING) == n);
}

/* Among other problems, which are passed over. */
static void
assert_problem (ForeWindow *window, guint nth, guint line, const char *words)
{
  ForeDiagnostic *diagnostic;
  guint position = 0;

  while ((diagnostic = fore_problem_model_get_diagnostic (problems_of (window),
                                                          position++)) != NULL) {
    if (g_str_equal (fore_diagnostic_get_rule (diagnostic), "asset") && nth-- == 0)
      break;
  }
  g_assert_nonnull (diagnostic);
  g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "asset");
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, line);
  if (strstr (fore_diagnostic_get_message (diagnostic), words) == NULL)
    g_error ("“%s” is not in: %s", words, fore_diagnostic_get_message (diagnostic));
}

static void
write_bytes (AppFixture *fixture, const char *name, const void *data, gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
test_files (AppFixture *fixture, gconstpointer unused)
{
  static const guint8 huge[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0,    0, 0,
                                 13,   'I',  'H', 'D', 'R',  0,    0,    0x75, 0x30, 0, 0,
                                 0x75, 0x30, 8,   2,   0,    0,    0 };
  static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>";
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "wrong.md",
                       "# not-here.png and here.svg\n\n![A](./here.svg)\n\n---\n\n"
                       "![A](./img/not%20here.png)\n\n![A](./huge.png)\n\n"
                       "<img alt='' src='../outside.png'>\n\n![A](./not-here.png)\n"
                       "![A](./not-here.png)\n\n---\n\n![A](./not-here.png)\n");
  ForeWindow *window;

  write_bytes (fixture, "huge.png", huge, sizeof huge);
  write_bytes (fixture, "here.svg", drawing, strlen (drawing));
  window = app_fixture_open (fixture, file);
  wait_for_problems (window, 5);
  assert_problem (window, 0, 7, "img/not%20here.png");
  assert_problem (window, 1, 9, "30000 × 30000");
  assert_problem (window, 2, 11, "../outside.png");
  assert_problem (window, 3, 13, "“not-here.png” could not be read");
  assert_problem (window, 4, 18, "“not-here.png” could not be read");

  type_text (window, "\n");
  wait_until (fore_diagnostic_get_line (
                fore_problem_model_get_diagnostic (problems_of (window), 4)) == 19);

  /* It goes from both slides when the file is there. */
  write_bytes (fixture, "not-here.png", drawing, strlen (drawing));
  fore_stage_reload_assets (fore_editor_get_stage (fore_window_get_editor (window)));
  wait_for_problems (window, 3);
  assert_problem (window, 2, 12, "../outside.png");
}

static void
test_mended (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "wrong.md", "![A](./gone.png)\n");
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkTextBuffer *buffer =
    GTK_TEXT_BUFFER (fore_document_get_buffer (fore_window_get_document (window)));

  wait_for_problems (window, 1);
  g_assert_nonnull (
    find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "label", "1 problem"));
  gtk_text_buffer_set_text (buffer, "# Without\n", -1);
  wait_for_problems (window, 0);
  g_assert_null (find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "label", "1 problem"));
}

/* Two kilobytes that ask for a billion elements never reach the page, which would hang.
 */
static void
test_drawing (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "wrong.md", "# One\n\n![A](./laughs.svg)\n");
  g_autoptr (GString) drawing =
    g_string_new ("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g "
                  "id='p0'><rect/></g>");
  ForeWindow *window;

  for (guint level = 1; level <= 9; level++) {
    g_string_append_printf (drawing, "<g id='p%u'>", level);
    for (guint i = 0; i < 10; i++)
      g_string_append_printf (drawing, "<use href='#p%u'/>", level - 1);
    g_string_append (drawing, "</g>");
  }
  g_string_append (drawing, "</svg>");
  write_bytes (fixture, "laughs.svg", drawing->str, drawing->len);
  window = app_fixture_open (fixture, file);
  wait_for_problems (window, 1);
  assert_problem (window, 0, 3, "repeats its parts");
  wait_until (
    fore_stage_get_settled (fore_editor_get_stage (fore_window_get_editor (window))));
}

/* --- a server
 * ------------------------------------------------------------------------------ */

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  if (g_str_equal (path, "/page.png")) {
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>", 3);
  } else if (g_str_equal (path, "/large.png")) {
    const gsize length = 25 * 1024 * 1024 + 1;

    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE,
                                      g_malloc0 (length), length);
  } else if (g_str_equal (path, "/away.png")) {
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND,
                                      "http://other.invalid/a.png");
  } else {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  }
}

static char *
listen_locally (SoupServer *server)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;
  char *host;

  soup_server_add_handler (server, NULL, answer_cb, NULL, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  host = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return host;
}

static void
allow (AppFixture *fixture, const char *host)
{
  const char *hosts[] = { host, NULL };

  g_settings_set_strv (fore_application_get_settings (fixture->application),
                       "allowed-hosts", hosts);
}

static void
test_hosts (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autofree char *host = listen_locally (server);
  g_autofree char *text =
    g_strdup_printf ("![A](http://%s/page.png)\n\n![A](http://%s/large.png)\n\n"
                     "![A](http://%s/away.png)\n\n![A](http://%s/gone.png)\n\n"
                     "![A](http://not-allowed.invalid/a.png)\n",
                     host, host, host, host);
  g_autoptr (GFile) file = app_fixture_write (fixture, "wrong.md", text);
  ForeWindow *window;

  allow (fixture, host);
  window = app_fixture_open (fixture, file);
  /* The last one has its bar. */
  wait_for_problems (window, 4);
  assert_problem (window, 0, 1, "not a picture");
  assert_problem (window, 1, 3, "too large");
  assert_problem (window, 2, 5, "not allowed");
  assert_problem (window, 3, 7, "404");
  soup_server_disconnect (server);
}

static void
test_silent_host (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autofree char *host = listen_locally (server);
  g_autofree char *text = g_strdup_printf ("# One\n\n![A](http://%s/a.png)\n", host);
  g_autoptr (GFile) file = app_fixture_write (fixture, "wrong.md", text);
  ForeWindow *window;

  soup_server_disconnect (server);
  allow (fixture, host);
  window = app_fixture_open (fixture, file);
  wait_for_problems (window, 1);
  assert_problem (window, 0, 3, host);
}

static void
add_tests (void)
{
  app_test ("/asset-problems/files", test_files);
  app_test ("/asset-problems/mended", test_mended);
  app_test ("/asset-problems/drawing", test_drawing);
  app_test ("/asset-problems/hosts", test_hosts);
  app_test ("/asset-problems/silent-host", test_silent_host);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
