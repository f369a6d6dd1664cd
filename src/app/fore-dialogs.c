/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
native_response_cb (GTask *owned_task, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GTask) task = owned_task;

  /* The task holds the dialog, and the dialog's handler the task. */
  g_signal_handlers_disconnect_by_data (dialog, task);
  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file chosen");
}

static void
native_cancelled_cb (GTask *task)
{
  GtkNativeDialog *dialog = g_task_get_task_data (task);

  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
run_native (GTask *owned_task, GtkFileChooserNative *dialog, GFile *folder)
{
  GCancellable *cancellable = g_task_get_cancellable (owned_task);

  if (folder != NULL)
    /* The dialog starts somewhere else if the folder is gone. */
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_task_set_task_data (owned_task, g_object_ref (dialog), g_object_unref);

  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (native_cancelled_cb),
                             owned_task, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (native_response_cb),
                            owned_task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileFilter *
new_filter (const char *name, const char *mime_type, const char *suffix)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (mime_type != NULL)
    gtk_file_filter_add_mime_type (filter, mime_type);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  return filter;
}

static void
add_deck_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) decks = new_filter (_ ("Decks"), "text/markdown", "md");
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_add_suffix (decks, "markdown");
  /* Decks can be in what was exported. */
  gtk_file_filter_add_suffix (decks, "html");
  gtk_file_chooser_add_filter (chooser, decks);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
fore_dialogs_open_async (GtkWindow *parent,
                         GFile *folder,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GtkFileChooserNative) dialog = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (
    _ ("Open decks"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_deck_filters (GTK_FILE_CHOOSER (dialog));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_dialogs_open_async);
  run_native (task, dialog, folder);
}

GListModel *
fore_dialogs_open_finish (GAsyncResult *result, GError **error)
{
  GtkFileChooser *dialog = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return gtk_file_chooser_get_files (dialog);
}

void
fore_dialogs_save_async (GtkWindow *parent,
                         ForeFileKind kind,
                         GFile *folder,
                         const char *name,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GtkFileChooserNative) dialog = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (name != NULL);

  dialog = gtk_file_chooser_native_new (
    kind == FORE_FILE_EXPORT ? _ ("Export") : _ ("Save deck"), parent,
    GTK_FILE_CHOOSER_ACTION_SAVE, kind == FORE_FILE_EXPORT ? _ ("_Export") : _ ("_Save"),
    _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (kind == FORE_FILE_DECK)
    add_deck_filters (GTK_FILE_CHOOSER (dialog));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_dialogs_save_async);
  run_native (task, dialog, folder);
}

GFile *
fore_dialogs_save_finish (GAsyncResult *result, GError **error)
{
  GtkFileChooser *dialog = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return gtk_file_chooser_get_file (dialog);
}

static void
unsaved_response_cb (GTask *owned_task, const char *response, AdwMessageDialog *dialog)
{
  g_autoptr (GTask) task = owned_task;
  ForeUnsavedAnswer answer = FORE_UNSAVED_CANCEL;

  /* The answer may close the window below, and with it the dialog: that is no answer. */
  g_signal_handlers_disconnect_by_data (dialog, task);
  if (g_str_equal (response, "save"))
    answer = FORE_UNSAVED_SAVE;
  else if (g_str_equal (response, "discard"))
    answer = FORE_UNSAVED_DISCARD;
  g_task_return_int (task, answer);
}

void
fore_dialogs_ask_unsaved_async (GtkWindow *parent,
                                const char *title,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  AdwMessageDialog *dialog;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);

  dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ ("Save changes?"), NULL));
  adw_message_dialog_format_body (
    dialog,
    /* Translators: %s is the title of a deck */
    _ ("“%s” has changes that are not saved. Changes which are not saved will be lost."),
    title);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, fore_dialogs_ask_unsaved_async);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (unsaved_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

ForeUnsavedAnswer
fore_dialogs_ask_unsaved_finish (GAsyncResult *result)
{
  /* This task never fails: closing the question is an answer too. */
  return (ForeUnsavedAnswer) g_task_propagate_int (G_TASK (result), NULL);
}

void
fore_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _ ("Foredeck"), "application-icon",
                         FORE_APP_ID, "version", FORE_VERSION, "developer-name",
                         _ ("The Foredeck contributors"), "copyright",
                         "© 2026 the Foredeck contributors", "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Write slide decks in Markdown, watch them live, and present "
                            "them."),
                         /* Translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

gboolean
fore_dialogs_is_link_safe (const char *uri)
{
  const char *const schemes[] = { "http", "https", "mailto", "tel", "sms",
                                  "xmpp", "geo",   "matrix", NULL };
  g_autofree char *scheme = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  scheme = g_uri_parse_scheme (uri);
  if (scheme == NULL)
    return FALSE;
  lower = g_ascii_strdown (scheme, -1);
  return g_strv_contains (schemes, lower);
}

gboolean
fore_dialogs_show_link (GtkWindow *parent, const char *uri)
{
  if (!fore_dialogs_is_link_safe (uri))
    return FALSE;

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  return TRUE;
}

static void
show_items_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_task_return_boolean (task, TRUE);
  if (reply != NULL)
    return;

  /* There is no such file manager here: any other shows the folder at least. */
  folder = g_file_get_parent (g_task_get_task_data (task));
  uri = folder ? g_file_get_uri (folder) : NULL;
  if (uri != NULL)
    gtk_show_uri (g_task_get_source_object (task), uri, GDK_CURRENT_TIME);
}

void
fore_dialogs_show_in_folder (GtkWindow *parent, GFile *file)
{
  GDBusConnection *bus;
  g_autofree char *uri = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  bus = g_application_get_dbus_connection (g_application_get_default ());
  if (bus == NULL)
    return;

  task = g_task_new (parent, NULL, NULL, NULL);
  g_task_set_source_tag (task, fore_dialogs_show_in_folder);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  uri = g_file_get_uri (file);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1",
                          "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1",
                          "ShowItems",
                          g_variant_new ("(^ass)", (const char *[]){ uri, NULL }, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, show_items_cb, task);
}
