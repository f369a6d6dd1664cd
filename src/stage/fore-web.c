/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-web.h"

#include "fore-scheme.h"
#include "fore-web-bundle.h"

typedef struct {
  ForeWebLink call;
  gpointer user_data;
} Links;

static GQuark
links_quark (void)
{
  return g_quark_from_static_string ("fore-web-links");
}

static void
report_link (WebKitWebView *view, WebKitNavigationAction *action, const char *uri)
{
  Links *links = g_object_get_qdata (G_OBJECT (view), links_quark ());
  const char *scheme = g_uri_peek_scheme (uri);

  if (links != NULL &&
      webkit_navigation_action_get_navigation_type (action) ==
        WEBKIT_NAVIGATION_TYPE_LINK_CLICKED &&
      scheme != NULL && !g_str_equal (scheme, "fore"))
    links->call (uri, links->user_data);
}

static gboolean
decide_policy_cb (WebKitWebView *view,
                  WebKitPolicyDecision *decision,
                  WebKitPolicyDecisionType type)
{
  WebKitNavigationAction *action;
  const char *uri;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;

  action = webkit_navigation_policy_decision_get_navigation_action (
    WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION &&
      g_strcmp0 (uri, FORE_SCHEME_PAGE) == 0)
    return FALSE;
  webkit_policy_decision_ignore (decision);
  report_link (view, action, uri);

  return TRUE;
}

static gboolean
refuse_cb (void)
{
  return TRUE;
}

static gboolean
refuse_permission_cb (WebKitWebView *view, WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);

  return TRUE;
}

/* Without a graphics processor, WebKit would compose pages with Mesa's software renderer.
 * That takes longer than drawing them does, and brings the web process down now and then.
 */
static gboolean
has_graphics_processor (void)
{
  g_autoptr (GDir) devices = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL) {
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  }

  return g_file_test ("/dev/nvidiactl", G_FILE_TEST_EXISTS);
}

static WebKitSettings *
create_settings (void)
{
  WebKitSettings *settings = webkit_settings_new ();

  g_object_set (settings, "allow-file-access-from-file-urls", FALSE,
                "allow-modal-dialogs", FALSE, "allow-universal-access-from-file-urls",
                FALSE, "enable-back-forward-navigation-gestures", FALSE,
                "enable-encrypted-media", FALSE, "enable-html5-database", FALSE,
                "enable-html5-local-storage", FALSE, "enable-media-stream", FALSE,
                "enable-page-cache", FALSE, "enable-webgl", FALSE,
                "enable-write-console-messages-to-stdout", FORE_DEVEL,
                "enable-developer-extras", FORE_DEVEL, "javascript-can-access-clipboard",
                FALSE, "javascript-can-open-windows-automatically", FALSE, NULL);
  if (!has_graphics_processor ())
    webkit_settings_set_hardware_acceleration_policy (
      settings, WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);

  return settings;
}

static WebKitWebView *
create_view (WebKitWebView *related)
{
  g_autoptr (WebKitSettings) settings = create_settings ();
  g_autoptr (WebKitUserContentManager) content = webkit_user_content_manager_new ();
  g_autoptr (WebKitNetworkSession) session = NULL;
  g_autoptr (WebKitWebContext) context = NULL;

  if (related != NULL)
    return g_object_new (WEBKIT_TYPE_WEB_VIEW, "related-view", related, "settings",
                         settings, "user-content-manager", content, NULL);

  session = webkit_network_session_new_ephemeral ();
  context = webkit_web_context_new ();
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  fore_scheme_register (context);

  return g_object_new (WEBKIT_TYPE_WEB_VIEW, "web-context", context, "network-session",
                       session, "settings", settings, "user-content-manager", content,
                       NULL);
}

WebKitWebView *
fore_web_view_new (WebKitWebView *related)
{
  WebKitWebView *view = create_view (related);

  g_signal_connect (view, "decide-policy", G_CALLBACK (decide_policy_cb), NULL);
  g_signal_connect (view, "permission-request", G_CALLBACK (refuse_permission_cb), NULL);
  g_signal_connect (view, "context-menu", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "script-dialog", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "run-file-chooser", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "print", G_CALLBACK (refuse_cb), NULL);
  g_signal_connect (view, "enter-fullscreen", G_CALLBACK (refuse_cb), NULL);

  return view;
}

void
fore_web_on_link (WebKitWebView *view, ForeWebLink link, gpointer user_data)
{
  Links *links = NULL;

  g_return_if_fail (WEBKIT_IS_WEB_VIEW (view));

  if (link != NULL) {
    links = g_new0 (Links, 1);
    links->call = link;
    links->user_data = user_data;
  }
  g_object_set_qdata_full (G_OBJECT (view), links_quark (), links, g_free);
}

void
fore_web_load_page (WebKitWebView *view)
{
  g_autoptr (GBytes) page = fore_web_bundle_lookup ("stage.html");

  /* Given, not asked for: so it need not wait for the network process. */
  webkit_web_view_load_bytes (view, page, "text/html", "utf-8", FORE_SCHEME_PAGE);
}
