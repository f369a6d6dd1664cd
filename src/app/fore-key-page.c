/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-page.h"

#include "fore-key-dialog.h"
#include "fore-key-help.h"

#include <glib/gi18n.h>

struct _ForeKeyPage {
  AdwPreferencesPage parent_instance;

  ForeKeyTable *keys;
  GPtrArray *rows; /* of AdwActionRow, one for each command in turn */
  GtkWidget *reset_row;
};

G_DEFINE_FINAL_TYPE (ForeKeyPage, fore_key_page, ADW_TYPE_PREFERENCES_PAGE)

#define SUFFIX "fore-key-page-suffix"

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_key_table_reset (FORE_KEY_PAGE (widget)->keys,
                        g_variant_get_string (parameter, NULL));
}

static void
reset_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_key_table_reset (FORE_KEY_PAGE (widget)->keys, NULL);
}

static GtkWidget *
new_reset_button (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Use the usual keys"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Use the usual keys"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "keys.reset");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  return button;
}

static GtkWidget *
new_suffix (ForeKeyPage *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caps = fore_key_help_new_caps (self->keys, name);

  gtk_widget_set_valign (caps, GTK_ALIGN_CENTER);
  if (fore_key_table_get_keys (self->keys, name)->len == 0) {
    GtkWidget *none = gtk_label_new (_ ("None"));

    gtk_widget_add_css_class (none, "dim-label");
    gtk_box_append (GTK_BOX (box), none);
  }
  gtk_box_append (GTK_BOX (box), caps);
  if (fore_key_table_is_changed (self->keys, name))
    gtk_box_append (GTK_BOX (box), new_reset_button (name));
  return box;
}

static void
keys_changed_cb (ForeKeyPage *self)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);

  for (gsize i = 0; i < n_commands; i++) {
    AdwActionRow *row = g_ptr_array_index (self->rows, i);
    GtkWidget *old = g_object_get_data (G_OBJECT (row), SUFFIX);
    GtkWidget *suffix = new_suffix (self, commands[i].name);

    if (old != NULL)
      adw_action_row_remove (row, old);
    adw_action_row_add_suffix (row, suffix);
    g_object_set_data (G_OBJECT (row), SUFFIX, suffix);
  }
  gtk_widget_set_sensitive (self->reset_row,
                            fore_key_table_is_changed (self->keys, NULL));
}

static void
row_activated_cb (ForeKeyPage *self, AdwActionRow *row)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);
  guint position;
  GtkWidget *dialog;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  dialog = fore_key_dialog_new (self->keys, &commands[position]);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
new_row (ForeKeyPage *self, const ForeShowCommand *command)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (command->title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  return row;
}

static AdwPreferencesGroup *
add_group (ForeKeyPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_reset_row (ForeKeyPage *self)
{
  AdwPreferencesGroup *group = add_group (self, "");
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Reset all keys"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "keys.reset-all");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_preferences_group_add (group, button);
  self->reset_row = button;
}

void
fore_key_page_set_settings (ForeKeyPage *self, GSettings *settings)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);
  AdwPreferencesGroup *group = NULL;
  const char *title = NULL;

  g_return_if_fail (FORE_IS_KEY_PAGE (self));
  g_return_if_fail (self->keys == NULL);

  self->keys = fore_key_table_new (settings);
  for (gsize i = 0; i < n_commands; i++) {
    if (g_strcmp0 (commands[i].group, title) != 0) {
      title = commands[i].group;
      group = add_group (self, _ (title));
    }
    adw_preferences_group_add (group, new_row (self, &commands[i]));
  }
  add_reset_row (self);
  g_signal_connect_object (self->keys, "changed", G_CALLBACK (keys_changed_cb), self,
                           G_CONNECT_SWAPPED);
  keys_changed_cb (self);
}

static void
finalize (GObject *object)
{
  ForeKeyPage *self = FORE_KEY_PAGE (object);

  g_clear_object (&self->keys);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (fore_key_page_parent_class)->finalize (object);
}

static void
fore_key_page_class_init (ForeKeyPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  gtk_widget_class_install_action (widget_class, "keys.reset", "s", reset_action);
  gtk_widget_class_install_action (widget_class, "keys.reset-all", NULL,
                                   reset_all_action);
}

static void
fore_key_page_init (ForeKeyPage *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("_Keys"));
  adw_preferences_page_set_use_underline (ADW_PREFERENCES_PAGE (self), TRUE);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self),
                                      "input-keyboard-symbolic");
}
