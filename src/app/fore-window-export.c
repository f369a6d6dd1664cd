/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-export-window.h"

#include <glib/gi18n.h>

static char *
detailed_show_action (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_action_print_detailed_name ("win.show-in-folder", g_variant_new_string (uri));
}

static void
show_toast (ForeWindow *self, GFile *file, const char *name)
{
  g_autofree char *action = detailed_show_action (file);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was exported"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("_Show in Files"));
  adw_toast_set_detailed_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
exported_cb (ForeWindow *self, GFile *file, const char *const *missing)
{
  g_autofree char *name = g_file_get_basename (file);
  guint n_missing = missing ? g_strv_length ((char **) missing) : 0;
  g_autofree char *reasons = NULL;
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;

  if (n_missing == 0) {
    show_toast (self, file, name);
    return;
  }

  reasons = g_strjoinv ("\n", (char **) missing);
  text = g_strdup_printf (
    ngettext ("“%s” was exported. One thing is not in it and stays a link:\n%s",
              "“%s” was exported. Some things are not in it and stay links:\n%s",
              n_missing),
    name, reasons);
  action = detailed_show_action (file);
  fore_window_show_trouble (self, text, _ ("_Show in Files"), action);
}

void
fore_window_export (ForeWindow *self)
{
  GFile *file = fore_document_get_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autofree char *name = fore_window_dup_file_name (self, ".html");
  GtkWidget *window = fore_export_window_new (
    GTK_WINDOW (self), fore_document_get_deck (self->document),
    fore_editor_get_assets (self->editor), self->settings, folder, name);

  g_signal_connect_object (window, "exported", G_CALLBACK (exported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
