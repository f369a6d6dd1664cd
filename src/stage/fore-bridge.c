/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The only file that talks to the page. Values go in as arguments of functions, never as
 * program text; what comes out are numbers and addresses, and is checked. */

#include "fore-bridge.h"

#include "fore-error.h"
#include "fore-scheme.h"
#include "fore-splice.h"

#include <stdio.h>

#define HANDLER "foredeck"

/* --- what the page says
 * ------------------------------------------------------------------ */

typedef struct {
  const ForeBridgeHandlers *handlers;
  GWeakRef owner;
} Listener;

static void
listener_free (gpointer data, GClosure *closure)
{
  Listener *self = data;

  g_weak_ref_clear (&self->owner);
  g_free (self);
}

static guint
read_number (JSCValue *message, const char *name)
{
  g_autoptr (JSCValue) value = jsc_value_object_get_property (message, name);
  double number = jsc_value_to_double (value);

  return number >= 0 && number < G_MAXINT ? (guint) number : 0;
}

static char *
read_string (JSCValue *message, const char *name)
{
  g_autoptr (JSCValue) value = jsc_value_object_get_property (message, name);

  return jsc_value_to_string (value);
}

static void
message_cb (WebKitUserContentManager *manager, JSCValue *message, Listener *self)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autofree char *type = NULL;

  if (owner == NULL || !jsc_value_is_object (message))
    return;

  type = read_string (message, "type");
  if (g_strcmp0 (type, "ready") == 0) {
    self->handlers->ready (owner);
  } else if (g_strcmp0 (type, "moved") == 0) {
    ForePlaceShown place = { read_number (message, "index"),
                             read_number (message, "step"),
                             read_number (message, "steps"),
                             read_number (message, "update"),
                             read_number (message, "moves") };

    self->handlers->moved (&place, owner);
  } else if (g_strcmp0 (type, "link") == 0) {
    g_autofree char *uri = read_string (message, "uri");

    self->handlers->link (uri, owner);
  } else if (g_strcmp0 (type, "diagram") == 0 && self->handlers->diagram != NULL) {
    g_autofree char *diagram = read_string (message, "diagram");
    g_autofree char *text = read_string (message, "text");

    self->handlers->diagram (diagram, text, owner);
  } else if (g_strcmp0 (type, "progress") == 0 && self->handlers->progress != NULL) {
    self->handlers->progress (owner);
  } else if (g_strcmp0 (type, "trouble") == 0) {
    g_autofree char *text = read_string (message, "text");

    g_warning ("A stage's page: %s", text);
  }
}

void
fore_bridge_listen (WebKitWebView *view,
                    const ForeBridgeHandlers *handlers,
                    GObject *owner)
{
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (view);
  Listener *self = g_new0 (Listener, 1);

  self->handlers = handlers;
  g_weak_ref_init (&self->owner, owner);
  g_signal_connect_data (manager, "script-message-received::" HANDLER,
                         G_CALLBACK (message_cb), self, listener_free, G_CONNECT_DEFAULT);
  webkit_user_content_manager_register_script_message_handler (manager, HANDLER, NULL);
}

/* --- what the page is told
 * ---------------------------------------------------------------- */

static const char *
get_mode_name (ForeStageMode mode)
{
  switch (mode) {
  case FORE_STAGE_SHOW:
    return "show";
  case FORE_STAGE_THUMBNAIL:
    return "thumbnail";
  case FORE_STAGE_SPEAKER:
    return "speaker";
  case FORE_STAGE_PRINT:
    return "print";
  case FORE_STAGE_PREVIEW:
  default:
    return "preview";
  }
}

static void
add_splice (GVariantDict *arguments, const ForePageUpdate *update)
{
  ForeSplice splice = fore_splice_between (update->shown, update->wanted);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (update->everything && update->shown != NULL)
    splice = (ForeSplice){ 0, fore_deck_get_n_slides (update->shown),
                           fore_deck_get_n_slides (update->wanted) };
  for (guint i = splice.at; i < splice.at + splice.added; i++) {
    ForeSlide *slide = fore_deck_get_slide (update->wanted, i);

    fore_slide_append_section (slide, FALSE, fore_scheme_map,
                               GUINT_TO_POINTER (update->version), html);
    g_string_append_c (kinds, fore_slide_get_is_vertical (slide) ? 'v' : 'h');
  }
  g_variant_dict_insert (arguments, "at", "u", splice.at);
  g_variant_dict_insert (arguments, "removed", "u", splice.removed);
  g_variant_dict_insert (arguments, "kinds", "s", kinds->str);
  g_variant_dict_insert (arguments, "html", "s", html->str);
}

static gboolean
needs_options (const ForePageUpdate *update)
{
  return update->everything || update->shown == NULL ||
         !fore_options_equal (fore_deck_get_options (update->shown),
                              fore_deck_get_options (update->wanted)) ||
         g_strcmp0 (fore_deck_get_language (update->shown),
                    fore_deck_get_language (update->wanted)) != 0;
}

static void
add_options (GVariantDict *arguments, const ForePageUpdate *update)
{
  ForeOptions *options = fore_deck_get_options (update->wanted);
  const char *language = fore_deck_get_language (update->wanted);
  g_autoptr (GString) json = g_string_new (NULL);

  if (needs_options (update))
    fore_options_append_json (options, fore_scheme_map,
                              GUINT_TO_POINTER (update->version), json);
  g_variant_dict_insert (arguments, "options", "s", json->str);
  g_variant_dict_insert (arguments, "theme", "s", fore_options_get_theme (options));
  g_variant_dict_insert (arguments, "language", "s", language != NULL ? language : "");
}

void
fore_bridge_update_async (WebKitWebView *view,
                          const ForePageUpdate *update,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GVariantDict) arguments = g_variant_dict_new (NULL);

  add_splice (arguments, update);
  add_options (arguments, update);
  g_variant_dict_insert (arguments, "mode", "s", get_mode_name (update->mode));
  g_variant_dict_insert (arguments, "number", "u", update->number);
  g_variant_dict_insert (arguments, "index", "u", update->index);
  g_variant_dict_insert (arguments, "step", "u", update->step);
  g_variant_dict_insert (arguments, "moves", "u", update->n_moves);

  webkit_web_view_call_async_javascript_function (
    view,
    "return await stage.update ({ number, mode, at, removed, kinds, html, options, "
    "theme, language, index, step, moves });",
    -1, g_variant_dict_end (arguments), NULL, "fore-bridge", cancellable, callback,
    user_data);
}

gboolean
fore_bridge_update_finish (WebKitWebView *view,
                           GAsyncResult *result,
                           ForePlaceShown *place,
                           GError **error)
{
  g_autoptr (JSCValue) value =
    webkit_web_view_call_async_javascript_function_finish (view, result, error);
  g_autofree char *text = NULL;

  if (value == NULL)
    return FALSE;

  text = jsc_value_to_string (value);
  if (sscanf (text, "%u %u %u %u %u", &place->index, &place->step, &place->n_steps,
              &place->update, &place->n_moves) != 5) {
    g_set_error (error, FORE_ERROR, FORE_ERROR_PAGE, "The page answered “%s”.", text);
    return FALSE;
  }

  return TRUE;
}

void
fore_bridge_lay_out_async (WebKitWebView *view,
                           const ForePageLayout *layout,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GVariantDict) wanted = g_variant_dict_new (NULL);

  g_variant_dict_insert (wanted, "slides", "s", layout->slides);
  g_variant_dict_insert (wanted, "form", "s", layout->form);
  g_variant_dict_insert (wanted, "fit", "s", layout->fit);
  g_variant_dict_insert (wanted, "perPage", "u", layout->per_page);
  g_variant_dict_insert (wanted, "steps", "u", layout->steps ? 1 : 0);
  g_variant_dict_insert (wanted, "step", "i", layout->step);
  g_variant_dict_insert (wanted, "slideWidth", "d", layout->slide_width);
  g_variant_dict_insert (wanted, "slideHeight", "d", layout->slide_height);
  g_variant_dict_insert (wanted, "width", "u", layout->width);
  g_variant_dict_insert (wanted, "height", "u", layout->height);
  g_variant_dict_insert (wanted, "first", "u", layout->first);
  g_variant_dict_insert (wanted, "title", "s", layout->title);
  g_variant_dict_insert (wanted, "notes", "s", layout->notes);
  g_variant_dict_insert (wanted, "overlays", "s", layout->overlays);

  webkit_web_view_call_async_javascript_function (
    view,
    "return await stage.layOut ({ slides, form, fit, perPage, steps, step, slideWidth, "
    "slideHeight, width, height, first, title, notes, overlays });",
    -1, g_variant_dict_end (wanted), NULL, "fore-bridge", cancellable, callback,
    user_data);
}

char *
fore_bridge_lay_out_finish (WebKitWebView *view, GAsyncResult *result, GError **error)
{
  g_autoptr (JSCValue) value =
    webkit_web_view_call_async_javascript_function_finish (view, result, error);

  return value != NULL ? jsc_value_to_string (value) : NULL;
}

void
fore_bridge_measure_async (WebKitWebView *view,
                           const char *slides,
                           const char *styles,
                           const char *fonts,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GVariantDict) arguments = g_variant_dict_new (NULL);

  g_variant_dict_insert (arguments, "slides", "s", slides);
  g_variant_dict_insert (arguments, "styles", "s", styles);
  g_variant_dict_insert (arguments, "fonts", "s", fonts);
  webkit_web_view_call_async_javascript_function (
    view, "return await stage.measure ({ slides, styles, fonts });", -1,
    g_variant_dict_end (arguments), NULL, "fore-bridge", cancellable, callback,
    user_data);
}

char *
fore_bridge_measure_finish (WebKitWebView *view, GAsyncResult *result, GError **error)
{
  g_autoptr (JSCValue) value =
    webkit_web_view_call_async_javascript_function_finish (view, result, error);

  return value != NULL ? jsc_value_to_string (value) : NULL;
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
    WEBKIT_WEB_VIEW (source), result, &error);

  if (value == NULL)
    g_debug ("The page did not %s: %s", (const char *) user_data, error->message);
}

void
fore_bridge_call (WebKitWebView *view, const char *function)
{
  g_autofree char *body = g_strdup_printf ("stage.%s ();", function);

  webkit_web_view_call_async_javascript_function (view, body, -1, NULL, NULL,
                                                  "fore-bridge", NULL, called_cb,
                                                  (gpointer) g_intern_string (function));
}
