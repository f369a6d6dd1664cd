/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-rule-page.h"

#include "fore-rule.h"

#include <glib/gi18n.h>

struct _ForeRulePage {
  AdwPreferencesPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ForeRulePage, fore_rule_page, ADW_TYPE_PREFERENCES_PAGE)

/* --- a switch and a list of names say the same --- */

static gboolean
get_mapping (GValue *value, GVariant *variant, gpointer user_data)
{
  g_autofree const char **silent = g_variant_get_strv (variant, NULL);

  g_value_set_boolean (value, !g_strv_contains (silent, user_data));

  return TRUE;
}

typedef struct {
  GSettings *settings;
  const char *rule;
} Switch;

static void
switch_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Switch *) data)->settings);
  g_free (data);
}

static void
switched_cb (GtkSwitch *widget, GParamSpec *pspec, Switch *self)
{
  g_auto (GStrv) silent = g_settings_get_strv (self->settings, "silent-rules");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  gboolean active = gtk_switch_get_active (widget);

  if (active != g_strv_contains ((const char *const *) silent, self->rule))
    return;
  for (char **name = silent; *name != NULL; name++) {
    if (!g_str_equal (*name, self->rule))
      g_strv_builder_add (builder, *name);
  }
  if (!active)
    g_strv_builder_add (builder, self->rule);
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "silent-rules", (const char *const *) changed);
}

static GtkWidget *
create_row (const ForeRule *rule, GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  Switch *data = g_new0 (Switch, 1);

  data->settings = g_object_ref (settings);
  data->rule = rule->name;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_settings_bind_with_mapping (settings, "silent-rules", button, "active",
                                G_SETTINGS_BIND_GET, get_mapping, NULL,
                                (gpointer) rule->name, NULL);
  g_signal_connect_data (button, "notify::active", G_CALLBACK (switched_cb), data,
                         switch_free, G_CONNECT_DEFAULT);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (rule->summary));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rule->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

void
fore_rule_page_set_settings (ForeRulePage *self, GSettings *settings)
{
  AdwPreferencesGroup *group;
  const ForeRule *rules;
  guint n_rules;

  g_return_if_fail (FORE_IS_RULE_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ ("Problems to look for"));
  /* Translators: what is in quotes stays as it is */
  adw_preferences_group_set_description (
    group, _ ("For one deck, a comment on its first slide switches a rule off: "
              "&lt;!-- foredeck: allow small-text --&gt;"));
  rules = fore_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    adw_preferences_group_add (group, create_row (&rules[i], settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

static void
fore_rule_page_class_init (ForeRulePageClass *class)
{
}

static void
fore_rule_page_init (ForeRulePage *self)
{
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("_Checks"));
  adw_preferences_page_set_use_underline (ADW_PREFERENCES_PAGE (self), TRUE);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "emblem-ok-symbolic");
}
