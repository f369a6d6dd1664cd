/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Pictures that are small as files and huge when drawn, and hosts that send too much, too
 * slowly or without end: each ends, and says why. */

#include "fore-address.h"
#include "fore-assets.h"
#include "fore-drawing.h"
#include "fore-error.h"
#include "fore-fetch.h"
#include "fore-network.h"
#include "fore-picture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* --- pictures
 * --------------------------------------------------------------------------------- */

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
#define WEBP "RIFF\0\0\0\0WEBP"

static const struct {
  const char *name;
  const char *head;
  gsize length;
  guint32 width;
  guint32 height;
} pictures[] = {
#define HEAD(text) text, sizeof text - 1
  { "png", HEAD (PNG "\0\0\xea\x60\0\0\xea\x60"), 60000, 60000 },
  { "small.png", HEAD (PNG "\0\0\0\x10\0\0\0\x20"), 16, 32 },
  { "png that ends", HEAD (PNG "\xff\xff"), 0xffff0000, 0 },
  { "gif", HEAD ("GIF89a\x60\xea\x60\xea"), 60000, 60000 },
  { "jpeg",
    HEAD ("\xff\xd8\xff\xe0\0\4ab\xff\xff\xc4\0\2\xff\xc2\0\x0b\x08\xea\x60\xea\x61\1"),
    60001, 60000 },
  { "webp", HEAD (WEBP "VP8X\x0a\0\0\0\0\0\0\0\x5f\xea\0\x60\xea\0"), 60000, 60001 },
  { "webp, lossless", HEAD (WEBP "VP8L\0\0\0\0\x2f\xff\xff\xff\x0f"), 16384, 16384 },
  { "webp, lossy", HEAD (WEBP "VP8 \0\0\0\0\0\0\0\x9d\1\x2a\xff\x3f\xff\x3f"), 16383,
    16383 },
  { "avif",
    HEAD ("\0\0\0\x10"
          "ftypavif\0\0\0\0\0\0\0\x14ispe\0\0\0\0\0\0\xea\x60\0\0\xea\x60"),
    60000, 60000 },
  { "bmp", HEAD ("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x60\xea\0\0\xa0\x15\xff\xff"),
    60000, 60000 },
};

static void
test_pictures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
    ForePicture picture;

    g_test_message ("%s", pictures[i].name);
    g_assert_true (fore_picture_read (&picture, pictures[i].head, pictures[i].length));
    g_assert_cmpuint (picture.width, ==, pictures[i].width);
    g_assert_cmpuint (picture.height, ==, pictures[i].height);
    g_assert_true (fore_picture_is_too_large (&picture) ==
                   (picture.width >= 16383 && picture.height >= 16383));
  }
}

/* Any number of bytes of a picture, and what is none. */
static void
test_broken_pictures (void)
{
  ForePicture picture;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
    for (gsize length = 0; length < pictures[i].length; length++) {
      g_autofree char *head = g_memdup2 (pictures[i].head, length);

      if (!fore_picture_read (&picture, head, length))
        g_assert_cmpuint (picture.width, ==, 0);
    }
  }
  g_assert_false (fore_picture_read (&picture, "<svg width='60000'/>", 20));
  g_assert_false (
    fore_picture_read (&picture, "\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0", 12));
}

static char *
make_address (guint i, gboolean is_base64)
{
  g_autofree char *data =
    is_base64
      ? g_base64_encode ((const guchar *) pictures[i].head, pictures[i].length)
      : g_uri_escape_bytes ((const guint8 *) pictures[i].head, pictures[i].length, NULL);

  return g_strconcat (is_base64 ? "data:image/x;base64," : "data:image/x,", data, NULL);
}

static void
test_addresses (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (pictures); i++) {
    g_autofree char *address = make_address (i / 2, i % 2);
    g_autofree char *clean = fore_address_clean (address, FORE_ADDRESS_IMAGE, NULL);
    gboolean is_large = pictures[i / 2].width > 1000 && pictures[i / 2].height > 1000;

    g_test_message ("%s", address);
    g_assert_true ((clean == NULL) == is_large);
  }
}

/* --- drawings
 * --------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  const char *drawing; /* its %s is made of parts of ten of the part before */
  gboolean is_large;
} drawings[] = {
  { "laughs", "<svg><g id='p0'><rect/></g>%s<use href='#p8'/></svg>", TRUE },
  { "few laughs", "<svg><g id='p0'><rect/></g>%s<use href='#p3'/></svg>", FALSE },
  { "not shown", "<svg><defs><g id='p0'><rect/></g>%s</defs></svg>", TRUE },
  { "referred to", "<svg><g id='p0'><rect/></g>%s<use href='&#35;p8' /></svg>", TRUE },
  { "in a comment", "<svg><!-- <g id='p0'><rect/></g>%s --></svg>", FALSE },
  { "a circle", "<svg><g id='a'><use href='#a'/><use href='#a'/></g></svg>", FALSE },
  { "an entity", "<!DOCTYPE svg [<!ENTITY s 'http://x'>]><svg a='&s;'></svg>", FALSE },
  { "entities", "<!DOCTYPE svg [<!ENTITY s 'x'><!ENTITY t '&s;&s;'>]><svg/>", TRUE },
  { "markup", "<!DOCTYPE svg [<!ENTITY s '<use/>'>]><svg>&s;</svg>", TRUE },
  { "no drawing", "<g id='p0'/>%s", FALSE },
};

static char *
make_drawing (guint i)
{
  GString *parts = g_string_new (NULL);
  GString *drawing = g_string_new (drawings[i].drawing);
  guint depth = drawings[i].is_large ? 8 : 3;

  for (guint level = 1; level <= depth; level++) {
    g_string_append_printf (parts, "<g id=\"p%u\">", level);
    for (guint n = 0; n < 10; n++)
      g_string_append_printf (parts, "<use  xlink:href = '#p%u' x='/'/>\n", level - 1);
    g_string_append (parts, "</g>");
  }
  g_string_replace (drawing, "%s", parts->str, 0);
  g_string_free (parts, TRUE);

  return g_string_free (drawing, FALSE);
}

static void
test_drawings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++) {
    g_autofree char *drawing = make_drawing (i);
    g_autofree char *data = g_base64_encode ((const guchar *) drawing, strlen (drawing));
    g_autofree char *address = g_strconcat ("data:image/svg+xml;base64,", data, NULL);
    g_autofree char *clean = fore_address_clean (address, FORE_ADDRESS_IMAGE, NULL);

    g_test_message ("%s", drawings[i].name);
    g_assert_true (fore_drawing_is_too_large (drawing, strlen (drawing)) ==
                   drawings[i].is_large);
    g_assert_true ((clean == NULL) == drawings[i].is_large);
  }
}

/* Each part of a drawing, as it might be cut, and one that is nested without end. */
static void
test_broken_drawings (void)
{
  g_autofree char *drawing = make_drawing (1);
  g_autoptr (GString) nested = g_string_new ("<svg>");

  for (gsize length = 0; length < strlen (drawing); length++)
    g_assert_false (fore_drawing_is_too_large (drawing, length));
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (nested, "<g id='%u'>", i);
  g_assert_true (fore_drawing_is_too_large (nested->str, nested->len));
}

/* A drawing that is large because it was written so: a map of a million lines. */
static void
test_long_drawing (void)
{
  g_autoptr (GString) drawing = g_string_new ("<svg><g id='g'>");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (drawing, "<path d='M0 0'/>");
  g_string_append (drawing, "</g><use href='#g'/></svg>");
  g_assert_false (fore_drawing_is_too_large (drawing->str, drawing->len));
}

/* --- hosts
 * ------------------------------------------------------------------------------------ */

typedef struct {
  GSocketService *service;
  GMainLoop *loop;
  char *host;
  char *port;
  const char *greeting;
  gsize greeting_length;
  /* Comes again and again after that, whole, or a byte at a time. */
  const char *refrain;
  gboolean is_slow;
  /* Those who ask something. */
  guint n_visitors;
  /* Those who are not done. */
  guint n_visits;
  guint n_ticks;
  guint64 n_bytes;
  GCancellable *cancellable;
  GError *error;
  GBytes *bytes;
} Host;

typedef struct {
  Host *host;
  GSocketConnection *connection;
  gsize at;
} Visit;

static void
visit_free (Visit *visit)
{
  visit->host->n_visits--;
  g_object_unref (visit->connection);
  g_free (visit);
}

static void send_more (Visit *visit);

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = g_output_stream_write_finish (G_OUTPUT_STREAM (source), result, &error);

  /* The other side may have had enough. */
  if (n < 0) {
    visit_free (visit);
    return;
  }
  visit->at += (gsize) n;
  visit->host->n_bytes += (guint64) n;
  send_more (visit);
}

static gboolean
slow_cb (gpointer user_data)
{
  Visit *visit = user_data;

  g_output_stream_write_async (
    g_io_stream_get_output_stream (G_IO_STREAM (visit->connection)), visit->host->refrain,
    1, G_PRIORITY_DEFAULT, visit->host->cancellable, sent_cb, visit);

  return G_SOURCE_REMOVE;
}

static void
send_more (Visit *visit)
{
  Host *host = visit->host;
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (visit->connection));

  if (visit->at < host->greeting_length)
    g_output_stream_write_async (output, host->greeting + visit->at,
                                 host->greeting_length - visit->at, G_PRIORITY_DEFAULT,
                                 host->cancellable, sent_cb, visit);
  else if (host->refrain == NULL)
    visit_free (visit);
  else if (host->is_slow)
    g_timeout_add (10, slow_cb, visit);
  else
    g_output_stream_write_async (output, host->refrain, strlen (host->refrain),
                                 G_PRIORITY_DEFAULT, host->cancellable, sent_cb, visit);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr (GBytes) asked =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);

  if (asked == NULL || g_bytes_get_size (asked) == 0) {
    visit_free (visit);
  } else {
    visit->host->n_visitors++;
    send_more (visit);
  }
}

static gboolean
incoming_cb (Host *host, GSocketConnection *connection)
{
  Visit *visit = g_new0 (Visit, 1);

  host->n_visits++;
  visit->host = host;
  visit->connection = g_object_ref (connection);
  g_input_stream_read_bytes_async (
    g_io_stream_get_input_stream (G_IO_STREAM (connection)), 4096, G_PRIORITY_DEFAULT,
    host->cancellable, asked_cb, visit);

  return TRUE;
}

static void
set_up (Host *host, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint16 port;

  host->service = g_socket_service_new ();
  port =
    g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (host->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (host->service, "incoming", G_CALLBACK (incoming_cb), host);
  host->port = g_strdup_printf ("%u", port);
  host->host = g_strdup_printf ("127.0.0.1:%u", port);
  host->loop = g_main_loop_new (NULL, FALSE);
  host->cancellable = g_cancellable_new ();
}

static void
tear_down (Host *host, gconstpointer data)
{
  g_cancellable_cancel (host->cancellable);
  while (host->n_visits > 0)
    g_main_context_iteration (NULL, TRUE);
  g_socket_service_stop (host->service);
  g_object_unref (host->service);
  g_object_unref (host->cancellable);
  g_main_loop_unref (host->loop);
  g_clear_error (&host->error);
  g_clear_pointer (&host->bytes, g_bytes_unref);
  g_free (host->host);
  g_free (host->port);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Host *host = user_data;
  g_autoptr (ForeFetched) fetched =
    fore_fetcher_fetch_finish (FORE_FETCHER (source), result, &host->error);

  if (fetched != NULL)
    host->bytes = g_bytes_ref (fetched->bytes);
  g_main_loop_quit (host->loop);
}

static gboolean
tick_cb (gpointer user_data)
{
  ((Host *) user_data)->n_ticks++;

  return G_SOURCE_CONTINUE;
}

/* Fetches from a host that was allowed by the name it is written by. */
static void
fetch_by (Host *host, const char *name)
{
  g_autoptr (ForeFetcher) fetcher =
    g_object_new (FORE_TYPE_FETCHER, "max-seconds", 2, NULL);
  g_autofree char *address = g_strdup_printf ("http://%s/a.png", name);
  const char *hosts[] = { name, NULL };
  guint ticks = g_timeout_add (5, tick_cb, host);

  g_clear_error (&host->error);
  g_clear_pointer (&host->bytes, g_bytes_unref);
  host->n_bytes = host->n_ticks = 0;
  fore_fetcher_fetch_async (fetcher, address, hosts, NULL, fetched_cb, host);
  g_main_loop_run (host->loop);
  g_source_remove (ticks);
}

static void
greet (Host *host, const char *greeting, const char *refrain)
{
  host->greeting = greeting;
  host->greeting_length = strlen (greeting);
  host->refrain = refrain;
}

static const char filling[] =
  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz: b\r\n";

static void
test_endless_body (Host *host, gconstpointer data)
{
  greet (host, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", filling);
  fetch_by (host, host->host);
  g_assert_error (host->error, FORE_ERROR, FORE_ERROR_LIMIT);
  g_assert_cmpuint (host->n_ticks, >, 0);
}

/* Of a header that goes on and on no more is read than there is patience. */
static void
test_endless_head (Host *host, gconstpointer data)
{
  greet (host, "HTTP/1.1 200 OK\r\n", filling);
  fetch_by (host, host->host);
  g_assert_nonnull (host->error);
  g_assert_true (host->error->domain == FORE_ERROR);
  g_assert_cmpuint (host->n_bytes, <, FORE_FETCH_MAX_BYTES);
}

/* A byte now and then, so that it never falls silent. The program goes on meanwhile. */
static void
test_slow (Host *host, gconstpointer data)
{
  static const char *const greetings[] = {
    "HTTP/1.1 200 OK\r\n",
    "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
  };

  host->is_slow = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++) {
    greet (host, greetings[i], "a");
    fetch_by (host, host->host);
    g_assert_error (host->error, FORE_ERROR, FORE_ERROR_LIMIT);
    g_assert_cmpuint (host->n_ticks, >=, 10);
  }
}

/* What is packed is not unpacked: it is no picture then, but it is no larger either. */
static void
test_packed (Host *host, gconstpointer data)
{
  static const char *const encodings[] = { "gzip", "deflate", "br", "x-gzip",
                                           "gzip, gzip" };
  g_autofree char *zeros = g_malloc0 (64 * 1024 * 1024);
  g_autoptr (GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) plain =
    g_memory_input_stream_new_from_data (zeros, 64 * 1024 * 1024, NULL);
  g_autoptr (GInputStream) packed =
    g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autofree char *body = g_malloc (1024 * 1024);
  gsize length;

  g_assert_true (
    g_input_stream_read_all (packed, body, 1024 * 1024, &length, NULL, NULL));
  g_assert_cmpuint (length, <, 100 * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autofree char *head =
      g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
                       "Content-Encoding: %s\r\n"
                       "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                       encodings[i], length);
    g_autoptr (GString) all = g_string_new (head);

    g_string_append_len (all, body, (gssize) length);
    host->greeting = all->str;
    host->greeting_length = all->len;
    fetch_by (host, host->host);
    g_assert_no_error (host->error);
    g_assert_cmpuint (g_bytes_get_size (host->bytes), ==, length);
  }
}

/* A resolver that finds this computer, or a network, behind names of the internet. */
typedef struct {
  GResolver parent_instance;
} OwnResolver;

typedef GResolverClass OwnResolverClass;

GType own_resolver_get_type (void);
G_DEFINE_TYPE (OwnResolver, own_resolver, G_TYPE_RESOLVER)

static void
own_resolver_init (OwnResolver *self)
{
}

static void
look_up_async (GResolver *resolver,
               const char *name,
               GResolverNameLookupFlags flags,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  g_auto (GStrv) parts = g_strsplit (name, ".to-", 2);
  GInetAddress *address = g_inet_address_new_from_string (parts[1]);

  if ((flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) != 0) {
    g_object_unref (address);
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "None");
  } else {
    g_task_return_pointer (task, g_list_prepend (NULL, address), NULL);
  }
}

static GList *
look_up_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
own_resolver_class_init (OwnResolverClass *class)
{
  class->lookup_by_name_with_flags_async = look_up_async;
  class->lookup_by_name_with_flags_finish = look_up_finish;
}

/* A name that does not say so, and yet is this computer: also one that was allowed. */
static void
test_hidden_names (Host *host, gconstpointer data)
{
  static const char *const addresses[] = {
    "127.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "127.1.2.3",
  };
  g_autoptr (GResolver) resolver = g_object_new (own_resolver_get_type (), NULL);

  greet (host, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\na",
         NULL);
  g_resolver_set_default (resolver);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *name =
      g_strdup_printf ("example.to-%s:%s", addresses[i], host->port);

    g_test_message ("%s", name);
    fetch_by (host, name);
    g_assert_error (host->error, FORE_ERROR, FORE_ERROR_PRIVATE);
    g_assert_cmpuint (host->n_visitors, ==, 0);
  }
  fetch_by (host, host->host);
  g_assert_no_error (host->error);
  g_assert_cmpuint (host->n_visitors, ==, 1);
}

/* A host that was allowed sends us on to this computer, under any of its names. */
static void
test_redirects (Host *host, gconstpointer data)
{
  static const char *const names[] = {
    "localhost",       "0.0.0.0",        "[::]",      "[::1]",     "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "2130706433",     "0x7f.1",    "127.0.0.2", "127.0.0.1.",
    "localhost.",      "user@localhost", "LOCALHOST",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *greeting =
      g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: http://%s:1/b.png\r\n"
                       "Content-Length: 0\r\n\r\n",
                       names[i]);

    g_test_message ("%s", names[i]);
    greet (host, greeting, NULL);
    host->n_visitors = 0;
    fetch_by (host, host->host);
    g_assert_error (host->error, FORE_ERROR, FORE_ERROR_NOT_ALLOWED);
    g_assert_cmpuint (host->n_visitors, ==, 1);
  }
}

static void
test_names (void)
{
  static const char *const here[] = {
    "localhost", "127.0.0.1", "127.9.9.9",        "::1",
    "::",        "0.0.0.0",   "::ffff:127.0.0.1", "fe80::1"
  };
  static const char *const elsewhere[] = { "2130706433",        "127.1",
                                           "localhost.example", "10.0.0.1",
                                           "example.org",       "" };

  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    g_assert_true (fore_network_names_here (here[i]));
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_assert_false (fore_network_names_here (elsewhere[i]));
}

/* --- a folder
 * ---------------------------------------------------------------------------------- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Host *host = user_data;

  host->bytes =
    fore_assets_load_finish (FORE_ASSETS (source), result, NULL, &host->error);
  g_main_loop_quit (host->loop);
}

static void
test_folder (Host *host, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("foredeck-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (ForeAssets) assets = fore_assets_new (NULL);
  g_autofree char *name = g_build_filename (path, "a.png", NULL);

  fore_assets_set_folder (assets, folder);
  g_assert_true (
    g_file_set_contents (name, pictures[0].head, (gssize) pictures[0].length, NULL));
  fore_assets_load_async (assets, "a.png", NULL, loaded_cb, host);
  g_main_loop_run (host->loop);
  g_assert_error (host->error, FORE_ERROR, FORE_ERROR_LIMIT);
  g_assert_nonnull (strstr (host->error->message, "60000 × 60000"));

  g_assert_cmpint (g_unlink (name), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

#define ADD(name, function)                                                              \
  g_test_add ("/bombs/" name, Host, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bombs/pictures", test_pictures);
  g_test_add_func ("/bombs/broken-pictures", test_broken_pictures);
  g_test_add_func ("/bombs/addresses", test_addresses);
  g_test_add_func ("/bombs/drawings", test_drawings);
  g_test_add_func ("/bombs/broken-drawings", test_broken_drawings);
  g_test_add_func ("/bombs/long-drawing", test_long_drawing);
  g_test_add_func ("/bombs/names", test_names);
  ADD ("folder", test_folder);
  ADD ("endless-body", test_endless_body);
  ADD ("endless-head", test_endless_head);
  ADD ("slow", test_slow);
  ADD ("packed", test_packed);
  ADD ("hidden-names", test_hidden_names);
  ADD ("redirects", test_redirects);

  return g_test_run ();
}
