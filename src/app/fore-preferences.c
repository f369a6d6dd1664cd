/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-preferences.h"

#include "fore-key-page.h"
#include "fore-rule-page.h"

#include <glib/gi18n.h>

struct _ForePreferences {
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  GPtrArray *host_rows; /* of AdwActionRow */

  AdwComboRow *style_row;
  GtkSwitch *monospace_switch;
  GtkSwitch *wrap_switch;
  GtkSwitch *line_numbers_switch;
  AdwPreferencesGroup *hosts_group;
  GtkWidget *no_hosts_row;
  GtkSwitch *pause_switch;
  GtkSwitch *resume_switch;
  ForeKeyPage *key_page;
  ForeRulePage *rule_page;
};

G_DEFINE_FINAL_TYPE (ForePreferences, fore_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
forget_host_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForePreferences *self = FORE_PREFERENCES (widget);
  const char *host = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) hosts = g_settings_get_strv (self->settings, "allowed-hosts");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) fewer = NULL;

  for (char **each = hosts; *each != NULL; each++) {
    if (!g_str_equal (*each, host))
      g_strv_builder_add (builder, *each);
  }
  fewer = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "allowed-hosts", (const char *const *) fewer);
}

static GtkWidget *
new_host_row (const char *host)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = NULL;

  /* Translators: %s is the name of a host on the internet */
  label = g_strdup_printf (_ ("Do not allow %s any more"), host);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preferences.forget-host");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", host);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), host);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
hosts_changed_cb (ForePreferences *self)
{
  g_auto (GStrv) hosts = g_settings_get_strv (self->settings, "allowed-hosts");

  for (guint i = 0; i < self->host_rows->len; i++)
    adw_preferences_group_remove (self->hosts_group,
                                  g_ptr_array_index (self->host_rows, i));
  g_ptr_array_set_size (self->host_rows, 0);

  for (char **host = hosts; *host != NULL; host++) {
    GtkWidget *row = new_host_row (*host);

    adw_preferences_group_add (self->hosts_group, row);
    g_ptr_array_add (self->host_rows, row);
  }
  gtk_widget_set_visible (self->no_hosts_row, self->host_rows->len == 0);
}

static void
style_changed_cb (ForePreferences *self)
{
  adw_combo_row_set_selected (
    self->style_row, (guint) g_settings_get_enum (self->settings, "color-scheme"));
}

static void
style_chosen_cb (ForePreferences *self)
{
  int style = (int) adw_combo_row_get_selected (self->style_row);

  /* Writing what is there already would end in style_changed_cb() again. */
  if (style != g_settings_get_enum (self->settings, "color-scheme"))
    g_settings_set_enum (self->settings, "color-scheme", style);
}

static void
bind_settings (ForePreferences *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;

  g_settings_bind (self->settings, "monospace", self->monospace_switch, "active", flags);
  g_settings_bind (self->settings, "wrap", self->wrap_switch, "active", flags);
  g_settings_bind (self->settings, "line-numbers", self->line_numbers_switch, "active",
                   flags);

  g_settings_bind (self->settings, "pause-when-blank", self->pause_switch, "active",
                   flags);
  g_settings_bind (self->settings, "resume-on-advance", self->resume_switch, "active",
                   flags);

  style_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style_row, "notify::selected",
                           G_CALLBACK (style_chosen_cb), self, G_CONNECT_SWAPPED);

  hosts_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::allowed-hosts",
                           G_CALLBACK (hosts_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dispose (GObject *object)
{
  ForePreferences *self = FORE_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_PREFERENCES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_preferences_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (FORE_PREFERENCES (object)->host_rows);

  G_OBJECT_CLASS (fore_preferences_parent_class)->finalize (object);
}

static void
fore_preferences_class_init (ForePreferencesClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  gtk_widget_class_install_action (widget_class, "preferences.forget-host", "s",
                                   forget_host_action);
  g_type_ensure (FORE_TYPE_KEY_PAGE);
  g_type_ensure (FORE_TYPE_RULE_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, monospace_switch);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, wrap_switch);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences,
                                        line_numbers_switch);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, hosts_group);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, no_hosts_row);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, key_page);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, rule_page);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, pause_switch);
  gtk_widget_class_bind_template_child (widget_class, ForePreferences, resume_switch);
}

static void
fore_preferences_init (ForePreferences *self)
{
  self->host_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fore_preferences_new (GSettings *settings)
{
  ForePreferences *self = g_object_new (FORE_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  bind_settings (self);
  fore_key_page_set_settings (self->key_page, settings);
  fore_rule_page_set_settings (self->rule_page, settings);
  return GTK_WIDGET (self);
}
