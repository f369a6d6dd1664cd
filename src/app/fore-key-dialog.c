/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-dialog.h"

#include <glib/gi18n.h>

struct _ForeKeyDialog {
  AdwWindow parent_instance;

  ForeKeyTable *keys;
  const ForeShowCommand *command;
  ForeKey pressed; /* waits for a decision */

  AdwWindowTitle *window_title;
  GtkListBox *list;
  GtkWidget *no_keys;
  GtkWidget *conflict_box;
  GtkLabel *conflict_label;
};

G_DEFINE_FINAL_TYPE (ForeKeyDialog, fore_key_dialog, ADW_TYPE_WINDOW)

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeKeyDialog *self = FORE_KEY_DIALOG (widget);
  ForeKey key;

  if (fore_key_parse (g_variant_get_string (parameter, NULL), &key))
    fore_key_table_remove_key (self->keys, self->command->name, key);
}

static void
take_pressed (ForeKeyDialog *self)
{
  ForeKey key = self->pressed;

  self->pressed = (ForeKey){ 0 };
  gtk_widget_set_visible (self->conflict_box, FALSE);
  fore_key_table_add_key (self->keys, self->command->name, key);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_pressed (FORE_KEY_DIALOG (widget));
}

static GtkWidget *
new_remove_button (const char *text, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *tip = NULL;

  /* Translators: %s is a key, such as “Page Down” */
  tip = g_strdup_printf (_ ("Remove %s"), label);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "key.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  return button;
}

static GtkWidget *
new_row (ForeKey key)
{
  g_autofree char *label = fore_key_dup_label (key);
  g_autofree char *text = fore_key_dup_text (key);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (text, label));
  return row;
}

static void
keys_changed_cb (ForeKeyDialog *self)
{
  GArray *all = fore_key_table_get_keys (self->keys, self->command->name);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (self->list, new_row (g_array_index (all, ForeKey, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), all->len > 0);
  gtk_widget_set_visible (self->no_keys, all->len == 0);
}

static void
take_key (ForeKeyDialog *self, ForeKey key)
{
  const ForeShowCommand *other = fore_key_table_find (self->keys, key);
  g_autofree char *label = fore_key_dup_label (key);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->conflict_box, FALSE);
  if (other == NULL) {
    self->pressed = (ForeKey){ 0 };
    fore_key_table_add_key (self->keys, self->command->name, key);
    return;
  }
  if (g_str_equal (other->name, self->command->name))
    return;
  if (fore_key_equal (self->pressed, key)) {
    take_pressed (self);
    return;
  }
  self->pressed = key;
  /* Translators: the first %s is a key, the second what it does, such as “Next step” */
  text = g_strdup_printf (_ ("%s is used for “%s”. Press it again to use it here."),
                          label, _ (other->title));
  gtk_label_set_label (self->conflict_label, text);
  gtk_widget_set_visible (self->conflict_box, TRUE);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint keyval,
            guint code,
            GdkModifierType state,
            ForeKeyDialog *self)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  ForeKey key;

  if (fore_key_is_modifier (keyval))
    return FALSE;
  key = fore_key_make (keyval, state, gdk_key_event_get_consumed_modifiers (event));
  /* Digits are for the numbers of slides. */
  if (fore_key_get_digit (key) >= 0)
    return TRUE;
  if (key.keyval == GDK_KEY_Escape && key.modifiers == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    take_key (self, key);
  return TRUE;
}

static void
dispose (GObject *object)
{
  ForeKeyDialog *self = FORE_KEY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_KEY_DIALOG);
  g_clear_object (&self->keys);

  G_OBJECT_CLASS (fore_key_dialog_parent_class)->dispose (object);
}

static void
fore_key_dialog_class_init (ForeKeyDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_install_action (widget_class, "key.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "key.take", NULL, take_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeKeyDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, ForeKeyDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ForeKeyDialog, no_keys);
  gtk_widget_class_bind_template_child (widget_class, ForeKeyDialog, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, ForeKeyDialog, conflict_label);
}

static void
fore_key_dialog_init (ForeKeyDialog *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
fore_key_dialog_new (ForeKeyTable *keys, const ForeShowCommand *command)
{
  ForeKeyDialog *self = g_object_new (FORE_TYPE_KEY_DIALOG, NULL);

  self->keys = g_object_ref (keys);
  self->command = command;
  adw_window_title_set_title (self->window_title, _ (command->title));
  g_signal_connect_object (keys, "changed", G_CALLBACK (keys_changed_cb), self,
                           G_CONNECT_SWAPPED);
  keys_changed_cb (self);
  return GTK_WIDGET (self);
}
