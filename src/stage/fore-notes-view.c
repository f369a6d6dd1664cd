/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Notes need no program in their page: each slide's are a document of their own, which is
 * loaded anew. The page may run no script at all; only scrolling is asked of it from
 * here. */

#include "fore-notes-view.h"

#include "fore-recovery-watch.h"
#include "fore-scheme.h"
#include "fore-stage-private.h"
#include "fore-web.h"

#include <string.h>

/* Behind the page, so that nothing flashes between two documents; as in notes.css. */
#define GROUND "#242424"

struct _ForeNotesView {
  GtkWidget parent_instance;

  WebKitWebView *view;
  ForeAssets *assets;
  ForeStage *related;
  ForeRecoveryWatch *watch;
  char *page;
  double scale;
  gboolean settled;
};

enum {
  PROP_0,
  PROP_SCALE,
  PROP_SETTLED,
  PROP_ASSETS,
  PROP_RELATED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint link_activated;

G_DEFINE_FINAL_TYPE (ForeNotesView, fore_notes_view, GTK_TYPE_WIDGET)

static void
set_settled (ForeNotesView *self, gboolean settled)
{
  if (self->settled == settled)
    return;
  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

/* --- the page
 * ------------------------------------------------------------------------------ */

static void
append_head (GString *page, const ForeDeck *deck, const char *html)
{
  const char *language = deck != NULL ? fore_deck_get_language (deck) : NULL;
  gboolean is_right_to_left = deck != NULL && fore_deck_is_right_to_left (deck);
  g_autofree char *escaped = g_markup_escape_text (language != NULL ? language : "", -1);

  g_string_append_printf (page, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\"><head>",
                          escaped, is_right_to_left ? "rtl" : "ltr");
  g_string_append (
    page, "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src fore://stage/web/ 'unsafe-inline'; "
          "img-src fore: data:; media-src fore: data:; font-src fore: data:; "
          "form-action 'none'; base-uri 'none'\"><title>Foredeck</title>"
          "<link rel=\"stylesheet\" href=\"code.css\">");
  if (strstr (html, "<span class=\"katex") != NULL)
    g_string_append (page, "<link rel=\"stylesheet\" href=\"katex.css\">");
  g_string_append (page, "<link rel=\"stylesheet\" href=\"notes.css\"></head>\n<body>");
}

static char *
make_page (ForeNotesView *self, const ForeDeck *deck, guint index)
{
  ForeMarkup *notes =
    deck != NULL ? fore_slide_get_notes_markup (fore_deck_get_slide (deck, index)) : NULL;
  GString *page = g_string_new (NULL);

  append_head (page, deck, notes != NULL ? fore_markup_get_html (notes) : "");
  if (notes != NULL)
    fore_markup_append_html (notes, fore_scheme_map,
                             GUINT_TO_POINTER (fore_scheme_get_version (self->assets)),
                             page);
  g_string_append (page, "</body></html>\n");

  return g_string_free (page, FALSE);
}

static void
load (ForeNotesView *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->page, strlen (self->page));

  set_settled (self, FALSE);
  webkit_web_view_load_bytes (self->view, bytes, "text/html", "utf-8", FORE_SCHEME_PAGE);
}

static void
load_changed_cb (ForeNotesView *self, WebKitLoadEvent event)
{
  if (event == WEBKIT_LOAD_FINISHED)
    set_settled (self, !webkit_web_view_is_loading (self->view));
}

static void
terminated_cb (ForeNotesView *self)
{
  if (self->page != NULL && fore_recovery_watch_may_restart (self->watch))
    load (self);
}

static void
link_cb (const char *uri, gpointer user_data)
{
  g_signal_emit (user_data, link_activated, 0, uri);
}

/* The stages ask for what notes show too, or have no say in it. */

static void
refused_cb (const char *host, gpointer user_data)
{
}

static void
answered_cb (const char *address, const char *trouble, gpointer user_data)
{
}

static void
ignore_cb (gpointer user_data)
{
}

/* --- what others want
 * --------------------------------------------------------------------------- */

void
fore_notes_view_show (ForeNotesView *self, ForeDeck *deck, guint index)
{
  g_autofree char *page = NULL;

  g_return_if_fail (FORE_IS_NOTES_VIEW (self));
  g_return_if_fail (deck == NULL || index < fore_deck_get_n_slides (deck));

  page = make_page (self, deck, index);
  if (g_strcmp0 (page, self->page) == 0)
    return;

  g_free (self->page);
  self->page = g_steal_pointer (&page);
  load (self);
}

void
fore_notes_view_set_scale (ForeNotesView *self, double scale)
{
  g_return_if_fail (FORE_IS_NOTES_VIEW (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  webkit_web_view_set_zoom_level (self->view, scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

double
fore_notes_view_get_scale (ForeNotesView *self)
{
  g_return_val_if_fail (FORE_IS_NOTES_VIEW (self), 1.0);

  return self->scale;
}

gboolean
fore_notes_view_get_settled (ForeNotesView *self)
{
  g_return_val_if_fail (FORE_IS_NOTES_VIEW (self), FALSE);

  return self->settled;
}

void
fore_notes_view_scroll (ForeNotesView *self, double pages)
{
  g_autoptr (GVariantDict) arguments = g_variant_dict_new (NULL);

  g_return_if_fail (FORE_IS_NOTES_VIEW (self));

  g_variant_dict_insert (arguments, "pages", "d", pages);
  /* Nothing depends on whether it worked. */
  webkit_web_view_call_async_javascript_function (
    self->view, "window.scrollBy (0, pages * window.innerHeight);", -1,
    g_variant_dict_end (arguments), NULL, "fore-notes-view", NULL, NULL, NULL);
}

GtkWidget *
fore_notes_view_new (ForeAssets *assets, ForeStage *related)
{
  return g_object_new (FORE_TYPE_NOTES_VIEW, "assets", assets, "related", related, NULL);
}

/* --- the widget
 * ----------------------------------------------------------------------------------- */

static void
fore_notes_view_constructed (GObject *object)
{
  static const ForeSchemeHandlers assets = { refused_cb, answered_cb };
  ForeNotesView *self = FORE_NOTES_VIEW (object);
  GdkRGBA ground;

  G_OBJECT_CLASS (fore_notes_view_parent_class)->constructed (object);

  self->view = fore_web_view_new (self->related != NULL ? self->related->view : NULL);
  webkit_settings_set_enable_javascript_markup (webkit_web_view_get_settings (self->view),
                                                FALSE);
  gdk_rgba_parse (&ground, GROUND);
  webkit_web_view_set_background_color (self->view, &ground);
  gtk_widget_set_can_focus (GTK_WIDGET (self->view), FALSE);
  fore_scheme_attach (self->view, self->assets, &assets, self);
  fore_web_on_link (self->view, link_cb, self);
  g_signal_connect_object (self->view, "load-changed", G_CALLBACK (load_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "web-process-terminated",
                           G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
}

static void
fore_notes_view_dispose (GObject *object)
{
  ForeNotesView *self = FORE_NOTES_VIEW (object);

  if (self->view != NULL) {
    g_signal_handlers_disconnect_by_data (self->view, self);
    fore_web_on_link (self->view, NULL, NULL);
    gtk_widget_unparent (GTK_WIDGET (self->view));
    self->view = NULL;
  }
  g_clear_pointer (&self->watch, fore_recovery_watch_free);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);

  G_OBJECT_CLASS (fore_notes_view_parent_class)->dispose (object);
}

static void
fore_notes_view_finalize (GObject *object)
{
  g_free (FORE_NOTES_VIEW (object)->page);

  G_OBJECT_CLASS (fore_notes_view_parent_class)->finalize (object);
}

static void
fore_notes_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  ForeNotesView *self = FORE_NOTES_VIEW (object);

  switch (id) {
  case PROP_SCALE:
    g_value_set_double (value, self->scale);
    break;
  case PROP_SETTLED:
    g_value_set_boolean (value, self->settled);
    break;
  case PROP_ASSETS:
    g_value_set_object (value, self->assets);
    break;
  case PROP_RELATED:
    g_value_set_object (value, self->related);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_notes_view_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *spec)
{
  ForeNotesView *self = FORE_NOTES_VIEW (object);

  switch (id) {
  case PROP_SCALE:
    fore_notes_view_set_scale (self, g_value_get_double (value));
    break;
  case PROP_ASSETS:
    self->assets = g_value_dup_object (value);
    break;
  case PROP_RELATED:
    self->related = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
fore_notes_view_class_init (ForeNotesViewClass *klass)
{
  const GParamFlags fixed =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fore_notes_view_constructed;
  object_class->dispose = fore_notes_view_dispose;
  object_class->finalize = fore_notes_view_finalize;
  object_class->get_property = fore_notes_view_get_property;
  object_class->set_property = fore_notes_view_set_property;

  properties[PROP_SCALE] = g_param_spec_double (
    "scale", NULL, NULL, 0.25, 8.0, 1.0,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SETTLED] = g_param_spec_boolean (
    "settled", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSETS] =
    g_param_spec_object ("assets", NULL, NULL, FORE_TYPE_ASSETS, fixed);
  properties[PROP_RELATED] =
    g_param_spec_object ("related", NULL, NULL, FORE_TYPE_STAGE, fixed);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  link_activated =
    g_signal_new ("link-activated", FORE_TYPE_NOTES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notes-view");
}

static void
fore_notes_view_init (ForeNotesView *self)
{
  self->scale = 1.0;
  self->watch = fore_recovery_watch_new (ignore_cb, ignore_cb, self);
}
