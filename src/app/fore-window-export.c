/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-export-window.h"
#include "fore-export-write.h"

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
  text = g_strdup_printf (ngettext ("“%s” was exported. One thing is to be said:\n%s",
                                    "“%s” was exported. Some things are to be said:\n%s",
                                    n_missing),
                          name, reasons);
  action = detailed_show_action (file);
  fore_window_show_trouble (self, text, _ ("_Show in Files"), action);
}

/* --- freezing --- */

static void
frozen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) missing = NULL;
  g_autofree char *text = NULL;

  if (!fore_export_write_finish (result, NULL, &missing, &error)) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      fore_window_show_trouble (self, error->message, NULL, NULL);
    return;
  }
  if (missing == NULL || missing[0] == NULL) {
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_ ("All files lie beside the deck now")));
    return;
  }
  text = g_strjoinv ("\n", missing);
  fore_window_show_trouble (self, text, NULL, NULL);
}

/* The document sees that its file has changed, and takes the text as one step that can be
 * undone. */
static void
saved_for_freezing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeWindow *self = FORE_WINDOW (source);
  const ForeExportChoice choice = { .format = FORE_EXPORT_MARKDOWN };

  if (!fore_window_save_finish (self, result) || self->document == NULL ||
      fore_document_get_file (self->document) == NULL)
    return;
  fore_export_write_async (fore_document_get_deck (self->document),
                           fore_editor_get_assets (self->editor), &choice,
                           fore_document_get_file (self->document), self->cancellable,
                           frozen_cb, g_object_ref (self));
}

void
fore_window_freeze (ForeWindow *self)
{
  g_return_if_fail (self->document != NULL);

  fore_window_save_async (self, FALSE, saved_for_freezing_cb, NULL);
}

/* --- exporting --- */

void
fore_window_export (ForeWindow *self)
{
  GFile *file = fore_document_get_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autofree char *name = fore_window_dup_file_name (self, "");
  GtkWidget *window = fore_export_window_new (
    GTK_WINDOW (self), fore_document_get_deck (self->document),
    fore_editor_get_assets (self->editor), self->settings, folder, name);

  g_signal_connect_object (window, "exported", G_CALLBACK (exported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
