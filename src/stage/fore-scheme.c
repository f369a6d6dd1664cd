/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-scheme.h"

#include "fore-error.h"
#include "fore-web-bundle.h"

#include <string.h>

#define ORIGIN "fore://stage/"
#define OUTSIDE "deck/%2F/"

typedef struct {
  ForeAssets *assets;
  const ForeSchemeHandlers *handlers;
  gpointer user_data;
} Attachment;

typedef struct {
  WebKitURISchemeRequest *request;
  char *address;
} Load;

static GQuark
attachment_quark (void)
{
  return g_quark_from_static_string ("fore-scheme-attachment");
}

static void
attachment_free (Attachment *self)
{
  g_clear_object (&self->assets);
  g_free (self);
}

static void
load_free (Load *self)
{
  g_clear_object (&self->request);
  g_free (self->address);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
answer (WebKitURISchemeRequest *request, GBytes *bytes, const char *type)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (WebKitURISchemeResponse) response =
    webkit_uri_scheme_response_new (stream, (gint64) g_bytes_get_size (bytes));

  webkit_uri_scheme_response_set_content_type (response, type);
  webkit_uri_scheme_request_finish_with_response (request, response);
}

static void
refuse (WebKitURISchemeRequest *request)
{
  g_autoptr (GError) error =
    g_error_new_literal (FORE_ERROR, FORE_ERROR_NOT_ALLOWED, "Not there");

  webkit_uri_scheme_request_finish_error (request, error);
}

static const char *
get_bundle_type (const char *name)
{
  static const struct {
    const char *ending;
    const char *type;
  } types[] = {
    { ".html", "text/html" },
    { ".css", "text/css" },
    { ".js", "text/javascript" },
    { ".woff2", "font/woff2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_str_has_suffix (name, types[i].ending))
      return types[i].type;
  }

  return "application/octet-stream";
}

static void
answer_from_bundle (WebKitURISchemeRequest *request, const char *name)
{
  g_autoptr (GBytes) bytes = fore_web_bundle_lookup (name);

  if (bytes != NULL)
    answer (request, bytes, get_bundle_type (name));
  else
    refuse (request);
}

static void
tell (Attachment *attachment, const char *address, const GError *error)
{
  g_autofree char *host = fore_assets_dup_host (address);
  g_autofree char *name = NULL;

  /* A host that was allowed may lead to one that was not; no button helps then. */
  if (g_error_matches (error, FORE_ERROR, FORE_ERROR_NOT_ALLOWED) && host != NULL &&
      !fore_assets_is_host_allowed (attachment->assets, host)) {
    attachment->handlers->refused (host, attachment->user_data);
    return;
  }
  name = fore_assets_dup_name (address);
  attachment->handlers->answered (name, error != NULL ? error->message : NULL,
                                  attachment->user_data);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes =
    fore_assets_load_finish (FORE_ASSETS (source), result, &type, &error);
  WebKitWebView *view = webkit_uri_scheme_request_get_web_view (load->request);
  Attachment *attachment =
    view != NULL ? g_object_get_qdata (G_OBJECT (view), attachment_quark ()) : NULL;

  if (bytes != NULL)
    answer (load->request, bytes, type);
  else
    refuse (load->request);
  if (attachment != NULL)
    tell (attachment, load->address, error);
}

/* "remote/https/host/path?query" is the way `fore_scheme_map()` writes "https://host/…",
 * and OUTSIDE is before what it kept the page from folding. */
static char *
dup_address (const char *name)
{
  if (g_str_has_prefix (name, OUTSIDE)) {
    char *written = g_uri_unescape_string (name + strlen (OUTSIDE), NULL);

    return written != NULL ? written : g_strdup ("/");
  }
  if (g_str_has_prefix (name, "deck/"))
    return g_strdup (name + strlen ("deck/"));
  if (g_str_has_prefix (name, "remote/https/"))
    return g_strconcat ("https://", name + strlen ("remote/https/"), NULL);
  if (g_str_has_prefix (name, "remote/http/"))
    return g_strconcat ("http://", name + strlen ("remote/http/"), NULL);

  return NULL;
}

/* The page writes addresses so that reveal.js escapes once more; see `wrapAddress()`. */
static char *
dup_read_again (const char *name)
{
  GString *text = g_string_new (name);

  g_string_replace (text, "%25", "%", 0);

  return g_string_free (text, FALSE);
}

static void
request_cb (WebKitURISchemeRequest *request, gpointer user_data)
{
  g_auto (GStrv) parts = g_strsplit (webkit_uri_scheme_request_get_uri (request), "#", 2);
  const char *uri = parts[0];
  WebKitWebView *view = webkit_uri_scheme_request_get_web_view (request);
  Attachment *attachment =
    view != NULL ? g_object_get_qdata (G_OBJECT (view), attachment_quark ()) : NULL;
  g_autofree char *again = NULL;
  g_autofree char *address = NULL;
  Load *load;

  if (attachment == NULL || !g_str_has_prefix (uri, ORIGIN)) {
    refuse (request);
    return;
  }
  uri += strlen (ORIGIN);
  if (g_str_has_prefix (uri, "web/")) {
    answer_from_bundle (request, uri + strlen ("web/"));
    return;
  }
  if (g_str_has_prefix (uri, "again/"))
    uri = again = dup_read_again (uri + strlen ("again/"));
  address = dup_address (uri);
  if (address == NULL) {
    refuse (request);
    return;
  }

  load = g_new0 (Load, 1);
  load->request = g_object_ref (request);
  load->address = g_steal_pointer (&address);
  fore_assets_load_async (attachment->assets, load->address, NULL, loaded_cb, load);
}

void
fore_scheme_register (WebKitWebContext *context)
{
  WebKitSecurityManager *manager = webkit_web_context_get_security_manager (context);

  webkit_security_manager_register_uri_scheme_as_secure (manager, "fore");
  webkit_security_manager_register_uri_scheme_as_cors_enabled (manager, "fore");
  webkit_web_context_register_uri_scheme (context, "fore", request_cb, NULL, NULL);
}

void
fore_scheme_attach (WebKitWebView *view,
                    ForeAssets *assets,
                    const ForeSchemeHandlers *handlers,
                    gpointer user_data)
{
  Attachment *attachment = g_new0 (Attachment, 1);

  g_return_if_fail (WEBKIT_IS_WEB_VIEW (view));
  g_return_if_fail (FORE_IS_ASSETS (assets));

  attachment->assets = g_object_ref (assets);
  attachment->handlers = handlers;
  attachment->user_data = user_data;
  g_object_set_qdata_full (G_OBJECT (view), attachment_quark (), attachment,
                           (GDestroyNotify) attachment_free);
}

static GQuark
version_quark (void)
{
  return g_quark_from_static_string ("fore-scheme-version");
}

void
fore_scheme_renew (ForeAssets *assets)
{
  guint version = fore_scheme_get_version (assets) + 1;

  g_object_set_qdata (G_OBJECT (assets), version_quark (), GUINT_TO_POINTER (version));
}

guint
fore_scheme_get_version (ForeAssets *assets)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (assets), version_quark ()));
}

static char *
dup_mapped (const char *address)
{
  if (g_ascii_strncasecmp (address, "https://", 8) == 0)
    return g_strconcat (ORIGIN "remote/https/", address + 8, NULL);
  if (g_ascii_strncasecmp (address, "http://", 7) == 0)
    return g_strconcat (ORIGIN "remote/http/", address + 7, NULL);
  if (g_str_has_prefix (address, "//"))
    return g_strconcat (ORIGIN "remote/https/", address + 2, NULL);

  /* A way out of the folder must not be folded away by the page before we see it. */
  if (g_str_has_prefix (address, "./"))
    address += 2;
  if (*address == '/' || strstr (address, "..") != NULL) {
    g_autofree char *escaped = g_uri_escape_string (address, NULL, FALSE);

    return g_strconcat (ORIGIN OUTSIDE, escaped, NULL);
  }

  return g_strconcat (ORIGIN "deck/", address, NULL);
}

char *
fore_scheme_map (const char *address, ForeAddressUse use, gpointer user_data)
{
  guint version = GPOINTER_TO_UINT (user_data);
  g_autofree char *mapped = NULL;

  if (use == FORE_ADDRESS_LINK)
    return NULL;
  if (use == FORE_ADDRESS_FRAME)
    return g_strdup ("about:blank");
  if (*address == '#' || g_ascii_strncasecmp (address, "data:", 5) == 0)
    return NULL;

  mapped = dup_mapped (address);
  if (version == 0 || strchr (mapped, '#') != NULL)
    return g_steal_pointer (&mapped);

  return g_strdup_printf ("%s#%u", mapped, version);
}

char *
fore_scheme_dup_address (const char *uri)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *again = NULL;
  g_autofree char *address = NULL;

  if (!g_str_has_prefix (uri, ORIGIN))
    return g_strdup (uri);
  parts = g_strsplit (uri + strlen (ORIGIN), "#", 2);
  if (g_str_has_prefix (parts[0], "again/"))
    again = dup_read_again (parts[0] + strlen ("again/"));
  address = dup_address (again != NULL ? again : parts[0]);
  if (address != NULL && g_str_has_prefix (address, "%2F/")) {
    g_autofree char *outside = g_uri_unescape_string (address + strlen ("%2F/"), NULL);

    return outside != NULL ? g_steal_pointer (&outside) : g_strdup (uri);
  }

  return address != NULL ? g_steal_pointer (&address) : g_strdup (uri);
}
