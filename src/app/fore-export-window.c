/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-window.h"

#include "fore-bar.h"
#include "fore-dialogs.h"
#include "fore-html-export.h"

#include <glib/gi18n.h>

struct _ForeExportWindow {
  AdwWindow parent_instance;

  ForeDeck *deck;
  ForeAssets *assets;
  GFile *folder;
  char *name;
  GCancellable *cancellable;

  ForeBar *bar;
  GtkWidget *choices;
  GtkEditable *title_row;
  GtkSwitch *notes_switch;
  GtkWidget *progress_box;
};

static guint exported_signal;

G_DEFINE_FINAL_TYPE (ForeExportWindow, fore_export_window, ADW_TYPE_WINDOW)

typedef struct {
  ForeExportWindow *window;
  GFile *file;
  char **missing;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->file);
  g_strfreev (self->missing);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
set_running (ForeExportWindow *self, gboolean running)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !running);
  gtk_widget_set_sensitive (self->choices, !running);
  gtk_widget_set_visible (self->progress_box, running);
}

static void
tell_not_exported (ForeExportWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_running (self, FALSE);
  name = g_file_get_basename (file);
  /* Translators: the name of a file, and what went wrong */
  text = g_strdup_printf (_ ("“%s” was not written: %s"), name, error->message);
  fore_bar_set_text (self->bar, text);
  fore_bar_set_revealed (self->bar, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    tell_not_exported (export->window, export->file, error);
    return;
  }
  g_signal_emit (export->window, exported_signal, 0, export->file, export->missing);
  gtk_window_destroy (GTK_WINDOW (export->window));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fore_html_export_finish (result, &export->missing, &error);
  GFile *file = export->file;
  GCancellable *cancellable = export->window->cancellable;

  if (bytes == NULL) {
    tell_not_exported (export->window, file, error);
    return;
  }
  /* An old file stays until the new one is complete. */
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                                       written_cb, g_steal_pointer (&export));
}

void
fore_export_window_write (ForeExportWindow *self, GFile *file)
{
  const char *title;
  Export *export;
  ForeHtmlOptions options;

  g_return_if_fail (FORE_IS_EXPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  title = gtk_editable_get_text (self->title_row);
  options = (ForeHtmlOptions){
    .title = *title != '\0' ? title : NULL,
    .with_notes = gtk_switch_get_active (self->notes_switch),
  };
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);

  fore_bar_set_revealed (self->bar, FALSE);
  set_running (self, TRUE);
  fore_html_export_async (self->deck, self->assets, &options, self->cancellable, made_cb,
                          export);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (source);
  g_autoptr (GFile) file = fore_dialogs_save_finish (result, NULL);

  /* The window may have been closed below the dialog. */
  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    fore_export_window_write (self, file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (widget);

  fore_dialogs_save_async (GTK_WINDOW (self), FORE_FILE_HTML, self->folder, self->name,
                           self->cancellable, chosen_cb, NULL);
}

static gboolean
close_request (GtkWindow *window)
{
  g_cancellable_cancel (FORE_EXPORT_WINDOW (window)->cancellable);
  return GTK_WINDOW_CLASS (fore_export_window_parent_class)->close_request (window);
}

static void
dispose (GObject *object)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_EXPORT_WINDOW);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_object (&self->assets);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (fore_export_window_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->name);

  G_OBJECT_CLASS (fore_export_window_parent_class)->finalize (object);
}

static void
fore_export_window_class_init (ForeExportWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  GTK_WINDOW_CLASS (class)->close_request = close_request;

  exported_signal =
    g_signal_new ("exported", FORE_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRV);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);

  g_type_ensure (FORE_TYPE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeExportWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, ForeExportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, ForeExportWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, ForeExportWindow, notes_switch);
  gtk_widget_class_bind_template_child (widget_class, ForeExportWindow, progress_box);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
fore_export_window_init (ForeExportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fore_export_window_new (GtkWindow *parent,
                        ForeDeck *deck,
                        ForeAssets *assets,
                        GSettings *settings,
                        GFile *folder,
                        const char *name)
{
  ForeExportWindow *self =
    g_object_new (FORE_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  const char *title = fore_deck_get_title (deck);

  self->deck = fore_deck_ref (deck);
  self->assets = g_object_ref (assets);
  self->folder = folder ? g_object_ref (folder) : NULL;
  self->name = g_strdup (name);
  gtk_editable_set_text (self->title_row, title ? title : "");
  g_settings_bind (settings, "export-notes", self->notes_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
