/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-source-style.h"

#include <adwaita.h>

#define SYSTEM_SCHEMA "org.gnome.desktop.interface"
#define MONOSPACE_KEY "monospace-font-name"
#define DOCUMENT_KEY "document-font-name"

/* Where the system does not say. */
#define DEFAULT_MONOSPACE "Monospace 11"
#define DEFAULT_DOCUMENT "Sans 11"

struct _ForeSourceStyle {
  GObject parent_instance;

  GtkSourceView *view; /* whose owner owns us */
  GtkCssProvider *provider;
  GSettings *system; /* NULL where there is no GNOME schema */
  gboolean monospace;
  double zoom;
};

enum { PROP_MONOSPACE = 1, PROP_ZOOM, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeSourceStyle, fore_source_style, G_TYPE_OBJECT)

static PangoFontDescription *
get_font (ForeSourceStyle *self)
{
  g_autofree char *name = NULL;

  if (self->system != NULL)
    name = g_settings_get_string (self->system,
                                  self->monospace ? MONOSPACE_KEY : DOCUMENT_KEY);
  if (name == NULL || *name == '\0')
    return pango_font_description_from_string (self->monospace ? DEFAULT_MONOSPACE
                                                               : DEFAULT_DOCUMENT);

  return pango_font_description_from_string (name);
}

static void
append_quoted (GString *css, const char *text)
{
  g_string_append_c (css, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (css, '\\');
    g_string_append_c (css, *text);
  }
  g_string_append_c (css, '"');
}

static char *
font_to_css (const PangoFontDescription *font, double zoom)
{
  GString *css = g_string_new ("textview {");
  const char *family = pango_font_description_get_family (font);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (family != NULL) {
    g_string_append (css, " font-family: ");
    append_quoted (css, family);
    g_string_append_c (css, ';');
  }
  if (size <= 0)
    size = 11;
  g_ascii_formatd (number, sizeof number, "%.2f", size * zoom);
  g_string_append_printf (css, " font-size: %s%s; font-weight: %d; }", number,
                          pango_font_description_get_size_is_absolute (font) ? "px"
                                                                             : "pt",
                          pango_font_description_get_weight (font));

  return g_string_free (css, FALSE);
}

static void
update_font (ForeSourceStyle *self)
{
  PangoFontDescription *font = get_font (self);
  g_autofree char *css = font_to_css (font, self->zoom);

  gtk_css_provider_load_from_data (self->provider, css, -1);
  pango_font_description_free (font);
}

static void
update_scheme (ForeSourceStyle *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (
    gtk_source_style_scheme_manager_get_default (), is_dark ? "Adwaita-dark" : "Adwaita");

  if (GTK_SOURCE_IS_BUFFER (buffer))
    gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (buffer), scheme);
}

static GSettings *
open_system_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SYSTEM_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, MONOSPACE_KEY) ||
      !g_settings_schema_has_key (schema, DOCUMENT_KEY))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

ForeSourceStyle *
fore_source_style_new (GtkSourceView *view)
{
  ForeSourceStyle *self;

  g_return_val_if_fail (GTK_SOURCE_IS_VIEW (view), NULL);

  self = g_object_new (FORE_TYPE_SOURCE_STYLE, NULL);
  self->view = view;
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (view)),
                                  GTK_STYLE_PROVIDER (self->provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (update_scheme), self,
                           G_CONNECT_SWAPPED);
  update_scheme (self);
  update_font (self);

  return self;
}

void
fore_source_style_set_monospace (ForeSourceStyle *self, gboolean monospace)
{
  g_return_if_fail (FORE_IS_SOURCE_STYLE (self));

  monospace = !!monospace;
  if (self->monospace == monospace)
    return;
  self->monospace = monospace;
  update_font (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONOSPACE]);
}

gboolean
fore_source_style_get_monospace (ForeSourceStyle *self)
{
  g_return_val_if_fail (FORE_IS_SOURCE_STYLE (self), TRUE);

  return self->monospace;
}

void
fore_source_style_set_zoom (ForeSourceStyle *self, double zoom)
{
  g_return_if_fail (FORE_IS_SOURCE_STYLE (self));

  zoom = CLAMP (zoom, FORE_SOURCE_ZOOM_MIN, FORE_SOURCE_ZOOM_MAX);
  if (G_APPROX_VALUE (self->zoom, zoom, 0.001))
    return;
  self->zoom = zoom;
  update_font (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
fore_source_style_get_zoom (ForeSourceStyle *self)
{
  g_return_val_if_fail (FORE_IS_SOURCE_STYLE (self), 1.0);

  return self->zoom;
}

static void
fore_source_style_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  ForeSourceStyle *self = FORE_SOURCE_STYLE (object);

  switch (property_id) {
  case PROP_MONOSPACE:
    g_value_set_boolean (value, self->monospace);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, self->zoom);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_source_style_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  ForeSourceStyle *self = FORE_SOURCE_STYLE (object);

  switch (property_id) {
  case PROP_MONOSPACE:
    fore_source_style_set_monospace (self, g_value_get_boolean (value));
    break;
  case PROP_ZOOM:
    fore_source_style_set_zoom (self, g_value_get_double (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_source_style_finalize (GObject *object)
{
  ForeSourceStyle *self = FORE_SOURCE_STYLE (object);

  g_clear_object (&self->provider);
  g_clear_object (&self->system);

  G_OBJECT_CLASS (fore_source_style_parent_class)->finalize (object);
}

static void
fore_source_style_class_init (ForeSourceStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fore_source_style_get_property;
  object_class->set_property = fore_source_style_set_property;
  object_class->finalize = fore_source_style_finalize;

  properties[PROP_MONOSPACE] =
    g_param_spec_boolean ("monospace", NULL, NULL, TRUE, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, FORE_SOURCE_ZOOM_MIN,
                                               FORE_SOURCE_ZOOM_MAX, 1.0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_source_style_init (ForeSourceStyle *self)
{
  self->provider = gtk_css_provider_new ();
  self->monospace = TRUE;
  self->zoom = 1.0;
  self->system = open_system_settings ();
  if (self->system != NULL)
    g_signal_connect_object (self->system, "changed", G_CALLBACK (update_font), self,
                             G_CONNECT_SWAPPED);
}
